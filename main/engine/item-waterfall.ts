import type { CasePlan } from "./case-plan.ts";

/** What stands between the price of one collateral item and us, yuan; the same for every outcome of the item. */
export interface ItemClaims {
  enforcementFeeYuan: number;
  seniorClaimsYuan: number;
  /** Highest secured amount (最高债权额); Infinity where there is none. */
  securedCapYuan: number;
}

/** Split of a sale price (分配); the parts add up to the price, all ≥ 0, yuan. */
export interface ItemSplit {
  sellerTaxYuan: number;
  saleCostYuan: number;
  enforcementFeeYuan: number;
  seniorClaimsYuan: number;
  /** Above our highest secured amount: to others or to the debtor. */
  aboveCapYuan: number;
  toUsYuan: number;
}

/** A zero split, to be overwritten. */
export function emptySplit(): ItemSplit {
  return { sellerTaxYuan: 0, saleCostYuan: 0, enforcementFeeYuan: 0, seniorClaimsYuan: 0, aboveCapYuan: 0, toUsYuan: 0 };
}

/**
 * Ranking waterfall on one enforced asset (拍卖款分配顺位), METHOD §3; 民诉法解释 Art 508, 民法典 Arts 389, 414, 413,
 * 建工解释(一) Art 36, 担保制度解释 Art 15.
 *
 * Price → taxes the seller bears → sale costs → enforcement fee → claims ranking ahead → us, up to the highest secured
 * amount. Each takes at most what is left. The cap at the loan's claim is taken later, over all items jointly.
 * Overwrites `split` and returns what comes to us.
 */
export function splitSalePrice(priceYuan: number, plan: CasePlan, claims: ItemClaims, split: ItemSplit): number {
  const { sellerTaxRate, saleCostRate } = plan.assumptions.collateral;
  split.sellerTaxYuan = priceYuan * sellerTaxRate;
  let left = priceYuan - split.sellerTaxYuan;
  split.saleCostYuan = Math.min(left, priceYuan * saleCostRate);
  left -= split.saleCostYuan;
  split.enforcementFeeYuan = Math.min(left, claims.enforcementFeeYuan);
  left -= split.enforcementFeeYuan;
  split.seniorClaimsYuan = Math.min(left, claims.seniorClaimsYuan);
  left -= split.seniorClaimsYuan;
  split.aboveCapYuan = Math.max(0, left - claims.securedCapYuan);
  split.toUsYuan = left - split.aboveCapYuan;
  return split.toUsYuan;
}
