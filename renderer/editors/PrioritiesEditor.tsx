import { useTranslation } from "react-i18next";
import { priorityShares } from "../../shared/domain/prior-claims.ts";
import { FieldRow } from "./rows/FieldRow.tsx";

/** What stands before us where the list of collateral is silent, as shares of the appraisal, and the time of a waiting seizure. */
export function PrioritiesEditor() {
  const { t } = useTranslation();
  return (
    <>
      {priorityShares.map((share) => (
        <FieldRow key={share} label={t(`pricing.route.priority.${share}`)} unit="%" path={["priorities", share]} kind="percent" testId={share} />
      ))}
      <FieldRow label={t("pricing.route.waitingMonths")} unit={t("pricing.unit.month")} path={["priorities", "waitingMonths"]} kind="months" />
      <FieldRow label={t("pricing.route.propertyFeeRate")} unit="%" path={["priorities", "propertyFeeRate"]} kind="percent" testId="propertyFeeRate" />
      <FieldRow label={t("pricing.route.propertyFeeMonths")} unit={t("pricing.unit.month")} path={["priorities", "propertyFeeMonths"]} kind="months" />
      <FieldRow label={t("pricing.route.surplusShare")} unit="%" path={["priorities", "surplusShare"]} kind="percent" testId="surplusShare" />
    </>
  );
}
