import type { Kysely } from "kysely";
import { collateralKinds, type DealKind, type FillRule, fillRules, litigationStages, segments } from "../../shared/domain/codes.ts";
import { yuanFromFen } from "../../shared/money.ts";
import type { DeskSchema } from "../db/schema.ts";
import { completeColumns } from "../engine/complete-columns.ts";
import type { PackageColumns } from "../engine/engine-types.ts";
import { codeOf, factCodes, type LoadedPackage, notStatedRegion, type PackageFacts, sharedColumn } from "./loaded-package.ts";
import { type CollateralRow, countJoinedCollateral, type LoanInputRow, readCollateralSlice, readGuaranteedIds, readLoanSlice } from "./package-rows.ts";
import { segmentOf } from "./segment-rule.ts";
import { yieldToLoop } from "./yield-to-loop.ts";

/** Loans read in one turn of the event loop. */
const sliceLoans = 2000;
const highestRank = 255;

export interface PackageSource {
  readonly tapeId: number;
  readonly firstLoanId: number;
  readonly loanCount: number;
  readonly debtorCount: number;
  readonly dealKind: DealKind;
}

/** Bit of a rule in a loan's fill mask. */
function fillBit(rule: FillRule): number {
  return 1 << fillRules.indexOf(rule);
}

function emptyColumns(loanCount: number, itemCount: number): PackageColumns {
  return completeColumns({
    loanCount,
    upb: sharedColumn.numbers(loanCount),
    interest: sharedColumn.numbers(loanCount),
    fees: sharedColumn.numbers(loanCount),
    segment: sharedColumn.codes(loanCount),
    stage: sharedColumn.codes(loanCount),
    fillMask: sharedColumn.words(loanCount),
    collateralStart: sharedColumn.words(loanCount + 1),
    appraisal: sharedColumn.numbers(itemCount),
    collateralKind: sharedColumn.codes(itemCount),
    lienRank: sharedColumn.codes(itemCount),
    seniorClaims: sharedColumn.numbers(itemCount),
    securedCap: sharedColumn.numbers(itemCount),
  });
}

/** Writes one item and answers the rules that filled it. */
function fillItem(columns: PackageColumns, at: number, item: CollateralRow): number {
  let mask = 0;
  if (item.appraisal_fen === null) mask |= fillBit("appraisalAsZero");
  if (item.collateral_kind === null) mask |= fillBit("collateralKindAsOther");
  const isRanked = item.lien_rank !== null && item.lien_rank >= 1;
  if (!isRanked) mask |= fillBit("lienRankAsFirst");
  const rank = isRanked ? Math.min(item.lien_rank ?? 1, highestRank) : 1;
  columns.appraisal[at] = yuanFromFen(item.appraisal_fen ?? 0);
  columns.collateralKind[at] = collateralKinds.indexOf(item.collateral_kind ?? "other");
  columns.lienRank[at] = rank;
  columns.securedCap[at] = item.secured_cap_fen === null ? Number.NaN : yuanFromFen(item.secured_cap_fen);
  if (item.senior_claims_fen === null && rank > 1) {
    mask |= fillBit("seniorClaimsByRank");
    columns.seniorClaims[at] = Number.NaN;
  } else columns.seniorClaims[at] = yuanFromFen(item.senior_claims_fen ?? 0);
  return mask;
}

/** Interest as stated, else what the seller's claim total leaves beside principal and costs, else nothing. */
function interestOf(loan: LoanInputRow): { readonly fen: number; readonly mask: number } {
  if (loan.interest_fen !== null) return { fen: loan.interest_fen, mask: 0 };
  const restFen = (loan.claim_total_fen ?? 0) - loan.principal_fen - (loan.fees_fen ?? 0);
  return restFen > 0 ? { fen: restFen, mask: fillBit("interestFromClaimTotal") } : { fen: 0, mask: fillBit("interestAsZero") };
}

/** Writes what the loan's own row states and answers the rules that filled it. */
function fillLoan(columns: PackageColumns, at: number, loan: LoanInputRow, segment: ReturnType<typeof segmentOf>): number {
  const interest = interestOf(loan);
  columns.upb[at] = yuanFromFen(loan.principal_fen);
  columns.interest[at] = yuanFromFen(interest.fen);
  columns.fees[at] = yuanFromFen(loan.fees_fen ?? 0);
  columns.stage[at] = litigationStages.indexOf(loan.litigation_stage ?? "notSued");
  columns.segment[at] = segments.indexOf(segment.segment);
  let mask = interest.mask;
  if (loan.fees_fen === null) mask |= fillBit("feesAsZero");
  if (loan.five_tier_class === null) mask |= fillBit("classAsDoubtful");
  if (loan.litigation_stage === null) mask |= fillBit("stageAsNotSued");
  if (loan.overdue_date === null && loan.days_past_due === null) mask |= fillBit("overdueDateUnknown");
  if (segment.isFilled) mask |= fillBit("segmentFromSecurity");
  return mask;
}

class FactColumns implements PackageFacts {
  readonly fiveTierClass: Uint8Array;
  readonly securityKind: Uint8Array;
  readonly litigationStage: Uint8Array;
  readonly region: Uint32Array;
  readonly regions: string[] = [];
  readonly #regionIndexes = new Map<string, number>();

  constructor(loanCount: number) {
    this.fiveTierClass = new Uint8Array(loanCount);
    this.securityKind = new Uint8Array(loanCount);
    this.litigationStage = new Uint8Array(loanCount);
    this.region = new Uint32Array(loanCount);
  }

  write(at: number, loan: LoanInputRow): void {
    this.fiveTierClass[at] = codeOf(factCodes.fiveTierClass, loan.five_tier_class);
    this.securityKind[at] = codeOf(factCodes.securityKind, loan.security_kind);
    this.litigationStage[at] = codeOf(factCodes.litigationStage, loan.litigation_stage);
    this.region[at] = loan.region === null ? notStatedRegion : this.#regionIndex(loan.region);
  }

  #regionIndex(region: string): number {
    const known = this.#regionIndexes.get(region);
    if (known !== undefined) return known;
    this.regions.push(region);
    this.#regionIndexes.set(region, this.regions.length - 1);
    return this.regions.length - 1;
  }
}

/** Reads the rows of a tape into columns and applies the fill rules (METHOD §3). */
export async function loadPackage(db: Kysely<DeskSchema>, source: PackageSource): Promise<LoadedPackage> {
  const { tapeId, firstLoanId, loanCount, debtorCount, dealKind } = source;
  const columns = emptyColumns(loanCount, await countJoinedCollateral(db, tapeId));
  const facts = new FactColumns(loanCount);
  let item = 0;
  for (let start = 0; start < loanCount; start += sliceLoans) {
    const ids = { from: firstLoanId + start, to: firstLoanId + Math.min(start + sliceLoans, loanCount) };
    const loans = await readLoanSlice(db, ids);
    const guaranteed = await readGuaranteedIds(db, ids);
    const collateral = await readCollateralSlice(db, ids);
    let next = 0;
    for (const loan of loans) {
      const at = loan.id - firstLoanId;
      const hasCollateral = collateral[next]?.loan_id === loan.id;
      const rule = { dealKind, product: loan.product, securityKind: loan.security_kind, hasCollateral, hasGuarantor: guaranteed.has(loan.id) };
      let mask = fillLoan(columns, at, loan, segmentOf(rule));
      facts.write(at, loan);
      columns.collateralStart[at] = item;
      for (let row = collateral[next]; row?.loan_id === loan.id; row = collateral[++next]) mask |= fillItem(columns, item++, row);
      columns.fillMask[at] = mask;
    }
    await yieldToLoop();
  }
  columns.collateralStart[loanCount] = item;
  return { tapeId, firstLoanId, debtorCount, columns, facts };
}
