import { segments } from "../../../shared/domain/codes.ts";
import { transitionChange } from "../funding/transition.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { servicerCashRate, servicerGuarantorRate } from "../plan/running-costs.ts";

/**
 * Cash and guarantors by class (METHOD §6): what the path's collateral leaves of the claims × net shares × a factor of
 * the path, bounded loan by loan. After the curve classes come, where guarantors have caps, classes by segment for what
 * those pay; they have no claims of their own, and a path takes less than nothing from them.
 */
export interface CashPlan {
  readonly classCount: number;
  /** First class of guarantors with a cap, by segment; `classCount` where there are none. */
  readonly cappedClass: number;
  readonly monthCount: number;
  /** First of the lists, one per class, that take what is paid elsewhere × the loan's curve scale × its bounded factor. */
  readonly firstList: number;
  /** [class] gross share of a claim that a scale of 1 collects. */
  readonly total: Float64Array;
  /** [class × month] share that is received, net of its costs. */
  readonly netShare: Float64Array;
  /** [class] list of the factor on cash recoveries of its segment; 0: none. */
  readonly factorList: Int32Array;
}

/** Net shares by class and month of receipt. */
export function cashPlan(plan: CasePlan, firstList: number, listOfSegment: readonly number[], hasCaps: boolean): CashPlan {
  const { monthCount, closingMonth, horizonMonths, curves } = plan;
  const { curveClasses } = plan.classes;
  const cappedClass = curveClasses.length;
  const classCount = cappedClass + (hasCaps ? segments.length : 0);
  const netShare = new Float64Array(classCount * monthCount);
  const total = new Float64Array(classCount);
  const factorList = new Int32Array(classCount);
  const early = earlyNet(plan);
  const receive = (cashClass: number, month: number, share: number, costRate: number): void => {
    const at = cashClass * monthCount + Math.max(month, closingMonth);
    netShare[at] += share * (month < closingMonth ? early.receipt - early.cost * costRate : 1 - costRate);
  };
  const receiveGuaranteed = (cashClass: number, segment: number, share: number): void => {
    const [first, last] = [plan.guarantors.firstMonth[segment], plan.guarantors.lastMonth[segment]];
    for (let month = first; month <= last; month++) receive(cashClass, month, share / (last - first + 1), servicerGuarantorRate(plan, segment));
  };
  for (const [curve, { segment }] of curveClasses.entries()) {
    const cashRate = servicerCashRate(plan, segment);
    for (let month = 0; month <= horizonMonths; month++) receive(curve, month, curves.share[curve * (horizonMonths + 1) + month], cashRate);
    const guaranteed = curves.guarantorTotal[curve];
    total[curve] = curves.total[curve] + guaranteed;
    if (guaranteed > 0) receiveGuaranteed(curve, segment, guaranteed);
    factorList[curve] = listOfSegment[segment];
  }
  for (let cashClass = cappedClass; cashClass < classCount; cashClass++) receiveGuaranteed(cashClass, cashClass - cappedClass, 1);
  return { classCount, cappedClass, monthCount, firstList, total, netShare, factorList };
}

/** What the buyer keeps of a yuan received before closing, and bears of a yuan of its costs; `transitionChange` is linear in both. */
export function earlyNet(plan: Pick<CasePlan, "assumptions">): { readonly receipt: number; readonly cost: number } {
  const none = transitionChange({ receiptsYuan: 0, costsYuan: 0 }, plan);
  return {
    receipt: 1 + transitionChange({ receiptsYuan: 1, costsYuan: 0 }, plan) - none,
    cost: 1 - (transitionChange({ receiptsYuan: 0, costsYuan: 1 }, plan) - none),
  };
}

/** Adds yuan of each class × its net shares to flows by month. */
export function expandCash(cash: CashPlan, yuanOf: (cashClass: number) => number, flows: Float64Array): void {
  for (let cashClass = 0; cashClass < cash.classCount; cashClass++) {
    const yuan = yuanOf(cashClass);
    if (yuan === 0) continue;
    for (let month = 0; month < cash.monthCount; month++) {
      flows[month] += yuan * cash.netShare[cashClass * cash.monthCount + month];
    }
  }
}

/** Largest factor on the cash recoveries of a loan: it collects no more than its remaining claim. */
export function mostCashFactor(cash: CashPlan, curve: number, scale: number): number {
  const most = cash.total[curve] * scale;
  return most === 0 ? Number.MAX_VALUE : Math.max(1, 1 / most);
}
