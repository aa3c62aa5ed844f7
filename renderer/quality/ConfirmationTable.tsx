import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { QualityConfirmation } from "../../shared/domain/quality.ts";
import { formatDateTime, formatNumber } from "../../shared/format.ts";
import { useAction } from "../desk/desk-client.ts";
import { showUndoable } from "../desk/session-store.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";

interface ConfirmationTableProps {
  readonly dealId: number;
  readonly confirmations: readonly QualityConfirmation[];
  readonly isReadOnly: boolean;
}

const heads = ["kind", "covers", "reason", "by", "at", "actions"] as const;

/** Who confirmed what, and why; each can be taken back. */
export function ConfirmationTable({ dealId, confirmations, isReadOnly }: ConfirmationTableProps) {
  const { t } = useTranslation();
  const action = useAction("quality.withdraw");
  const withdraw = async (confirmationId: number) => {
    const done = await action.run({ dealId, confirmationId });
    if (done !== undefined) await showUndoable(t("quality.withdrawn", { count: formatNumber(done.opened) }), { area: "deal", dealId });
  };
  return (
    <TitledPanel title={t("quality.confirmations")}>
      <ErrorAlert error={action.error} />
      {confirmations.length === 0 ? (
        <Typography variant="body2" color="textSecondary" sx={{ px: 1, pb: 1 }}>
          {t("quality.noConfirmations")}
        </Typography>
      ) : (
        <ListTable aria-label={t("quality.confirmations")} data-testid="confirmations">
          <thead>
            <tr>
              {heads.map((key) => (
                <th scope="col" key={key}>
                  {t(`quality.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {confirmations.map(({ id, kind, rows, contractNo, reason, author, confirmedAt, isCarried }) => (
              <tr key={id}>
                <th scope="row">{t(`quality.is.${kind}`)}</th>
                <td>
                  {contractNo ?? t("quality.allOpen", { count: formatNumber(rows) })}
                  {isCarried ? <Box sx={{ color: "text.secondary" }}>{t("quality.followed", { count: formatNumber(rows) })}</Box> : null}
                </td>
                <td>{reason}</td>
                <td>{author}</td>
                <td>{formatDateTime(confirmedAt)}</td>
                <td>
                  <Button
                    size="small"
                    disabled={isReadOnly || action.busy}
                    aria-label={t("quality.withdrawOf", { kind: t(`quality.is.${kind}`) })}
                    onClick={() => void withdraw(id)}
                  >
                    {t("quality.withdraw")}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </ListTable>
      )}
    </TitledPanel>
  );
}
