import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { gridAxesSchema, gridAxisLimit } from "../../shared/domain/scenario-results.ts";
import { AnalysisFrame } from "../analyses/AnalysisFrame.tsx";
import { changeSettings, useAnalysisSettings } from "../analyses/analysis-settings.ts";
import { useAnalysis } from "../analyses/use-analysis.ts";
import { useLanguage } from "../desk/session-store.ts";
import { EmptyFiguresNote, hasFigures } from "../model/EmptyFiguresNote.tsx";
import { refusedFields } from "../model/edit-path.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import { useTableExport } from "../ui/exports/use-export.ts";
import { AxisFields } from "./AxisFields.tsx";
import { GridChart } from "./GridChart.tsx";
import { MeasureChoice } from "./MeasureChoice.tsx";
import { gridTables } from "./sensitivity-tables.ts";

/** Any two drivers against each other, as a heat map. */
export function GridPanel({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  const answers = useWorkbench((state) => state.answers);
  const caseName = useWorkbench((state) => state.caseName);
  const { axes, gridMeasure: measure } = useAnalysisSettings();
  const parsed = gridAxesSchema.safeParse(axes);
  const invalid = refusedFields(parsed);
  const { data, failure, isRunning, retry } = useAnalysis("sensitivity.grid", parsed.success ? { dealId, caseName, axes: parsed.data } : null, answers);
  const language = useLanguage();
  const plainName = t(`sensitivity.measure.${measure}`);
  const exporting = useTableExport(t("sensitivity.grid.title"), () => (data === undefined ? [] : gridTables(data, measure, plainName, language, t)));
  return (
    <AnalysisFrame
      title={t("sensitivity.grid.title")}
      intro={t("sensitivity.grid.intro")}
      isRunning={isRunning}
      failure={failure}
      onRetry={retry}
      problem={parsed.success ? null : t("sensitivity.grid.invalid", { limit: gridAxisLimit })}
      testId="grid"
      exporting={data === undefined ? undefined : exporting}
      actions={<MeasureChoice measure={measure} onChange={(next) => changeSettings({ gridMeasure: next })} testId="grid-measure" />}
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
      {data === undefined ? null : hasFigures(data.cells, measure) ? <GridChart grid={data} measure={measure} /> : <EmptyFiguresNote measure={measure} />}
    </AnalysisFrame>
  );
}
