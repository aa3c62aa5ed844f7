import Box from "@mui/material/Box";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { sensitivityMeasures, tornadoRangesSchema } from "../../shared/domain/scenario-results.ts";
import { AnalysisFrame } from "../analyses/AnalysisFrame.tsx";
import { changeSettings, useAnalysisSettings } from "../analyses/analysis-settings.ts";
import { plainTable } from "../analyses/plain-table.ts";
import { ShiftField } from "../analyses/ShiftField.tsx";
import { SmallChoice } from "../analyses/SmallChoice.tsx";
import { useAnalysis } from "../analyses/use-analysis.ts";
import { shiftFields } from "../model/shift-fields.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import { TornadoChart } from "./TornadoChart.tsx";

/** One driver at a time: bars at the left, their ranges at the right. */
export function TornadoPanel({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  const answers = useWorkbench((state) => state.answers);
  const caseName = useWorkbench((state) => state.caseName);
  const { ranges, tornadoMeasure: measure } = useAnalysisSettings();
  const parsed = tornadoRangesSchema.safeParse(ranges);
  const invalid = new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0])));
  const { data, failure, isRunning, retry } = useAnalysis(
    "sensitivity.tornado",
    parsed.success ? { dealId, caseName, ranges: parsed.data, measure } : null,
    answers,
  );
  // A field that is emptied while it is typed has no number yet.
  const [empty, setEmpty] = useState<string | null>(null);
  const change = (key: (typeof shiftFields)[number]["key"], end: "low" | "high", next: number | null) => {
    setEmpty(next === null ? `${key}.${end}` : null);
    changeSettings({ ranges: { ...ranges, [key]: { ...ranges[key], [end]: next ?? Number.NaN } } });
  };
  return (
    <AnalysisFrame
      title={t("sensitivity.tornado.title")}
      intro={t("sensitivity.tornado.intro")}
      isRunning={isRunning}
      failure={failure}
      onRetry={retry}
      problem={parsed.success ? null : t("sensitivity.tornado.invalid")}
      testId="tornado"
      actions={
        <SmallChoice
          label={t("sensitivity.measure.title")}
          value={measure}
          options={sensitivityMeasures}
          textOf={(one) => t(`sensitivity.measure.${one}`)}
          onChange={(next) => changeSettings({ tornadoMeasure: next })}
          width={230}
          testId="tornado-measure"
        />
      }
    >
      <Box sx={{ display: "grid", gridTemplateColumns: "minmax(420px, 1fr) 330px", columnGap: 2, alignItems: "start" }}>
        <Box sx={{ minWidth: 0 }}>{data === undefined ? null : <TornadoChart tornado={data} measure={measure} />}</Box>
        <Box
          component="table"
          aria-label={t("sensitivity.tornado.ranges")}
          sx={{ ...plainTable, "& td": { ...plainTable["& td, & thead th.number"], px: 0.5 } }}
        >
          <thead>
            <tr>
              <th scope="col">{t("sensitivity.tornado.ranges")}</th>
              <th scope="col" className="number">
                {t("sensitivity.tornado.low")}
              </th>
              <th scope="col" className="number">
                {t("sensitivity.tornado.high")}
              </th>
              <th aria-label={t("common.unit", { unit: "" })} />
            </tr>
          </thead>
          <tbody>
            {shiftFields.map(({ key, kind, unit }) => (
              <tr key={key}>
                <th scope="row">{t(`pricing.shift.${key}`)}</th>
                {(["low", "high"] as const).map((end) => (
                  <Box component="td" key={end} sx={{ width: 66 }}>
                    <ShiftField
                      label={`${t(`pricing.shift.${key}`)} ${t(`sensitivity.tornado.${end}`)}`}
                      value={empty === `${key}.${end}` ? null : ranges[key][end]}
                      kind={kind}
                      isInvalid={invalid.has(key)}
                      onChange={(next) => change(key, end, next)}
                      testId={`range-${key}-${end}`}
                    />
                  </Box>
                ))}
                <Box component="td" sx={{ fontSize: 11, color: "text.secondary", textAlign: "left !important" }}>
                  {t(unit)}
                </Box>
              </tr>
            ))}
          </tbody>
        </Box>
      </Box>
    </AnalysisFrame>
  );
}
