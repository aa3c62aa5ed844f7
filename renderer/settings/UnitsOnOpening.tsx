import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { settingsSchema, unitOfKind } from "../../shared/contract/app-channels.ts";
import { dealKinds } from "../../shared/domain/codes.ts";
import { updateSettings, useSettings } from "../desk/session-store.ts";
import { ChoiceField } from "../ui/fields/ChoiceField.tsx";

const choices = settingsSchema.shape.unitOfOther.options;

/** The unit in which a deal of each kind opens. */
export function UnitsOnOpening() {
  const { t } = useTranslation();
  const settings = useSettings();
  return (
    <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1.5, pt: 0.75 }}>
      {dealKinds.map((kind) => (
        <ChoiceField
          key={kind}
          label={t(`code.dealKind.${kind}`)}
          value={settings[unitOfKind[kind]]}
          options={choices}
          textOf={(unit) => (unit === "unchanged" ? t("settings.unitUnchanged") : t(`code.moneyUnit.${unit}`))}
          onChange={(unit) => void updateSettings({ [unitOfKind[kind]]: unit })}
          width={180}
          testId={`unit-of-${kind}`}
        />
      ))}
    </Box>
  );
}
