import { useTranslation } from "react-i18next";
import { FieldRow } from "./rows/FieldRow.tsx";
import { SwitchRow } from "./rows/SwitchRow.tsx";

/** Which unsecured claims are sued for, and what goes without a suit. */
export function SuitsEditor() {
  const { t } = useTranslation();
  return (
    <>
      <SwitchRow label={t("pricing.field.onlyWhereWorthwhile")} path={["suits", "onlyWhereWorthwhile"]} testId="suits-worthwhile" />
      <FieldRow label={t("pricing.field.suitCashShare")} unit="%" path={["suits", "cashShare"]} kind="percent" testId="suit-cash-share" />
    </>
  );
}
