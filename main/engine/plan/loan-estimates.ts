import type { PackageColumns } from "../engine-types.ts";
import type { LoanEstimates } from "../package-columns.ts";

/** Whether the desk states its own realisation (个案估值) of a loan's collateral: haircut, probability and month together. */
export function hasOwnRealisation({ haircut, realisationProbability, monthsToCash }: LoanEstimates, loan: number): boolean {
  // NaN is the only number that differs from itself; a sum is NaN where a part is.
  const sum = haircut[loan] + realisationProbability[loan] + monthsToCash[loan];
  return !Number.isNaN(sum);
}

/** Whether the desk states its own cash curve of a loan: rate and decay together. */
export function hasOwnCurve({ firstMonthRate, monthlyDecay }: LoanEstimates, loan: number): boolean {
  return !Number.isNaN(firstMonthRate[loan] + monthlyDecay[loan]);
}

/** Part of an appraisal that the loan's own haircut leaves; 1 where the tables decide. */
export function keptOfAppraisal({ estimates }: PackageColumns, loan: number): number {
  return estimates !== null && hasOwnRealisation(estimates, loan) ? 1 - estimates.haircut[loan] : 1;
}

/** The loan's own probability that its collateral is realised, before a case's shift; 1 where the rounds decide. */
export function ownChance({ estimates }: PackageColumns, loan: number): number {
  return estimates !== null && hasOwnRealisation(estimates, loan) ? estimates.realisationProbability[loan] : 1;
}
