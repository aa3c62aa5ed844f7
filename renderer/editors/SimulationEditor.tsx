import { useTranslation } from "react-i18next";
import { collateralKinds, segments } from "../../shared/domain/codes.ts";
import { EditorGrid } from "./rows/EditorGrid.tsx";
import { EditorHeading } from "./rows/EditorHeading.tsx";
import { FieldRow } from "./rows/FieldRow.tsx";

/** Loadings, volatilities and spread of the simulation; paths, seed and confidence where no bar of a run has them. */
export function SimulationEditor({ isWithRun = true }: { readonly isWithRun?: boolean }) {
  const { t } = useTranslation();
  const by = (field: string) => (key: string | number) => ["simulation", field, key];
  return (
    <>
      {isWithRun ? (
        <>
          <FieldRow label={t("simulation.field.paths")} unit="" path={["simulation", "paths"]} kind="months" />
          <FieldRow label={t("simulation.field.seed")} unit="" path={["simulation", "seed"]} kind="months" wide />
          <FieldRow label={t("simulation.field.confidence")} unit="%" path={["simulation", "confidence"]} kind="percent" />
        </>
      ) : null}
      <EditorHeading>{t("simulation.field.delay")}</EditorHeading>
      <FieldRow label={t("simulation.field.meanMonths")} unit={t("pricing.unit.month")} path={["simulation", "delay", "meanMonths"]} kind="factor" />
      <FieldRow label={t("simulation.field.spreadMonths")} unit={t("pricing.unit.month")} path={["simulation", "delay", "spreadMonths"]} kind="factor" />
      <FieldRow label={t("simulation.field.delayLoading")} unit="%" path={["simulation", "delay", "loading"]} kind="percent" testId="delay-loading" />
      <EditorHeading>{t("simulation.field.bySegment")}</EditorHeading>
      <EditorGrid
        caption={t("simulation.field.bySegment")}
        rows={segments.map((segment) => ({ key: segment, label: t(`code.segment.${segment}`) }))}
        columns={[
          { label: t("simulation.field.eventLoading"), unit: "%", kind: "percent", pathOf: by("eventLoading") },
          { label: t("simulation.field.priceLoading"), unit: "%", kind: "percent", pathOf: by("priceLoading") },
          { label: t("simulation.field.cashVolatility"), unit: "%", kind: "percent", pathOf: by("cashVolatility") },
        ]}
      />
      <EditorHeading>{t("simulation.field.byKind")}</EditorHeading>
      <EditorGrid
        caption={t("simulation.field.byKind")}
        rows={collateralKinds.map((kind) => ({ key: kind, label: t(`code.collateralKind.${kind}`) }))}
        columns={[{ label: t("simulation.field.valueVolatility"), unit: "%", kind: "percent", pathOf: by("valueVolatility") }]}
      />
    </>
  );
}
