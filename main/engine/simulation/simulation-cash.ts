import type { CasePlan } from "../plan/case-plan.ts";
import { transitionChange } from "../pool/transition.ts";
import { servicerCashRate, servicerGuarantorRate } from "../recovery/loan-costs.ts";

/** Cash and guarantors without a cap by curve class (METHOD §6): (claims − what collateral has paid) × net shares × a factor of the path. */
export interface CashPlan {
  readonly classCount: number;
  readonly monthCount: number;
  /** First of the lists, one per class, that take what collateral has paid, scaled as the row's curve is. */
  readonly firstList: number;
  /** [class] claims × curve scale of its loans, yuan. */
  readonly scaledClaims: Float64Array;
  /** [class] largest curve scale of its loans, and gross share of a claim that a scale of 1 collects: both bound the factor. */
  readonly mostScale: Float64Array;
  readonly total: Float64Array;
  /** [class × month] share that is received, net of its costs; and its present value. */
  readonly netShare: Float64Array;
  readonly annuity: Float64Array;
  /** [class] list of the factor on cash recoveries of its segment; 0: none. */
  readonly factorList: Int32Array;
}

/** Net shares by class and month of receipt; claims and scales are to be added loan by loan. */
export function cashPlan(plan: CasePlan, firstList: number, listOfSegment: readonly number[]): CashPlan {
  const { monthCount, closingMonth, horizonMonths, curves } = plan;
  const { curveClasses } = plan.classes;
  const classCount = curveClasses.length;
  const netShare = new Float64Array(classCount * monthCount);
  const annuity = new Float64Array(classCount);
  const early = earlyNet(plan);
  const total = new Float64Array(classCount);
  const receive = (curve: number, month: number, share: number, costRate: number): void => {
    const received = Math.max(month, closingMonth);
    const net = share * (month < closingMonth ? early.receipt - early.cost * costRate : 1 - costRate);
    netShare[curve * monthCount + received] = (netShare[curve * monthCount + received] ?? 0) + net;
    annuity[curve] = (annuity[curve] ?? 0) + net * (plan.discountFactor[received] ?? 0);
  };
  for (const [curve, { segment }] of curveClasses.entries()) {
    const cashRate = servicerCashRate(plan, segment);
    for (let month = 0; month <= horizonMonths; month++) receive(curve, month, curves.share[curve * (horizonMonths + 1) + month] ?? 0, cashRate);
    const guaranteed = curves.guarantorTotal[curve] ?? 0;
    total[curve] = (curves.total[curve] ?? 0) + guaranteed;
    if (guaranteed === 0) continue;
    const [first, last] = [plan.guarantors.firstMonth[segment] ?? 0, plan.guarantors.lastMonth[segment] ?? -1];
    for (let month = first; month <= last; month++) receive(curve, month, guaranteed / (last - first + 1), servicerGuarantorRate(plan, segment));
  }
  return {
    classCount,
    monthCount,
    firstList,
    scaledClaims: new Float64Array(classCount),
    mostScale: new Float64Array(classCount),
    total,
    netShare,
    annuity,
    factorList: Int32Array.from(curveClasses, ({ segment }) => listOfSegment[segment] ?? 0),
  };
}

/** What the buyer keeps of a yuan received before closing, and bears of a yuan of its costs; `transitionChange` is linear in both. */
export function earlyNet(plan: Pick<CasePlan, "assumptions">): { readonly receipt: number; readonly cost: number } {
  const none = transitionChange({ receiptsYuan: 0, costsYuan: 0 }, plan);
  return {
    receipt: 1 + transitionChange({ receiptsYuan: 1, costsYuan: 0 }, plan) - none,
    cost: 1 - (transitionChange({ receiptsYuan: 0, costsYuan: 1 }, plan) - none),
  };
}

/** Adds sign × claims × net shares to flows by month, claims by class. */
export function expandCash(cash: CashPlan, claims: Float64Array, sign: 1 | -1, flows: Float64Array): void {
  for (let curve = 0; curve < cash.classCount; curve++) {
    const claim = sign * (claims[curve] ?? 0);
    if (claim === 0) continue;
    for (let month = 0; month < cash.monthCount; month++) {
      flows[month] = (flows[month] ?? 0) + claim * (cash.netShare[curve * cash.monthCount + month] ?? 0);
    }
  }
}

/** Largest factor on the cash recoveries of a class: no row collects more than its remaining claim. */
export function mostCashFactor(cash: CashPlan, curve: number): number {
  const most = (cash.total[curve] ?? 0) * (cash.mostScale[curve] ?? 0);
  return most === 0 ? 1 : Math.max(1, 1 / most);
}
