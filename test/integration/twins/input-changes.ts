import type { DealModel } from "../../../shared/contract/assumption-channels.ts";
import type { Assumptions, Cases } from "../../../shared/domain/assumptions.ts";
import type { CaseResult, PricingResult } from "../../../shared/domain/pricing-results.ts";

/** One number changed in the app and in the workbook: there it is the cell of that name. */
interface InputChange {
  readonly name: string;
  readonly value: number;
  readonly change: (assumptions: Assumptions, cases: Cases) => void;
}

const round = (assumptions: Assumptions, place: number) => {
  const found = assumptions.collateral.rounds[place];
  if (found === undefined) throw new Error(`no round ${place}`);
  return found;
};

export const inputChanges: readonly InputChange[] = [
  { name: "hurdle_rate", value: 0.1, change: (assumptions) => (assumptions.hurdleRate = 0.1) },
  { name: "horizon_months", value: 60, change: (assumptions) => (assumptions.horizonMonths = 60) },
  { name: "closing_month", value: 7, change: ({ closing }) => (closing.closingMonth = 7) },
  { name: "deal_cost_rate", value: 0.012, change: ({ closing }) => (closing.dealCostRate = 0.012) },
  { name: "annual_growth", value: 0.015, change: ({ collateral }) => (collateral.annualGrowth = 0.015) },
  { name: "sale_cost_rate", value: 0.05, change: ({ collateral }) => (collateral.saleCostRate = 0.05) },
  { name: "servicer_collateral", value: 0.07, change: ({ costs }) => (costs.servicerRateCollateral = 0.07) },
  { name: "take_over_probability", value: 0.25, change: ({ collateral }) => (collateral.debtForAsset.probability = 0.25) },
  { name: "take_over_gap", value: 11, change: ({ collateral }) => (collateral.debtForAsset.gapMonths = 11) },
  { name: "surplus_share", value: 0.85, change: ({ priorities }) => (priorities.surplusShare = 0.85) },
  { name: "property_fee_rate", value: 0.006, change: ({ priorities }) => (priorities.propertyFeeRate = 0.006) },
  { name: "waiting_months", value: 14, change: ({ priorities }) => (priorities.waitingMonths = 14) },
  { name: "servicer_cash", value: 0.22, change: ({ costs }) => (costs.servicerRateCash = 0.22) },
  { name: "overhead_yuan", value: 160_000, change: ({ costs }) => (costs.overheadYuanPerMonth = 160_000) },
  { name: "round_1_clearing", value: 0.31, change: (assumptions) => (round(assumptions, 0).clearingProbability = 0.31) },
  { name: "round_2_gap", value: 5, change: (assumptions) => (round(assumptions, 1).gapMonths = 5) },
  { name: "appraisal_factor_industrial", value: 0.6, change: ({ collateral }) => (collateral.appraisalFactor.industrial = 0.6) },
  { name: "curve_rate_corporateSecured", value: 0.0034, change: ({ curves }) => (curves.corporateSecured.firstMonthRate = 0.0034) },
  { name: "collateral_value_shift_base", value: -0.1, change: (_, { base }) => (base.collateralValueShift = -0.1) },
  { name: "delay_months_shift_high", value: 3, change: (_, { high }) => (high.delayMonthsShift = 3) },
];

/** The model with one number changed. */
export function changed(model: DealModel, { change }: InputChange): DealModel {
  const { assumptions, cases } = structuredClone({ assumptions: model.assumptions, cases: model.cases });
  change(assumptions, cases);
  return { ...model, assumptions, cases };
}

/** What a change is looked at by: figures of a case, by the names of their rows in the workbook. */
const figures: Readonly<Record<string, (result: CaseResult) => number | null>> = {
  max_bid: ({ maxBidFen }) => maxBidFen / 100,
  present_value: ({ presentValueFen }) => presentValueFen / 100,
  collateral: ({ collateralRecoveryFen }) => collateralRecoveryFen / 100,
  cash: ({ cashRecoveryFen }) => cashRecoveryFen / 100,
  costs: ({ costsFen }) => costsFen / 100,
  wal: ({ atMaxBid }) => atMaxBid.walYears,
  irr_at_bid: ({ atBidPrice }) => (atBidPrice.irr.kind === "one" ? atBidPrice.irr.rate : null),
};
export const figureNames = Object.keys(figures);

/** By name and case, "max_bid_base". */
export function figuresOf({ cases }: PricingResult): ReadonlyMap<string, number> {
  const found = cases.flatMap((result) => figureNames.map((name) => [`${name}_${result.caseName}`, figures[name]?.(result) ?? null] as const));
  return new Map(found.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

/** Figures that differ by more than 1e-6 of what the app says, in words. */
export function differing(app: ReadonlyMap<string, number>, found: (name: string) => number): string[] {
  return Array.from(app).flatMap(([name, value]) =>
    Math.abs(found(name) - value) <= 1e-6 * Math.abs(value) + 1e-9 ? [] : [`${name}: ${value} in the app, ${found(name)} in the workbook`],
  );
}
