import type { Assumptions, CaseShifts, ScenarioShifts } from "../../shared/domain/assumptions.ts";
import type { CaseName } from "../../shared/domain/codes.ts";
import type { Columns, LoanEstimates, OwnEstimates, StatedColumn } from "./package-columns.ts";

/**
 * A package as columns, one entry per loan; collateral in compressed rows: items of loan i are
 * `collateralStart[i] … collateralStart[i + 1] − 1`. Money in yuan. Codes index the lists of shared/domain/codes.
 */
export interface PackageColumns extends Columns {
  readonly loanCount: number;
  /** Courts that loans name. */
  readonly courts: readonly string[];
  /** Cut-off date (基准日), YYYY-MM-DD, from which months count: dated taxes go by it. Null: the latest ones count. */
  readonly cutOffDate: string | null;
  /** The desk's own estimates per loan (个案估值); null where there are none at all. */
  readonly estimates: LoanEstimates | null;
  /** The desk's own estimates of debtors by case (户表), parted over their loans; null where there are none at all. */
  readonly ownEstimates: OwnEstimates | null;
}

/**
 * The case whose own estimates count, and its shifts: an own figure is stated for the case as it is, so only what goes
 * beyond these shifts moves it (`plan/own-case.ts`).
 */
export interface OwnCase {
  readonly caseName: CaseName;
  readonly shifts: CaseShifts | ScenarioShifts;
}

/** A package with what it must state; `completeColumns` gives the rest its neutral values. */
export type GivenColumns = Pick<PackageColumns, StatedColumn | "loanCount"> & Partial<PackageColumns>;

export interface CaseInput {
  readonly assumptions: Assumptions;
  /** Shifts for all loans alike, or with some of their own for some segments. */
  readonly shifts: CaseShifts | ScenarioShifts;
  /** Left out: the base case, whose shifts these are. */
  readonly own?: OwnCase | undefined;
}

/** Results per loan, yuan, and expected months to cash weighted by recovery (NaN where there is none). */
export interface LoanResults {
  readonly collateralRecovery: Float64Array;
  readonly guarantorRecovery: Float64Array;
  readonly cashRecovery: Float64Array;
  readonly costs: Float64Array;
  readonly presentValue: Float64Array;
  readonly monthsToCash: Float64Array;
  /** What own estimates bring, in place of the three routes; null where the package has none. */
  readonly ownRecovery: Float64Array | null;
}
