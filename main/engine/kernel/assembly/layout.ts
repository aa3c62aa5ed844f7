/**
 * What the driver writes for the kernels: every field is 32 bits wide, an address in bytes or a count, in this order.
 * The driver's lists of names (kernel/pricing-memory.ts) must stay in step.
 */

/** Columns of lowered rows, sorted by price class inside each chunk; a run is the rows of one class in one chunk. */
@unmanaged
export class Rows {
  value: usize;
  ahead: usize;
  cap: usize;
  chance: usize;
  costRate: usize;
  claim: usize;
  curveScale: usize;
  /** 0 where no row owes court fees. */
  courtFees: usize;
  loan: usize;
  curveClass: usize;
  /** [run] price class, first row, end row; their number is even. */
  runs: usize;
  /** [chunk] first run; one more entry for the end. */
  chunkRuns: usize;
}

/** One case, [price class × outcome] or [price class] or [curve class]. */
@unmanaged
export class Tables {
  outcomeCount: u32;
  curveClassCount: u32;
  factor: usize;
  probability: usize;
  discount: usize;
  month: usize;
  /** [price class] `ClassTerms`. */
  terms: usize;
  /** [curve class] `CurveTerms`. */
  curves: usize;
  /** [run × (2 × outcomes + 1)] collateral by outcome, its costs by outcome, court fees. */
  runSums: usize;
  /** [chunk × curve class] remaining claim × scale. */
  curveSums: usize;
  /** 1: results are kept per loan. */
  keepsLoans: u32;
  presentValue: usize;
  collateral: usize;
  cash: usize;
  costs: usize;
  months: usize;
}

/** Terms of a price class, as floats. */
@unmanaged
export class ClassTerms {
  chanceFactor: f64;
  costFactor: f64;
  courtDiscount: f64;
  fileCost: f64;
  fileValue: f64;
  unused: f64;
}

/** Terms of a curve class, per yuan of scaled remaining claim. */
@unmanaged
export class CurveTerms {
  /** Present value after costs. */
  netValue: f64;
  cash: f64;
  cost: f64;
  weightedMonths: f64;
}

/** Scenarios that differ in one factor κ on all price factors, in rising order of κ. */
@unmanaged
export class Sweep {
  outcomeCount: u32;
  curveClassCount: u32;
  factorCount: u32;
  partCount: u32;
  /** Price classes × outcomes. */
  priceSlots: u32;
  /** Buckets of the table that finds the first κ past a bend. */
  buckets: u32;
  /** [part] first chunk; one more entry for the end. */
  partChunks: usize;
  /** [slot], [slot], [price class] of the scenario with κ = 1. */
  factor: usize;
  probability: usize;
  chanceFactor: usize;
  /** [scenario] κ; one more entry, not a number, ends every search. */
  kappas: usize;
  /** [bucket] 16 bits: first scenario of this bucket or a later one. */
  lookUp: usize;
  /** [part × slot × (scenario + 1)] changes of slope and constant: of the cash, then of its costs. */
  priceChanges: usize;
  /** [part × curve class × (scenario + 1)] changes of slope and constant of what is scaled out of the curve. */
  curveChanges: usize;
  /** [slot × scenario] collateral cash, and its costs. */
  cash: usize;
  costs: usize;
  /** [curve class] scaled claims of all rows; place of the class among all, segment by segment. */
  scaledClaims: usize;
  curvePlaces: usize;
  /** [scenario × place] scaled remaining claims. */
  remaining: usize;
  /** [scenario] its row of `remaining`. */
  scenarioPlaces: usize;
  /** κ of the first bucket, and buckets per unit of κ. */
  least: f64;
  perKappa: f64;
}
