import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { useSession } from "../desk/session-store.ts";

/** Which app this is, and that it stays on this computer. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const info = useSession((state) => state.info);
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="about-title">
      <DialogTitle id="about-title">{t("app.name")}</DialogTitle>
      <DialogContent data-selectable data-testid="about">
        {info === null ? null : (
          <>
            <Typography>{t("status.version", { version: info.version, engineVersion: info.engineVersion })}</Typography>
            <Typography>{`Electron ${info.electronVersion}`}</Typography>
          </>
        )}
        <Typography color="textSecondary" sx={{ mt: 1 }}>
          {t("settings.offline")}
        </Typography>
      </DialogContent>
      <DialogActions>
        <Button autoFocus onClick={onClose}>
          {t("common.close")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
