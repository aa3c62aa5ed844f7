import { useTranslation } from "react-i18next";
import type { FileCostBand } from "../../shared/domain/assumptions.ts";
import { FileCostsEditor } from "./FileCostsEditor.tsx";
import { FieldRow } from "./rows/FieldRow.tsx";

export function CostsEditor({ bands }: { readonly bands: readonly FileCostBand[] }) {
  const { t } = useTranslation();
  return (
    <>
      <FieldRow label={t("pricing.field.servicerRateCash")} unit="%" path={["costs", "servicerRateCash"]} kind="percent" />
      <FieldRow label={t("pricing.route.servicerRateGuarantor")} unit="%" path={["costs", "servicerRateGuarantor"]} kind="percent" />
      <FieldRow label={t("pricing.field.servicerRateCollateral")} unit="%" path={["costs", "servicerRateCollateral"]} kind="percent" />
      <FieldRow label={t("pricing.field.counselRateCollateral")} unit="%" path={["costs", "counselRateCollateral"]} kind="percent" />
      <FieldRow label={t("pricing.route.incentiveFromShare")} unit="%" path={["costs", "incentiveFromShare"]} kind="percent" />
      <FieldRow label={t("pricing.route.incentiveRate")} unit="%" path={["costs", "incentiveRate"]} kind="percent" testId="incentive-rate" />
      <FieldRow label={t("pricing.field.fileCostYuan")} unit={t("pricing.unit.yuan")} path={["costs", "fileCostYuan"]} kind="yuan" wide />
      <FileCostsEditor bands={bands} />
      <FieldRow label={t("pricing.field.fileCostMonth")} unit={t("pricing.unit.month")} path={["costs", "fileCostMonth"]} kind="months" />
      <FieldRow label={t("pricing.field.overheadYuanPerMonth")} unit={t("pricing.unit.yuan")} path={["costs", "overheadYuanPerMonth"]} kind="yuan" wide />
      <FieldRow label={t("pricing.field.overheadMonths")} unit={t("pricing.unit.month")} path={["costs", "overheadMonths"]} kind="months" />
    </>
  );
}
