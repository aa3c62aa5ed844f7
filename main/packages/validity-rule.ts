import { type ClaimValidityCheck, claimValidityChecks, type LitigationStage } from "../../shared/domain/codes.ts";

/** Dates as the tape states them, YYYY-MM-DD; nothing is derived from a maturity, since a demand interrupts limitation (民法典 Art 195). */
export interface ValidityFacts {
  /** The deal's cut-off date is "today"; without one nothing fails. */
  readonly cutOffDate: string | null;
  readonly stage: LitigationStage;
  readonly limitationDate: string | null;
  readonly judgmentDate: string | null;
  readonly enforcementDeadline: string | null;
}

/** Years to apply for enforcement from the day a judgment takes effect (民诉法 Art 250). */
const enforcementYears = 2;

/** The last day is still in time. */
const isOver = (lastDay: string | null, cutOffDate: string | null) => lastDay !== null && cutOffDate !== null && lastDay < cutOffDate;

/** The same day two years on; after 29 February the last day of the month (民法典 Art 202). */
function deadlineOf(judgmentDate: string | null): string | null {
  if (judgmentDate === null) return null;
  return `${Number(judgmentDate.slice(0, 4)) + enforcementYears}${judgmentDate.slice(4).replace("-02-29", "-02-28")}`;
}

/** Last day to apply for enforcement: as stated, else two years from the day the judgment took effect. */
export function enforcementEnd({ judgmentDate, enforcementDeadline }: Pick<ValidityFacts, "judgmentDate" | "enforcementDeadline">): string | null {
  return enforcementDeadline ?? deadlineOf(judgmentDate);
}

/** Checks of METHOD §3 that a claim fails: limitation (民法典 Art 188) before a suit, enforcement period between judgment and enforcement. */
export function failedChecksOf(facts: ValidityFacts): readonly ClaimValidityCheck[] {
  const { cutOffDate, stage, limitationDate } = facts;
  const fails: Record<ClaimValidityCheck, boolean> = {
    limitationExpired: stage === "notSued" && isOver(limitationDate, cutOffDate),
    enforcementPeriodExpired: stage === "judged" && isOver(enforcementEnd(facts), cutOffDate),
  };
  return claimValidityChecks.filter((check) => fails[check]);
}

/** A mask with the bit of each failed check. */
export function checkMask(failed: readonly ClaimValidityCheck[]): number {
  return failed.reduce((mask, check) => mask | (1 << claimValidityChecks.indexOf(check)), 0);
}

/** A guarantee whose period (民法典 Arts 692, 693) ran out before the debt was sued for. */
export function isGuaranteeOver(periodEnd: string | null, { cutOffDate, stage }: Pick<ValidityFacts, "cutOffDate" | "stage">): boolean {
  return stage === "notSued" && isOver(periodEnd, cutOffDate);
}
