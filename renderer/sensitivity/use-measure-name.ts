import { useTranslation } from "react-i18next";
import type { SensitivityMeasure } from "../../shared/domain/scenario-results.ts";
import { moneyUnitLabel } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";

/** What a measure is called, with the unit where it is money. */
export function useMeasureName(measure: SensitivityMeasure): string {
  const { t } = useTranslation();
  const unit = moneyUnitLabel(useMoneyUnit(), useLanguage());
  const name = t(`sensitivity.measure.${measure}`);
  return measure === "maxBid" || measure === "profit" ? t("sensitivity.withUnit", { name, unit }) : name;
}
