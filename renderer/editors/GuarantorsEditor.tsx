import { useTranslation } from "react-i18next";
import { FieldRow } from "./rows/FieldRow.tsx";

export function GuarantorsEditor() {
  const { t } = useTranslation();
  const month = t("pricing.unit.month");
  return (
    <>
      <FieldRow label={t("pricing.route.probability")} unit="%" path={["guarantors", "probability"]} kind="percent" />
      <FieldRow label={t("pricing.route.recoveryRate")} unit="%" path={["guarantors", "recoveryRate"]} kind="percent" />
      <FieldRow label={t("pricing.route.firstMonth")} unit={t("pricing.unit.monthNumber")} path={["guarantors", "firstMonth"]} kind="months" />
      <FieldRow label={t("pricing.route.windowMonths")} unit={month} path={["guarantors", "windowMonths"]} kind="months" />
      <FieldRow label={t("pricing.route.unnamedCount")} unit="" path={["guarantors", "unnamedCount"]} kind="count" testId="unnamed-count" />
    </>
  );
}
