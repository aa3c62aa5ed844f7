import { z } from "zod";
import { moneyUnits } from "../domain/codes.ts";
import { sheetLists } from "../domain/sheet-fields.ts";
import { tapeFields } from "../domain/tape-fields.ts";
import { type FeatureContract, read, write } from "./channel.ts";
import { dealId } from "./deal-channels.ts";

/** Rows that one call answers or adds up at most. */
export const mostSheetRows = 500;
export const mostSheetIds = 100_000;
/** Cells that one edit takes. */
export const mostSheetCells = 500_000;

const list = z.object({ list: z.enum(sheetLists) });
const rowId = z.number().int().positive();
const field = z.enum(tapeFields);
/** As stored: whole fen, decimals of shares, YYYY-MM-DD, codes, text; null: missing. */
const cellValueSchema = z.union([z.string(), z.number()]).nullable();
export type CellValue = z.infer<typeof cellValueSchema>;

const sheetFilterKinds = ["contains", "is", "atLeast", "atMost", "missing", "edited"] as const;
const filterSchema = z.object({ field, kind: z.enum(sheetFilterKinds), value: cellValueSchema });
export type SheetFilter = z.infer<typeof filterSchema>;

/** Which rows of a list are seen, and in which order; without a sort as the tape lists them, added ones behind. */
const sheetViewSchema = z.object({
  filters: z.array(filterSchema).max(60),
  sort: z.object({ field, descending: z.boolean() }).nullable(),
  /** Found in contract number or debtor; empty: all. */
  search: z.string().max(200),
});
export type SheetView = z.infer<typeof sheetViewSchema>;
export const wholeSheet: SheetView = { filters: [], sort: null, search: "" };

const placeInView = dealId.extend(list.shape).extend({ view: sheetViewSchema, offset: z.number().int().min(0) });

const rowSchema = z.object({
  rowId,
  /** The loan of an item or a guarantor, or the loan itself; null for an item that joins none. */
  loanId: z.number().int().nullable(),
  contractNo: z.string(),
  debtorName: z.string().nullable(),
  /** By field; what is missing has no entry. */
  values: z.partialRecord(field, z.union([z.string(), z.number()])),
  /** Fields whose present value is not the seller's. */
  edited: z.array(field),
  /** Added by hand. */
  isAdded: z.boolean(),
});
export type SheetRow = z.infer<typeof rowSchema>;

export const editCauses = ["typed", "pasted", "filled", "replaced", "reset", "added", "removed", "carried"] as const;
const typingCauses = ["typed", "pasted", "filled", "replaced"] as const;

/** What is typed where; beside it stands the unit of amounts whose text states none. */
const typedCellSchema = z.object({ rowId, field, text: z.string().max(20_000) });
export type TypedCell = z.infer<typeof typedCellSchema>;

const newCellSchema = typedCellSchema.omit({ rowId: true });

/** `code` is the key of its sentence, `word` what the sentence quotes. */
const refusalSchema = z.object({
  /** For a new row its place among the new ones, from 0. */
  rowId: z.number().int(),
  field,
  code: z.string(),
  word: z.string(),
});
export type SheetRefusal = z.infer<typeof refusalSchema>;

const outcomeSchema = z.object({ changed: z.number().int(), unchanged: z.number().int(), refused: z.array(refusalSchema).max(mostSheetIds) });
export type SheetOutcome = z.infer<typeof outcomeSchema>;

const why = z.string().trim().max(500);
const unit = z.enum(moneyUnits);
const note = { author: z.string(), madeAt: z.string(), why: z.string(), cause: z.enum(editCauses) };

const cellHistorySchema = z.object({
  /** Null: the row was added by hand. */
  sellerValue: cellValueSchema,
  isAdded: z.boolean(),
  /** Oldest first; edits that were undone are none. */
  edits: z.array(z.object({ ...note, old: cellValueSchema, new: cellValueSchema })),
});

/** One edit, with the first of its cells or rows. */
const batchSchema = z.object({
  ...note,
  batchId: z.number().int(),
  isUndone: z.boolean(),
  cells: z.number().int(),
  rows: z.number().int(),
  first: z.array(
    z.object({ ...list.shape, rowId: z.number().int(), contractNo: z.string(), field: field.nullable(), old: cellValueSchema, new: cellValueSchema }),
  ),
});
export type SheetBatch = z.infer<typeof batchSchema>;

/** Reads that answer differently once rows changed. */
const changes = [
  "sheet.rows",
  "sheet.rowIds",
  "sheet.figures",
  "sheet.find",
  "sheet.history",
  "sheet.edits",
  "deals.list",
  "deals.get",
  "packages.loanFacts",
  "packages.debtors",
  "notices.figures",
  "journal.next",
] as const;

const channels = {
  "sheet.rows": read(
    placeInView.extend({ limit: z.number().int().min(1).max(mostSheetRows) }),
    z.object({ total: z.number().int(), revision: z.number().int(), rows: z.array(rowSchema) }),
  ),
  /** Ids of a range of a view, for what goes beyond the rows on screen. */
  "sheet.rowIds": read(
    placeInView.extend({ limit: z.number().int().min(1).max(mostSheetIds) }),
    z.object({ total: z.number().int(), revision: z.number().int(), rowIds: z.array(rowId) }),
  ),
  /** Of a range of a view, by field: how many cells are filled, their sum and average; null for what can't be added up. */
  "sheet.figures": read(
    placeInView.extend({ limit: z.number().int().min(1), fields: z.array(field).min(1) }),
    z.object({
      rows: z.number().int(),
      figures: z.array(z.object({ field, filled: z.number().int(), sum: z.number().nullable(), average: z.number().nullable() })),
    }),
  ),
  /** The next cell that holds a text, from a row of the view on and then from its first; null where none does. */
  "sheet.find": read(
    placeInView.extend({ fields: z.array(field).min(1), text: z.string().trim().min(1).max(200), unit }),
    z.object({ index: z.number().int(), rowId, field }).nullable(),
  ),
  /** Replaces a text in all cells of a view that hold it; a number, day or code only as a whole. */
  "sheet.replace": write(
    dealId.extend(list.shape).extend({
      view: sheetViewSchema,
      fields: z.array(field).min(1),
      text: z.string().trim().min(1).max(200),
      replacement: z.string().max(20_000),
      unit,
      why,
    }),
    outcomeSchema,
    { changes },
  ),
  /** New rows: items and guarantors each with their loan. Nothing is added where a cell is refused. */
  "sheet.addRows": write(
    dealId.extend(list.shape).extend({
      rows: z
        .array(z.object({ loanId: z.number().int().positive().nullable(), cells: z.array(newCellSchema).max(100) }))
        .min(1)
        .max(20_000),
      unit,
      why,
    }),
    z.object({ rowIds: z.array(rowId), refused: z.array(refusalSchema) }),
    { changes },
  ),
  /** Takes rows away, a loan with its items, guarantors and estimates; an undo brings them back as they were. */
  "sheet.removeRows": write(
    dealId.extend(list.shape).extend({ rowIds: z.array(rowId).min(1).max(mostSheetIds), why }),
    z.object({ removed: z.number().int() }),
    { changes },
  ),
  /** A package for a deal that has none, without any file: its first loan is typed. */
  "sheet.startByHand": write(
    dealId.extend({ cells: z.array(newCellSchema).max(100), unit, cutOffDate: z.iso.date().nullable() }),
    z.object({ tapeId: z.number().int().nullable(), rowId: rowId.nullable(), refused: z.array(refusalSchema) }),
    { changes: [...changes, "tapes.list"] },
  ),
  /** Values changed by typing; nothing is changed where a cell is refused, unless those are to be skipped. */
  "sheet.edit": write(
    dealId.extend(list.shape).extend({
      cells: z.array(typedCellSchema).min(1).max(mostSheetCells),
      unit,
      why,
      cause: z.enum(typingCauses),
      skipUnreadable: z.boolean(),
    }),
    outcomeSchema,
    { changes },
  ),
  /** Cells back to the seller's value. */
  "sheet.reset": write(dealId.extend(list.shape).extend({ cells: z.array(z.object({ rowId, field })).min(1).max(mostSheetCells), why }), outcomeSchema, {
    changes,
  }),
  /** The edits of one cell. */
  "sheet.history": read(dealId.extend(list.shape).extend({ rowId, field }), cellHistorySchema),
  /** All edits of the deal's package, newest first. */
  "sheet.edits": read(
    dealId.extend({ offset: z.number().int().min(0), limit: z.number().int().min(1).max(200) }),
    z.object({ total: z.number().int(), edits: z.array(batchSchema) }),
  ),
} as const;

export const sheetFeature = {
  channels,
  jobKinds: [],
  errorCodes: ["sheet.noField", "sheet.rowGone", "sheet.lastLoan", "sheet.noLoan", "sheet.tooMany"],
} as const satisfies FeatureContract;
