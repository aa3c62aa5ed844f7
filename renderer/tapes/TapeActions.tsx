import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TapeRecord } from "../../shared/contract/tape-channels.ts";
import { formatNumber } from "../../shared/format.ts";
import { useAction } from "../desk/desk-client.ts";
import { navigate } from "../desk/routes.ts";
import { showNotice } from "../desk/session-store.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";

export function WorkbenchButton({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  return (
    <Button variant="contained" size="small" disableElevation onClick={() => navigate({ screen: "workbench", dealId })} data-testid="to-workbench">
      {t("pricing.tape.toWorkbench")}
    </Button>
  );
}

/** Undoing asks first: the loans leave the package, the record of the import stays. */
export function UndoImportButton({ tape }: { readonly tape: TapeRecord }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const undo = useAction("tapes.undo");
  const confirm = async () => {
    const undone = await undo.run({ tapeId: tape.id });
    if (undone === undefined) return;
    setAsking(false);
    showNotice(t("pricing.tape.undone", { fileName: tape.fileName }));
  };
  return (
    <>
      <Button size="small" variant="outlined" color="error" onClick={() => setAsking(true)} data-testid="undo-import">
        {t("pricing.tape.undo")}
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} maxWidth="xs" fullWidth>
        <DialogTitle>{t("pricing.tape.undoTitle")}</DialogTitle>
        <DialogContent sx={{ fontSize: 14 }}>
          {t("pricing.tape.undoText", { fileName: tape.fileName, loans: formatNumber(tape.report.counts.loansKept) })}
          <ErrorAlert error={undo.error} />
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setAsking(false)}>{t("common.cancel")}</Button>
          <Button color="error" variant="contained" disableElevation disabled={undo.busy} onClick={() => void confirm()} data-testid="undo-import-confirm">
            {t("pricing.tape.undo")}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
