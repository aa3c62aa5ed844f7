import { z } from "zod";
import { languages, moneyUnits } from "../domain/codes.ts";
import { fileNameSchema } from "../domain/export-tables.ts";
import { sheetLists } from "../domain/sheet-fields.ts";
import { tapeFields } from "../domain/tape-fields.ts";
import { agreeingFacts, choiceSides, editDeeds, editOutcomes, tapeStandings, versionLists } from "../domain/tape-versions.ts";
import { type FeatureContract, read, write } from "./channel.ts";
import { dealId } from "./deal-channels.ts";
import { savedListSchema } from "./export-channels.ts";

const id = z.number().int().positive();
const count = z.number().int();
const fen = z.number().int();
const cellValue = z.union([z.string(), z.number()]).nullable();
const field = z.enum(tapeFields);
const list = z.enum(sheetLists);

/** A tape of the deal whose import isn't undone. */
const versionSchema = z.object({
  tapeId: id,
  /** From 1, in the order in which the deal's tapes came. */
  number: count,
  fileName: z.string(),
  importedAt: z.string(),
  cutOffDate: z.string().nullable(),
  standing: z.enum(tapeStandings),
  /** Rises with each edit of its rows. */
  revision: count,
  /** As its rows stand now, edits and all. */
  loans: count,
  principalFen: fen,
  interestFen: fen,
  feesFen: fen,
  appraisalFen: fen,
  /** Edits of the desk that stand, and runs that were saved of it. */
  edits: count,
  runs: count,
});
export type TapeVersion = z.infer<typeof versionSchema>;

/** Two versions of a deal's tape. */
const pair = dealId.extend({ olderTapeId: id, newerTapeId: id });
export type VersionPair = Omit<z.infer<typeof pair>, "dealId">;

const loanSumsSchema = z.object({ loans: count, principalFen: fen, interestFen: fen, feesFen: fen });

const summarySchema = z.object({
  /** Loans that both versions have, by what told them. */
  matched: z.object({ contract: count, spelling: count, facts: count, decided: count }),
  added: loanSumsSchema,
  dropped: loanSumsSchema,
  changedLoans: count,
  /** By field; null: items or guarantors that came or went. */
  fields: z.array(z.object({ list, field: field.nullable(), changes: count, deltaFen: fen.nullable() })),
  /** Pairs that the desk is to decide: those that are open, and all. */
  doubtful: z.object({ open: count, all: count }),
  edits: z.record(z.enum(editOutcomes), count),
  /** Conflicts without a decision. */
  openConflicts: count,
  /** Lines of the debtor sheet and of the inspections that go to another key of their debtor. */
  movedDebtors: count,
  /** Items of collateral that join no loan, which aren't compared. */
  orphans: z.object({ older: count, newer: count }),
});
export type VersionSummary = z.infer<typeof summarySchema>;

/** A loan of a list, as its seller stated it. */
const loanLineSchema = z.object({ loanId: id, contractNo: z.string(), debtorName: z.string().nullable() });
const sizedLoanSchema = loanLineSchema.extend({
  principalFen: fen,
  interestFen: fen.nullable(),
  feesFen: fen.nullable(),
  drawdownDate: z.string().nullable(),
  maturityDate: z.string().nullable(),
});

const changeRowSchema = z.object({
  kind: z.literal("changed"),
  loan: loanLineSchema,
  list,
  /** What the item or guarantor is called; empty for a loan. */
  part: z.string(),
  /** Null: the item or guarantor came or went. */
  field: field.nullable(),
  /** Of a row that came or went: what it states of itself. */
  older: cellValue,
  newer: cellValue,
});
const addedRowSchema = z.object({ kind: z.literal("added"), loan: sizedLoanSchema });
const droppedRowSchema = z.object({ kind: z.literal("dropped"), loan: sizedLoanSchema });
const doubtRowSchema = z.object({
  kind: z.literal("doubtful"),
  older: sizedLoanSchema,
  newer: sizedLoanSchema,
  agrees: z.array(z.enum(agreeingFacts)),
  isSame: z.boolean().nullable(),
});
const editRowSchema = z.object({
  kind: z.literal("edits"),
  loan: loanLineSchema,
  list,
  rowId: id,
  part: z.string(),
  deed: z.enum(editDeeds),
  field: field.nullable(),
  /** What the seller had stated, what the desk typed, and what the seller states now. */
  seller: cellValue,
  desk: cellValue,
  newer: cellValue,
  outcome: z.enum(editOutcomes),
  takes: z.enum(choiceSides).nullable(),
  author: z.string(),
  why: z.string(),
});
const versionRowSchema = z.union([changeRowSchema, addedRowSchema, droppedRowSchema, doubtRowSchema, editRowSchema]);
export type VersionRow = z.infer<typeof versionRowSchema>;
export type VersionRowOf<Kind extends VersionRow["kind"]> = Extract<VersionRow, { readonly kind: Kind }>;

/** Which rows of a list: of one field (null within: rows that came or went), and found in contract number or debtor. */
const filterSchema = z.object({
  list: z.enum(versionLists),
  field: z.object({ list, field: field.nullable() }).nullable(),
  search: z.string().trim().max(200),
});
export type VersionFilter = z.infer<typeof filterSchema>;

export const mostVersionRows = 200;

const decided = { changes: ["versions.compare", "versions.rows"] } as const;
/** Reads that answer differently once another version is the deal's package. */
const repriced = {
  changes: [
    "versions.list",
    "versions.compare",
    "versions.rows",
    "tapes.list",
    "deals.list",
    "deals.get",
    "sheet.rows",
    "sheet.rowIds",
    "sheet.figures",
    "sheet.find",
    "sheet.history",
    "sheet.edits",
    "packages.loanFacts",
    "packages.debtors",
    "journal.next",
  ],
} as const;

const channels = {
  /** The versions of a deal's tape, newest first. */
  "versions.list": read(dealId, z.array(versionSchema)),
  /** Holds two versions against each other, in a worker. */
  "versions.compare": read(pair, summarySchema),
  /** Rows of one of the lists of a comparison. */
  "versions.rows": read(
    pair.extend({ filter: filterSchema, offset: z.number().int().min(0), limit: z.number().int().min(1).max(mostVersionRows) }),
    z.object({ total: count, rows: z.array(versionRowSchema) }),
  ),
  /** Says of two loans that they are the same, or not; null: takes it back. */
  "versions.decide": write(pair.extend({ olderLoanId: id, newerLoanId: id, isSame: z.boolean().nullable() }), z.void(), decided),
  /** Whose value conflicts end with; null: takes it back. Without rows: all that are open. */
  "versions.choose": write(
    pair.extend({
      rows: z
        .array(z.object({ list, rowId: id, field: field.nullable() }))
        .max(mostVersionRows)
        .nullable(),
      takes: z.enum(choiceSides).nullable(),
    }),
    z.object({ chosen: count }),
    decided,
  ),
  /** Makes the version that waits the deal's package, with the desk's edits and confirmations carried into it: all at once. */
  "versions.adopt": write(dealId.extend({ tapeId: id }), z.object({ carried: count, refused: count, confirmed: count }), repriced),
  /** Makes a version that is kept beside the deal's package. */
  "versions.price": write(dealId.extend({ tapeId: id }), z.void(), repriced),
  /** Asks for a file and writes the rows of a list to it; null where the user cancels. */
  "versions.export": write(
    pair.extend({ filter: filterSchema, language: z.enum(languages), unit: z.enum(moneyUnits), fileName: fileNameSchema }),
    savedListSchema.nullable(),
    { changes: [] },
  ),
} as const;

export const versionFeature = {
  channels,
  jobKinds: ["compareTapes"],
  errorCodes: ["version.notOfDeal", "version.undecided", "version.notWaiting", "version.waits", "version.changed"],
} as const satisfies FeatureContract;
