/**
 * Loans as the kernels read them: rows whose collateral is at most one item that secures nothing else, with everything
 * that stands between a sale price and us worked into `ahead` and `cap`. What an outcome of row i pays us is
 * clamp(price factor × value − ahead, 0, cap); METHOD §3 for one item. The same in every case of a set of assumptions.
 *
 * Rows stand in chunks of loans and, inside a chunk, in runs of one price class, so that a kernel looks up a class once
 * per run. Runs have an even number of rows: where a row is missing, an empty one (no claim, no value) stands, whose
 * loan is the number of loans.
 */
export interface LoweredRows {
  /** Rows, empty ones included. */
  readonly rowCount: number;
  /** Loan of the row. */
  readonly loan: Uint32Array;
  /** Claim after validity checks, yuan: what the curves work on once the collateral has paid. */
  readonly claim: Float64Array;
  /** Appraisal (after the loan's own haircut, if it has one), yuan; 0 where there is no collateral. */
  readonly value: Float64Array;
  /** Paid from the price before us, yuan. */
  readonly ahead: Float64Array;
  /** Most that the item can pay us, yuan: the claim, or the secured cap if lower. */
  readonly cap: Float64Array;
  /** Factor on the outcome probabilities of the row's class: 1, or the loan's own probability of realisation. */
  readonly chance: Float64Array;
  /** Share of collateral cash that servicer and counsel take, before the cost shift. */
  readonly collateralCostRate: Float64Array;
  /** Factor on the shares of the row's curve: 1, or the first month's rate of the loan's own curve. */
  readonly curveScale: Float64Array;
  /** Court fees of the loan, yuan, paid in the month of its price class; 0 where none are due. */
  readonly courtFees: Float64Array;
  /** Classes index the tables of a `CasePlan`. */
  readonly priceClass: Uint16Array;
  readonly curveClass: Uint16Array;
  readonly runs: readonly ClassRun[];
  /** [chunk] first run; one more entry for the end. */
  readonly chunkRuns: Uint32Array;
}

/** Rows of one price class in one chunk. */
export interface ClassRun {
  readonly priceClass: number;
  readonly firstRow: number;
  readonly endRow: number;
}
