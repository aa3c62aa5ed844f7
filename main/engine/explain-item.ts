import { collateralKinds } from "../../shared/domain/codes.ts";
import type { TraceNode } from "../../shared/domain/pricing-results.ts";
import type { TraceKey } from "../../shared/domain/trace-keys.ts";
import type { CasePlan } from "./case-plan.ts";
import type { PackageColumns } from "./engine-types.ts";
import { emptySplit, type ItemClaims, splitSalePrice } from "./item-waterfall.ts";
import { keptOfAppraisal } from "./loan-estimates.ts";
import { chanceOf, feePerAppraisalOf, fillItemClaims } from "./loan-recovery.ts";
import { sumOf } from "./summation.ts";
import { traceLine } from "./trace-line.ts";

/** One collateral item of a loan; `number` counts the loan's items from 1. */
export interface ItemToExplain {
  readonly columns: PackageColumns;
  readonly loan: number;
  readonly item: number;
  readonly number: number;
  readonly plan: CasePlan;
}

/**
 * Trace of one collateral item (METHOD §3, §8) before the joint cap at the loan's claim: a line per round and for
 * debt-for-asset, each opened into price, deductions and what comes to us. Present values, yuan, weighted.
 */
export function explainItem(subject: ItemToExplain): TraceNode {
  const { columns, loan, item, number, plan } = subject;
  const kindCode = columns.collateralKind[item] ?? 0;
  const claims: ItemClaims = { enforcementFeeYuan: 0, seniorClaimsYuan: 0, securedCapYuan: 0 };
  fillItemClaims(columns, item, feePerAppraisalOf(columns, loan, plan), plan, claims);
  const children = Array.from({ length: plan.outcomeCount }, (_, outcome) => explainOutcome(subject, outcome, claims));
  const values = {
    number,
    kind: collateralKinds[kindCode] ?? "other",
    lienRank: columns.lienRank[item] ?? 1,
    appraisalYuan: columns.appraisal[item] ?? 0,
    valueFactor: plan.valueFactor[plan.classes.itemClass[item] ?? 0] ?? 0,
    assumptionGroup: "collateral",
  };
  return traceLine("collateralItem", sumOf(children.map((child) => child.amountYuan ?? 0)), values, children);
}

function explainOutcome({ columns, loan, item, plan }: ItemToExplain, outcome: number, claims: ItemClaims): TraceNode {
  const appraisal = keptOfAppraisal(columns, loan) * (columns.appraisal[item] ?? 0);
  const factorAt = (plan.classes.itemClass[item] ?? 0) * plan.outcomeCount + outcome;
  const month = plan.outcomeMonth[factorAt] ?? 0;
  const probability = chanceOf(columns, loan, plan) * (plan.outcomeProbability[factorAt] ?? 0);
  const round = outcome + 1;
  const assumptionGroup = "collateral";
  if (month > plan.horizonMonths) return traceLine("roundBeyondHorizon", 0, { round, month, probability, assumptionGroup });
  const priceYuan = appraisal * (plan.priceFactor[factorAt] ?? 0);
  const openingYuan = appraisal * (plan.openingFactor[factorAt] ?? 0);
  const discountFactor = plan.discountFactor[month] ?? 0;
  const weight = probability * discountFactor;
  const split = emptySplit();
  const toUsYuan = splitSalePrice(priceYuan, plan, claims, split);
  const { sellerTaxRate, saleCostRate } = plan.assumptions.collateral;
  const isStated = !Number.isNaN(columns.seniorClaims[item] ?? Number.NaN);
  const children = [traceLine("salePrice", priceYuan * weight, { priceYuan })];
  const deduct = (key: TraceKey, deductionYuan: number, values: TraceNode["values"]): void => {
    if (deductionYuan > 0) children.push(traceLine(key, -deductionYuan * weight, { deductionYuan, ...values }));
  };
  deduct("sellerTax", split.sellerTaxYuan, { rate: sellerTaxRate, assumptionGroup });
  deduct("saleCost", split.saleCostYuan, { rate: saleCostRate, assumptionGroup });
  deduct("enforcementFee", split.enforcementFeeYuan, { assumptionGroup: "courtFees" });
  deduct(isStated ? "seniorClaimsStated" : "seniorClaimsByRank", split.seniorClaimsYuan, { lienRank: columns.lienRank[item] ?? 1 });
  deduct("aboveSecuredCap", split.aboveCapYuan, { capYuan: claims.securedCapYuan });
  const isLast = outcome === plan.debtForAssetOutcome;
  const values = { round, month, probability, openingYuan, priceYuan, toUsYuan, discountFactor, assumptionGroup };
  return traceLine(isLast ? "debtForAsset" : "auctionRound", toUsYuan * weight, values, children);
}
