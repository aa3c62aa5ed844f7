import type { Assumptions, RecoveryCurve } from "../../../shared/domain/assumptions.ts";
import {
  type CollateralKind,
  claimValidityChecks,
  collateralHolds,
  collateralKinds,
  debtorConditions,
  type FillRule,
  type GuaranteeCheck,
  guaranteeChecks,
  interestBases,
  litigationStages,
  type Segment,
  segments,
  type ValiditySwitch,
} from "../../../shared/domain/codes.ts";
import type { PriorityShare } from "../../../shared/domain/prior-claims.ts";
import type { GapRanges } from "../../../shared/domain/scenario-results.ts";
import { segmentOf } from "../column-codes.ts";
import { checkedEntry } from "../column-entries.ts";
import type { PackageColumns } from "../engine-types.ts";
import { monthlyFactor } from "../numbers/discounting.ts";
import { MAX_AMOUNT_YUAN } from "../package-columns.ts";
import { sharesOfCurve } from "../plan/curve-months.ts";
import { claimOf } from "../recovery/claim-validity.ts";
import { carriesRule, type PackageMedians } from "./package-medians.ts";

/** What a filling needs to know beside the columns. */
export interface FillingBasis {
  readonly assumptions: Assumptions;
  readonly ranges: GapRanges;
  readonly medians: PackageMedians;
}

/** The package with a gap filled in another way; null where the basis has no value to fill it with. */
type Filling = (columns: PackageColumns, basis: FillingBasis) => PackageColumns | null;

/** Between what the missing field may lie. `asFilled`: the rule of the import is already that end. */
export interface GapEnds {
  readonly low: Filling;
  readonly high: Filling;
  /** A gap that the import leaves to an assumption: what the assumption is at an end. */
  readonly assumptionsAt?: (end: "low" | "high", basis: FillingBasis) => Assumptions;
}

const asFilled: Filling = (columns) => columns;

/**
 * The range of each gap (缺失信息), as the desk judges it; null for a gap that no price depends on. The words for the
 * reasons are in shared/locales under `gaps.reason.`.
 */
export const gapEnds: Readonly<Record<FillRule, GapEnds | null>> = {
  // A claim without interest is the least; other loans of the same package show what interest usually comes to.
  interestAsZero: { low: asFilled, high: ofPrincipal("interest", "interestAsZero", "interestOfPrincipal") },
  feesAsZero: { low: asFilled, high: ofPrincipal("fees", "feesAsZero", "feesOfPrincipal") },
  // The seller's total may hold other things than interest.
  interestFromClaimTotal: { low: (columns) => onLoans(columns, "interest", "interestFromClaimTotal", () => 0), high: asFilled },
  classAsDoubtful: null,
  // The latest stage that is common: fees are paid and the first round is near.
  stageAsNotSued: { low: asFilled, high: asInExecution },
  segmentFromSecurity: { low: withCurve("least"), high: withCurve("greatest") },
  // An item that was never appraised may be worth nothing, or what such items usually are beside the claim.
  appraisalAsZero: { low: asFilled, high: withUsualAppraisals },
  seniorClaimsByRank: { low: asFilled, high: asFilled, assumptionsAt: withSeniorShare },
  // A rank that is not stated is the second at worst, behind prior claims of the assumed share.
  lienRankAsFirst: { low: asSecondRank, high: asFilled },
  collateralKindAsOther: { low: withKind("least"), high: withKind("greatest") },
  // A claim whose days nobody states takes its segment's curve, as if it were young; limitation goes by the date that the tape states.
  overdueDateUnknown: { low: withAge("least"), high: withAge("greatest") },
  debtorTypeFromKind: {
    low: (columns) => onLoans(columns, "debtorIsCompany", "debtorTypeFromKind", () => 0),
    high: (columns) => onLoans(columns, "debtorIsCompany", "debtorTypeFromKind", () => 1),
  },
  // A claim that was not sued for may be time-barred where nobody says that it is not.
  limitationDateUnknown: { low: asTimeBarred, high: asFilled },
  // Usual premiums are two to six tenths of the land's price.
  landPremiumByShare: byPriority("landPremiumShare", 0.6, 0.2),
  homebuyersByShare: byPriority("homebuyerShare", 0.3, 0),
  // A luxury block, or nothing owed.
  propertyFeesByShare: byPriority("propertyFeeRate", 0.01, 0),
  taxArrearsByShare: byPriority("taxArrearsShare", 0.05, 0),
  seizureRivalsByShare: byPriority("seizureRivalShare", 1, 0),
  // A seizure behind all that the item is worth at worst, before everybody at best.
  waitingUnranked: { low: withWaiting("low"), high: withWaiting("high") },
  holdAsMortgage: { low: asSeizure, high: asFilled },
  // Values may have fallen by eight a hundred a year since, or not at all.
  appraisalOverAYear: { low: asFilled, high: asFilled, assumptionsAt: (end, { assumptions }) => withIndex(assumptions, end === "low" ? -0.08 : 0) },
  // Three years old at worst.
  appraisalDateUnknown: { low: asThreeYearsOld, high: asFilled },
  // Nobody can be found at worst; at best the debtor works as ever.
  conditionUnknown: {
    low: (columns) => onLoans(columns, "debtorCondition", "conditionUnknown", () => debtorConditions.indexOf("missing")),
    high: (columns) => onLoans(columns, "debtorCondition", "conditionUnknown", () => debtorConditions.indexOf("operating")),
  },
  bankruptcyKindUnknown: { low: (columns) => onLoans(columns, "enforcementStayed", "bankruptcyKindUnknown", () => 1), high: asFilled },
  wagesByShare: byPriority("wageShare", 0.3, 0),
  // Nobody at worst; at best one who answers for all.
  guarantorUnnamed: { low: asFilled, high: asFilled, assumptionsAt: (end, { assumptions }) => withUnnamed(assumptions, end === "low" ? 0 : 1) },
  guaranteePeriodUnknown: withGuaranteeCheck("guaranteePeriodUnknown", "guaranteePeriodByLaw"),
  guarantorSuitUnknown: withGuaranteeCheck("guarantorSuitUnknown", "guarantorNotSued"),
  interestBasisUnknown: {
    low: (columns) => onLoans(columns, "interestBasis", "interestBasisUnknown", () => interestBases.indexOf("principal")),
    high: (columns) => onLoans(columns, "interestBasis", "interestBasisUnknown", () => interestBases.indexOf("toCutOff")),
  },
  // Three years since the default, and no later demand known.
  limitationDoubtful: { low: asFilled, high: asFilled, assumptionsAt: (end, { assumptions }) => withCheck(assumptions, "limitationDoubtful", end === "low") },
};

function withUnnamed(assumptions: Assumptions, unnamedCount: number): Assumptions {
  return { ...assumptions, guarantors: { ...assumptions.guarantors, unnamedCount } };
}

function withCheck(assumptions: Assumptions, check: ValiditySwitch, isCounted: boolean): Assumptions {
  return { ...assumptions, validity: { ...assumptions.validity, [check]: isCounted } };
}

/** All guarantors of loans that carry the rule fail a check that counts, or nobody fails it. */
function withGuaranteeCheck(rule: FillRule, check: GuaranteeCheck): GapEnds {
  const bit = 1 << guaranteeChecks.indexOf(check);
  const low: Filling = (columns) => {
    const guaranteeExpired = columns.guaranteeExpired.slice();
    for (let loan = 0; loan < columns.loanCount; loan++) {
      if (!carriesRule(columns, loan, rule)) continue;
      const end = columns.guarantorStart[loan + 1];
      for (let at = columns.guarantorStart[loan]; at < end; at++) guaranteeExpired[at] = checkedEntry("guaranteeExpired", guaranteeExpired[at] | bit, at);
    }
    return { ...columns, guaranteeExpired };
  };
  return { low, high: asFilled, assumptionsAt: (end, { assumptions }) => (end === "low" ? withCheck(assumptions, check, true) : assumptions) };
}

type LoanColumn =
  | "interest"
  | "fees"
  | "daysPastDue"
  | "stage"
  | "segment"
  | "debtorIsCompany"
  | "failedChecks"
  | "debtorCondition"
  | "enforcementStayed"
  | "interestBasis";
type ItemColumn = "appraisal" | "appraisalAge" | "seniorClaims" | "lienRank" | "collateralKind" | "collateralHold" | "rivalClaims";

/** A copy of one loan column with new values for the loans that carry the rule. */
function onLoans(columns: PackageColumns, field: LoanColumn, rule: FillRule, valueOf: (loan: number) => number): PackageColumns {
  const column = columns[field].slice();
  for (let loan = 0; loan < columns.loanCount; loan++) if (carriesRule(columns, loan, rule)) column[loan] = checkedEntry(field, valueOf(loan), loan);
  return { ...columns, [field]: column };
}

/** A copy of one item column with new values for items of loans that carry the rule; undefined leaves the item as it is. */
function onItems(columns: PackageColumns, field: ItemColumn, rule: FillRule, valueOf: (item: number, loan: number) => number | undefined): PackageColumns {
  const column = columns[field].slice();
  for (let loan = 0; loan < columns.loanCount; loan++) {
    if (!carriesRule(columns, loan, rule)) continue;
    const end = columns.collateralStart[loan + 1];
    for (let item = columns.collateralStart[loan]; item < end; item++) column[item] = checkedEntry(field, valueOf(item, loan) ?? column[item], item);
  }
  return { ...columns, [field]: column };
}

/** A freak median must not fill in an amount that the engine refuses. */
const capped = (yuan: number): number => Math.min(MAX_AMOUNT_YUAN, yuan);

function ofPrincipal(field: "interest" | "fees", rule: FillRule, key: "interestOfPrincipal" | "feesOfPrincipal"): Filling {
  return (columns, { ranges, medians }) => {
    const share = ranges[key] ?? medians[key];
    return share === null ? null : onLoans(columns, field, rule, (loan) => capped(share * columns.upb[loan]));
  };
}

function withUsualAppraisals(columns: PackageColumns, { ranges, medians }: FillingBasis): PackageColumns | null {
  const usual = ranges.appraisalOfClaim ?? medians.appraisalOfClaim;
  if (usual === null) return null;
  return onItems(columns, "appraisal", "appraisalAsZero", (item, loan) => {
    if (columns.appraisal[item] > 0) return undefined;
    const ofKind = ranges.appraisalOfClaim ?? medians.appraisalOfClaimByKind[columns.collateralKind[item]] ?? usual;
    return capped(ofKind * claimOf(columns, loan));
  });
}

/**
 * The share by rank times the desk's factor. It reaches exactly the items that the rule filled: those without an amount.
 * An amount stated in its place would be another model, since ranks that loans of the package hold count nothing.
 */
function withSeniorShare(end: "low" | "high", { assumptions, ranges }: FillingBasis): Assumptions {
  const factor = end === "low" ? ranges.seniorFactorLow : ranges.seniorFactorHigh;
  const { collateral } = assumptions;
  return { ...assumptions, collateral: { ...collateral, seniorShareByMissingRank: factor * collateral.seniorShareByMissingRank } };
}

/** A suit keeps limitation and guarantee period, so what was found out of time as not sued is in time. */
function asInExecution(columns: PackageColumns): PackageColumns {
  const bits = (1 << claimValidityChecks.indexOf("limitationExpired")) | (1 << claimValidityChecks.indexOf("limitationDoubtful"));
  const staged = onLoans(columns, "stage", "stageAsNotSued", () => litigationStages.indexOf("inExecution"));
  const { failedChecks } = onLoans(columns, "failedChecks", "stageAsNotSued", (loan) => columns.failedChecks[loan] & ~bits);
  const guaranteeExpired = columns.guaranteeExpired.slice();
  for (let loan = 0; loan < columns.loanCount; loan++) {
    if (carriesRule(columns, loan, "stageAsNotSued")) guaranteeExpired.fill(0, columns.guarantorStart[loan], columns.guarantorStart[loan + 1]);
  }
  return { ...staged, failedChecks, guaranteeExpired };
}

/** Which of a loan's items had no rank is not kept: all its first-ranking ones without prior claims count. */
function asSecondRank(columns: PackageColumns): PackageColumns {
  const isFirst = (item: number): boolean => columns.lienRank[item] === 1 && columns.seniorClaims[item] === 0;
  const ranked = onItems(columns, "lienRank", "lienRankAsFirst", (item) => (isFirst(item) ? 2 : undefined));
  return { ...ranked, seniorClaims: onItems(columns, "seniorClaims", "lienRankAsFirst", (item) => (isFirst(item) ? Number.NaN : undefined)).seniorClaims };
}

function asTimeBarred(columns: PackageColumns): PackageColumns {
  const bit = 1 << claimValidityChecks.indexOf("limitationExpired");
  const notSued = litigationStages.indexOf("notSued");
  return onLoans(columns, "failedChecks", "limitationDateUnknown", (loan) => columns.failedChecks[loan] | (columns.stage[loan] === notSued ? bit : 0));
}

/** A share of the appraisal for prior claims that nobody states, at both ends. */
function byPriority(share: PriorityShare | "propertyFeeRate", low: number, high: number): GapEnds {
  const at = (end: "low" | "high", { assumptions }: FillingBasis): Assumptions => ({
    ...assumptions,
    priorities: { ...assumptions.priorities, [share]: end === "low" ? low : high },
  });
  return { low: asFilled, high: asFilled, assumptionsAt: at };
}

/** The change of values up to cut-off, a year, for all kinds. */
function withIndex(assumptions: Assumptions, rate: number): Assumptions {
  const { collateral } = assumptions;
  const kinds = Object.fromEntries(collateralKinds.map((kind) => [kind, rate]));
  return { ...assumptions, collateral: { ...collateral, appraisalIndex: { ...collateral.appraisalIndex, ...kinds }, cityIndex: [] } };
}

/** Items that wait behind nobody stated: which of a loan's items had no rank is not kept, so all that wait behind a share count. */
function withWaiting(end: "low" | "high"): Filling {
  const seizure = collateralHolds.indexOf("seizure");
  return (columns) => {
    const waits = (item: number): boolean =>
      columns.seizureWaits[item] === 1 && Number.isNaN(columns.collateralHold[item] === seizure ? columns.rivalClaims[item] : columns.seniorClaims[item]);
    const replaced = (field: ItemColumn, value: (item: number) => number): PackageColumns[ItemColumn] =>
      onItems(columns, field, "waitingUnranked", (item) => (waits(item) ? value(item) : undefined))[field];
    const behind = {
      ...columns,
      collateralHold: replaced("collateralHold", () => seizure),
      rivalClaims: replaced("rivalClaims", (item) => columns.appraisal[item]),
    };
    const before = {
      ...columns,
      lienRank: replaced("lienRank", () => 1),
      seniorClaims: replaced("seniorClaims", () => 0),
      rivalClaims: replaced("rivalClaims", () => 0),
    };
    return (end === "low" ? behind : before) as PackageColumns;
  };
}

/** Items whose hold nobody states are seized at worst, with others before us. Which of a loan's items is not kept. */
function asSeizure(columns: PackageColumns): PackageColumns {
  const seizure = collateralHolds.indexOf("seizure");
  const held = onItems(columns, "collateralHold", "holdAsMortgage", () => seizure);
  return { ...held, rivalClaims: onItems(columns, "rivalClaims", "holdAsMortgage", () => Number.NaN).rivalClaims };
}

function asThreeYearsOld(columns: PackageColumns): PackageColumns {
  return onItems(columns, "appraisalAge", "appraisalDateUnknown", (item) => (Number.isNaN(columns.appraisalAge[item]) ? 36 : undefined));
}

type End = "least" | "greatest";

/** The kind that loses, or keeps, most of its appraisal in a sale: factor on the appraisal × factor on clearing. */
function withKind(end: End): Filling {
  return (columns, { assumptions }) => {
    const { appraisalFactor, clearingFactor } = assumptions.collateral;
    const kind = extremeOf<CollateralKind>(collateralKinds, (one) => appraisalFactor[one] * clearingFactor[one], end);
    const other = collateralKinds.indexOf("other");
    return onItems(columns, "collateralKind", "collateralKindAsOther", (item) =>
      columns.collateralKind[item] === other ? collateralKinds.indexOf(kind) : undefined,
    );
  };
}

/** The curve of the same customers, corporate or retail, that is worth least or most at the hurdle. */
function withCurve(end: End): Filling {
  return (columns, { assumptions }) => {
    const isRetail = (segment: Segment): boolean => segment.startsWith("retail");
    const codeOf = (retail: boolean): number =>
      segments.indexOf(
        extremeOf(
          segments.filter((segment) => isRetail(segment) === retail),
          (segment) => curveValue(assumptions, assumptions.curves[segment]),
          end,
        ),
      );
    const [corporateCode, retailCode] = [codeOf(false), codeOf(true)];
    return onLoans(columns, "segment", "segmentFromSecurity", (loan) => (isRetail(segmentOf(columns.segment[loan])) ? retailCode : corporateCode));
  };
}

/** Days past due at which the curve of a loan's segment is worth least or most; null where no such loan's segment tells ages apart. */
function withAge(end: End): Filling {
  return (columns, { assumptions }) => {
    const { agedCurves, curves } = assumptions;
    const daysOf = new Map<Segment, number>();
    for (let loan = 0; loan < columns.loanCount; loan++) {
      const segment = segmentOf(columns.segment[loan]);
      if (!carriesRule(columns, loan, "overdueDateUnknown") || agedCurves[segment].length === 0 || daysOf.has(segment)) continue;
      const ages = [{ ...curves[segment], fromDaysPastDue: Number.NaN }, ...agedCurves[segment]];
      daysOf.set(segment, extremeOf(ages, (age) => curveValue(assumptions, age), end).fromDaysPastDue);
    }
    if (daysOf.size === 0) return null;
    return onLoans(columns, "daysPastDue", "overdueDateUnknown", (loan) => daysOf.get(segmentOf(columns.segment[loan])) ?? Number.NaN);
  };
}

function curveValue({ horizonMonths, hurdleRate }: Assumptions, curve: RecoveryCurve): number {
  return sharesOfCurve(curve, 1, horizonMonths).reduce((value, part, month) => value + part * monthlyFactor(hurdleRate, month), 0);
}

/** The first of the list with the least, or the greatest, score. */
function extremeOf<T>(list: readonly T[], scoreOf: (one: T) => number, end: End): T {
  const sign = end === "least" ? 1 : -1;
  return list.reduce((best, one) => (sign * scoreOf(one) < sign * scoreOf(best) ? one : best));
}
