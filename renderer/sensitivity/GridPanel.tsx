import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { type GridAxis, gridAxesSchema, gridAxisLimit, sensitivityMeasures } from "../../shared/domain/scenario-results.ts";
import { type ShiftKey, shiftKeys } from "../../shared/domain/shifts.ts";
import { AnalysisFrame } from "../analyses/AnalysisFrame.tsx";
import { changeSettings, useAnalysisSettings } from "../analyses/analysis-settings.ts";
import { ShiftField } from "../analyses/ShiftField.tsx";
import { SmallChoice } from "../analyses/SmallChoice.tsx";
import { useAnalysis } from "../analyses/use-analysis.ts";
import { shiftFieldOf } from "../model/shift-fields.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import { GridChart } from "./GridChart.tsx";

/** Where an axis starts when its driver is chosen anew. */
const usualAxes: Readonly<Record<ShiftKey, GridAxis>> = {
  collateralValueShift: { driver: "collateralValueShift", from: -0.3, to: 0.3, count: 7 },
  clearingProbabilityShift: { driver: "clearingProbabilityShift", from: -0.3, to: 0.3, count: 7 },
  delayMonthsShift: { driver: "delayMonthsShift", from: -6, to: 24, count: 6 },
  cashRecoveryShift: { driver: "cashRecoveryShift", from: -0.5, to: 0.5, count: 5 },
  costsShift: { driver: "costsShift", from: -0.2, to: 0.4, count: 7 },
  hurdleRateShift: { driver: "hurdleRateShift", from: -0.04, to: 0.04, count: 5 },
};

/** Any two drivers against each other, as a heat map. */
export function GridPanel({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  const answers = useWorkbench((state) => state.answers);
  const caseName = useWorkbench((state) => state.caseName);
  const { axes, gridMeasure: measure } = useAnalysisSettings();
  const parsed = gridAxesSchema.safeParse(axes);
  const invalid = new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0])));
  const { data, failure, isRunning, retry } = useAnalysis("sensitivity.grid", parsed.success ? { dealId, caseName, axes: parsed.data } : null, answers);
  return (
    <AnalysisFrame
      title={t("sensitivity.grid.title")}
      intro={t("sensitivity.grid.intro")}
      isRunning={isRunning}
      failure={failure}
      onRetry={retry}
      problem={parsed.success ? null : t("sensitivity.grid.invalid", { limit: gridAxisLimit })}
      testId="grid"
      actions={
        <SmallChoice
          label={t("sensitivity.measure.title")}
          value={measure}
          options={sensitivityMeasures}
          textOf={(one) => t(`sensitivity.measure.${one}`)}
          onChange={(next) => changeSettings({ gridMeasure: next })}
          width={230}
          testId="grid-measure"
        />
      }
    >
      <Box sx={{ display: "flex", flexWrap: "wrap", columnGap: 3, rowGap: 1.5, mt: 1.5, mb: 1 }}>
        {(["across", "down"] as const).map((place) => (
          <AxisFields
            key={place}
            place={place}
            axis={axes[place]}
            isInvalid={invalid.has(place)}
            onChange={(axis) => changeSettings({ axes: { ...axes, [place]: axis } })}
          />
        ))}
      </Box>
      {data === undefined ? null : <GridChart grid={data} measure={measure} />}
    </AnalysisFrame>
  );
}

interface AxisFieldsProps {
  readonly place: "across" | "down";
  readonly axis: GridAxis;
  readonly isInvalid: boolean;
  readonly onChange: (axis: GridAxis) => void;
}

function AxisFields({ place, axis, isInvalid, onChange }: AxisFieldsProps) {
  const { t } = useTranslation();
  const { kind, unit } = shiftFieldOf(axis.driver);
  const field = (key: "from" | "to" | "count") => (
    <Box sx={{ width: 58 }}>
      <ShiftField
        key={`${axis.driver}.${key}`}
        label={`${t(`sensitivity.grid.${place}`)} ${t(`sensitivity.grid.${key}`)}`}
        value={axis[key]}
        kind={key === "count" ? "factor" : kind}
        isInvalid={isInvalid}
        onChange={(next) => onChange({ ...axis, [key]: next ?? Number.NaN })}
        testId={`grid-${place}-${key}`}
      />
    </Box>
  );
  return (
    <Box sx={{ display: "flex", alignItems: "center", gap: 0.75, fontSize: 12 }}>
      <SmallChoice
        label={t(`sensitivity.grid.${place}`)}
        value={axis.driver}
        options={shiftKeys}
        textOf={(driver) => t(`pricing.shift.${driver}`)}
        onChange={(driver) => onChange(usualAxes[driver])}
        width={170}
        testId={`grid-${place}-driver`}
      />
      <span>{t("sensitivity.grid.from")}</span>
      {field("from")}
      <span>{t("sensitivity.grid.to")}</span>
      {field("to")}
      <Box component="span" sx={{ color: "text.secondary" }}>
        {t(unit)}
      </Box>
      <Box component="span" sx={{ ml: 1 }}>
        {t("sensitivity.grid.count")}
      </Box>
      {field("count")}
    </Box>
  );
}
