import type { DebtorRow, DebtorSheet, DebtorView } from "../../shared/contract/debtor-channels.ts";
import { call } from "../desk/desk-client.ts";

const rowsPerCall = 500;

/** The debtors of a view, read page by page; the first of them where they are more. */
export async function readSheetLines(dealId: number, view: DebtorView, most: number): Promise<{ readonly sheet: DebtorSheet; readonly rows: DebtorRow[] }> {
  const rows: DebtorRow[] = [];
  for (;;) {
    const sheet = await call("debtors.sheet", { dealId, view, offset: rows.length, limit: Math.min(rowsPerCall, most - rows.length) });
    rows.push(...sheet.rows);
    if (sheet.rows.length === 0 || rows.length >= Math.min(sheet.total, most)) return { sheet, rows };
  }
}
