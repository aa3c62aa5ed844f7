import { useTranslation } from "react-i18next";
import { FieldRow } from "./rows/FieldRow.tsx";

export function ClosingEditor() {
  const { t } = useTranslation();
  return (
    <>
      <FieldRow label={t("pricing.field.closingMonth")} unit={t("pricing.unit.month")} path={["closing", "closingMonth"]} kind="months" />
      <FieldRow label={t("pricing.field.dealCostYuan")} unit={t("pricing.unit.yuan")} path={["closing", "dealCostYuan"]} kind="yuan" wide />
      <FieldRow label={t("pricing.field.dealCostRate")} unit="%" path={["closing", "dealCostRate"]} kind="percent" />
    </>
  );
}
