import { z } from "zod";
import { amountFields } from "./tape-fields.ts";
import { tapeFindingCodes, tapeFindingSchema } from "./tape-findings.ts";

const count = z.number().int().min(0);
const fen = z.number().int();

/**
 * `agrees` stated = kept; `agreesWithRejected` stated = kept + the rejected rows that hold an amount; `differs` neither;
 * `notStated` the sheet has no totals row.
 */
export const reconciliationOutcomes = ["agrees", "agreesWithRejected", "differs", "notStated"] as const;

const reconciliationLineSchema = z.object({
  sheet: z.string(),
  field: z.enum(amountFields),
  statedFen: fen.nullable(),
  keptFen: fen,
  rejectedFen: fen,
  /** Rejected rows whose cell of this field holds no readable amount. */
  rejectedUnreadable: count,
  /** Stated − kept. */
  differenceFen: fen.nullable(),
  outcome: z.enum(reconciliationOutcomes),
});
export type ReconciliationLine = z.infer<typeof reconciliationLineSchema>;

const tapeCountsSchema = z.object({
  loanRows: count,
  loansKept: count,
  loansRejected: count,
  /** Distinct debtors of the kept loans, by identifier, else by name. */
  debtors: count,
  loansWithoutDebtor: count,
  collateralRows: count,
  collateralKept: count,
  collateralRejected: count,
  collateralJoined: count,
  collateralOrphans: count,
  collateralOnRejectedLoans: count,
  /** Rows that are neither loan nor collateral: totals, notes, repeated headers. */
  skippedRows: count,
});
export type TapeCounts = z.infer<typeof tapeCountsSchema>;

const tapeSumsSchema = z.object({
  principalFen: fen,
  interestFen: fen,
  feesFen: fen,
  /** Kept collateral rows in all, and those joined to a kept loan. */
  appraisalFen: fen,
  appraisalJoinedFen: fen,
});
export type TapeSums = z.infer<typeof tapeSumsSchema>;

/** Findings carried over IPC; the full lists are in the database. */
export const maxReportFindings = 1000;

export const tapeReportSchema = z.object({
  counts: tapeCountsSchema,
  sums: tapeSumsSchema,
  reconciliation: z.array(reconciliationLineSchema),
  rejections: z.array(tapeFindingSchema).max(maxReportFindings),
  warnings: z.array(tapeFindingSchema).max(maxReportFindings),
  /** How often each code occurs, also beyond the rows listed. */
  findingCounts: z.partialRecord(z.enum(tapeFindingCodes), count),
});
export type TapeReport = z.infer<typeof tapeReportSchema>;
