import { useTranslation } from "react-i18next";
import { type BreakEven, type BreakEvenTarget, breakEvenTargetSchema, type ReverseStress } from "../../shared/domain/scenario-results.ts";
import type { ShiftKey } from "../../shared/domain/shifts.ts";
import { useAnalysisSettings } from "../analyses/analysis-settings.ts";
import { useAnalysis } from "../analyses/use-analysis.ts";
import { useCall } from "../desk/desk-client.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import type { UnderEdit } from "../ui/fields/unread.ts";

/** What moves, until which target fails, and the answer: for one driver, or for a scenario as a whole. */
export function useBreakEven(dealId: number) {
  const { t } = useTranslation();
  const answers = useWorkbench((state) => state.answers);
  const caseName = useWorkbench((state) => state.caseName);
  const bidPriceFen = useWorkbench((state) => state.result?.bidPriceFen ?? 0);
  const { moved: chosen, targetKind, targetRate, targetProfitFen, targetBidFen } = useAnalysisSettings();
  const scenarios = useCall("scenarios.list", { dealId }).data ?? [];
  // A scenario of another deal, or one that is gone, is not asked for.
  const moved = typeof chosen === "number" && !scenarios.some(({ id }) => id === chosen) ? "collateralValueShift" : chosen;
  const targets: Record<BreakEvenTarget["kind"], UnderEdit<BreakEvenTarget>> = {
    irr: { kind: "irr", rate: targetRate },
    profit: { kind: "profit", profitFen: targetProfitFen ?? 0 },
    maxBid: { kind: "maxBid", priceFen: targetBidFen ?? bidPriceFen },
  };
  const target = breakEvenTargetSchema.safeParse(targets[targetKind]).data ?? null;
  const single = useAnalysis("sensitivity.breakEven", target && typeof moved === "string" ? { dealId, caseName, driver: moved, target } : null, answers);
  const whole = useAnalysis("sensitivity.reverseStress", target && typeof moved === "number" ? { dealId, caseName, scenarioId: moved, target } : null, answers);
  const { failure, isRunning, retry } = typeof moved === "string" ? single : whole;
  const answer: BreakEven | ReverseStress | undefined = typeof moved === "string" ? single.data : whole.data;
  const nameOf = (what: ShiftKey | number): string =>
    typeof what === "string" ? t(`pricing.shift.${what}`) : t("sensitivity.breakEven.scenario", { name: scenarios.find(({ id }) => id === what)?.name ?? "" });
  return { moved, scenarios, nameOf, isTargetValid: target !== null, answer, failure, isRunning, retry };
}
