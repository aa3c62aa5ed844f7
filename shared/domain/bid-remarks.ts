import type { AssumptionGroup } from "./assumptions.ts";
import type { CaseName } from "./codes.ts";
import type { CaseResult, PricingResult } from "./pricing-results.ts";
import { type RateDoubt, rateDoubt } from "./unusual-inputs.ts";

/** Why nothing above zero may be paid; each has a sentence under `bidRemark.cause.` in shared/locales. */
export type NoPriceCause = "nothingRecovered" | "costsExceedRecoveries" | "settlement" | "hurdle" | "dealCosts";

type RemarkKind =
  | { readonly code: "noPrice"; readonly cause: NoPriceCause }
  | { readonly code: "maxBidAboveClaim" }
  | { readonly code: "hurdle"; readonly doubt: RateDoubt };

/** What must be said beside the highest bids: of which cases, and in which assumptions one would act. */
export type BidRemark = RemarkKind & { readonly caseNames: readonly CaseName[]; readonly group: AssumptionGroup };

/** What of a case's result tells whether a price is left. */
type CaseSums = Pick<CaseResult, "maxBidFen" | "grossRecoveryFen" | "costsFen" | "netCashFlowFen" | "presentValueFen">;

const groupOfCause: Readonly<Record<NoPriceCause, AssumptionGroup>> = {
  nothingRecovered: "collateral",
  costsExceedRecoveries: "costs",
  settlement: "transition",
  hurdle: "hurdleRate",
  dealCosts: "closing",
};

/** The first sum on the way from recoveries to the price that leaves nothing; null where a price is left. */
export function noPriceCause(one: CaseSums): NoPriceCause | null {
  if (one.maxBidFen > 0) return null;
  if (one.grossRecoveryFen <= 0) return "nothingRecovered";
  if (one.costsFen >= one.grossRecoveryFen) return "costsExceedRecoveries";
  if (one.netCashFlowFen <= 0) return "settlement";
  return one.presentValueFen <= 0 ? "hurdle" : "dealCosts";
}

/** Where one would act on a cause. */
export const groupToActOn = (cause: NoPriceCause): AssumptionGroup => groupOfCause[cause];

/** What a case's highest bid can't be read without. */
function remarksOf(one: CaseResult, claimFen: number): (RemarkKind & { readonly group: AssumptionGroup })[] {
  const cause = noPriceCause(one);
  const doubt = rateDoubt("hurdleRate", one.hurdleRate);
  return [
    ...(cause === null ? [] : [{ code: "noPrice" as const, cause, group: groupOfCause[cause] }]),
    // Recoveries never exceed the claim: only discounting, or paying later than one collects, lifts a price above it.
    ...(one.maxBidFen > claimFen ? [{ code: "maxBidAboveClaim" as const, group: one.hurdleRate < 0 ? ("hurdleRate" as const) : ("payment" as const) }] : []),
    ...(doubt === null ? [] : [{ code: "hurdle" as const, doubt, group: "hurdleRate" as const }]),
  ];
}

/** Remarks on the highest bids of a result, cases with the same remark in one. */
export function bidRemarks({ cases, totals }: Pick<PricingResult, "cases" | "totals">): BidRemark[] {
  const found = new Map<string, BidRemark>();
  for (const one of cases) {
    for (const remark of remarksOf(one, totals.claimFen)) {
      const key = JSON.stringify(remark);
      found.set(key, { ...remark, caseNames: [...(found.get(key)?.caseNames ?? []), one.caseName] });
    }
  }
  return [...found.values()];
}
