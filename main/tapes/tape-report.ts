import { maxReportFindings, type TapeReport } from "../../shared/domain/import-report.ts";
import type { ParsedTape } from "../../shared/domain/parsed-tape.ts";
import type { TapeFinding, TapeFindingCode } from "../../shared/domain/tape-findings.ts";

/** The part of a parsed tape that fits into one message: counts in full, findings up to a limit. */
export function reportOf(tape: ParsedTape): TapeReport {
  return {
    counts: tape.counts,
    sums: tape.sums,
    reconciliation: [...tape.reconciliation],
    rejections: tape.rejections.slice(0, maxReportFindings),
    warnings: tape.warnings.slice(0, maxReportFindings),
    unused: tape.unused,
    choices: [...tape.choices],
    findingCounts: countByCode([...tape.rejections, ...tape.warnings]),
  };
}

function countByCode(findings: readonly TapeFinding[]): Partial<Record<TapeFindingCode, number>> {
  const counts: Partial<Record<TapeFindingCode, number>> = {};
  for (const { code } of findings) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}
