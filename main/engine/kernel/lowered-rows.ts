/**
 * Loans as the kernels read them: rows whose collateral is at most one item that secures nothing else, with everything
 * that stands between a sale price and us worked into `ahead` and `cap`. What an outcome of row i pays us is
 * clamp(price factor × value − ahead, 0, cap); METHOD §3 for one item.
 */
export interface LoweredRows {
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
  /** Classes index the tables of `KernelTables`. */
  readonly priceClass: Uint16Array;
  readonly curveClass: Uint16Array;
}

/**
 * One case as tables. Price classes stand for (kind, stage, court, own estimate …), curve classes for cash and
 * guarantor curves. Outcomes that no class can reach are left out.
 */
export interface KernelTables {
  readonly outcomeCount: number;
  readonly priceClassCount: number;
  readonly curveClassCount: number;
  /** [class × outcome] price net of seller's tax and sale costs, per yuan of `value`; 0 beyond the horizon. */
  readonly priceFactor: Float64Array;
  /** [class × outcome] probability before the row's own factor. */
  readonly probability: Float64Array;
  /** [class × outcome] month in which the cash is received, at or after closing; −1 beyond the horizon. */
  readonly month: Int32Array;
  /** [class] factor on `chance` of rows of the class: the shift on clearing probabilities for own estimates, else 1. */
  readonly chanceFactor: Float64Array;
  /** [class] month in which court fees are paid; −1 where none are due. */
  readonly courtFeesMonth: Int32Array;
  /** [month] discount factor; length = monthCount. */
  readonly discountFactor: Float64Array;
  /** [curve class × month] gross share of the remaining claim per unit of curveScale, and the part of it that costs take. */
  readonly curveShare: Float64Array;
  readonly curveCost: Float64Array;
  /** 1 + the shift on costs. */
  readonly costFactor: number;
}
