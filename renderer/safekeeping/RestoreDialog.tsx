import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import LinearProgress from "@mui/material/LinearProgress";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Backup } from "../../shared/domain/backup.ts";
import { formatDateTime, formatNumber } from "../../shared/format.ts";
import { call } from "../desk/desk-client.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { RecoveryCodeField } from "../ui/fields/RecoveryCodeField.tsx";

interface RestoreDialogProps {
  readonly backup: Backup;
  readonly onClose: () => void;
}

/** Asks before a backup takes the desk's place. Once it is accepted the page is loaded anew by the app, so the dialog stays. */
export function RestoreDialog({ backup, onClose }: RestoreDialogProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const [code, setCode] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const restore = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await call("backups.restore", backup.needsCode ? { backupId: backup.id, recoveryCode: code } : { backupId: backup.id });
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={() => busy || onClose()} maxWidth="xs" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t("backups.restoreTitle", { madeAt: formatDateTime(backup.madeAt) })}</DialogTitle>
      <DialogContent>
        {t("backups.restoreText", {
          deals: formatNumber(backup.held?.deals),
          loans: formatNumber(backup.held?.loans),
          runs: formatNumber(backup.held?.runs),
        })}
        {backup.needsCode && (
          <RecoveryCodeField label={t("encryption.code")} value={code} onChange={setCode} hint={t("backups.codeOfOther")} autoFocus testId="restore-code" />
        )}
        {busy && <LinearProgress aria-label={t("backups.restoring")} sx={{ mt: 1 }} />}
        <ErrorAlert error={error} />
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose} disabled={busy}>
          {t("common.cancel")}
        </Button>
        <Button variant="contained" loading={busy} disabled={backup.needsCode && code === ""} onClick={() => void restore()} data-testid="restore-confirm">
          {t("backups.restore")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
