import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import LinearProgress from "@mui/material/LinearProgress";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { HeldDeal } from "../../shared/domain/held-data.ts";
import { formatDateTime } from "../../shared/format.ts";
import { call, useCall } from "../desk/desk-client.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";
import { EraseDialog } from "./EraseDialog.tsx";

interface RunsDialogProps {
  readonly deal: HeldDeal;
  readonly onClose: () => void;
}

/** The saved runs of a deal, to be erased one by one. */
export function RunsDialog({ deal, onClose }: RunsDialogProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const runs = useCall("runs.list", { dealId: deal.dealId });
  const [chosen, setChosen] = useState<{ readonly id: number; readonly name: string } | null>(null);
  if (chosen !== null)
    return (
      <EraseDialog
        title={t("erase.eraseRunTitle", { name: chosen.name })}
        text={t("erase.eraseRunText")}
        erase={(removesBackups) => call("erase.run", { runId: chosen.id, removesBackups })}
        onClose={onClose}
      />
    );
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{`${t("erase.runs")} · ${deal.name}`}</DialogTitle>
      <DialogContent>
        <ErrorAlert error={runs.error} onRetry={runs.reload} />
        {runs.data === undefined && runs.error === undefined && <LinearProgress aria-label={t("common.loading")} />}
        <ListTable aria-label={t("erase.runs")}>
          <tbody>
            {runs.data?.map(({ id, name, createdAt }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{formatDateTime(createdAt)}</td>
                <td>
                  <Button size="small" color="error" onClick={() => setChosen({ id, name })} data-testid={`erase-run-${id}`}>
                    {t("erase.eraseDeal")}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </ListTable>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t("common.cancel")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
