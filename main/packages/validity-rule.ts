import { type ClaimValidityCheck, claimValidityChecks, type GuaranteeCheck, guaranteeChecks, type LitigationStage } from "../../shared/domain/codes.ts";

/**
 * Dates as the tape states them, YYYY-MM-DD. What is derived from a default or a maturity is a doubt that counts only where
 * the desk says so, since a demand interrupts limitation (民法典 Art 195) and contracts agree on longer periods.
 */
export interface ValidityFacts {
  /** The deal's cut-off date is "today"; without one nothing fails. */
  readonly cutOffDate: string | null;
  readonly stage: LitigationStage;
  readonly limitationDate: string | null;
  readonly overdueDate: string | null;
  /** A part payment owns up to the debt: limitation runs anew from its day (民法典 Art 195). */
  readonly lastPaymentDate: string | null;
  readonly judgmentDate: string | null;
  readonly enforcementDeadline: string | null;
}

/** Years to apply for enforcement from the day a judgment takes effect (民诉法 Art 250). */
const enforcementYears = 2;

/** The last day is still in time. */
const isOver = (lastDay: string | null, cutOffDate: string | null) => lastDay !== null && cutOffDate !== null && lastDay < cutOffDate;

/** Years of limitation from the day of default (民法典 Art 188), and months of a guarantee that agrees on none (692). */
const limitationYears = 3;
const guaranteeMonths = 6;

/** The same day so many months on, or the last of a month that has no such day (民法典 Art 202). */
function monthsAfter(day: string, months: number): string {
  const [year, month, ofMonth] = day.split("-").map(Number) as [number, number, number]; // a date of the tape
  const last = new Date(Date.UTC(year, month + months, 0));
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(ofMonth, last.getUTCDate()))).toISOString().slice(0, 10);
}

/** The same day two years on. */
function deadlineOf(judgmentDate: string | null): string | null {
  return judgmentDate === null ? null : monthsAfter(judgmentDate, 12 * enforcementYears);
}

/** Last day to apply for enforcement: as stated, else two years from the day the judgment took effect. */
export function enforcementEnd({ judgmentDate, enforcementDeadline }: Pick<ValidityFacts, "judgmentDate" | "enforcementDeadline">): string | null {
  return enforcementDeadline ?? deadlineOf(judgmentDate);
}

/** The day from which limitation is counted where none is stated: that of default, or of the last payment after it. */
function limitationSince({ overdueDate, lastPaymentDate }: Pick<ValidityFacts, "overdueDate" | "lastPaymentDate">): string | null {
  return overdueDate !== null && lastPaymentDate !== null && lastPaymentDate > overdueDate ? lastPaymentDate : overdueDate;
}

/** Checks of METHOD §3 that a claim fails: limitation (民法典 Art 188) before a suit, enforcement period between judgment and enforcement. */
export function failedChecksOf(facts: ValidityFacts): readonly ClaimValidityCheck[] {
  const { cutOffDate, stage, limitationDate } = facts;
  const since = limitationSince(facts);
  const fails: Record<ClaimValidityCheck, boolean> = {
    limitationExpired: stage === "notSued" && isOver(limitationDate, cutOffDate),
    limitationDoubtful: stage === "notSued" && limitationDate === null && since !== null && isOver(monthsAfter(since, 12 * limitationYears), cutOffDate),
    enforcementPeriodExpired: stage === "judged" && isOver(enforcementEnd(facts), cutOffDate),
  };
  return claimValidityChecks.filter((check) => fails[check]);
}

/** A mask with the bit of each failed check. */
export function checkMask(failed: readonly ClaimValidityCheck[]): number {
  return failed.reduce((mask, check) => mask | (1 << claimValidityChecks.indexOf(check)), 0);
}

/** What tells whether a guarantor is still bound (民法典 692, 693). */
export interface GuaranteeFacts extends Pick<ValidityFacts, "cutOffDate" | "stage"> {
  readonly periodEnd: string | null;
  readonly maturityDate: string | null;
  /** Whether the guarantors were sued with the debtor; null: nobody says. */
  readonly suit: "sued" | "notSued" | null;
}

/**
 * Checks that a guarantor fails. Before a suit: the period that the tape states is over, or, where it states none, six
 * months after maturity are. A suit against the debtor alone does not hold a joint guarantor: where the tape says that
 * nobody else was sued, a period that is over is over.
 */
export function failedGuaranteeChecks({ cutOffDate, stage, periodEnd, maturityDate, suit }: GuaranteeFacts): readonly GuaranteeCheck[] {
  const byLaw = periodEnd === null && maturityDate !== null ? monthsAfter(maturityDate, guaranteeMonths) : null;
  const isUnsued = stage === "notSued";
  const fails: Record<GuaranteeCheck, boolean> = {
    guaranteeExpired: isUnsued && isOver(periodEnd, cutOffDate),
    guaranteePeriodByLaw: (isUnsued || suit === "notSued") && isOver(byLaw, cutOffDate),
    guarantorNotSued: !isUnsued && suit === "notSued" && isOver(periodEnd, cutOffDate),
  };
  return guaranteeChecks.filter((check) => fails[check]);
}

/** A mask with the bit of each failed check of a guarantor. */
export function guaranteeMask(failed: readonly GuaranteeCheck[]): number {
  return failed.reduce((mask, check) => mask | (1 << guaranteeChecks.indexOf(check)), 0);
}

/** What of a guarantee nobody states and the price may hang on: its period before a suit, and who was sued once it is over. */
export function unknownOfGuarantee({ cutOffDate, stage, periodEnd, suit }: GuaranteeFacts): { readonly period: boolean; readonly suit: boolean } {
  const isUnsued = stage === "notSued";
  return { period: isUnsued && periodEnd === null, suit: !isUnsued && stage !== "bankruptcy" && suit === null && isOver(periodEnd, cutOffDate) };
}

/** The stage as stated; a bankruptcy that the tape names suspends whatever stood before it (破产法 19, 20). */
export function stageOfRow(row: { readonly litigation_stage: LitigationStage | null; readonly bankruptcy_kind: string | null }): LitigationStage {
  return row.bankruptcy_kind === null ? (row.litigation_stage ?? "notSued") : "bankruptcy";
}
