import { useTheme } from "@mui/material/styles";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { SensitivityMeasure, Tornado } from "../../shared/domain/scenario-results.ts";
import { chartNumber, measureText } from "../analyses/shift-texts.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { EChart } from "../ui/charts/EChart.tsx";
import { tornadoBars, tornadoOption } from "./tornado-option.ts";
import { useMeasureName } from "./use-measure-name.ts";

interface TornadoChartProps {
  readonly tornado: Tornado;
  readonly measure: SensitivityMeasure;
}

/** What each driver does to the measure, the widest first. */
export const TornadoChart = memo(function TornadoChart({ tornado, measure }: TornadoChartProps) {
  const { t } = useTranslation();
  const { palette } = useTheme();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const name = useMeasureName(measure);
  const origin = chartNumber(tornado.start, measure, unit) ?? 0;
  const bars = useMemo(() => tornadoBars(tornado, measure, unit, language, t), [tornado, measure, unit, language, t]);
  const option = useMemo(() => tornadoOption({ bars, origin, measure, palette, t }), [bars, origin, measure, palette, t]);
  const table = useMemo(
    () => ({
      head: [t("sensitivity.tornado.driver"), t("sensitivity.tornado.low"), name, t("sensitivity.tornado.high"), `${name} `],
      rows: bars.map(({ driver, low, high }) => [driver, low.shift, low.text, high.shift, high.text]),
    }),
    [bars, name, t],
  );
  const start = t("sensitivity.tornado.start", { figure: measureText(tornado.start, measure, unit, t) });
  return <EChart caption={`${name} · ${start}`} option={option} label={name} table={table} height={260} />;
});
