import { BY_TABLES, type CasePlan } from "../../../../main/engine/plan/plan-types.ts";
import { fileCostInBand, servicerCashRate, servicerGuarantorRate } from "../../../../main/engine/plan/running-costs.ts";
import type { LoweredRows } from "../../../../main/engine/rows/lowered-rows.ts";

/** One row priced by the words of `LoweredRows`, one number at a time. */
export interface ReferenceRow {
  collateral: number;
  cash: number;
  costs: number;
  presentValue: number;
  monthsToCash: number;
}

/** Slow and plain: what the pricing kernel must give for a row. */
export function priceRowSlowly(rows: LoweredRows, row: number, plan: CasePlan): ReferenceRow {
  const at = (column: ArrayLike<number>): number => column[row] ?? 0;
  const priceClass = at(rows.priceClass);
  const { segment = 0, fileBand = 0 } = plan.classes.priceClasses[priceClass] ?? {};
  const file = fileCostInBand(plan, segment, fileBand);
  const costRate = at(rows.collateralCostRate) * (plan.costFactor[segment] ?? 1);
  let [collateral, used, value, costs, months] = [0, 0, 0, 0, 0];
  for (let outcome = 0; outcome < plan.outcomeCount; outcome++) {
    const slot = priceClass * plan.outcomeCount + outcome;
    const month = plan.outcomeMonth[slot] ?? 0;
    const left = (plan.priceFactor[slot] ?? 0) * (plan.netShare[slot] ?? Number.NaN) * at(rows.value) - at(rows.ahead);
    const chance = Math.min(1, at(rows.chance) * (plan.chanceFactor[priceClass] ?? 1)) * (plan.outcomeProbability[slot] ?? 0);
    const paid = chance * Math.min(at(rows.cap), Math.max(0, left));
    const { ownMonth } = plan.classes.priceClasses[priceClass] ?? {};
    if (outcome === plan.debtForAssetOutcome && ownMonth === BY_TABLES) {
      // Set off against the claim; the rest of the price is paid in cash, and a resale brings its proceeds.
      const price = chance * (plan.priceFactor[slot] ?? 0) * at(rows.value);
      if (!(paid > price * plan.takeOver.least)) continue;
      const [resale, outlay] = [price * plan.takeOver.proceeds, price * plan.takeOver.outlay - paid];
      used += paid;
      collateral += resale - outlay;
      costs += (resale - outlay) * costRate;
      value += (resale - (resale - outlay) * costRate) * (plan.discountFactor[month] ?? 0);
      value -= outlay * (plan.discountFactor[month - plan.takeOver.gapMonths] ?? 0);
      months += (resale - outlay) * Math.max(month, plan.closingMonth);
      continue;
    }
    collateral += paid;
    used += paid;
    costs += paid * costRate;
    value += paid * (1 - costRate) * (plan.discountFactor[month] ?? 0);
    months += paid * Math.max(month, plan.closingMonth);
  }
  const curve = at(rows.curveClass);
  const scaled = (at(rows.claim) - used) * at(rows.curveScale);
  const guaranteed = scaled * (plan.curves.guarantorTotal[curve] ?? 0);
  const cash = scaled * (plan.curves.total[curve] ?? 0);
  const [cashRate, guarantorRate] = [servicerCashRate(plan, segment), servicerGuarantorRate(plan, segment)];
  const court = plan.courtFeesMonth[priceClass] ?? -1;
  value += scaled * (plan.curves.discounted[curve] ?? 0) * (1 - cashRate) + guaranteed * (plan.guarantors.discounted[segment] ?? 0) * (1 - guarantorRate);
  value -= file * (plan.discountFactor[plan.fileCostMonth] ?? 0) + (court < 0 ? 0 : at(rows.courtFees) * (plan.discountFactor[court] ?? 0));
  costs += cash * cashRate + guaranteed * guarantorRate + file + at(rows.courtFees);
  months += scaled * (plan.curves.weightedMonths[curve] ?? 0) + guaranteed * (plan.guarantors.weightedMonths[segment] ?? 0);
  return { collateral, cash, costs, presentValue: value, monthsToCash: months / (collateral + cash + guaranteed) };
}
