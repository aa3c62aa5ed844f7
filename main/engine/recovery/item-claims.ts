import { deductionPlaces, statedDeductions } from "../../../shared/domain/item-deductions.ts";
import { collateralKindOf } from "../column-codes.ts";
import type { PackageColumns } from "../engine-types.ts";
import { keptOfAppraisal } from "../plan/loan-estimates.ts";
import type { AssumptionsOf } from "../plan/plan-types.ts";
import { validClaimOf } from "./claim-validity.ts";
import { isBankrupt, paysByOrderOfSeizure } from "./debtor.ts";
import { graduatedFee } from "./fee-schedule.ts";
import { isHeldBySeizure } from "./held-by-seizure.ts";
import { aheadOf, emptyClaims, type ItemClaims } from "./item-waterfall.ts";
import { mortgageCapOf } from "./maximum-mortgage.ts";
import { carriedAppraisal, propertyFeesOf, rivalsBefore, rivalsBeside, statedAmount } from "./prior-claims.ts";

const { auctionCommission, enforcementFee, propertyFees, seniorClaims, rivalClaims } = deductionPlaces;
const statedCount = statedDeductions.length;
const statedPlaces = statedDeductions.map((name) => deductionPlaces[name]);

/** Sum of the appraisals of a loan's items, yuan: the base over which its enforcement fee is shared. */
export function appraisalOf(columns: PackageColumns, loan: number): number {
  let total = 0;
  const end = columns.collateralStart[loan + 1];
  for (let item = columns.collateralStart[loan]; item < end; item++) total += columns.appraisal[item];
  return total;
}

/**
 * Enforcement fee (执行费, Decree 481 Art 14(1)) of a loan on its claim, per yuan of appraisal of its items; none in
 * bankruptcy, which suspends enforcement (破产法 19).
 */
export function feePerAppraisalOf(columns: PackageColumns, loan: number, plan: AssumptionsOf): number {
  if (isBankrupt(columns, loan)) return 0;
  const appraisal = appraisalOf(columns, loan);
  const claim = validClaimOf(columns, loan, plan.assumptions);
  return appraisal > 0 ? graduatedFee(plan.assumptions.courtFees.enforcement, claim) / appraisal : 0;
}

/**
 * Part of the commission of an offline auction (拍卖佣金, 拍卖变卖规定 Art 29) that the proceeds bear, yuan. The buyer pays it
 * by law; where buyers bid net of it, it counts here. It is charged on the opening price that round 1 is planned at,
 * whichever round sells, so that it is one amount per item.
 */
export function commissionOf(appraisalYuan: number, kind: number, { assumptions: { collateral } }: AssumptionsOf): number {
  if (collateral.auctionCommissionBorneShare === 0) return 0;
  const planned = appraisalYuan * collateral.appraisalFactor[collateralKindOf(kind)] * collateral.rounds[0].openingShare;
  return collateral.auctionCommissionBorneShare * graduatedFee(collateral.auctionCommission, planned);
}

/**
 * Overwrites `claims` with what ranks before us on an item that secures this loan alone: commission, its part of the
 * loan's enforcement fee (pro rata to appraisal), property fees, what the tape states, prior claims as stated or, where none are
 * stated, by rank (seniorShareByMissingRank), and for a seizure the unsecured creditors: those before us where the
 * order of seizure counts (`paysByOrderOfSeizure`), all of them pro rata elsewhere.
 */
export function fillItemClaims(columns: PackageColumns, loan: number, item: number, plan: AssumptionsOf, claims: ItemClaims): void {
  const appraisal = carriedAppraisal(columns, loan, item, plan);
  const stated = columns.seniorClaims[item];
  const ranksAhead = columns.lienRank[item] - 1;
  const { amounts } = claims;
  for (let at = 0; at < statedCount; at++) amounts[statedPlaces[at]] = statedAmount(columns, statedDeductions[at], item, plan);
  amounts[auctionCommission] = commissionOf(appraisal, columns.collateralKind[item], plan);
  amounts[enforcementFee] = feePerAppraisalOf(columns, loan, plan) * columns.appraisal[item];
  amounts[propertyFees] = propertyFeesOf(columns, loan, item, plan);
  amounts[seniorClaims] = Number.isNaN(stated) ? plan.assumptions.collateral.seniorShareByMissingRank * appraisal * ranksAhead : stated;
  claims.securedCapYuan = mortgageCapOf(columns, loan, item, plan);
  amounts[rivalClaims] = 0;
  claims.ourShare = 1;
  if (!isHeldBySeizure(columns, item)) return;
  if (paysByOrderOfSeizure(columns, loan)) amounts[rivalClaims] = rivalsBefore(columns, item, plan);
  else {
    const claim = Math.min(validClaimOf(columns, loan, plan.assumptions), claims.securedCapYuan);
    claims.ourShare = ourShareOf(claim, rivalsBeside(columns, item, plan));
  }
}

/** Share of one of several unsecured creditors in what is left: pro rata to claims. */
export function ourShareOf(claimYuan: number, rivalsYuan: number): number {
  return rivalsYuan > 0 ? claimYuan / (claimYuan + rivalsYuan) : 1;
}

/** What an outcome of an item pays us: clamp(net price per yuan × value − ahead, 0, cap), yuan. */
export interface LoweredItem {
  value: number;
  ahead: number;
  cap: number;
}

const scratch = emptyClaims();

/**
 * Overwrites `lowered` with a loan's single item, worked into three amounts that are the same in every case. Price
 * factors that go with it are net of the seller's taxes and the sale costs (`netShare` of the plan).
 */
export function lowerItem(columns: PackageColumns, loan: number, item: number, plan: AssumptionsOf, lowered: LoweredItem): void {
  fillItemClaims(columns, loan, item, plan, scratch);
  lowered.value = keptOfAppraisal(columns, loan) * carriedAppraisal(columns, loan, item, plan) * scratch.ourShare;
  lowered.ahead = aheadOf(scratch) * scratch.ourShare;
  lowered.cap = Math.min(validClaimOf(columns, loan, plan.assumptions), scratch.securedCapYuan);
}
