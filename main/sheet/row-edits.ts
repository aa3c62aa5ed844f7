import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { ChannelInput, ChannelOutput } from "../../shared/contract/contract.ts";
import type { SheetList } from "../../shared/domain/sheet-fields.ts";
import { DeskError } from "../../shared/result.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import type { DeskSchema } from "../db/schema.ts";
import { getOpenDeal } from "../deals/deal-service.ts";
import { firstAddedId } from "../tapes/loan-ids.ts";
import { priceVersion, startTapeByHand } from "../tapes/tape-service.ts";
import { idsIn, insertCells } from "./batch-queries.ts";
import { loanContents, partContents, type RowContents, readNewRows, rowsSumOf } from "./new-rows.ts";
import { type Content, insertContents, keepAdded, keepRemoved } from "./row-changes-queries.ts";
import { editRows, type SheetEditorParts, tapeIdOf } from "./sheet-editor.ts";

export interface RowEdits {
  /** New rows, all of them or, where a cell is refused, none. */
  addRows(edit: ChannelInput<"sheet.addRows">): Promise<ChannelOutput<"sheet.addRows">>;
  removeRows(edit: ChannelInput<"sheet.removeRows">): Promise<ChannelOutput<"sheet.removeRows">>;
  /** A package for a deal that has none: its first loan is typed. */
  startByHand(start: ChannelInput<"sheet.startByHand">): Promise<ChannelOutput<"sheet.startByHand">>;
}

/** Loans that one batch adds at most: its ids lie in a range of its own, which no other batch ever has. */
const idsOfBatch = 2 ** 20;

async function ownRows(trx: Kysely<DeskSchema>, tapeId: number, list: SheetList, rowIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`SELECT id FROM ${sql.table(list)} WHERE id IN ${idsIn(rowIds)} AND +tape_id = ${tapeId}`.execute(trx);
  return rows.map(({ id }) => id);
}

/** Keeps rows that go: a loan with all that hangs on it. */
export async function keepRows(trx: Kysely<DeskSchema>, tapeId: number, batchId: number, list: SheetList, ids: readonly number[]): Promise<void> {
  await keepRemoved(trx, tapeId, batchId, list, "id", ids);
  if (list !== "loan") return;
  for (const table of ["loan_estimate", "guarantor", "collateral"] as const) await keepRemoved(trx, tapeId, batchId, table, "loan_id", ids);
}

/** Keeps new rows with the batch, under their new ids. */
export async function addedRows(
  trx: Kysely<DeskSchema>,
  tapeId: number,
  batchId: number,
  list: SheetList,
  contents: readonly RowContents[],
): Promise<readonly Content[]> {
  if (list === "loan") {
    const added = loanContents(tapeId, contents, firstAddedId + batchId * idsOfBatch);
    for (const [table, some] of added) await keepAdded(trx, tapeId, batchId, table, some);
    return added.get("loan") ?? [];
  }
  const { rows, shared } = await partContents(trx, tapeId, list, contents);
  await keepAdded(trx, tapeId, batchId, list, rows);
  await insertCells(trx, tapeId, batchId, list, shared);
  return rows;
}

export function createRowEdits({ db, ...parts }: SheetEditorParts & { readonly db: DeskDatabase }): RowEdits {
  const { kysely } = db;
  return {
    addRows: async ({ dealId, list, rows, unit, why }) => {
      const tape = tapeIdOf(await getOpenDeal(kysely, dealId));
      const { contents, refused } = await readNewRows(kysely, tape, list, rows, unit);
      if (refused.length > 0) return { rowIds: [], refused };
      const rowIds: number[] = [];
      await editRows(parts, { dealId, cause: "added", why, kind: "rowsAdded" }, async (trx, tapeId, batchId) => {
        const added = await addedRows(trx, tapeId, batchId, list, contents);
        for (const { id } of added) rowIds.push(Number(id));
        return added.length;
      });
      return { rowIds, refused };
    },
    removeRows: async ({ dealId, list, rowIds, why }) => {
      const deal = await getOpenDeal(kysely, dealId);
      const ids = await ownRows(kysely, tapeIdOf(deal), list, rowIds);
      if (list === "loan" && ids.length >= (deal.package?.loans ?? 0)) throw new DeskError("sheet.lastLoan", { dealId });
      if (ids.length === 0) return { removed: 0 };
      await editRows(parts, { dealId, cause: "removed", why, kind: "rowsRemoved" }, async (trx, tapeId, batchId) => {
        await keepRows(trx, tapeId, batchId, list, ids);
        return ids.length;
      });
      return { removed: ids.length };
    },
    startByHand: ({ dealId, cells, unit, cutOffDate }) =>
      parts.journal.edit({ stack: { area: "deal", dealId }, label: () => ({ kind: "startedByHand" }) }, async ({ trx, touch }) => {
        const { contents, refused } = await readNewRows(trx, null, "loan", [{ loanId: null, cells }], unit);
        if (refused.length > 0) return { tapeId: null, rowId: null, refused };
        const sums = { principalFen: rowsSumOf(contents, "principal"), interestFen: rowsSumOf(contents, "interest"), feesFen: rowsSumOf(contents, "fees") };
        const isNamed = contents.some(({ byTable }) => byTable.get("loan")?.has("debtor_name") === true || byTable.get("loan")?.has("debtor_id") === true);
        const { tapeId, firstLoanId } = await startTapeByHand(trx, { dealId, now: parts.now(), cutOffDate, sums, isNamed });
        for (const [table, some] of loanContents(tapeId, contents, firstLoanId)) await insertContents(trx, table, some);
        // What is taken back is that the package is the deal's: its rows stay beside, as those of any version.
        await touch("tape", tapeId);
        await touch("deal", dealId);
        await priceVersion(trx, { dealId, tapeId, now: parts.now() });
        return { tapeId, rowId: firstLoanId, refused };
      }),
  };
}
