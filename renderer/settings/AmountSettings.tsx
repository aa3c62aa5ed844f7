import { useTranslation } from "react-i18next";
import { settingsSchema } from "../../shared/contract/app-channels.ts";
import { moneyUnits } from "../../shared/domain/codes.ts";
import { updateSettings, useSettings } from "../desk/session-store.ts";
import { ToggleChoice } from "../ui/fields/ToggleChoice.tsx";
import { SettingRow } from "./SettingRow.tsx";
import { UnitsOnOpening } from "./UnitsOnOpening.tsx";

/** How amounts are shown: in which unit, with how many decimals. */
export function AmountSettings() {
  const { t } = useTranslation();
  const { moneyUnit, decimals } = useSettings();
  return (
    <>
      <SettingRow label={t("settings.moneyUnit")} text={t("settings.moneyUnitText")}>
        <ToggleChoice
          label={t("settings.moneyUnit")}
          options={moneyUnits}
          value={moneyUnit}
          textOf={(option) => t(`code.moneyUnit.${option}`)}
          onChange={(option) => void updateSettings({ moneyUnit: option })}
        />
      </SettingRow>
      <SettingRow label={t("settings.unitOnOpening")} text={t("settings.unitOnOpeningText")}>
        <UnitsOnOpening />
      </SettingRow>
      <SettingRow label={t("settings.decimals")} text={t("settings.decimalsText")}>
        <ToggleChoice
          label={t("settings.decimals")}
          options={settingsSchema.shape.decimals.options}
          value={decimals}
          textOf={(option) => (option === "standard" ? t("settings.decimalsStandard") : option)}
          onChange={(option) => void updateSettings({ decimals: option })}
        />
      </SettingRow>
    </>
  );
}
