import type { PackageColumns } from "../engine-types.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { costFactorOf } from "../plan/running-costs.ts";
import { recoverGroup } from "./expected-recovery.ts";
import { type GroupScratch, groupScratch } from "./group-scratch.ts";
import { collateralCostRate } from "./loan-costs.ts";
import { itemCountOf, recoverFromCollateral, recoveryScratch } from "./loan-recovery.ts";

/** Expected cash of one item of a loan if it ends in one way: `outcome` of its class in the plan's tables, yuan. */
export interface CollateralPayment {
  readonly item: number;
  readonly priceClass: number;
  readonly outcome: number;
  readonly month: number;
  readonly expectedYuan: number;
  /** What servicer and counsel take of it. */
  readonly costYuan: number;
}

/**
 * Collateral payments of single loans, whichever way they are priced: by the functions that price, on the same tables.
 * A group is worked out once for all its loans that are asked for one after the other.
 */
export function collateralPaymentsIn(columns: PackageColumns, plan: CasePlan): (loan: number) => readonly CollateralPayment[] {
  const single = recoveryScratch(plan);
  const grouped = groupScratch(columns, plan);
  const { outcomeCount } = plan;
  const paymentOf = (loan: number, item: number, priceClass: number, outcome: number, expectedYuan: number): CollateralPayment => {
    const month = plan.outcomeMonth[priceClass * outcomeCount + outcome];
    return {
      item,
      priceClass,
      outcome,
      month,
      expectedYuan,
      costYuan: expectedYuan * collateralCostRate(columns, loan, plan) * costFactorOf(plan, priceClass),
    };
  };
  return (loan) => {
    const payments: CollateralPayment[] = [];
    const first = columns.collateralStart[loan];
    const count = itemCountOf(columns, loan);
    const group = grouped.groups.groupOf[loan];
    if (group < 0) recoverFromCollateral(columns, loan, plan, single);
    else if (grouped.group !== group) recoverGroup(columns, group, plan, grouped);
    const firstPlace = group < 0 ? 0 : grouped.placeStart[grouped.groups.slotOf[loan]];
    const expected = group < 0 ? single.expectedByOutcome : grouped.expected;
    for (let index = 0; index < count; index++) {
      const item = first + index;
      const priceClass = group < 0 ? plan.classes.itemClass[item] : assetClassOf(firstPlace + index, grouped);
      for (let outcome = 0; outcome < outcomeCount; outcome++) {
        const yuan = expected[(firstPlace + index) * outcomeCount + outcome];
        if (yuan > 0) payments.push(paymentOf(loan, item, priceClass, outcome, yuan));
      }
    }
    return payments;
  };
}

/** Price class of the asset of a row. */
function assetClassOf(place: number, scratch: GroupScratch): number {
  return scratch.assetClass[scratch.placeAsset[place]];
}
