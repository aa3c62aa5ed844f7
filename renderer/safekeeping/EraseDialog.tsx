import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import FormControlLabel from "@mui/material/FormControlLabel";
import Typography from "@mui/material/Typography";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { showNotice } from "../desk/session-store.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";

interface EraseDialogProps {
  readonly title: string;
  readonly text: string;
  readonly erase: (removesBackups: boolean) => Promise<{ readonly backupsRemoved: number }>;
  readonly onClose: () => void;
}

/** Asks before data goes for good, and whether it goes from the backups as well. */
export function EraseDialog({ title, text, erase, onClose }: EraseDialogProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const [removesBackups, setRemovesBackups] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const confirm = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const { backupsRemoved } = await erase(removesBackups);
      showNotice(backupsRemoved === 0 ? t("erase.erased") : t("erase.erasedWithBackups", { count: backupsRemoved }));
      onClose();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={() => busy || onClose()} maxWidth="xs" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent>
        {text}
        <FormControlLabel
          sx={{ mt: 1 }}
          label={t("erase.removesBackups")}
          control={
            <Checkbox size="small" checked={removesBackups} onChange={(_event, checked) => setRemovesBackups(checked)} data-testid="erase-removes-backups" />
          }
        />
        <Typography variant="body2">{t("erase.keepsBackups")}</Typography>
        <ErrorAlert error={error} />
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose} disabled={busy}>
          {t("common.cancel")}
        </Button>
        <Button variant="contained" color="error" loading={busy} onClick={() => void confirm()} data-testid="erase-confirm">
          {t("erase.confirm")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
