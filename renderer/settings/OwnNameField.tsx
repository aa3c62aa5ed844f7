import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { settingsSchema } from "../../shared/contract/app-channels.ts";
import { updateSettings, useSettings } from "../desk/session-store.ts";

const longest = settingsSchema.shape.ownName.maxLength ?? 60;

/** Who works at this desk; kept on leaving the field or with Enter, given up with Esc. */
export function OwnNameField() {
  const { t } = useTranslation();
  const { ownName } = useSettings();
  const [typed, setTyped] = useState<string | null>(null);
  const keep = () => {
    if (typed !== null && typed.trim() !== ownName) void updateSettings({ ownName: typed.trim() });
    setTyped(null);
  };
  return (
    <TextField
      value={typed ?? ownName}
      placeholder={t("settings.ownNameEmpty")}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter") keep();
        if (event.key === "Escape") setTyped(null);
      }}
      sx={{ width: 260 }}
      slotProps={{ htmlInput: { "aria-label": t("settings.ownName"), maxLength: longest, "data-testid": "own-name" } }}
    />
  );
}
