import { createHash } from "node:crypto";
import type { ChannelInput } from "../../../shared/contract/contract.ts";
import { wholeSheet } from "../../../shared/contract/sheet-channels.ts";
import type { SheetList } from "../../../shared/domain/sheet-fields.ts";
import { corporateTape, type TestDesk, testDeal } from "../pricing/test-desk.ts";

/** A deal with the sample package. */
export async function dealWithTape(desk: TestDesk): Promise<number> {
  const { id } = await desk.deals.create({ ...testDeal, cutOffDate: "2025-09-30" });
  await desk.tapes.importAsProposed(id, desk.admit(corporateTape));
  return id;
}

/** Every row of a deal's package that an edit of the sheet can change, with the sums that follow. */
export function rowsHash(desk: TestDesk, dealId: number): string {
  const hash = createHash("sha256");
  const tape = desk.db.raw
    .prepare<[number], { readonly id: number }>(
      "SELECT id, loan_count, principal_fen, interest_fen, fees_fen, appraisal_fen FROM tape WHERE deal_id = ? AND undone_at IS NULL",
    )
    .get(dealId);
  hash.update(JSON.stringify(tape));
  for (const table of ["loan", "collateral", "guarantor", "loan_estimate"])
    hash.update(JSON.stringify(desk.db.raw.prepare(`SELECT * FROM ${table} WHERE tape_id = ? ORDER BY rowid`).all(tape?.id)));
  return hash.digest("hex");
}

export const firstRows = async (desk: TestDesk, dealId: number, list: SheetList, limit = 500) =>
  (await desk.sheet.rows({ dealId, list, view: wholeSheet, offset: 0, limit })).rows;

/** Types texts into cells as a desk does by keyboard, amounts in yuan. */
export const typeCells = (
  desk: TestDesk,
  dealId: number,
  list: SheetList,
  cells: ChannelInput<"sheet.edit">["cells"],
  how: Partial<ChannelInput<"sheet.edit">> = {},
) => desk.sheet.edit({ dealId, list, cells, unit: "yuan", why: "", cause: "typed", skipUnreadable: false, ...how });

export const undo = (desk: TestDesk, dealId: number) => desk.journal.move({ area: "deal", dealId }, "undo", null);
export const redo = (desk: TestDesk, dealId: number) => desk.journal.move({ area: "deal", dealId }, "redo", null);
