import type { Assumptions, CaseShifts } from "../../shared/domain/assumptions.ts";

/**
 * A package as columns, one entry per loan; collateral in compressed rows: items of loan i are
 * `collateralStart[i] … collateralStart[i + 1] − 1`. Money in yuan. Codes index the lists of shared/domain/codes.
 */
export interface PackageColumns {
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

export interface CaseInput {
  readonly assumptions: Assumptions;
  readonly shifts: CaseShifts;
}

/** Results per loan, yuan, and expected months to cash weighted by recovery (NaN where there is none). */
export interface LoanResults {
  readonly collateralRecovery: Float64Array;
  readonly cashRecovery: Float64Array;
  readonly costs: Float64Array;
  readonly presentValue: Float64Array;
  readonly monthsToCash: Float64Array;
}
