import { useTranslation } from "react-i18next";
import { FieldRow } from "./rows/FieldRow.tsx";

export function HurdleEditor() {
  const { t } = useTranslation();
  return (
    <>
      <FieldRow label={t("pricing.field.hurdleRate")} unit="%" path={["hurdleRate"]} kind="percent" testId="hurdle-rate" />
      <FieldRow label={t("pricing.field.horizonMonths")} unit={t("pricing.unit.month")} path={["horizonMonths"]} kind="months" testId="horizon-months" />
    </>
  );
}
