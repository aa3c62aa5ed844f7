import type { CasePlan } from "../plan/plan-types.ts";
import { takeOverRates } from "../plan/sale-rates.ts";
import type { ExplainedSplit } from "./explained-split.ts";
import { sumOfLines, type TraceLine, traceLine } from "./trace-line.ts";

const assumptionGroup = "collateral";

interface TakenAsset {
  readonly priceYuan: number;
  readonly probability: number;
  /** Of the resale. */
  readonly month: number;
}

/**
 * Line of an asset that is taken for the debt (以物抵债): what is set off against the claim is no cash; what the price goes to
 * beyond that, and deed tax, are paid at take-over, and the resale brings its proceeds later. Where that isn't worth while, a
 * line of nothing says so.
 */
export function explainTakeOver(plan: CasePlan, { priceYuan, probability, month }: TakenAsset, split: ExplainedSplit): TraceLine {
  const { least, gapMonths } = plan.takeOver;
  const { toUsYuan, takenShare, deductions } = split;
  const fromMonth = month - gapMonths;
  // Our part of the price.
  const ofPrice = priceYuan * takenShare;
  if (takenShare === 0 || !(toUsYuan > ofPrice * least)) {
    return traceLine("takeOverRefused", 0, { month: fromMonth, probability, priceYuan, setOffYuan: toUsYuan, share: least, assumptionGroup });
  }
  const [paidWeight, resaleWeight] = [probability * plan.discountFactor[fromMonth], probability * plan.discountFactor[month]];
  const { realisationShare } = plan.assumptions.collateral.debtForAsset;
  const rates = takeOverRates(plan.assumptions.collateral.debtForAsset);
  const cost = (key: "deedTax" | "carry" | "resaleCost", weight: number): TraceLine[] => {
    const deductionYuan = ofPrice * rates[key];
    return deductionYuan > 0 ? [traceLine(key, -deductionYuan * weight, { deductionYuan, rate: rates[key], assumptionGroup })] : [];
  };
  const paid = deductions.filter(({ yuan }) => yuan > 0).map(({ key, yuan, values }) => traceLine(key, -yuan * paidWeight, { deductionYuan: yuan, ...values }));
  const children = [
    traceLine("takeOverResale", ofPrice * realisationShare * resaleWeight, { priceYuan: ofPrice * realisationShare, share: realisationShare, month }),
    ...cost("resaleCost", resaleWeight),
    ...cost("carry", resaleWeight),
    ...cost("deedTax", paidWeight),
    traceLine(
      "takeOverPaid",
      (toUsYuan - ofPrice) * paidWeight,
      { deductionYuan: ofPrice - toUsYuan, priceYuan: ofPrice, setOffYuan: toUsYuan, month: fromMonth },
      paid,
    ),
  ];
  const discountFactor = plan.discountFactor[month];
  const values = { fromMonth, month, probability, priceYuan, setOffYuan: toUsYuan, discountFactor, assumptionGroup };
  return traceLine("debtForAsset", sumOfLines(children), values, children);
}
