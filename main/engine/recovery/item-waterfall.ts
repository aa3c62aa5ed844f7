import { deductionNames, deductionPlaces } from "../../../shared/domain/item-deductions.ts";
import type { SaleRate } from "../plan/sale-rates.ts";

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
  /** Taxes and sale costs, in the order of the rates. */
  readonly ofPrice: number[];
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
  return { ofPrice: [], taken: new Float64Array(deductionCount), aboveCapYuan: 0, toUsYuan: 0 };
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
 * Price → taxes that the seller bears and sale costs, shares of it → what ranks before us, in the order of shared/domain/item-deductions →
 * us, pro rata where the law says so, up to the highest secured amount. Each takes at most what is left. The cap at the loan's claim is taken later, over all items.
 * What comes to us is clamp(ourShare × (net price − all ahead), 0, cap). Overwrites `split` and returns it.
 */
export function splitSalePrice(priceYuan: number, rates: readonly SaleRate[], claims: ItemClaims, split: ItemSplit): number {
  let left = priceYuan;
  const take = (yuan: number): number => {
    const taken = Math.min(left, yuan);
    left -= taken;
    return taken;
  };
  split.ofPrice.splice(0, split.ofPrice.length, ...rates.map(({ rate }) => take(priceYuan * rate)));
  for (let place = 0; place < deductionCount; place++) split.taken[place] = take(claims.amounts[place]);
  split.taken[rivalClaims] += (1 - claims.ourShare) * left;
  left *= claims.ourShare;
  split.aboveCapYuan = Math.max(0, left - claims.securedCapYuan);
  split.toUsYuan = left - split.aboveCapYuan;
  return split.toUsYuan;
}
