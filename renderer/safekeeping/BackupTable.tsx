import Button from "@mui/material/Button";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Backup } from "../../shared/domain/backup.ts";
import { formatDateTime, formatNumber, noValue } from "../../shared/format.ts";
import { ListTable } from "../ui/tables/ListTable.tsx";

interface BackupTableProps {
  readonly backups: readonly Backup[];
  readonly onAsk: (backup: Backup, deed: "restore" | "remove") => void;
}

const heads = ["madeAt", "kindHead", "deals", "loans", "runs", "schema", "size", "state", "actions"] as const;
const bytesPerMb = 1024 * 1024;

const stateText = ({ state, isNoted, isEncrypted, needsCode }: Backup, t: TFunction): string =>
  [
    state === "usable" && !isNoted ? t("backups.unnoted") : t(`backups.stateOf.${state}`),
    t(needsCode ? "backups.needsCode" : isEncrypted ? "backups.isEncrypted" : "backups.isPlain"),
  ].join(" · ");

/** What each backup holds, the latest first. */
export function BackupTable({ backups, onAsk }: BackupTableProps) {
  const { t } = useTranslation();
  return (
    <ListTable aria-label={t("backups.list")} data-testid="backup-table">
      <thead>
        <tr>
          {heads.map((head) => (
            <th scope="col" key={head}>
              {t(`backups.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {backups.map((backup) => (
          <tr key={backup.id} data-testid="backup" title={backup.fileName}>
            <th scope="row">{formatDateTime(backup.madeAt)}</th>
            <td>{t(`backups.kind.${backup.kind}`)}</td>
            <td className="number">{backup.held === null ? noValue : formatNumber(backup.held.deals)}</td>
            <td className="number">{backup.held === null ? noValue : formatNumber(backup.held.loans)}</td>
            <td className="number">{backup.held === null ? noValue : formatNumber(backup.held.runs)}</td>
            <td className="number">{backup.held === null ? noValue : String(backup.held.schemaVersion)}</td>
            <td className="number">{formatNumber(backup.bytes / bytesPerMb, 1)}</td>
            <td>{stateText(backup, t)}</td>
            <td>
              {backup.state === "usable" && (
                <Button size="small" onClick={() => onAsk(backup, "restore")} data-testid="restore-backup">
                  {t("backups.restore")}
                </Button>
              )}
              <Button size="small" onClick={() => onAsk(backup, "remove")} data-testid="remove-backup">
                {t("backups.remove")}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  );
}
