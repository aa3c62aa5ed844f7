import type { TraceNode } from "../../../shared/domain/pricing-results.ts";
import type { TraceKey } from "../../../shared/domain/trace-keys.ts";

/** A price on its way to us. */
export interface ExplainedSplit {
  /** What takes the price down to what comes to us, unweighted. */
  readonly deductions: readonly Deduction[];
  readonly toUsYuan: number;
  /** Of an asset that is taken over: our part of it, by what is set off against the loan's claim. */
  readonly takenShare: number;
}

export interface Deduction {
  readonly key: TraceKey;
  readonly yuan: number;
  readonly values: TraceNode["values"];
}
