import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { tornadoRangesSchema } from "../../shared/domain/scenario-results.ts";
import { AnalysisFrame } from "../analyses/AnalysisFrame.tsx";
import { changeSettings, useAnalysisSettings } from "../analyses/analysis-settings.ts";
import { useAnalysis } from "../analyses/use-analysis.ts";
import { useLanguage } from "../desk/session-store.ts";
import { EmptyFiguresNote, hasFigures } from "../model/EmptyFiguresNote.tsx";
import { refusedFields } from "../model/edit-path.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import { useTableExport } from "../ui/exports/use-export.ts";
import { MeasureChoice } from "./MeasureChoice.tsx";
import { RangesEditor } from "./RangesEditor.tsx";
import { tornadoTables } from "./sensitivity-tables.ts";
import { TornadoChart } from "./TornadoChart.tsx";

/** One driver at a time: bars at the left, their ranges at the right. */
export function TornadoPanel({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  const answers = useWorkbench((state) => state.answers);
  const caseName = useWorkbench((state) => state.caseName);
  const { ranges, tornadoMeasure: measure } = useAnalysisSettings();
  const parsed = tornadoRangesSchema.safeParse(ranges);
  const invalid = refusedFields(parsed);
  const { data, failure, isRunning, retry } = useAnalysis(
    "sensitivity.tornado",
    parsed.success ? { dealId, caseName, ranges: parsed.data, measure } : null,
    answers,
  );
  const language = useLanguage();
  const plainName = t(`sensitivity.measure.${measure}`);
  const exporting = useTableExport(t("sensitivity.tornado.title"), () => (data === undefined ? [] : tornadoTables(data, measure, plainName, language, t)));
  const isEmpty = data !== undefined && !hasFigures([data.start, ...data.bars.flatMap(({ low, high }) => [low.cell, high.cell])], measure);
  return (
    <AnalysisFrame
      title={t("sensitivity.tornado.title")}
      intro={t("sensitivity.tornado.intro")}
      isRunning={isRunning}
      failure={failure}
      onRetry={retry}
      problem={parsed.success ? null : t("sensitivity.tornado.invalid")}
      testId="tornado"
      exporting={data === undefined ? undefined : exporting}
      actions={<MeasureChoice measure={measure} onChange={(next) => changeSettings({ tornadoMeasure: next })} testId="tornado-measure" />}
    >
      <Box sx={{ display: "grid", gridTemplateColumns: "minmax(370px, 1fr) 330px", columnGap: 2, alignItems: "start" }}>
        <Box sx={{ minWidth: 0 }}>
          {data === undefined ? null : isEmpty ? <EmptyFiguresNote measure={measure} /> : <TornadoChart tornado={data} measure={measure} />}
        </Box>
        <RangesEditor ranges={ranges} invalid={invalid} onChange={(next) => changeSettings({ ranges: next })} />
      </Box>
    </AnalysisFrame>
  );
}
