import type { Assumptions, CaseShifts, ScenarioShifts } from "../../shared/domain/assumptions.ts";

/** What every package must state: loans, and their collateral as compressed rows. */
export interface StatedColumns {
  readonly loanCount: number;
  readonly upb: Float64Array;
  readonly interest: Float64Array;
  readonly fees: Float64Array;
  readonly segment: Uint8Array;
  readonly stage: Uint8Array;
  /** Bit mask of shared fillRules applied to the loan or its collateral. */
  readonly fillMask: Uint32Array;
  readonly collateralStart: Uint32Array;
  readonly appraisal: Float64Array;
  readonly collateralKind: Uint8Array;
  readonly lienRank: Uint8Array;
  /** Claims paid before ours from the item; NaN where the seller states none (see assumptions.collateral.seniorShareByMissingRank). */
  readonly seniorClaims: Float64Array;
  /** Highest secured amount (最高额); NaN where there is no cap. */
  readonly securedCap: Float64Array;
}

/** What a package may leave out; `completeColumns` gives the neutral value of each. */
export interface OptionalColumns {
  /** 1: the debtor is a company (unsecured creditors are paid by order of seizure), 0: an individual (pro rata). */
  readonly debtorIsCompany: Uint8Array;
  /** Bit mask of shared claimValidityChecks that the loan fails; whether a check counts is an assumption. */
  readonly failedChecks: Uint8Array;
  /** Index into `courts` of the loan's court, plus one; 0 = not stated. */
  readonly court: Uint16Array;
  readonly courts: readonly string[];
  /** Rows of one physical asset carry the same number, so that it is sold once; a row of an asset of its own has a number of its own. */
  readonly asset: Uint32Array;
  /** Construction price priority (建设工程价款优先受偿权) on the item, yuan; 0 where there is none. */
  readonly priorityClaims: Float64Array;
  /** How we hold the item: index into shared collateralHolds (mortgage, or seizure as an unsecured creditor). */
  readonly collateralHold: Uint8Array;
  /** For a seizure: unsecured claims of others on the item, yuan. Company: those seized before us. Individual: of all other participants. */
  readonly rivalClaims: Float64Array;
  /** Guarantors of loan i: `guarantorStart[i] … guarantorStart[i + 1] − 1`. */
  readonly guarantorStart: Uint32Array;
  /** Highest guaranteed amount, yuan; NaN where there is no cap. */
  readonly guarantorCap: Float64Array;
  /** 1: the guarantee period is over. */
  readonly guaranteeExpired: Uint8Array;
  /** The desk's own estimates per loan (个案估值); null where there are none at all. */
  readonly estimates: LoanEstimates | null;
}

/**
 * Estimates for single loans that take the place of tables; NaN = by the tables. The first three count only together:
 * the loan's collateral is then realised once, with this probability, in this month after cut-off, at appraisal × (1 − haircut).
 */
export interface LoanEstimates {
  readonly haircut: Float64Array;
  readonly realisationProbability: Float64Array;
  readonly monthsToCash: Float64Array;
  /** Share of the collateral cash that its costs take, in place of servicer and counsel rates. */
  readonly collateralCostRate: Float64Array;
  /** Cash curve of the loan from month 1: share of the remaining claim, and its month-on-month factor; count only together. */
  readonly firstMonthRate: Float64Array;
  readonly monthlyDecay: Float64Array;
}

/**
 * A package as columns, one entry per loan; collateral in compressed rows: items of loan i are
 * `collateralStart[i] … collateralStart[i + 1] − 1`. Money in yuan. Codes index the lists of shared/domain/codes.
 */
export interface PackageColumns extends StatedColumns, OptionalColumns {}

export interface CaseInput {
  readonly assumptions: Assumptions;
  /** Shifts for all loans alike, or with some of their own for some segments. */
  readonly shifts: CaseShifts | ScenarioShifts;
}

/** Results per loan, yuan, and expected months to cash weighted by recovery (NaN where there is none). */
export interface LoanResults {
  readonly collateralRecovery: Float64Array;
  readonly guarantorRecovery: Float64Array;
  readonly cashRecovery: Float64Array;
  readonly costs: Float64Array;
  readonly presentValue: Float64Array;
  readonly monthsToCash: Float64Array;
}
