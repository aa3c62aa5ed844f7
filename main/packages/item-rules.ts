import { type FillRule, fillRules, type SecurityKind } from "../../shared/domain/codes.ts";
import { managedKinds } from "../../shared/domain/prior-claims.ts";
import { yuanFromFen } from "../../shared/money.ts";
import { MAX_AMOUNT_YUAN, MOST_APPRAISAL_MONTHS } from "../engine/package-columns.ts";
import type { CollateralRow } from "./package-queries.ts";

/** Bit of a rule in a loan's fill mask. */
export function fillBit(rule: FillRule): number {
  return 1 << fillRules.indexOf(rule);
}

/** A limit or a claim of others above the engine's largest amount does what that amount does, and must not stop the price. */
export const limitYuan = (fen: number) => Math.min(MAX_AMOUNT_YUAN, yuanFromFen(fen));

interface Ruled<Columns> {
  readonly columns: Columns;
  /** Rules that filled something. */
  readonly mask: number;
}

/** Property fees that nobody states: those of items that somebody manages come by a share of the appraisal. */
export function propertyFeeMask({ collateral_kind: kind }: CollateralRow): number {
  return kind !== null && managedKinds.includes(kind) ? fillBit("propertyFeesByShare") : 0;
}

/** What of an item's owner decides what stands before us on its items. */
export interface OwnerFacts {
  readonly isCompany: boolean;
  readonly isBankrupt: boolean;
}

/** Kinds of items that homes may be sold from before they are built. */
const soldBeforeBuilt: readonly (string | null)[] = ["construction"];

/** Months after which an appraisal is old (参考价规定 27: valid for one year at most). */
const validMonths = 12;

/**
 * What is paid before the mortgage: as stated, nothing where it cannot apply, and not a number where it applies and
 * nobody states it, so that a share of the appraisal stands for it. The premium of the grant applies to allotted and
 * collective land, buyers of homes to buildings under construction, arrears of taxes to every company, wages where we are
 * unsecured creditors of a bankrupt one (破产法 113).
 */
export function priorClaimsOf(
  item: CollateralRow,
  { isCompany, isBankrupt }: OwnerFacts,
): Ruled<{ readonly landPremium: number; readonly homebuyerClaims: number; readonly wageClaims: number; readonly taxArrears: number }> {
  let mask = 0;
  const amount = (fen: number | null, applies: boolean, rule: FillRule): number => {
    if (fen !== null) return limitYuan(fen);
    if (!applies) return 0;
    mask |= fillBit(rule);
    return Number.NaN;
  };
  const columns = {
    landPremium: amount(item.land_premium_fen, item.land_title === "allotted" || item.land_title === "collective", "landPremiumByShare"),
    homebuyerClaims: amount(item.homebuyer_fen, soldBeforeBuilt.includes(item.collateral_kind), "homebuyersByShare"),
    wageClaims: amount(item.wage_fen, isBankrupt && item.hold === "seizure", "wagesByShare"),
    taxArrears: amount(item.tax_arrears_fen, isCompany, "taxArrearsByShare"),
  };
  return { columns, mask };
}

/** Securities of which a mortgage or pledge is no part. */
const withoutMortgage: readonly (SecurityKind | null)[] = ["unsecured", "guaranteed"];

/** How an item is held and ranks, where the tape says it or where a seizure lets it be taken so. */
export interface HeldItem {
  readonly item: CollateralRow;
  /** Rank that is stated; null where none is. */
  readonly rank: number | null;
  /** The seizure waits, and neither a rank nor an amount says behind whom. */
  readonly isWaitingUnranked: boolean;
}

/**
 * An item of which nothing is stated but a seizure (查封情况 without a hold, a rank, a maximum or prior claims). A claim without a
 * mortgage holds it by that seizure: first, nobody is before it; waiting, others are. A mortgage whose sale waits on another's
 * seizure is taken for the second rank, behind prior claims by a share of the appraisal: nobody waits behind nothing.
 */
export function heldItem(item: CollateralRow, security: SecurityKind | null): HeldItem {
  const rank = item.lien_rank !== null && item.lien_rank >= 1 ? item.lien_rank : null;
  const isSilent = item.hold === null && rank === null && item.secured_cap_fen === null && item.senior_claims_fen === null;
  const isWaiting = isSilent && item.seizure === "waiting";
  if (isSilent && withoutMortgage.includes(security) && (isWaiting || item.seizure === "first")) {
    return { item: { ...item, hold: "seizure" }, rank, isWaitingUnranked: isWaiting && item.rival_fen === null };
  }
  const isUnranked = isWaiting && item.rival_fen === null;
  return { item, rank: isUnranked ? 2 : rank, isWaitingUnranked: isUnranked };
}

/**
 * Who stands where in the order of seizure (民诉法解释 514). Nobody is before a first seizure, so that all claims of others
 * are behind it; a seizure that waits, or whose place is not known, has others before it: as stated, else by a share.
 */
export function seizureOf(item: CollateralRow): Ruled<{ readonly rivalClaims: number; readonly waitingClaims: number; readonly seizureWaits: number }> {
  const [stated, waiting] = [item.rival_fen, item.waiting_fen ?? 0];
  const seizureWaits = item.seizure === "waiting" ? 1 : 0;
  if (item.seizure === "first") return { columns: { rivalClaims: 0, waitingClaims: limitYuan((stated ?? 0) + waiting), seizureWaits }, mask: 0 };
  const isUnknown = item.hold === "seizure" && stated === null;
  const rivalClaims = isUnknown ? Number.NaN : limitYuan(stated ?? 0);
  return { columns: { rivalClaims, waitingClaims: limitYuan(waiting), seizureWaits }, mask: isUnknown ? fillBit("seizureRivalsByShare") : 0 };
}

/** Whole months from an item's appraisal to the cut-off date; not a number where a day is not known. A later appraisal is as new. */
export function ageOf({ appraisal_date: appraised, appraisal_fen: appraisal }: CollateralRow, cutOffDate: string | null): { months: number; mask: number } {
  if (appraisal === null || appraisal === 0 || cutOffDate === null) return { months: 0, mask: 0 };
  if (appraised === null) return { months: Number.NaN, mask: fillBit("appraisalDateUnknown") };
  const [year, month, day] = appraised.split("-").map(Number) as [number, number, number]; // a date of the tape
  const [toYear, toMonth, toDay] = cutOffDate.split("-").map(Number) as [number, number, number];
  const whole = (toYear - year) * 12 + toMonth - month - (toDay < day ? 1 : 0);
  const months = Math.max(0, Math.min(MOST_APPRAISAL_MONTHS, whole));
  return { months, mask: months > validMonths ? fillBit("appraisalOverAYear") : 0 };
}
