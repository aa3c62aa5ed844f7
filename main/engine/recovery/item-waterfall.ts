import type { AssumptionsOf } from "../plan/plan-types.ts";

/** What stands between the price of one collateral item and us, yuan; the same for every outcome of the item. */
export interface ItemClaims {
  /** Part of an offline auctioneer's commission that the proceeds bear (拍卖佣金). */
  commissionYuan: number;
  enforcementFeeYuan: number;
  /** Construction price priority (建设工程价款优先受偿权). */
  priorityClaimsYuan: number;
  /** Registered mortgages before us. */
  seniorClaimsYuan: number;
  /** Company debtor, item held by seizure: unsecured creditors who seized before us. */
  rivalClaimsYuan: number;
  /** Our part where unsecured creditors share pro rata: claim ÷ (claim + rivals); 1 otherwise. */
  ourShare: number;
  /** Most that the item can pay us: highest secured amount (最高债权额) or the claim of a participant; Infinity where there is none. */
  securedCapYuan: number;
}

/** Split of a sale price (分配); the parts add up to the price, all ≥ 0, yuan. */
export interface ItemSplit {
  sellerTaxYuan: number;
  saleCostYuan: number;
  commissionYuan: number;
  enforcementFeeYuan: number;
  priorityClaimsYuan: number;
  seniorClaimsYuan: number;
  /** Unsecured creditors before us, or beside us pro rata. */
  rivalClaimsYuan: number;
  /** Above our highest secured amount: to others or to the debtor. */
  aboveCapYuan: number;
  toUsYuan: number;
}

/** Nothing before us, to be overwritten. */
export function emptyClaims(): ItemClaims {
  return {
    commissionYuan: 0,
    enforcementFeeYuan: 0,
    priorityClaimsYuan: 0,
    seniorClaimsYuan: 0,
    rivalClaimsYuan: 0,
    ourShare: 1,
    securedCapYuan: Number.POSITIVE_INFINITY,
  };
}

/** A zero split, to be overwritten. */
export function emptySplit(): ItemSplit {
  return {
    sellerTaxYuan: 0,
    saleCostYuan: 0,
    commissionYuan: 0,
    enforcementFeeYuan: 0,
    priorityClaimsYuan: 0,
    seniorClaimsYuan: 0,
    rivalClaimsYuan: 0,
    aboveCapYuan: 0,
    toUsYuan: 0,
  };
}

/** Part of a sale price that is left after the seller's taxes and the sale costs, which are shares of it. */
export function netOfPrice({ assumptions: { collateral } }: AssumptionsOf): number {
  return Math.max(0, 1 - collateral.sellerTaxRate - collateral.saleCostRate);
}

/** All that is paid from the proceeds before the creditors who share with us, yuan. */
export function aheadOf(claims: ItemClaims): number {
  return claims.commissionYuan + claims.enforcementFeeYuan + claims.priorityClaimsYuan + claims.seniorClaimsYuan + claims.rivalClaimsYuan;
}

/**
 * Ranking waterfall on one enforced asset (拍卖款分配顺位), METHOD §3; 民诉法解释 Arts 508, 514, 民法典 Arts 389, 414,
 * 413, 建工解释(一) Art 36, 担保制度解释 Art 15.
 *
 * Price → taxes the seller bears → sale costs → commission → enforcement fee → construction priority → registered
 * mortgages before ours → unsecured creditors who seized before us → us, pro rata where the law says so, up to the
 * highest secured amount. Each takes at most what is left. The cap at the loan's claim is taken later, over all items.
 * What comes to us is clamp(ourShare × (net price − all ahead), 0, cap). Overwrites `split` and returns it.
 */
export function splitSalePrice(priceYuan: number, plan: AssumptionsOf, claims: ItemClaims, split: ItemSplit): number {
  const { sellerTaxRate, saleCostRate } = plan.assumptions.collateral;
  split.sellerTaxYuan = priceYuan * sellerTaxRate;
  let left = priceYuan - split.sellerTaxYuan;
  const take = (yuan: number): number => {
    const taken = Math.min(left, yuan);
    left -= taken;
    return taken;
  };
  split.saleCostYuan = take(priceYuan * saleCostRate);
  split.commissionYuan = take(claims.commissionYuan);
  split.enforcementFeeYuan = take(claims.enforcementFeeYuan);
  split.priorityClaimsYuan = take(claims.priorityClaimsYuan);
  split.seniorClaimsYuan = take(claims.seniorClaimsYuan);
  split.rivalClaimsYuan = take(claims.rivalClaimsYuan) + (1 - claims.ourShare) * left;
  left *= claims.ourShare;
  split.aboveCapYuan = Math.max(0, left - claims.securedCapYuan);
  split.toUsYuan = left - split.aboveCapYuan;
  return split.toUsYuan;
}
