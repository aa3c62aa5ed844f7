import { useTranslation } from "react-i18next";
import type { Assumptions } from "../../shared/domain/assumptions.ts";
import { collateralKinds } from "../../shared/domain/codes.ts";
import { CityIndexEditor } from "./CityIndexEditor.tsx";
import { FeeScheduleEditor } from "./FeeScheduleEditor.tsx";
import { EditorGrid } from "./rows/EditorGrid.tsx";
import { EditorHeading } from "./rows/EditorHeading.tsx";
import { FieldRow } from "./rows/FieldRow.tsx";

export function CollateralEditor({ collateral }: { readonly collateral: Assumptions["collateral"] }) {
  const { t } = useTranslation();
  const round = (field: string) => (key: string | number) => ["collateral", "rounds", Number(key), field];
  return (
    <>
      <EditorHeading>{t("pricing.field.rounds")}</EditorHeading>
      <EditorGrid
        caption={t("pricing.field.rounds")}
        rows={Array.from({ length: collateral.rounds.length }, (_, index) => ({ key: index, label: t("pricing.field.round", { number: index + 1 }) }))}
        columns={[
          { label: t("pricing.field.openingShare"), unit: "%", kind: "percent", pathOf: round("openingShare") },
          { label: t("pricing.field.clearingProbability"), unit: "%", kind: "percent", pathOf: round("clearingProbability") },
          { label: t("pricing.field.priceMultiple"), unit: "×", kind: "factor", pathOf: round("priceMultiple") },
          // No round comes before the first: its month is that of the stage.
          { label: t("pricing.field.gapMonths"), unit: t("pricing.unit.month"), kind: "months", pathOf: round("gapMonths"), isLeftOut: (key) => key === 0 },
        ]}
      />
      <EditorHeading>{t("pricing.field.debtForAsset")}</EditorHeading>
      <FieldRow label={t("pricing.field.debtForAssetProbability")} unit="%" path={["collateral", "debtForAsset", "probability"]} kind="percent" />
      <FieldRow label={t("pricing.field.realisationShare")} unit="%" path={["collateral", "debtForAsset", "realisationShare"]} kind="percent" />
      <FieldRow label={t("pricing.field.debtForAssetGap")} unit={t("pricing.unit.month")} path={["collateral", "debtForAsset", "gapMonths"]} kind="months" />
      <FieldRow label={t("pricing.route.deedTaxRate")} unit="%" path={["collateral", "debtForAsset", "deedTaxRate"]} kind="percent" />
      <FieldRow label={t("pricing.route.carryRate")} unit="%" path={["collateral", "debtForAsset", "carryRate"]} kind="percent" />
      <FieldRow label={t("pricing.route.resaleRate")} unit="%" path={["collateral", "debtForAsset", "resaleRate"]} kind="percent" />
      <EditorHeading>{t("pricing.field.proceeds")}</EditorHeading>
      <FieldRow label={t("pricing.field.annualGrowth")} unit="%" path={["collateral", "annualGrowth"]} kind="percent" />
      <FieldRow label={t("pricing.field.sellerTaxRate")} unit="%" path={["collateral", "sellerTaxRate"]} kind="percent" />
      <FieldRow label={t("pricing.field.saleCostRate")} unit="%" path={["collateral", "saleCostRate"]} kind="percent" />
      <FieldRow label={t("pricing.field.seniorShare")} unit="%" path={["collateral", "seniorShareByMissingRank"]} kind="percent" />
      <FeeScheduleEditor title={t("pricing.route.commission")} schedule={collateral.auctionCommission} path={["collateral", "auctionCommission"]} />
      <FieldRow label={t("pricing.route.commissionBorne")} unit="%" path={["collateral", "auctionCommissionBorneShare"]} kind="percent" />
      <EditorHeading>{t("pricing.field.byKind")}</EditorHeading>
      <EditorGrid
        caption={t("pricing.field.byKind")}
        rows={collateralKinds.map((kind) => ({ key: kind, label: t(`code.collateralKind.${kind}`) }))}
        columns={[
          { label: t("pricing.field.appraisalFactor"), unit: "×", kind: "factor", pathOf: (key) => ["collateral", "appraisalFactor", key] },
          { label: t("pricing.field.appraisalIndex"), unit: "%", kind: "percent", nullable: true, pathOf: (key) => ["collateral", "appraisalIndex", key] },
          { label: t("pricing.field.clearingFactor"), unit: "×", kind: "factor", pathOf: (key) => ["collateral", "clearingFactor", key] },
        ]}
      />
      <CityIndexEditor rows={collateral.cityIndex} />
    </>
  );
}
