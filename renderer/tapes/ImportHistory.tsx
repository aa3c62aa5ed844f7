import { useTranslation } from "react-i18next";
import type { TapeRecord } from "../../shared/contract/tape-channels.ts";
import { formatDateTime, formatNumber } from "../../shared/format.ts";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";
import { tapeName } from "./tape-name.ts";

/** Every import of the deal, those that were undone too. */
export function ImportHistory({ tapes }: { readonly tapes: readonly TapeRecord[] }) {
  const { t } = useTranslation();
  return (
    <TitledPanel title={t("pricing.tape.history")}>
      <ListTable tabIndex={0}>
        <thead>
          <tr>
            <th scope="col">{t("pricing.tape.importedAt")}</th>
            <th scope="col">{t("pricing.tape.file")}</th>
            <th scope="col">{t("pricing.tape.hash")}</th>
            <th scope="col" className="number">
              {t("pricing.tape.rowsKept")}
            </th>
            <th scope="col" className="number">
              {t("pricing.tape.rowsRejected")}
            </th>
            <th scope="col">{t("pricing.tape.state")}</th>
          </tr>
        </thead>
        <tbody>
          {tapes.map((tape) => (
            <tr key={tape.id}>
              <td>{formatDateTime(tape.importedAt)}</td>
              <td>{tapeName(t, tape.fileName)}</td>
              <td title={tape.fileSha256}>
                <code>{tape.fileSha256.slice(0, 12)}</code>
              </td>
              <td className="number">{formatNumber(tape.report.counts.loansKept)}</td>
              <td className="number">{formatNumber(tape.report.counts.loansRejected)}</td>
              <td>
                {tape.undoneAt === null
                  ? tape.standing === "priced"
                    ? t("pricing.tape.inUse")
                    : t(`versions.standing.${tape.standing}`)
                  : t("pricing.tape.undoneAt", { at: formatDateTime(tape.undoneAt) })}
              </td>
            </tr>
          ))}
        </tbody>
      </ListTable>
    </TitledPanel>
  );
}
