import type { Kysely } from "kysely";
import type { CellValue } from "../../shared/contract/sheet-channels.ts";
import type { RowTable } from "../../shared/domain/field-values.ts";
import { type SheetList, sheetColumns, sheetLists } from "../../shared/domain/sheet-fields.ts";
import type { DeskSchema } from "../db/schema.ts";
import type { TapeChanges } from "../packages/tape-changes.ts";
import { insertBatch, insertCells } from "./batch-queries.ts";
import type { RowContents } from "./new-rows.ts";
import { loansByContract, planCells, type WantedCell } from "./plan-cells.ts";
import { addedRows, keepRows } from "./row-edits.ts";
import { readRows } from "./sheet-queries.ts";
import { turnBatch } from "./turn-batch.ts";

/** Edits of an earlier version of a tape, by the rows of the later one. */
export interface EditsToCarry {
  readonly fromTapeId: number;
  readonly tapeId: number;
  /** Cells that somebody typed for a reason. */
  readonly typed: readonly { readonly author: string; readonly why: string; readonly list: SheetList; readonly cells: readonly WantedCell[] }[];
  /** Rows of the earlier tape that the desk had added; items and guarantors each with its loan in the later one, null where that is carried too. */
  readonly added: Readonly<Record<SheetList, readonly { readonly rowId: number; readonly fromLoanId: number; readonly loanId: number | null }[]>>;
  /** Rows of the later tape that the desk had taken away in the earlier one. */
  readonly removed: Readonly<Record<SheetList, readonly number[]>>;
}

export interface CarriedEdits {
  readonly batchIds: readonly number[];
  readonly carried: number;
  /** Cells and rows that the later tape doesn't take, such as a contract number that it has already. */
  readonly refused: number;
}

interface CarryParts {
  readonly changes: TapeChanges;
  readonly now: () => string;
}

/** A row of the earlier tape as it would be typed into the later one. */
async function contentsOf(trx: Kysely<DeskSchema>, tapeId: number, list: SheetList, ids: readonly number[]): Promise<Map<number, RowContents["byTable"]>> {
  const columns = sheetColumns[list].filter(({ column }) => list !== "collateral" || column !== "contract_no");
  const rows = await readRows(
    trx,
    tapeId,
    list,
    ids,
    columns.map(({ column }) => column),
  );
  return new Map(
    rows.map((row) => {
      const byTable = new Map<RowTable, Map<string, CellValue>>();
      for (const { table, column } of columns) {
        const value = row[column] ?? null;
        if (value !== null) byTable.set(table, (byTable.get(table) ?? new Map<string, CellValue>()).set(column, value));
      }
      return [row.id, byTable];
    }),
  );
}

/** Carries the desk's edits of an earlier version into a later one, in the caller's transaction: batches of their own, each with its author and reason. */
export async function carryEdits({ changes, now }: CarryParts, trx: Kysely<DeskSchema>, author: string, work: EditsToCarry): Promise<CarriedEdits> {
  const { fromTapeId, tapeId } = work;
  const batchIds: number[] = [];
  let [carried, refused] = [0, 0];
  const inBatch = async (by: { readonly author: string; readonly why: string }, keep: (batchId: number) => Promise<void>) => {
    const batchId = await insertBatch(trx, { tapeId, cause: "carried", ...by, madeAt: now() });
    await keep(batchId);
    await turnBatch(trx, changes, tapeId, batchId, "redo");
    batchIds.push(batchId);
  };
  for (const { list, cells, ...by } of work.typed) {
    const plan = await planCells(trx, tapeId, list, cells);
    refused += plan.refused.length;
    carried += plan.changed;
    if (plan.changes.length === 0) continue;
    await inBatch(by, async (batchId) => {
      for (const of of sheetLists) {
        const own = plan.changes.filter((change) => change.list === of);
        await insertCells(trx, tapeId, batchId, of, own);
      }
    });
  }
  /** New ids of loans that are carried, by the old ones. */
  const newIds = new Map<number, number>();
  for (const list of sheetLists) {
    const rows = work.added[list];
    if (rows.length === 0) continue;
    const contents = await contentsOf(
      trx,
      fromTapeId,
      list,
      rows.map(({ rowId }) => rowId),
    );
    const contractOf = (rowId: number) => String(contents.get(rowId)?.get("loan")?.get("contract_no") ?? "");
    const taken =
      list === "loan"
        ? await loansByContract(
            trx,
            tapeId,
            rows.map(({ rowId }) => contractOf(rowId)),
          )
        : null;
    const fitting = rows.flatMap(({ rowId, fromLoanId, loanId }) => {
      const byTable = contents.get(rowId);
      const holder = loanId ?? newIds.get(fromLoanId) ?? null;
      if (byTable === undefined || (list === "loan" ? taken?.has(contractOf(rowId)) : holder === null)) return [];
      return [{ rowId, content: { loanId: list === "loan" ? null : holder, byTable } }];
    });
    refused += rows.length - fitting.length;
    carried += fitting.length;
    if (fitting.length === 0) continue;
    await inBatch({ author, why: "" }, async (batchId) => {
      const made = await addedRows(
        trx,
        tapeId,
        batchId,
        list,
        fitting.map(({ content }) => content),
      );
      for (const [at, { rowId }] of fitting.entries()) if (list === "loan") newIds.set(rowId, Number(made[at]?.["id"]));
    });
  }
  for (const list of sheetLists) {
    const ids = work.removed[list];
    if (ids.length === 0) continue;
    carried += ids.length;
    await inBatch({ author, why: "" }, (batchId) => keepRows(trx, tapeId, batchId, list, ids));
  }
  return { batchIds, carried, refused };
}
