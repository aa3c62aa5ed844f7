import type { CellValue, SheetRow } from "../../shared/contract/sheet-channels.ts";
import type { SheetColumnLook } from "./sheet-columns.ts";

/** What a row holds in a column; of its loan's columns what the loan holds. */
export function valueOf(row: SheetRow, { key, isOfLoan }: SheetColumnLook): CellValue {
  if (!isOfLoan) return row.values[key] ?? null;
  return key === "contractNo" ? row.contractNo : row.debtorName;
}
