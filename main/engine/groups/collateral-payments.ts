import type { PackageColumns } from "../engine-types.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { costFactorOf } from "../plan/running-costs.ts";
import { isTakenForDebt, priceMonth } from "../plan/sale-rates.ts";
import { collateralCostRate } from "../recovery/loan-costs.ts";
import { itemCountOf, recoverFromCollateral, recoveryScratch } from "../recovery/loan-recovery.ts";
import { expectedUseOf, recoverGroup } from "./expected-recovery.ts";
import { type GroupScratch, groupScratch } from "./group-scratch.ts";

/** Expected cash of a loan from one item that ends in one way, or from what sales leave its debtor in a month, yuan. */
export interface CollateralPayment {
  readonly source: "sale" | "takeOver" | "surplus";
  /** Place in the plan's tables of a class; −1 for a surplus. What is paid at take-over is below zero. */
  readonly outcome: number;
  readonly month: number;
  readonly expectedYuan: number;
  /** What servicer and counsel take of it. */
  readonly costYuan: number;
}

/** All of them, and what they pay of the claim, yuan. */
export interface CollateralPayments {
  readonly payments: readonly CollateralPayment[];
  readonly useYuan: number;
}

/**
 * Collateral payments of single loans, whichever way they are priced: by the functions that price, on the same tables.
 * A group is worked out once for all its loans that are asked for one after the other.
 */
export function collateralPaymentsIn(columns: PackageColumns, plan: CasePlan): (loan: number) => CollateralPayments {
  const single = recoveryScratch(plan);
  const grouped = groupScratch(columns, plan);
  const { outcomeCount } = plan;
  const salesOf = (loan: number, priceClass: number, outcome: number, expectedYuan: number, paidYuan: number): CollateralPayment[] => {
    const month = plan.outcomeMonth[priceClass * outcomeCount + outcome];
    const costYuan = (expectedYuan - paidYuan) * collateralCostRate(columns, loan, plan) * costFactorOf(plan, priceClass);
    const sale: CollateralPayment = { source: "sale", outcome, month, expectedYuan, costYuan };
    if (paidYuan === 0) return [sale];
    return [{ source: "takeOver", outcome, month: priceMonth(plan, priceClass, outcome), expectedYuan: -paidYuan, costYuan: 0 }, sale];
  };
  return (loan) => {
    const payments: CollateralPayment[] = [];
    const count = itemCountOf(columns, loan);
    const group = grouped.groups.groupOf[loan];
    let useYuan = 0;
    if (group < 0) useYuan = recoverFromCollateral(columns, loan, plan, single);
    else if (grouped.group !== group) recoverGroup(columns, group, plan, grouped);
    const firstPlace = group < 0 ? 0 : grouped.placeStart[grouped.groups.slotOf[loan]];
    const expected = group < 0 ? single.expectedByOutcome : grouped.expected;
    for (let index = 0; index < count; index++) {
      const priceClass = group < 0 ? plan.classes.itemClass[columns.collateralStart[loan] + index] : assetClassOf(firstPlace + index, grouped);
      for (let outcome = 0; outcome < outcomeCount; outcome++) {
        const yuan = expected[(firstPlace + index) * outcomeCount + outcome];
        if (yuan === 0) continue;
        const isTaken = isTakenForDebt(plan, priceClass, outcome);
        payments.push(...salesOf(loan, priceClass, outcome, yuan, isTaken ? (group < 0 ? single.expectedPaid : grouped.expectedPaid[firstPlace + index]) : 0));
      }
    }
    if (group < 0) return { payments, useYuan };
    const slot = grouped.groups.slotOf[loan];
    return { payments: [...payments, ...surplusOf(columns, loan, slot, plan, grouped)], useYuan: expectedUseOf(slot, grouped) };
  };
}

/** What a loan gets of what sales leave its debtor, month by month. */
function surplusOf(columns: PackageColumns, loan: number, slot: number, plan: CasePlan, { surplus }: GroupScratch): CollateralPayment[] {
  if (!surplus.isShared) return [];
  const width = plan.horizonMonths + 1;
  const costRate = collateralCostRate(columns, loan, plan) * plan.costFactor[columns.segment[loan]];
  const months = Array.from(surplus.expected.subarray(slot * width, (slot + 1) * width), (expectedYuan, month) => ({ expectedYuan, month }));
  return months
    .filter(({ expectedYuan }) => expectedYuan > 0)
    .map((payment) => ({ ...payment, source: "surplus", outcome: -1, costYuan: payment.expectedYuan * costRate }));
}

/** Price class of the asset of a row. */
function assetClassOf(place: number, scratch: GroupScratch): number {
  return scratch.assetClass[scratch.placeAsset[place]];
}
