import type { CellValue } from "../../../shared/contract/sheet-channels.ts";
import { type SheetColumn, type SheetList, sheetColumns } from "../../../shared/domain/sheet-fields.ts";
import { type CellKind, fieldRecord } from "../../../shared/domain/tape-fields.ts";
import { identifierKey } from "../../tapes/cells/parse-cells.ts";
import { sharedContract } from "./match-by-contract.ts";

/** The columns by which rows of two versions are compared; where an item belongs is told by its loan. */
export const comparedColumns: Readonly<Record<SheetList, readonly SheetColumn[]>> = {
  ...sheetColumns,
  collateral: sheetColumns.collateral.filter(({ field }) => field !== "contractNo"),
};

const spelled: readonly CellKind[] = ["identifier", "text", "names"];

/** What a cell compares by: of a text its meaning, whatever its width, case, blanks and dashes. */
function cellKey({ field }: SheetColumn, value: CellValue): CellValue {
  if (typeof value !== "string" || !spelled.includes(fieldRecord(field).kind)) return value;
  return (field === "contractNo" ? sharedContract(value) : null) ?? identifierKey(value);
}

/** Whether two cells of a column state the same. */
export function isSameCell(column: SheetColumn, older: CellValue, newer: CellValue): boolean {
  return older === newer || cellKey(column, older) === cellKey(column, newer);
}

/** A row with its cells in the order of `comparedColumns`. */
export interface ComparedRow {
  readonly id: number;
  readonly cells: readonly CellValue[];
}

/** The places of the cells that differ. */
export function changedCells(list: SheetList, { cells: older }: ComparedRow, { cells: newer }: ComparedRow): number[] {
  const changed: number[] = [];
  for (const [at, column] of comparedColumns[list].entries()) if (!isSameCell(column, older[at] ?? null, newer[at] ?? null)) changed.push(at);
  return changed;
}

/** All that a row states, as a text. */
export function rowKey(list: SheetList, { cells }: ComparedRow): string {
  return JSON.stringify(comparedColumns[list].map((column, at) => cellKey(column, cells[at] ?? null)));
}

/** What some fields of a row state; null where one of them is missing. */
export function partKey(list: SheetList, { cells }: ComparedRow, fields: readonly SheetColumn["field"][]): string | null {
  const stated = comparedColumns[list].flatMap((column, at) => (fields.includes(column.field) ? [cellKey(column, cells[at] ?? null)] : []));
  return stated.includes(null) ? null : JSON.stringify(stated);
}
