import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { confirmReason, type QualityKind } from "../../shared/domain/quality.ts";
import { formatNumber } from "../../shared/format.ts";
import { useAction } from "../desk/desk-client.ts";
import { showUndoable } from "../desk/session-store.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { LeaveQuestion } from "../ui/LeaveQuestion.tsx";
import { useLeaving } from "../ui/use-leaving.ts";

/** What is to be confirmed: all of a kind that are open, or one row. */
export interface WantedConfirmation {
  readonly kind: QualityKind;
  readonly rowId: number | null;
  readonly count: number;
}

interface ConfirmExceptionsDialogProps {
  readonly dealId: number;
  readonly wanted: WantedConfirmation;
  readonly onClose: () => void;
}

/** Asks why exceptions stay as they are. */
export function ConfirmExceptionsDialog({ dealId, wanted, onClose }: ConfirmExceptionsDialogProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const action = useAction("quality.confirm");
  const [reason, setReason] = useState("");
  const [isTried, setTried] = useState(false);
  const leaving = useLeaving(reason.trim() !== "", onClose);
  const read = confirmReason.safeParse(reason);
  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!read.success) return;
    const done = await action.run({ dealId, kind: wanted.kind, rowId: wanted.rowId, reason: read.data });
    if (done === undefined) return;
    onClose();
    await showUndoable(t("quality.confirmed", { count: formatNumber(done.confirmed) }), { area: "deal", dealId });
  };
  return (
    <Dialog open onClose={leaving.onDialogClose} maxWidth="sm" fullWidth aria-labelledby={titleId}>
      <form noValidate onSubmit={(event) => void confirm(event)}>
        <DialogTitle id={titleId}>{t("quality.confirmTitle", { kind: t(`quality.is.${wanted.kind}`) })}</DialogTitle>
        <DialogContent dividers sx={{ display: "flex", flexDirection: "column", gap: 1.5 }}>
          <Typography variant="body2">{t("quality.confirmText", { count: formatNumber(wanted.count) })}</Typography>
          <TextField
            label={t("quality.reason")}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            autoFocus
            required
            multiline
            minRows={2}
            maxRows={6}
            error={isTried && !read.success}
            helperText={isTried && !read.success ? t("quality.reasonNeeded") : " "}
            slotProps={{ htmlInput: { maxLength: 500, "data-testid": "confirm-reason" } }}
          />
          <ErrorAlert error={action.error} />
        </DialogContent>
        <LeaveQuestion leaving={leaving}>
          <Button color="inherit" onClick={leaving.leave}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" variant="contained" loading={action.busy} data-testid="confirm-exceptions">
            {t("quality.confirm")}
          </Button>
        </LeaveQuestion>
      </form>
    </Dialog>
  );
}
