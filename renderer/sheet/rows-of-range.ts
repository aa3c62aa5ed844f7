import { mostSheetIds, mostSheetRows, type SheetRow } from "../../shared/contract/sheet-channels.ts";
import { call } from "../desk/desk-client.ts";
import type { SheetQuery } from "./use-sheet-rows.ts";

/** Rows that are copied or repeated at most: more than a spreadsheet is given in one go. */
export const mostCopiedRows = 20_000;

/** The rows of a range of a view; those that are on the screen aren't read again. */
export async function rowsOfRange(
  query: SheetQuery,
  from: number,
  count: number,
  rowAt: (index: number) => SheetRow | undefined,
): Promise<readonly SheetRow[]> {
  const here = Array.from({ length: count }, (_, index) => rowAt(from + index));
  if (here.every((row) => row !== undefined)) return here;
  const rows: SheetRow[] = [];
  while (rows.length < count) {
    const page = await call("sheet.rows", { ...query, offset: from + rows.length, limit: Math.min(mostSheetRows, count - rows.length) });
    if (page.rows.length === 0) break;
    rows.push(...page.rows);
  }
  return rows;
}

/** Where a row stands in a view, sought from its end on, where new ones stand; null where it isn't shown. */
export async function placeOfRow({ dealId, list, view }: SheetQuery, rowId: number): Promise<number | null> {
  const { total } = await call("sheet.rowIds", { dealId, list, view, offset: 0, limit: 1 });
  for (let end = total; end > 0; end -= mostSheetIds) {
    const offset = Math.max(0, end - mostSheetIds);
    const { rowIds } = await call("sheet.rowIds", { dealId, list, view, offset, limit: end - offset });
    const at = rowIds.lastIndexOf(rowId);
    if (at >= 0) return offset + at;
  }
  return null;
}

/** Ids of the rows of a range, for what is written beyond the screen. */
export async function idsOfRange(query: SheetQuery, from: number, count: number, rowAt: (index: number) => SheetRow | undefined): Promise<readonly number[]> {
  const here = Array.from({ length: count }, (_, index) => rowAt(from + index)?.rowId);
  if (here.every((id) => id !== undefined)) return here;
  return (await call("sheet.rowIds", { ...query, offset: from, limit: count })).rowIds;
}
