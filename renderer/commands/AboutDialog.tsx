import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { useSession } from "../desk/session-store.ts";
import { TextDialog } from "./TextDialog.tsx";

/** Which app this is, and that it stays on this computer. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
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
    </TextDialog>
  );
}
