import type { Kysely } from "kysely";
import type { ChannelInput, ChannelOutput } from "../../shared/contract/contract.ts";
import type { SheetOutcome, SheetView } from "../../shared/contract/sheet-channels.ts";
import type { EditedField } from "../../shared/domain/edited-fields.ts";
import type { DeskEdits } from "../../shared/domain/memo.ts";
import { type SheetList, sheetLists } from "../../shared/domain/sheet-fields.ts";
import { fieldRecord } from "../../shared/domain/tape-fields.ts";
import { DeskError } from "../../shared/result.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import type { DeskSchema } from "../db/schema.ts";
import { getDeal, getOpenDeal } from "../deals/deal-service.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import { getRevisions } from "../tapes/tape-service.ts";
import { insertCells } from "./batch-queries.ts";
import { type CarriedEdits, carryEdits, type EditsToCarry } from "./carry-edits.ts";
import { readDeskEdits } from "./edit-summary.ts";
import { readEditedFields } from "./edited-cells-queries.ts";
import { type CellPlan, placeOf, planCells, readTyped, type WantedCell } from "./plan-cells.ts";
import { createRowEdits, type RowEdits } from "./row-edits.ts";
import { type EditOf, editRows, type SheetEditorParts, tapeIdOf } from "./sheet-editor.ts";
import { readAdded, readBatches, readCellEdits, readRows, readSellerValues } from "./sheet-queries.ts";
import type { sheetTasks } from "./sheet-tasks.ts";
import { type SheetAt, SheetViews } from "./sheet-views.ts";
import { shownTexts } from "./shown-cell.ts";

export interface SheetService extends RowEdits {
  rows(query: ChannelInput<"sheet.rows">): Promise<ChannelOutput<"sheet.rows">>;
  rowIds(query: ChannelInput<"sheet.rowIds">): Promise<ChannelOutput<"sheet.rowIds">>;
  figures(query: ChannelInput<"sheet.figures">): Promise<ChannelOutput<"sheet.figures">>;
  find(query: ChannelInput<"sheet.find">): Promise<ChannelOutput<"sheet.find">>;
  /** Types texts into cells: all of them, or, where the unreadable ones are to be skipped, those that can be read. */
  edit(edit: ChannelInput<"sheet.edit">): Promise<SheetOutcome>;
  replace(edit: ChannelInput<"sheet.replace">): Promise<SheetOutcome>;
  /** Puts the seller's values back. */
  reset(edit: ChannelInput<"sheet.reset">): Promise<SheetOutcome>;
  history(cell: ChannelInput<"sheet.history">): Promise<ChannelOutput<"sheet.history">>;
  /** What the desk changed in the rows of a tape, as a run keeps it; null where it changed nothing. */
  deskEdits(tapeId: number): Promise<DeskEdits | null>;
  /** Fields of its loans on which the desk has its own word. */
  editedFields(tapeId: number): Promise<readonly EditedField[]>;
  edits(dealId: number, offset: number, limit: number): Promise<ChannelOutput<"sheet.edits">>;
  /** Carries edits of an earlier version of a tape into a later one, in the caller's transaction, which tells the journal of the batches. */
  carry(trx: Kysely<DeskSchema>, author: string, work: EditsToCarry): Promise<CarriedEdits>;
}

interface SheetServiceParts extends SheetEditorParts {
  readonly db: DeskDatabase;
  readonly jobs: Pick<JobRunner<typeof sheetTasks>, "run">;
}

/** Cells that one replacement changes at most. */
const mostReplaced = 100_000;
/** Kinds of fields in which a part of a text may be replaced. */
const partlyReplaced: readonly string[] = ["text", "identifier", "names"];

/** A text with every place of another replaced, whatever the case of Latin letters. */
function replaced(text: string, wanted: string, replacement: string): string {
  const lower = text.toLowerCase();
  // A letter whose small form has another length would move the places.
  if (lower.length !== text.length) return text.replaceAll(wanted, () => replacement);
  let [done, at] = ["", 0];
  for (let found = lower.indexOf(wanted.toLowerCase()); found >= 0; found = lower.indexOf(wanted.toLowerCase(), at)) {
    done += text.slice(at, found) + replacement;
    at = found + wanted.length;
  }
  return done + text.slice(at);
}

/** The rows of packages as sheets that take typing: every edit is kept with what was there before, and undone as one. */
export function createSheetService({ db, jobs, ...parts }: SheetServiceParts): SheetService {
  const { kysely } = db;
  const views = new SheetViews(db, jobs);

  const sheetAt = async (dealId: number, list: SheetList): Promise<SheetAt> => {
    const tapeId = tapeIdOf(await getDeal(kysely, dealId));
    return { tapeId, revision: (await getRevisions(kysely, tapeId)).revision, list };
  };
  const seen = async ({ dealId, list, view }: { readonly dealId: number; readonly list: SheetList; readonly view: SheetView }) => {
    const at = await sheetAt(dealId, list);
    return { at, ids: await views.ids(at, view) };
  };

  const editCells = async (edit: EditOf, plan: CellPlan): Promise<void> => {
    if (plan.changes.length === 0) return;
    await editRows(parts, edit, async (trx, tapeId, batchId) => {
      for (const list of sheetLists) {
        const cells = plan.changes.filter((change) => change.list === list);
        await insertCells(trx, tapeId, batchId, list, cells);
      }
      return plan.changed;
    });
  };

  const edit: SheetService["edit"] = async ({ dealId, list, cells, unit, why, cause, skipUnreadable }) => {
    const tapeId = tapeIdOf(await getOpenDeal(kysely, dealId));
    const read = readTyped(list, cells, unit);
    const plan = await planCells(kysely, tapeId, list, read.wanted);
    const refused = [...read.refused, ...plan.refused];
    const { unchanged } = plan;
    if (refused.length > 0 && !skipUnreadable) return { changed: 0, unchanged, refused };
    await editCells({ dealId, cause, why, kind: "cellsEdited" }, plan);
    return { changed: plan.changed, unchanged, refused };
  };

  const sellerCells = async ({ tapeId, list }: SheetAt, cells: ChannelInput<"sheet.reset">["cells"]): Promise<WantedCell[]> => {
    const rowIds = [...new Set(cells.map(({ rowId }) => rowId))];
    const seller = new Map((await readSellerValues(kysely, tapeId, list, rowIds)).map(({ row_id, place, old_value }) => [`${row_id}/${place}`, old_value]));
    const added = await readAdded(kysely, tapeId, list, rowIds);
    return cells.flatMap(({ rowId, field }) => {
      const value = seller.get(`${rowId}/${placeOf(list, field)}`);
      return value === undefined || added.has(rowId) ? [] : [{ rowId, field, value }];
    });
  };

  return {
    ...createRowEdits({ db, ...parts }),
    rows: async ({ offset, limit, ...query }) => {
      const { at, ids } = await seen(query);
      return { total: ids.length, revision: at.revision, rows: await views.rows(at, [...ids.subarray(offset, offset + limit)]) };
    },
    rowIds: async ({ offset, limit, ...query }) => {
      const { at, ids } = await seen(query);
      return { total: ids.length, revision: at.revision, rowIds: [...ids.subarray(offset, offset + limit)] };
    },
    figures: async ({ offset, limit, fields, ...query }) => {
      for (const field of fields) placeOf(query.list, field);
      const { at, ids } = await seen(query);
      return views.figures(at, ids.subarray(offset, offset + limit), fields);
    },
    find: async ({ offset, fields, text, unit, ...query }) => {
      const { at, ids } = await seen(query);
      const [found] = await views.find(at, ids, { fields, text, unit, from: offset, most: 1 });
      return found === undefined ? null : { index: found.index, rowId: found.rowId, field: found.field };
    },
    edit,
    replace: async ({ fields, text, replacement, unit, why, ...query }) => {
      const { at, ids } = await seen(query);
      const found = await views.find(at, ids, { fields, text, unit, from: 0, most: mostReplaced + 1 });
      if (found.length > mostReplaced) throw new DeskError("sheet.tooMany", { limit: mostReplaced });
      const cells = found.flatMap(({ rowId, field, value }) => {
        if (partlyReplaced.includes(fieldRecord(field).kind)) return [{ rowId, field, text: replaced(String(value), text, replacement) }];
        return shownTexts(field, value, unit).includes(text.toLowerCase()) ? [{ rowId, field, text: replacement }] : [];
      });
      const { dealId, list } = query;
      if (cells.length === 0) return { changed: 0, unchanged: 0, refused: [] };
      return edit({ dealId, list, cells, unit, why, cause: "replaced", skipUnreadable: false });
    },
    reset: async ({ dealId, list, cells, why }) => {
      await getOpenDeal(kysely, dealId);
      const at = await sheetAt(dealId, list);
      const wanted = await sellerCells(at, cells);
      const plan = await planCells(kysely, at.tapeId, list, wanted);
      await editCells({ dealId, cause: "reset", why, kind: "cellsReset" }, plan);
      return { changed: plan.changed, unchanged: cells.length - wanted.length + plan.unchanged, refused: [...plan.refused] };
    },
    history: async ({ dealId, list, rowId, field }) => {
      const { tapeId } = await sheetAt(dealId, list);
      const place = placeOf(list, field);
      const [row] = await readRows(kysely, tapeId, list, [rowId], [place]);
      if (row === undefined) throw new DeskError("sheet.rowGone", { rowId });
      const edits = await readCellEdits(kysely, tapeId, list, rowId, place);
      const isAdded = (await readAdded(kysely, tapeId, list, [rowId])).has(rowId);
      return { sellerValue: isAdded ? null : edits[0] === undefined ? (row[place] ?? null) : edits[0].old, isAdded, edits };
    },
    carry: (trx, author, work) => carryEdits(parts, trx, author, work),
    deskEdits: (tapeId) => readDeskEdits(kysely, tapeId),
    editedFields: (tapeId) => readEditedFields(kysely, tapeId),
    edits: async (dealId, offset, limit) => readBatches(kysely, tapeIdOf(await getDeal(kysely, dealId)), offset, limit),
  };
}
