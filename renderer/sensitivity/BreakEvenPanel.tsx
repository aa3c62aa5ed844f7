import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { type BreakEven, type BreakEvenTarget, breakEvenTargetSchema, type ReverseStress } from "../../shared/domain/scenario-results.ts";
import { shiftKeys } from "../../shared/domain/shifts.ts";
import { AnalysisFrame } from "../analyses/AnalysisFrame.tsx";
import { changeSettings, useAnalysisSettings } from "../analyses/analysis-settings.ts";
import { SmallChoice } from "../analyses/SmallChoice.tsx";
import { useAnalysis } from "../analyses/use-analysis.ts";
import { useCall } from "../desk/desk-client.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import { MoneyField } from "../ui/MoneyField.tsx";
import { RateField } from "../ui/RateField.tsx";
import { BreakEvenAnswer } from "./BreakEvenAnswer.tsx";

const targetKinds = ["irr", "profit", "maxBid"] as const;
const targetTexts = {
  irr: "sensitivity.breakEven.targetIrr",
  profit: "sensitivity.breakEven.targetProfit",
  maxBid: "sensitivity.breakEven.targetMaxBid",
} as const;

/** How far a driver, or a whole scenario, may go before a target fails. */
export function BreakEvenPanel({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  const answers = useWorkbench((state) => state.answers);
  const caseName = useWorkbench((state) => state.caseName);
  const bidPriceFen = useWorkbench((state) => state.result?.bidPriceFen ?? 0);
  const { moved: chosen, targetKind, targetRate, targetProfitFen, targetBidFen } = useAnalysisSettings();
  const { data: scenarios } = useCall("scenarios.list", { dealId });
  // A scenario of another deal, or one that is gone, is not asked for.
  const moved = typeof chosen === "number" && !scenarios?.some(({ id }) => id === chosen) ? "collateralValueShift" : chosen;
  const targets: Record<(typeof targetKinds)[number], BreakEvenTarget> = {
    irr: { kind: "irr", rate: targetRate },
    profit: { kind: "profit", profitFen: targetProfitFen ?? 0 },
    maxBid: { kind: "maxBid", priceFen: targetBidFen ?? bidPriceFen },
  };
  const parsed = breakEvenTargetSchema.safeParse(targets[targetKind]);
  const target = parsed.success ? parsed.data : null;
  const single = useAnalysis("sensitivity.breakEven", target && typeof moved === "string" ? { dealId, caseName, driver: moved, target } : null, answers);
  const multiple = useAnalysis(
    "sensitivity.reverseStress",
    target && typeof moved === "number" ? { dealId, caseName, scenarioId: moved, target } : null,
    answers,
  );
  const { failure, isRunning, retry } = typeof moved === "string" ? single : multiple;
  const answer: BreakEven | ReverseStress | undefined = typeof moved === "string" ? single.data : multiple.data;
  const nameOf = (what: (typeof shiftKeys)[number] | number): string =>
    typeof what === "string" ? t(`pricing.shift.${what}`) : t("sensitivity.breakEven.scenario", { name: scenarios?.find(({ id }) => id === what)?.name ?? "" });
  return (
    <AnalysisFrame
      title={t("sensitivity.breakEven.title")}
      intro={t("sensitivity.breakEven.intro")}
      isRunning={isRunning}
      failure={failure}
      onRetry={retry}
      problem={parsed.success ? null : t("sensitivity.breakEven.invalid")}
      testId="break-even"
    >
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1.5, my: 1, alignItems: "flex-start" }}>
        <SmallChoice
          label={t("sensitivity.breakEven.what")}
          value={moved}
          options={[...shiftKeys, ...(scenarios ?? []).map(({ id }) => id)]}
          textOf={nameOf}
          onChange={(next) => changeSettings({ moved: next })}
          width={260}
          testId="break-even-what"
        />
        <SmallChoice
          label={t("sensitivity.breakEven.target")}
          value={targetKind}
          options={targetKinds}
          textOf={(kind) => t(targetTexts[kind])}
          onChange={(next) => changeSettings({ targetKind: next })}
          testId="break-even-target"
        />
        <Box sx={{ width: 190 }}>
          {targetKind === "irr" ? (
            <RateField
              label={t("sensitivity.breakEven.value")}
              value={Number.isNaN(targetRate) ? null : targetRate}
              onChange={(rate) => changeSettings({ targetRate: rate ?? Number.NaN })}
              fullWidth
              testId="break-even-rate"
            />
          ) : targetKind === "profit" ? (
            <MoneyField
              label={t("sensitivity.breakEven.value")}
              valueFen={targetProfitFen}
              onChange={(fen) => changeSettings({ targetProfitFen: fen })}
              placeholder="0"
              fullWidth
              testId="break-even-profit"
            />
          ) : (
            <MoneyField
              label={t("sensitivity.breakEven.value")}
              valueFen={targetBidFen}
              onChange={(fen) => changeSettings({ targetBidFen: fen })}
              placeholder={t("sensitivity.breakEven.targetBid")}
              fullWidth
              testId="break-even-bid"
            />
          )}
        </Box>
      </Box>
      {answer === undefined ? null : <BreakEvenAnswer answer={answer} moved={moved} name={nameOf(moved)} />}
    </AnalysisFrame>
  );
}
