import { EngineInputError } from "./engine-errors.ts";
import { type ColumnArrays, type ColumnName, type Columns, columnNames, columnTable } from "./package-columns.ts";

/** Largest entry of an array of whole numbers; what lies beyond would come back as another number. */
const mostOf: { readonly [Kind in keyof ColumnArrays]: number } = {
  numbers: Number.POSITIVE_INFINITY,
  words: 0xff_ff_ff_ff,
  halfWords: 0xff_ff,
  codes: 0xff,
};

/**
 * An entry that its column keeps as it is. An array of whole numbers takes NaN and 0.5 as 0 and −1 as 255: they are refused
 * before it does. Ranges are `assertColumns`' matter.
 * @throws EngineInputError notANumber, notWhole, negative or outOfRange
 */
export function checkedEntry(name: ColumnName, entry: number, index: number): number {
  const { array } = columnTable[name];
  if (array === "numbers" || (Number.isInteger(entry) && entry >= 0 && entry <= mostOf[array])) return entry;
  if (Number.isNaN(entry)) throw new EngineInputError("notANumber", name, index);
  if (entry < 0) throw new EngineInputError("negative", name, index);
  throw new EngineInputError(Number.isInteger(entry) ? "outOfRange" : "notWhole", name, index);
}

type Row = "loan" | "item" | "guarantor";
/** One entry for each column of a loan, an item or a guarantor: a column that nobody writes doesn't compile. */
export type RowEntries<Per extends Row> = { readonly [C in ColumnName as (typeof columnTable)[C]["per"] extends Per ? C : never]: number };

const namesOf = (per: Row) => columnNames.filter((name) => columnTable[name].per === per);
const names: Readonly<Record<Row, readonly ColumnName[]>> = { loan: namesOf("loan"), item: namesOf("item"), guarantor: namesOf("guarantor") };

/**
 * Writes every column of one loan, item or guarantor.
 * @throws EngineInputError for an entry that its array would change, or that is missing
 */
export function writeEntries<Per extends Row>(columns: Columns, per: Per, at: number, entries: RowEntries<Per>): void {
  const given: { readonly [C in ColumnName]?: number } = entries;
  for (const name of names[per]) {
    const entry = given[name];
    if (entry === undefined) throw new EngineInputError("notANumber", name, at);
    columns[name][at] = checkedEntry(name, entry, at);
  }
}
