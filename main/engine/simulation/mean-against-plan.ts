import type { SimulationAssumptions } from "../../../shared/domain/simulation-assumptions.ts";
import type { MeanAgainstPlan, MeanReason, Spread } from "../../../shared/domain/simulation-results.ts";

/** Standard errors within which a mean is the plan's. */
const MOST_ERRORS = 2;

interface WhatIsDrawn {
  readonly terms: SimulationAssumptions;
  readonly hasGuarantorCaps: boolean;
}

/**
 * The mean of the paths' present values beside that of the exact engine, and why it may be another: prices, months and cash are
 * on average what the plan says (`given-outcome.ts`), what a bound makes of them is not (METHOD §6).
 *
 * @param presentValue of the paths, fen
 * @param plannedFen what the exact engine gives the case, fen
 */
export function meanAgainstPlan(presentValue: Pick<Spread, "mean" | "standardError">, plannedFen: number, drawn: WhatIsDrawn): MeanAgainstPlan {
  const differenceFen = presentValue.mean - plannedFen;
  return {
    plannedFen,
    differenceFen,
    differenceShare: plannedFen === 0 ? null : differenceFen / Math.abs(plannedFen),
    isBeyondError: Math.abs(differenceFen) > MOST_ERRORS * presentValue.standardError,
    reasons: reasonsOf(drawn),
  };
}

/** What is drawn and passes a bound, or moves another thing that is drawn. */
function reasonsOf({ terms: { valueVolatility, cashVolatility, delay }, hasGuarantorCaps }: WhatIsDrawn): MeanReason[] {
  const isAbove = (shares: Readonly<Record<string, number>>): boolean => Object.values(shares).some((share) => share > 0);
  return [
    ...(isAbove(valueVolatility) ? (["priceBounds"] as const) : []),
    ...(isAbove(cashVolatility) ? (["cashBounds"] as const) : []),
    ...(hasGuarantorCaps ? (["guarantorCaps"] as const) : []),
    ...(delay.meanMonths !== 0 || delay.spreadMonths > 0 ? (["delays"] as const) : []),
    ...(delay.spreadMonths > 0 && delay.loading > 0 && isAbove(valueVolatility) ? (["slowInFallingMarkets"] as const) : []),
  ];
}
