import { z } from "zod";
import { amountFields, tapeFields } from "./tape-fields.ts";
import { tapeFindingCodes, tapeFindingSchema } from "./tape-findings.ts";
import { tapeUnits } from "./tape-units.ts";

const count = z.number().int().min(0);
const fen = z.number().int();

/**
 * `agrees` stated = kept; `agreesWithRejected` stated = kept + the rejected rows that hold an amount; `agreesWithoutHidden`
 * stated = kept, but for the rows that the sheet hides; `differs` none of these;
 * `notStated` the sheet has no totals row.
 */
export const reconciliationOutcomes = ["agrees", "agreesWithRejected", "agreesWithoutHidden", "differs", "notStated"] as const;

const reconciliationLineSchema = z.object({
  sheet: z.string(),
  field: z.enum(amountFields),
  statedFen: fen.nullable(),
  keptFen: fen,
  rejectedFen: fen,
  /** Rows that the sheet hides: kept, or left out by the user. */
  hiddenFen: fen.default(0),
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
  /** Rows that were joined with another one of their contract to a claim: rows in = kept + joined + rejected. */
  partsJoined: count.default(0),
  /** Distinct debtors of the kept loans, by identifier, else by name. */
  debtors: count,
  loansWithoutDebtor: count,
  collateralRows: count,
  collateralKept: count,
  collateralRejected: count,
  collateralJoined: count,
  collateralOrphans: count,
  collateralOnRejectedLoans: count,
  /** Rows of guarantor lists, and those that name a kept loan or debtor. */
  guarantorRows: count.default(0),
  guarantorsJoined: count.default(0),
  /** Rows of lists of repayments, and those that name a kept loan or debtor. */
  repaymentRows: count.default(0),
  repaymentsJoined: count.default(0),
  /** Rows of lists of facts on debtors and proceedings, and those that name a kept loan. */
  factRows: count.default(0),
  factsJoined: count.default(0),
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

/** What a row is that is neither loan nor collateral; `hidden` the user left out what the sheet doesn't show. */
export const leftRowKinds = ["total", "subtotal", "notes", "header", "page", "units", "hidden"] as const;
export type LeftRowKind = (typeof leftRowKinds)[number];

/** Row numbers named of each kind. */
export const maxNamedRows = 20;

/** What the file holds and the import doesn't use. */
const unusedSchema = z.object({
  sheets: z.array(z.object({ sheet: z.string(), isHidden: z.boolean() })),
  /** Columns with at least one filled cell in a row that is a record. `column` is the letter that a spreadsheet shows. */
  columns: z.array(z.object({ sheet: z.string(), column: z.string(), header: z.string(), filled: count })),
  rows: z.array(z.object({ sheet: z.string(), kind: z.enum(leftRowKinds), count, first: z.array(z.number().int().positive()).max(maxNamedRows) })),
});
export type UnusedParts = z.infer<typeof unusedSchema>;

/**
 * Choices that a sum rests on. `columnsAdded` several columns are one sum; `columnPreferred` another column says it too;
 * `unitChosen` the file states none; `unitStated` it does; `unitConfirmed` the user's holds against the file; `unitShown` by
 * the number format; `unitByRow` a column states it for each row; `drawdownsAsLoans` several drawdowns of a contract are loans of their own, `drawdownsJoined` parts of one claim; `hiddenRowsRead`, `hiddenSheetRead` and `hiddenColumnRead` what the file doesn't show counts.
 */
export const choiceCodes = [
  "columnsAdded",
  "columnPreferred",
  "unitChosen",
  "unitStated",
  "unitConfirmed",
  "unitShown",
  "unitByRow",
  "hiddenRowsRead",
  "hiddenSheetRead",
  "hiddenColumnRead",
  "drawdownsAsLoans",
  "drawdownsJoined",
] as const;

const choiceSchema = z.object({
  sheet: z.string(),
  code: z.enum(choiceCodes),
  field: z.enum(tapeFields).nullable(),
  unit: z.enum(tapeUnits).nullable(),
  /** Columns or a number, as the file writes them. */
  text: z.string(),
});
export type TapeChoice = z.infer<typeof choiceSchema>;

export const tapeReportSchema = z.object({
  counts: tapeCountsSchema,
  sums: tapeSumsSchema,
  reconciliation: z.array(reconciliationLineSchema),
  rejections: z.array(tapeFindingSchema).max(maxReportFindings),
  warnings: z.array(tapeFindingSchema).max(maxReportFindings),
  /** How often each code occurs, also beyond the rows listed. */
  findingCounts: z.partialRecord(z.enum(tapeFindingCodes), count),
  /** Reports of earlier versions have neither. */
  unused: unusedSchema.default({ sheets: [], columns: [], rows: [] }),
  choices: z.array(choiceSchema).default([]),
});
export type TapeReport = z.infer<typeof tapeReportSchema>;
