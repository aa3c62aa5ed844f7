import { type CellKind, type FieldsWith, type FieldTable, fieldRecord, type TapeField, tapeFields } from "./tape-fields.ts";

/** What a kind of field holds; a code holds one of its own list. Amounts are whole fen, shares decimals, dates YYYY-MM-DD. */
interface KindValues extends Record<CellKind, string | number | readonly string[]> {
  readonly identifier: string;
  readonly text: string;
  readonly names: readonly string[];
  readonly code: string;
  readonly amount: number;
  readonly share: number;
  readonly date: string;
  readonly count: number;
  readonly months: number;
  readonly area: number;
  readonly rank: number;
}

export type CodeField = FieldsWith<"kind", "code">;
export type FieldCode<F extends CodeField> = FieldTable[F]["codes"][number];

type StatedValue<F extends TapeField> = F extends CodeField ? FieldCode<F> : KindValues[FieldTable[F]["kind"]];

/** A field's value in a row that was read; null is missing. */
type FieldValue<F extends TapeField> = FieldTable[F] extends { readonly kind: "names" } | { readonly required: true } ? StatedValue<F> : StatedValue<F> | null;

/** A field's property in a row that was read: its name, with the unit of an amount or area. Estimates have an object of their own. */
export type FieldProperty<F extends TapeField> = F extends `estimate${infer Own}`
  ? Uncapitalize<Own>
  : F extends FieldsWith<"kind", "amount">
    ? `${F}Fen`
    : F extends FieldsWith<"kind", "area">
      ? `${F}Sqm`
      : F;

const units: Partial<Record<CellKind, string>> = { amount: "Fen", area: "Sqm" };

export function fieldProperty<F extends TapeField>(field: F): FieldProperty<F> {
  const own = /^estimate(.)(.*)$/.exec(field);
  const name = own === null ? field + (units[fieldRecord(field).kind] ?? "") : `${own[1]?.toLowerCase()}${own[2]}`;
  return name as FieldProperty<F>; // spelled as the type spells it
}

/** Values of some fields by property. */
export type FieldValues<Fields extends TapeField> = { readonly [F in Fields as FieldProperty<F>]: FieldValue<F> };

/** The tables that hold the rows of a tape. */
export type RowTable = "loan" | "collateral" | "guarantor" | "loan_estimate" | "repayment";

type OwnTable<F extends TapeField> = FieldTable[F] extends { readonly table: infer Table }
  ? Table
  : FieldTable[F]["list"] extends infer List
    ? (List extends "loans" | "both" ? "loan" : never) | (List extends "collateral" | "both" ? "collateral" : never)
    : never;

/** Fields with a column in a table. */
export type StoredField<Table extends RowTable> = {
  [F in TapeField]: FieldTable[F]["column"] extends string ? (Table extends OwnTable<F> ? F : never) : never;
}[TapeField];

type ColumnOf<F extends TapeField> = FieldTable[F]["column"] extends infer Column extends string ? Column : never;

/** The columns of some fields in the database; a field of names has a row for each. */
export type FieldColumns<Fields extends TapeField> = {
  [F in Fields as ColumnOf<F>]: FieldTable[F]["kind"] extends "names" ? string : FieldValue<F>;
};

/** A field with its property in a parsed row and its column in the database. */
export interface FieldPlace<F extends TapeField> {
  readonly field: F;
  readonly property: string;
  readonly column: ColumnOf<F>;
}

const listOf = (table: RowTable) => (table === "collateral" ? "collateral" : table === "repayment" ? "repayments" : "loans");

/** The fields of a table in the order of its columns. */
export function storedFields<Table extends RowTable>(table: Table): readonly FieldPlace<StoredField<Table>>[] {
  const list = listOf(table);
  const places = tapeFields.flatMap((field) => {
    const { column, list: own, table: apart = list === "loans" ? "loan" : "collateral" } = fieldRecord(field);
    return column === null || apart !== table || (own !== list && own !== "both") ? [] : [{ field, property: fieldProperty(field), column }];
  });
  return places as unknown as readonly FieldPlace<StoredField<Table>>[]; // in this table by the checks above
}

type Mark = "priced" | "shown";
type MarkedField<Table extends RowTable, M extends Mark> = StoredField<Table> & FieldsWith<M, true>;

/** The fields of a table that bear a mark. */
export function markedFields<Table extends RowTable, M extends Mark>(table: Table, mark: M): readonly FieldPlace<MarkedField<Table, M>>[] {
  // Those that the type names: both look at the same records.
  return storedFields(table).filter(({ field }) => fieldRecord(field)[mark] === true) as unknown as FieldPlace<MarkedField<Table, M>>[];
}
