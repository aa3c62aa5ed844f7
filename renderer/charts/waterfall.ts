import type { CaseResult, PackageTotals } from "../../shared/domain/pricing-results.ts";

const waterfallSteps = [
  "claim",
  "interestAndFees",
  "principal",
  "unrecovered",
  "grossRecovery",
  "costs",
  "transition",
  "timeValue",
  "presentValue",
  "paymentTerms",
  "maxBid",
] as const;
type WaterfallStep = (typeof waterfallSteps)[number];

export interface WaterfallBar {
  readonly step: WaterfallStep;
  /** What stands there, or by how much the step moves it. */
  readonly amountFen: number;
  readonly fromFen: number;
  readonly toFen: number;
  readonly isTotal: boolean;
}

/** Changes that are left out where they are nothing. */
const optional: readonly WaterfallStep[] = ["transition", "paymentTerms"];

/** From the claim to the highest bid of one case; each change leads from the total before it to the next, to the fen. */
export function waterfallBars(totals: PackageTotals, result: CaseResult): readonly WaterfallBar[] {
  const at: Readonly<Partial<Record<WaterfallStep, number>>> = {
    claim: totals.claimFen,
    principal: totals.upbFen,
    grossRecovery: result.grossRecoveryFen,
    presentValue: result.presentValueFen,
    maxBid: result.maxBidFen,
  };
  const change: Readonly<Partial<Record<WaterfallStep, number>>> = {
    interestAndFees: totals.upbFen - totals.claimFen,
    unrecovered: result.grossRecoveryFen - totals.upbFen,
    costs: -result.costsFen,
    transition: result.transition?.changeFen ?? 0,
    timeValue: result.presentValueFen - result.netCashFlowFen,
    paymentTerms: result.maxBidFen - result.presentValueFen,
  };
  let level = 0;
  const bars: WaterfallBar[] = [];
  for (const step of waterfallSteps) {
    const total = at[step];
    if (total !== undefined) {
      level = total;
      bars.push({ step, amountFen: total, fromFen: 0, toFen: total, isTotal: true });
      continue;
    }
    const amountFen = change[step] ?? 0;
    if (amountFen === 0 && optional.includes(step)) continue;
    bars.push({ step, amountFen, fromFen: level, toFen: level + amountFen, isTotal: false });
    level += amountFen;
  }
  return bars;
}
