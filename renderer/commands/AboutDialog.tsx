import Button from "@mui/material/Button";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { useSession } from "../desk/session-store.ts";
import { TextDialog } from "./TextDialog.tsx";

interface AboutDialogProps {
  readonly onClose: () => void;
  readonly onNotes: () => void;
  readonly onNotices: () => void;
}

/** Which app this is, what is in it, and that it stays on this computer. */
export function AboutDialog({ onClose, onNotes, onNotices }: AboutDialogProps) {
  const { t } = useTranslation();
  const info = useSession((state) => state.info);
  return (
    <TextDialog title={t("app.name")} width="xs" onClose={onClose} testId="about">
      {info === null ? null : (
        <>
          <Typography>{t("status.version", { version: info.version, engineVersion: info.engineVersion })}</Typography>
          <Typography>{`Electron ${info.electronVersion}`}</Typography>
        </>
      )}
      <Typography color="textSecondary" sx={{ mt: 1 }}>
        {t("settings.offline")}
      </Typography>
      <Stack direction="row" sx={{ mt: 2, gap: 1 }}>
        <Button variant="outlined" onClick={onNotes} data-testid="about-notes">
          {t("program.releaseNotes")}
        </Button>
        <Button variant="outlined" onClick={onNotices} data-testid="about-notices">
          {t("program.notices")}
        </Button>
      </Stack>
    </TextDialog>
  );
}
