import type { TraceNode } from "../../../shared/domain/pricing-results.ts";
import type { TraceKey } from "../../../shared/domain/trace-keys.ts";
import { sumOf } from "../numbers/summation.ts";

/** A line of the trace whose amount is a present value, yuan; deductions and costs are negative, never −0. */
export interface TraceLine extends TraceNode {
  readonly amountYuan: number;
}

export function traceLine(key: TraceKey, amountYuan: number, values: TraceNode["values"], children: TraceLine[] = []): TraceLine {
  return { key, values, amountYuan: amountYuan + 0, adds: true, children };
}

/** What lines come to, yuan. */
export function sumOfLines(lines: readonly TraceLine[]): number {
  return sumOf(lines.map(({ amountYuan }) => amountYuan));
}
