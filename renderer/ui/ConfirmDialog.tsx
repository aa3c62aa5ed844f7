import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorAlert } from "./ErrorAlert.tsx";

interface ConfirmDialogProps {
  readonly title: string;
  readonly text: string;
  readonly confirmText: string;
  /** What is lost can't be brought back. */
  readonly isDestructive?: boolean;
  /** Runs once it is confirmed; where it fails, the dialog stays and says why. */
  readonly act: () => Promise<void>;
  readonly onClose: () => void;
  readonly testId?: string;
}

/** Asks before something is done that is hard to undo. */
export function ConfirmDialog({ title, text, confirmText, isDestructive = true, act, onClose, testId }: ConfirmDialogProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const confirm = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await act();
      onClose();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent>
        {text}
        <ErrorAlert error={error} />
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t("common.cancel")}
        </Button>
        <Button variant="contained" color={isDestructive ? "error" : "primary"} loading={busy} onClick={() => void confirm()} data-testid={testId}>
          {confirmText}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
