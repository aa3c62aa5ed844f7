import { type RowTable, storedFields } from "./field-values.ts";
import { fieldRecord, type TapeField } from "./tape-fields.ts";

/** The lists of a package that can be typed into. */
export const sheetLists = ["loan", "collateral", "guarantor"] as const;
export type SheetList = (typeof sheetLists)[number];

/** A field of a sheet with the table and the column that hold it. */
export interface SheetColumn {
  readonly field: TapeField;
  readonly table: RowTable;
  readonly column: string;
}

const columnsOf = (...tables: readonly RowTable[]): readonly SheetColumn[] =>
  tables.flatMap((table) => storedFields(table).map(({ field, column }) => ({ field, table, column })));

/** The columns of each sheet in the order in which a tape's are read; a loan's own estimates stand behind its facts. */
export const sheetColumns: Readonly<Record<SheetList, readonly SheetColumn[]>> = {
  loan: columnsOf("loan", "loan_estimate"),
  collateral: columnsOf("collateral"),
  guarantor: columnsOf("guarantor"),
};

/** The column of a field in a sheet; undefined where the sheet has none. */
export function sheetColumn(list: SheetList, field: TapeField): SheetColumn | undefined {
  return sheetColumns[list].find((column) => column.field === field);
}

/** A row of the sheet must have it. */
export const isNeeded = (list: SheetList, field: TapeField): boolean =>
  fieldRecord(field).rejects?.when(null) === true || (list === "guarantor" && field === "guarantors");
