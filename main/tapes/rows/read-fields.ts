import { type CodeField, fieldProperty } from "../../../shared/domain/field-values.ts";
import { type AmountField, type CellKind, fieldRecord, type ShareField, type TapeField } from "../../../shared/domain/tape-fields.ts";
import type { TapeFindingCode } from "../../../shared/domain/tape-findings.ts";
import { isErrorText, isUncached, textOrNull } from "../cells/cell-text.ts";
import { parseArea, parseIdentifier, parseMonths, parseName, parseNames, parseWholeNumber } from "../cells/parse-cells.ts";
import { codeParser, parseLienRank } from "../cells/parse-code.ts";
import type { SheetPlan } from "../header/sheet-plan.ts";
import { ColumnMemo } from "./cell-memo.ts";
import type { RowProblem, RowReader } from "./row-cells.ts";

type Value = string | number | readonly string[] | null;
const noNames: readonly string[] = [];
export const isNames = (value: Value): value is readonly string[] => Array.isArray(value);

/** A field with its record, its property in the row that is read, and what reads it: what can't be read is noted and null. */
interface FieldToRead {
  readonly field: TapeField;
  readonly record: ReturnType<typeof fieldRecord>;
  readonly property: string;
  readonly read: (reader: RowReader) => Value;
  /** Its value may leave the row out. */
  readonly mayReject: boolean;
}

/** A field that the rows of one list have, with its column. */
export interface FieldOfList extends FieldToRead {
  /** What the texts of its one column were read as, where lists repeat them and nothing else decides; null elsewhere. */
  readonly memo: ColumnMemo<Value> | null;
  /** Of its one column; −1 where it has several or none. */
  readonly index: number;
}

/** Days are read as quickly as they would be remembered. */
const repeatingKinds: readonly CellKind[] = ["text", "names", "code", "rank", "count", "months"];

/** Fields of a kind of list, in the order in which they are read. What a plan maps of them is worked out once. */
export class FieldsToRead {
  readonly #fields: readonly FieldToRead[];
  readonly #byPlan = new WeakMap<SheetPlan, readonly FieldOfList[]>();

  constructor(fields: readonly TapeField[]) {
    this.#fields = fields.map((field) => {
      const record = fieldRecord(field);
      const mayReject = record.rejects !== undefined || record.mustBeReadable === true;
      return { field, record, property: fieldProperty(field), read: readerOf(field), mayReject };
    });
  }

  /** A row before it is read. Copies of one row that has every property share its compact shape, as rows that grow don't. */
  blankRow(...own: readonly string[]): Readonly<Record<string, unknown>> {
    const values = this.#fields.map(({ property, record }) => [property, record.kind === "names" ? noNames : null]);
    return Object.fromEntries([...own.map((name) => [name, null]), ...values]);
  }

  /** Reads the mapped fields of a row into properties of a blank one, in their order, up to the first that rejects the row; null: none does. */
  read(reader: RowReader, plan: SheetPlan, target: Record<string, unknown>): RowProblem | null {
    for (const one of this.of(plan)) {
      // The blank row says it already.
      if (!one.mayReject && reader.isEmpty(one.index)) continue;
      const noted = reader.problems.length;
      const value = one.memo === null ? one.read(reader) : remembered(reader, one, one.memo);
      const rejection = one.mayReject ? rejectionOf(reader, one, value, reader.problems[noted]) : null;
      if (rejection !== null) return rejection;
      target[one.property] = value;
    }
    return null;
  }

  /** The fields that the rows of a list have. */
  of(plan: SheetPlan): readonly FieldOfList[] {
    const known = this.#byPlan.get(plan);
    if (known !== undefined) return known;
    const mapped = this.#fields.flatMap((one): FieldOfList[] => {
      const columns = plan.columns.get(one.field) ?? [];
      if (columns.length === 0 && one.record.required !== true) return [];
      const [column, second] = columns;
      const index = second === undefined ? (column?.index ?? -1) : -1;
      return [{ ...one, index, memo: index >= 0 && repeatingKinds.includes(one.record.kind) ? new ColumnMemo() : null }];
    });
    this.#byPlan.set(plan, mapped);
    return mapped;
  }
}

/** What a text is read as: the same for every cell of the column with that text, where nothing is noted of it. */
function remembered(reader: RowReader, { index, read }: FieldOfList, memo: ColumnMemo<Value>): Value {
  const text = reader.textAt(index);
  const known = text === null ? undefined : memo.get(text);
  if (known !== undefined) return known;
  const noted = reader.problems.length;
  const value = read(reader);
  if (text !== null && reader.problems.length === noted) memo.set(text, value);
  return value;
}

/** An identifier that lost digits is none, since two could look like one; only the contract, by which a row is told, stays. */
function readIdentifier(reader: RowReader, field: TapeField): string | null {
  const cell = reader.cell(field);
  const { text, digitsLost } = parseIdentifier(cell);
  if (isUncached(cell)) reader.note(field, "formulaWithoutValue");
  if (text === null && typeof cell === "string" && isErrorText(cell)) reader.note(field, "errorValue");
  if (digitsLost) reader.note(field, "digitsLost");
  return digitsLost && field !== "contractNo" ? null : text;
}

const nameFields: readonly TapeField[] = ["debtorName", "securedDebtor"];

/** Reads a text; an error value is none, and neither is a name that says it isn't known. */
function textReader(field: TapeField): (reader: RowReader) => string | null {
  const isName = nameFields.includes(field);
  return (reader) => {
    const cell = reader.cell(field);
    if (isUncached(cell)) reader.note(field, "formulaWithoutValue");
    const text = isName ? parseName(cell) : textOrNull(cell);
    if (text !== null || typeof cell !== "string") return text;
    if (isErrorText(cell)) reader.note(field, "errorValue");
    else if (isName && textOrNull(cell) !== null) reader.note(field, "unknownName");
    return null;
  };
}

function codeReader(field: CodeField): (reader: RowReader) => Value {
  const parse = codeParser(field);
  return (reader) => reader.code(field, parse);
}

/** What reads a field, by its kind. */
function readerOf(field: TapeField): (reader: RowReader) => Value {
  // A kind says which of the narrower lists its fields belong to.
  switch (fieldRecord(field).kind) {
    case "identifier":
      return (reader) => readIdentifier(reader, field);
    case "text":
      return textReader(field);
    case "names":
      return (reader) => reader.names(field, parseNames);
    case "code":
      return codeReader(field as CodeField);
    case "rank":
      return (reader) => reader.code(field, parseLienRank);
    case "amount":
      return (reader) => reader.optionalAmount(field as AmountField);
    case "share":
      return (reader) => reader.share(field as ShareField);
    case "date":
      return (reader) => reader.date(field);
    case "count":
      return (reader) => reader.number(field, parseWholeNumber, "notWholeNumber");
    case "months":
      return (reader) => reader.number(field, parseMonths, "notWholeNumber");
    case "area":
      return (reader) => reader.number(field, parseArea, "notANumber");
  }
}

/** Why a row can't be kept for the sake of this field, if so. */
function rejectionOf(reader: RowReader, { field, record }: FieldToRead, value: Value, problem: RowProblem | undefined): RowProblem | null {
  const { mustBeReadable, rejects } = record;
  if (mustBeReadable && problem !== undefined) return problem;
  if (rejects === undefined || isNames(value) || !rejects.when(value)) return null;
  return { field, code: rejects.code as TapeFindingCode, raw: reader.raw(field) }; // the codes of the table are findings
}
