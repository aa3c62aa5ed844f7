import type { TraceNode } from "../../../shared/domain/pricing-results.ts";
import type { TraceKey } from "../../../shared/domain/trace-keys.ts";

/** A line of the trace whose amount is a present value in yuan; deductions and costs are negative, never −0. */
export function traceLine(key: TraceKey, amountYuan: number, values: TraceNode["values"], children: TraceNode[] = []): TraceNode {
  return { key, values, amountYuan: amountYuan + 0, adds: true, children };
}
