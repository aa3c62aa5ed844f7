import LockOpenOutlined from "@mui/icons-material/LockOpenOutlined";
import LockOutlined from "@mui/icons-material/LockOutlined";
import ButtonBase from "@mui/material/ButtonBase";
import Tooltip from "@mui/material/Tooltip";
import { useTranslation } from "react-i18next";
import { runCommand } from "../desk/commands.ts";
import { useCall } from "../desk/desk-client.ts";
import { keyText } from "../desk/key-text.ts";
import { usePersonSession } from "./use-person-session.ts";

/** Whose signature is open, in the foot of the window; nothing where the desk has no persons. */
export function KeyStatus() {
  const { t } = useTranslation();
  const session = usePersonSession();
  const persons = useCall("people.list", undefined).data;
  if (session === undefined || persons === undefined || persons.every(({ retiredAt }) => retiredAt !== null)) return null;
  return (
    <Tooltip describeChild title={t("people.statusHint", { key: keyText("Mod+L") })}>
      <ButtonBase
        data-testid="key-status"
        onClick={() => runCommand("toggleKey")}
        sx={{
          typography: "body2",
          px: 1,
          height: 22,
          gap: 0.5,
          borderRadius: 0.5,
          "&:hover": { bgcolor: "action.hover" },
          "&:focus-visible": { outline: 2, outlineColor: "primary.main" },
        }}
      >
        {session === null ? <LockOutlined fontSize="tiny" /> : <LockOpenOutlined fontSize="tiny" />}
        {session === null ? t("people.statusLocked") : t("people.statusOpen", { name: session.name })}
      </ButtonBase>
    </Tooltip>
  );
}
