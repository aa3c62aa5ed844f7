import Alert from "@mui/material/Alert";
import { useTranslation } from "react-i18next";
import { useSession } from "../desk/session-store.ts";

/** Why a run of another engine can't be computed again; nothing for one of this engine. */
export function EngineNote({ madeBy }: { readonly madeBy: string }) {
  const { t } = useTranslation();
  const now = useSession((session) => session.info?.engineVersion);
  if (now === undefined || now === madeBy) return null;
  return (
    <Alert severity="info" variant="outlined" data-testid="other-engine" sx={{ mt: 0.5 }}>
      {t("runs.otherEngine", { made: madeBy, now })}
    </Alert>
  );
}
