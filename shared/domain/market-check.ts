import type { DealKind } from "./codes.ts";
import type { CaseResult, PricingResult } from "./pricing-results.ts";

/**
 * What retail bulk packages are sold for, as a share of principal: averages of Yindeng's published quarters from 2024 Q3
 * (9.4 %) to 2025 Q1 (6.9 %), and the span beyond which a bid is explained. A check: no assumption is made to meet it.
 */
export const retailMarket = { from: "2024 Q3", to: "2025 Q1", low: 0.069, high: 0.094, least: 0.04, most: 0.12 } as const;

/** A highest bid that lies beside the market, in shares of principal that add up: ratio = receipts − costs − waiting. */
export interface MarketCheck {
  readonly side: "below" | "above";
  readonly ratio: number;
  readonly receipts: number;
  readonly costs: number;
  /** What waiting for the money at the hurdle rate, deal costs and a settlement at closing take. */
  readonly waiting: number;
}

/** Why the base case's highest bid is none that the market pays; null where it is one, or where no such figures are known of the kind of deal. */
export function marketCheck(
  dealKind: DealKind,
  { cases, totals }: Pick<PricingResult, "totals"> & { readonly cases: readonly CaseSums[] },
): MarketCheck | null {
  const base = cases.find(({ caseName }) => caseName === "base");
  if (dealKind !== "retailBulk" || base === undefined || totals.upbFen === 0) return null;
  const ratio = base.maxBidFen / totals.upbFen;
  if (ratio >= retailMarket.least && ratio <= retailMarket.most) return null;
  const receipts = base.grossRecoveryFen / totals.upbFen;
  const costs = base.costsFen / totals.upbFen;
  return { side: ratio < retailMarket.least ? "below" : "above", ratio, receipts, costs, waiting: receipts - costs - ratio };
}

type CaseSums = Pick<CaseResult, "caseName" | "maxBidFen" | "grossRecoveryFen" | "costsFen">;
