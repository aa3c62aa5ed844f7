import { deductionNames, deductionPlaces } from "../../../shared/domain/item-deductions.ts";
import type { AssumptionsOf } from "../plan/plan-types.ts";

/** What stands between the price of one collateral item and us, yuan; the same for every outcome of the item. */
export interface ItemClaims {
  /** [deductionPlaces] */
  readonly amounts: Float64Array;
  /** Our part where unsecured creditors share pro rata: claim ÷ (claim + rivals); 1 otherwise. */
  ourShare: number;
  /** Most that the item can pay us: highest secured amount (最高债权额) or the claim of a participant; Infinity where there is none. */
  securedCapYuan: number;
}

/** Split of a sale price (分配); the parts add up to the price, all ≥ 0, yuan. */
export interface ItemSplit {
  sellerTaxYuan: number;
  saleCostYuan: number;
  /** [deductionPlaces] what each took. */
  readonly taken: Float64Array;
  /** Above our highest secured amount: to others or to the debtor. */
  aboveCapYuan: number;
  toUsYuan: number;
}

const deductionCount = deductionNames.length;
const { rivalClaims } = deductionPlaces;

/** Nothing before us, to be overwritten. */
export function emptyClaims(): ItemClaims {
  return { amounts: new Float64Array(deductionCount), ourShare: 1, securedCapYuan: Number.POSITIVE_INFINITY };
}

/** A zero split, to be overwritten. */
export function emptySplit(): ItemSplit {
  return { sellerTaxYuan: 0, saleCostYuan: 0, taken: new Float64Array(deductionCount), aboveCapYuan: 0, toUsYuan: 0 };
}

/** Part of a sale price that is left after the seller's taxes and the sale costs, which are shares of it. */
export function netOfPrice({ assumptions: { collateral } }: AssumptionsOf): number {
  return Math.max(0, 1 - collateral.sellerTaxRate - collateral.saleCostRate);
}

/** All that is paid from the proceeds before the creditors who share with us, yuan. */
export function aheadOf({ amounts }: ItemClaims): number {
  let ahead = 0;
  for (let place = 0; place < deductionCount; place++) ahead += amounts[place];
  return ahead;
}

/**
 * Ranking waterfall on one enforced asset (拍卖款分配顺位), METHOD §3; 民诉法解释 Arts 508, 514, 民法典 Arts 389, 414,
 * 413, 建工解释(一) Art 36, 担保制度解释 Art 15.
 *
 * Price → taxes the seller bears → sale costs → what ranks before us, in the order of shared/domain/item-deductions →
 * us, pro rata where the law says so, up to the highest secured amount. Each takes at most what is left. The cap at the loan's claim is taken later, over all items.
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
  for (let place = 0; place < deductionCount; place++) split.taken[place] = take(claims.amounts[place]);
  split.taken[rivalClaims] += (1 - claims.ourShare) * left;
  left *= claims.ourShare;
  split.aboveCapYuan = Math.max(0, left - claims.securedCapYuan);
  split.toUsYuan = left - split.aboveCapYuan;
  return split.toUsYuan;
}
