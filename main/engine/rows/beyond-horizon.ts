import type { CaseResult } from "../../../shared/domain/pricing-results.ts";
import type { CaseInput, PackageColumns } from "../engine-types.ts";
import type { KernelTeam } from "../kernel/kernel-team.ts";
import { resultFen } from "../numbers/engine-output.ts";
import { sumOf } from "../numbers/summation.ts";
import { planCase } from "../plan/case-plan.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { curveCash, expandFlows } from "../pool/pool-flows.ts";
import { poolPresentValue, solveMaxBid } from "../pool/price-measures.ts";
import { type PreparedPackage, prepareAside } from "./prepared-package.ts";
import { type PricedLoans, priceLoans } from "./price-loans.ts";

/** The last month that is looked at beyond a horizon: a curve of the built-in sets has brought all but a hundredth of what it ever brings by then. */
const LAST_MONTH_BEYOND = 240;

/**
 * What a case would bring if its horizon (测算期) ended with month 240: receipts and net flow beyond those that are counted, and what
 * they would add to the highest bid. None of it is in any other figure. The desk's own curves of single loans are stated up to
 * the horizon and end there.
 *
 * Where nothing but cash of curves lies beyond, the sums by class serve and no loan is looked at again. Otherwise the package is
 * priced a second time, or null is answered where `mayPriceAgain` forbids it.
 */
export function valueBeyondHorizon(
  prepared: PreparedPackage,
  priced: PricedLoans & { readonly plan: CasePlan; readonly maxBidFen: number },
  { shifts, own }: Omit<CaseInput, "assumptions">,
  team: KernelTeam,
  mayPriceAgain: boolean,
): CaseResult["beyondHorizon"] {
  const { plan, sums } = priced;
  const assumptions = { ...prepared.assumptions, horizonMonths: Math.max(LAST_MONTH_BEYOND, plan.horizonMonths) };
  let longer = planCase({ assumptions, shifts, own }, prepared.classes);
  let { flows } = priced;
  if (areCurvesAlone(prepared.columns, plan, longer)) {
    endOwnCurves(plan, longer);
    flows = expandFlows(longer, sums, curveCash(longer, sums), sums.own);
  } else if (mayPriceAgain) {
    const anew = prepareAside(prepared.columns, assumptions, [shifts]);
    longer = planCase({ assumptions, shifts, own }, anew.classes);
    endOwnCurves(plan, longer);
    flows = priceLoans(anew, longer, "nothing", team).flows;
  } else return null;
  const receipts = (of: typeof flows): number => sumOf([...of.collateral, ...of.guarantor, ...of.cash, ...(of.own ?? [])]);
  const bidFen = resultFen(solveMaxBid(poolPresentValue(flows.net, longer), longer), "maxBid");
  return {
    lastMonth: assumptions.horizonMonths,
    receiptsFen: resultFen(receipts(flows) - receipts(priced.flows), "cashRecovery"),
    netFen: resultFen(sumOf(flows.net) - sumOf(priced.flows.net), "presentValue"),
    bidFen: bidFen - priced.maxBidFen,
  };
}

/** Whether a longer horizon changes nothing but what curves collect. */
function areCurvesAlone({ ownEstimates }: PackageColumns, plan: CasePlan, longer: CasePlan): boolean {
  const isWithin = (months: Float64Array): boolean => months.every((month) => !(month > plan.horizonMonths));
  return (
    plan.outcomeCount === longer.outcomeCount &&
    areAlike(plan.priceFactor, longer.priceFactor) &&
    areAlike(plan.netShare, longer.netShare) &&
    areAlike(plan.guarantors.rate, longer.guarantors.rate) &&
    areAlike(plan.guarantors.lastMonth, longer.guarantors.lastMonth) &&
    (ownEstimates === null || (isWithin(ownEstimates.lowMonth) && isWithin(ownEstimates.highMonth)))
  );
}

const areAlike = (one: Float64Array | Int32Array, other: Float64Array | Int32Array): boolean =>
  one.length === other.length && one.every((value, at) => value === other[at]);

/** Own curves share a class by their decay as long as none collects a whole claim within the horizon; beyond it one might. */
function endOwnCurves({ horizonMonths }: CasePlan, longer: CasePlan): void {
  const { classes, curves } = longer;
  const width = longer.horizonMonths + 1;
  for (const [number, { ownDecay }] of classes.curveClasses.entries()) {
    if (ownDecay === null) continue;
    // The shares by month alone make the pool's flows.
    curves.share.fill(0, number * width + horizonMonths + 1, (number + 1) * width);
  }
}
