import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { formatRate } from "../../shared/format.ts";
import { AnalysisFrame } from "../analyses/AnalysisFrame.tsx";
import { useAnalysis } from "../analyses/use-analysis.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import { DebtorChart } from "./DebtorChart.tsx";
import { cumulativeShares } from "./debtor-option.ts";
import { PriceCurveChart } from "./PriceCurveChart.tsx";
import { WaterfallChart } from "./WaterfallChart.tsx";

/** The bid in pictures: how it comes about, what each price earns, whose loans it rests on. */
export function ChartsView({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  const answers = useWorkbench((state) => state.answers);
  const caseName = useWorkbench((state) => state.caseName);
  const result = useWorkbench((state) => state.result);
  const curve = useAnalysis("sensitivity.priceCurve", { dealId, caseName }, answers);
  const debtors = useAnalysis("pricing.debtorShares", { dealId, caseName }, answers);
  const selected = result?.cases.find((one) => one.caseName === caseName);
  const named = t(`code.caseName.${caseName}`);
  const topTen = debtors.data === undefined ? null : (cumulativeShares(debtors.data)[Math.min(10, debtors.data.largest.length) - 1] ?? null);
  return (
    <Box data-testid="charts-view">
      <AnalysisFrame title={t("chart.waterfall.heading")} intro={t("chart.waterfall.intro")} testId="waterfall">
        {result === null || selected === undefined ? null : <WaterfallChart totals={result.totals} result={selected} />}
      </AnalysisFrame>
      <AnalysisFrame
        title={t("chart.priceCurve.heading")}
        intro={t("chart.priceCurve.intro")}
        isRunning={curve.isRunning}
        failure={curve.failure}
        onRetry={curve.retry}
        testId="price-curve"
      >
        {curve.data === undefined ? null : <PriceCurveChart curve={curve.data} caseName={named} />}
      </AnalysisFrame>
      <AnalysisFrame
        title={t("chart.debtors.heading")}
        intro={topTen === null ? t("chart.debtors.intro") : t("chart.debtors.topTen", { share: formatRate(topTen, 1) })}
        isRunning={debtors.isRunning}
        failure={debtors.failure}
        onRetry={debtors.retry}
        testId="debtor-shares"
      >
        {debtors.data === undefined ? null : <DebtorChart shares={debtors.data} caseName={named} />}
      </AnalysisFrame>
    </Box>
  );
}
