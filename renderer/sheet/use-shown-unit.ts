import { fieldRecord, type TapeField } from "../../shared/domain/tape-fields.ts";
import { moneyUnitLabel } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";

/** The unit of a field's amounts behind its name; nothing for what is no amount. */
export function useShownUnit(field: TapeField): string {
  const unit = useMoneyUnit();
  const language = useLanguage();
  return fieldRecord(field).kind === "amount" ? ` (${moneyUnitLabel(unit, language)})` : "";
}
