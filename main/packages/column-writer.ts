import { cityNumber } from "../../shared/domain/city-index.ts";
import {
  collateralHolds,
  collateralKinds,
  debtorConditions,
  interestBases,
  type LitigationStage,
  litigationStages,
  segments,
} from "../../shared/domain/codes.ts";
import { yuanFromFen } from "../../shared/money.ts";
import { writeEntries } from "../engine/column-entries.ts";
import type { PackageColumns } from "../engine/engine-types.ts";
import { columnLengths, type EstimateName, estimateGroups, estimateNames, MOST_DAYS, mapColumns, mapEstimates } from "../engine/package-columns.ts";
import { debtorTypeOf } from "./debtor-type.ts";
import { ageOf, fillBit, type HeldItem, heldItem, limitYuan, type OwnerFacts, priorClaimsOf, propertyFeeMask, seizureOf } from "./item-rules.ts";
import { type PackageIdentity, sharedColumn } from "./loaded-package.ts";
import type { CollateralRow, EstimateRow, GuarantorRow, LoanInputRow, RowCounts } from "./package-queries.ts";
import { type SegmentFacts, segmentByFacts } from "./segment-rule.ts";
import { TextIndex } from "./text-index.ts";
import { checkMask, failedChecksOf, failedGuaranteeChecks, guaranteeMask, stageOfRow, unknownOfGuarantee } from "./validity-rule.ts";

const highestRank = 255;
/** Index plus one of a court must fit 16 bits; a court beyond counts as not stated. */
const highestCourt = 65_535;

function emptyColumns(loanCount: number, { items, guarantors, estimates }: RowCounts, courts: readonly string[], cutOffDate: string | null): PackageColumns {
  const lengths = columnLengths({ loans: loanCount, items, guarantors });
  const columns = mapColumns(({ per, array }) => sharedColumn[array](lengths[per]));
  const gaps = () => sharedColumn.numbers(loanCount).fill(Number.NaN);
  return { ...columns, loanCount, courts, cutOffDate, estimates: estimates === 0 ? null : mapEstimates(gaps), ownEstimates: null };
}

/** Interest as stated, else what the seller's claim total leaves beside principal and costs, else nothing. */
function interestOf(loan: LoanInputRow): { readonly fen: number; readonly mask: number } {
  if (loan.interest_fen !== null) return { fen: loan.interest_fen, mask: 0 };
  const restFen = (loan.claim_total_fen ?? 0) - loan.principal_fen - (loan.fees_fen ?? 0);
  return restFen > 0 ? { fen: restFen, mask: fillBit("interestFromClaimTotal") } : { fen: 0, mask: fillBit("interestAsZero") };
}

const dayMs = 86_400_000;

/** Days past due as stated, else from the day of default to cut-off; NaN where neither is known, and for what no loan can be. */
function daysPastDueOf({ days_past_due, overdue_date }: LoanInputRow, cutOffDate: string | null): number {
  if (days_past_due !== null) return days_past_due <= MOST_DAYS ? days_past_due : Number.NaN;
  if (overdue_date === null || cutOffDate === null) return Number.NaN;
  const days = Math.round((Date.parse(cutOffDate) - Date.parse(overdue_date)) / dayMs);
  return days >= 0 && days <= MOST_DAYS ? days : Number.NaN;
}

/** How the debtor is, as stated: nothing is taken for known that nobody states. */
function conditionOf({ debtor_condition, bankruptcy_kind }: LoanInputRow, stage: LitigationStage) {
  const isBankrupt = stage === "bankruptcy";
  const isUnknown = !isBankrupt && (debtor_condition ?? "unknown") === "unknown";
  const columns = {
    debtorCondition: debtorConditions.indexOf(debtor_condition ?? "unknown"),
    enforcementStayed: bankruptcy_kind === "reorganisation" ? 1 : 0,
  };
  const mask = (isUnknown ? fillBit("conditionUnknown") : 0) | (isBankrupt && bankruptcy_kind === null ? fillBit("bankruptcyKindUnknown") : 0);
  return { columns, mask };
}

/** Days since a judgment took effect, at cut-off; none where its day is not known, or cannot be. */
function delayDaysOf({ judgment_date }: LoanInputRow, cutOffDate: string | null): number {
  if (judgment_date === null || cutOffDate === null) return 0;
  const days = Math.round((Date.parse(cutOffDate) - Date.parse(judgment_date)) / dayMs);
  return days >= 0 && days <= MOST_DAYS ? days : 0;
}

const yuanOrNaN = (fen: number | null) => (fen === null ? Number.NaN : yuanFromFen(fen));

/** Securities of which a guarantee is a part. */
const guaranteed: readonly LoanInputRow["security_kind"][] = ["guaranteed", "mortgagedAndGuaranteed"];

/** What of a deal decides how the rows of its tape are read. */
type DealFacts = Pick<PackageIdentity, "dealKind" | "cutOffDate">;

/** What hangs on one loan. */
interface LoanParts {
  readonly items: readonly CollateralRow[];
  readonly guarantors: readonly GuarantorRow[];
  readonly estimate: EstimateRow | undefined;
}

/** Writes rows into columns, loan by loan in order, and fills what the tape leaves out (METHOD §3), each filled value with the bit of its rule. */
export class ColumnWriter {
  readonly columns: PackageColumns;
  readonly #deal: DealFacts;
  readonly #hasHolds: boolean;
  readonly #courts: TextIndex;
  /** First item of each asset that several rows name. */
  readonly #firstItems = new Map<number, number>();
  #item = 0;
  #guarantor = 0;

  private constructor(columns: PackageColumns, deal: DealFacts, hasHolds: boolean, courts: TextIndex) {
    this.columns = columns;
    this.#deal = deal;
    this.#hasHolds = hasHolds;
    this.#courts = courts;
  }

  /** Writes a package from its first loan to its last. */
  static forRows(loanCount: number, rows: RowCounts, deal: DealFacts): ColumnWriter {
    const courts = new TextIndex();
    return new ColumnWriter(emptyColumns(loanCount, rows, courts.texts, deal.cutOffDate), deal, rows.statedHolds > 0, courts);
  }

  /** Writes single loans of written columns anew. */
  static over(columns: PackageColumns, deal: DealFacts, hasHolds: boolean): ColumnWriter {
    return new ColumnWriter(columns, deal, hasHolds, TextIndex.of(columns.courts));
  }

  /** Writes a loan again in its place, with its debtor and its assets as they were numbered; false where it has more or fewer items or guarantors. */
  rewrite(at: number, loan: LoanInputRow, parts: LoanParts): boolean {
    const { collateralStart, guarantorStart, asset, debtor } = this.columns;
    const [item = 0, endItem = 0] = collateralStart.subarray(at, at + 2);
    const [guarantor = 0, endGuarantor = 0] = guarantorStart.subarray(at, at + 2);
    if (parts.items.length !== endItem - item || parts.guarantors.length !== endGuarantor - guarantor) return false;
    const numbered = { assets: asset.slice(item, endItem), debtor: debtor[at] ?? 0 };
    this.#item = item;
    this.#guarantor = guarantor;
    this.write(at, loan, parts);
    asset.set(numbered.assets, item);
    debtor[at] = numbered.debtor;
    return true;
  }

  write(at: number, loan: LoanInputRow, { items, guarantors, estimate }: LoanParts): void {
    const { columns } = this;
    const hangsOn = { hasCollateral: items.length > 0, hasGuarantor: guarantors.length > 0 };
    let itemRules = 0;
    const debtor = debtorTypeOf({ dealKind: this.#deal.dealKind, debtorType: loan.debtor_type, debtorId: loan.debtor_id });
    const stage = stageOfRow(loan);
    for (const item of items)
      itemRules |= this.#collateral(
        heldItem(item, loan.security_kind),
        { isCompany: debtor.type === "company", isBankrupt: stage === "bankruptcy" },
        loan.region,
      );
    let guaranteeRules = 0;
    for (const guarantor of guarantors) guaranteeRules |= this.#guarantee(guarantor, loan, stage);
    this.#estimate(at, estimate);
    columns.collateralStart[at + 1] = this.#item;
    columns.guarantorStart[at + 1] = this.#guarantor;
    this.#loan(at, loan, { dealKind: this.#deal.dealKind, product: loan.product, securityKind: loan.security_kind, ...hangsOn }, itemRules | guaranteeRules);
  }

  #loan(at: number, loan: LoanInputRow, facts: SegmentFacts, partRules: number): void {
    const interest = interestOf(loan);
    const debtor = debtorTypeOf({ dealKind: this.#deal.dealKind, debtorType: loan.debtor_type, debtorId: loan.debtor_id });
    const { segment, isFilled } = segmentByFacts(facts);
    const stage = stageOfRow(loan);
    const condition = conditionOf(loan, stage);
    const dates = { limitationDate: loan.limitation_date, judgmentDate: loan.judgment_date, enforcementDeadline: loan.enforcement_deadline };
    const isUnnamed = guaranteed.includes(loan.security_kind) && !facts.hasGuarantor;
    const failed = failedChecksOf({
      cutOffDate: this.#deal.cutOffDate,
      stage,
      overdueDate: loan.overdue_date,
      lastPaymentDate: loan.last_payment_date,
      ...dates,
    });
    let mask = interest.mask | partRules | condition.mask;
    if (isFilled) mask |= fillBit("segmentFromSecurity");
    if (loan.fees_fen === null) mask |= fillBit("feesAsZero");
    if (loan.five_tier_class === null) mask |= fillBit("classAsDoubtful");
    if (loan.litigation_stage === null && loan.bankruptcy_kind === null) mask |= fillBit("stageAsNotSued");
    if (loan.overdue_date === null && loan.days_past_due === null) mask |= fillBit("overdueDateUnknown");
    if ((loan.interest_basis ?? "unknown") === "unknown" && interest.fen > 0) mask |= fillBit("interestBasisUnknown");
    if (isUnnamed) mask |= fillBit("guarantorUnnamed");
    if (failed.includes("limitationDoubtful")) mask |= fillBit("limitationDoubtful");
    else if (stage === "notSued" && loan.limitation_date === null) mask |= fillBit("limitationDateUnknown");
    if (debtor.isFilled) mask |= fillBit("debtorTypeFromKind");
    writeEntries(this.columns, "loan", at, {
      upb: yuanFromFen(loan.principal_fen),
      interest: yuanFromFen(interest.fen),
      fees: yuanFromFen(loan.fees_fen ?? 0),
      segment: segments.indexOf(segment),
      stage: litigationStages.indexOf(stage),
      fillMask: mask,
      debtorIsCompany: debtor.type === "company" ? 1 : 0,
      failedChecks: checkMask(failed),
      court: this.#court(loan.court),
      daysPastDue: daysPastDueOf(loan, this.#deal.cutOffDate),
      ...condition.columns,
      guarantorUnnamed: isUnnamed ? 1 : 0,
      interestBasis: interestBases.indexOf(loan.interest_basis ?? "unknown"),
      delayDays: delayDaysOf(loan, this.#deal.cutOffDate),
      // Its own until all rows are known (load-package.ts).
      debtor: at,
    });
  }

  #court(court: string | null): number {
    if (court === null) return 0;
    const number = this.#courts.indexOf(court) + 1;
    return number > highestCourt ? 0 : number;
  }

  /** Writes the next item and answers the rules that filled it. */
  #collateral({ item, rank: stated, isWaitingUnranked }: HeldItem, debtor: OwnerFacts, region: string | null): number {
    const at = this.#item++;
    let mask = isWaitingUnranked ? fillBit("waitingUnranked") : 0;
    if (item.appraisal_fen === null) mask |= fillBit("appraisalAsZero");
    if (item.collateral_kind === null) mask |= fillBit("collateralKindAsOther");
    const isSeizure = item.hold === "seizure";
    if (item.hold === null && this.#hasHolds) mask |= fillBit("holdAsMortgage");
    // A seizure has no rank among mortgages to state.
    if (stated === null && !isSeizure) mask |= fillBit("lienRankAsFirst");
    const rank = Math.min(stated ?? 1, highestRank);
    const isSeniorByRank = item.senior_claims_fen === null && rank > 1;
    if (isSeniorByRank && !isWaitingUnranked) mask |= fillBit("seniorClaimsByRank");
    const priorities = priorClaimsOf(item, debtor);
    const seizure = seizureOf(item);
    const age = ageOf(item, this.#deal.cutOffDate);
    writeEntries(this.columns, "item", at, {
      appraisal: yuanFromFen(item.appraisal_fen ?? 0),
      collateralKind: collateralKinds.indexOf(item.collateral_kind ?? "other"),
      lienRank: rank,
      seniorClaims: isSeniorByRank ? Number.NaN : yuanFromFen(item.senior_claims_fen ?? 0),
      securedCap: yuanOrNaN(item.secured_cap_fen),
      asset: this.#asset(at, item.asset_key),
      priorityClaims: limitYuan(item.priority_fen ?? 0),
      collateralHold: collateralHolds.indexOf(item.hold ?? "mortgage"),
      ...priorities.columns,
      ...seizure.columns,
      appraisalAge: age.months,
      // An item lies where its debtor does, unless its own place names a city.
      city: cityNumber(item.address) || cityNumber(region),
    });
    return mask | priorities.mask | seizure.mask | age.mask | propertyFeeMask(item);
  }

  /** An asset has the number of its first item. */
  #asset(at: number, assetKey: number | null): number {
    if (assetKey === null) return at;
    const first = this.#firstItems.get(assetKey) ?? at;
    this.#firstItems.set(assetKey, first);
    return first;
  }

  /** Writes the next guarantor and answers the rules that filled it. */
  #guarantee({ cap_fen, period_end }: GuarantorRow, loan: LoanInputRow, stage: LitigationStage): number {
    const facts = { cutOffDate: this.#deal.cutOffDate, stage, periodEnd: period_end, maturityDate: loan.maturity_date, suit: loan.guarantor_sued };
    const unknown = unknownOfGuarantee(facts);
    writeEntries(this.columns, "guarantor", this.#guarantor++, {
      guarantorCap: cap_fen === null ? Number.NaN : limitYuan(cap_fen),
      guaranteeExpired: guaranteeMask(failedGuaranteeChecks(facts)),
    });
    return (unknown.period ? fillBit("guaranteePeriodUnknown") : 0) | (unknown.suit ? fillBit("guarantorSuitUnknown") : 0);
  }

  /** A group of estimates that isn't whole counts as none: the desk states them one after the other. */
  #estimate(at: number, row: EstimateRow | undefined): void {
    const { estimates } = this.columns;
    if (estimates === null) return;
    for (const name of estimateNames) estimates[name][at] = Number.NaN;
    if (row === undefined) return;
    const own: Readonly<Record<EstimateName, number | null>> = {
      haircut: row.haircut,
      realisationProbability: row.probability,
      monthsToCash: row.months,
      collateralCostRate: row.cost_rate,
      firstMonthRate: row.first_month_rate,
      monthlyDecay: row.monthly_decay,
    };
    for (const name of estimateNames) {
      const isWhole = estimateGroups.every((group) => !group.includes(name) || group.every((other) => own[other] !== null));
      if (isWhole) estimates[name][at] = own[name] ?? Number.NaN;
    }
  }
}
