import { collateralKindOf } from "../column-codes.ts";
import { payGroup } from "../groups/group-recovery.ts";
import { type GroupScratch, placeCountOf } from "../groups/group-scratch.ts";
import { valueLevelOf } from "../plan/outcome-tables.ts";
import { isTakenForDebt, type SaleRate, saleRatesAt } from "../plan/sale-rates.ts";
import { explainOutcomes, type ItemToExplain } from "./explain-item.ts";
import type { Deduction } from "./explained-split.ts";
import { sumOfLines, type TraceLine, traceLine } from "./trace-line.ts";

/** Whether the asset of a prepared group's place secures several loans. */
export function isSharedAsset(asset: number, { groups, group }: GroupScratch): boolean {
  const number = groups.assetStart[group] + asset;
  const from = groups.rowStart[number];
  const loan = groups.rowLoan[from];
  for (let at = from + 1; at < groups.rowStart[number + 1]; at++) if (groups.rowLoan[at] !== loan) return true;
  return false;
}

/**
 * Trace of one loan's part in an asset that secures several loans: the asset is sold once, and each outcome says what
 * the other loans of the package and the other creditors get. As if nothing else were sold; the joint cap comes later.
 * @param scratch prepared for the loan's group
 */
export function explainShared({ columns, item, number, plan }: ItemToExplain, place: number, scratch: GroupScratch): TraceLine {
  const asset = scratch.placeAsset[place];
  const priceClass = scratch.assetClass[asset];
  const children = explainOutcomes(plan, {
    priceClass,
    valueYuan: scratch.value[asset],
    chance: scratch.chance[asset],
    split: (priceYuan, outcome) => {
      scratch.outcome.fill(-1);
      scratch.outcome[asset] = outcome;
      const total = payGroup(columns, plan, scratch);
      const toUsYuan = scratch.paid[place];
      const rates = saleRatesAt(plan, priceClass, outcome);
      const deductions = sharedDeductions(rates, priceYuan, scratch.ahead[asset], total, toUsYuan);
      if (!isTakenForDebt(plan, priceClass, outcome)) return { deductions, toUsYuan, takenShare: 0 };
      // Each loan that is set off pays its part of what goes to others.
      const takenShare = total > 0 ? toUsYuan / total : 0;
      const ofOthers = deductions.filter(({ key }) => key !== "otherLoans").map((each) => ({ ...each, yuan: each.yuan * takenShare }));
      return { deductions: ofOthers, toUsYuan, takenShare };
    },
  });
  const values = {
    number,
    kind: collateralKindOf(plan.classes.priceClasses[priceClass].kind),
    lienRank: columns.lienRank[item],
    appraisalYuan: scratch.appraisal[asset],
    valueFactor: plan.valueFactor[priceClass] * valueLevelOf(plan, priceClass),
    rowCount: rowsOf(asset, scratch),
    assumptionGroup: "collateral",
  };
  return traceLine("sharedItem", sumOfLines(children), values, children);
}

function rowsOf(asset: number, scratch: GroupScratch): number {
  let rows = 0;
  for (let place = 0; place < placeCountOf(scratch); place++) if (scratch.placeAsset[place] === asset) rows += 1;
  return rows;
}

/** What the price loses on the way to one of several loans: taxes, costs, fees and priority, the other loans, everybody else. */
function sharedDeductions(rates: readonly SaleRate[], priceYuan: number, aheadYuan: number, paidYuan: number, toUsYuan: number): Deduction[] {
  let left = priceYuan;
  const ofPrice = rates.map(({ key, rate, assumptionGroup }) => {
    const yuan = Math.min(left, priceYuan * rate);
    left -= yuan;
    return { key, yuan, values: { rate, assumptionGroup } };
  });
  const ahead = Math.min(left, aheadYuan);
  return [
    ...ofPrice,
    { key: "sharedAhead", yuan: ahead, values: { assumptionGroup: "courtFees" } },
    { key: "otherLoans", yuan: paidYuan - toUsYuan, values: {} },
    { key: "otherCreditors", yuan: left - ahead - paidYuan, values: {} },
  ];
}
