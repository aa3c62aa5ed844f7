import { type CodeField, fieldProperty } from "../../../shared/domain/field-values.ts";
import { type AmountField, fieldRecord, type ShareField, type TapeField } from "../../../shared/domain/tape-fields.ts";
import type { TapeFindingCode } from "../../../shared/domain/tape-findings.ts";
import { textOrNull } from "../cells/cell-text.ts";
import { parseArea, parseIdentifier, parseMonths, parseNames, parseWholeNumber } from "../cells/parse-cells.ts";
import { parseCode, parseLienRank } from "../cells/parse-code.ts";
import type { RowProblem, RowReader } from "./row-cells.ts";

type Value = string | number | readonly string[] | null;
const isNames = (value: Value): value is readonly string[] => Array.isArray(value);

/** A field with its property in the row that is read. */
interface FieldToRead {
  readonly field: TapeField;
  readonly property: string;
}

export function fieldsToRead(fields: readonly TapeField[]): readonly FieldToRead[] {
  return fields.map((field) => ({ field, property: fieldProperty(field) }));
}

/** An identifier that lost digits is none, since two could look like one; only the contract, by which a row is told, stays. */
function readIdentifier(reader: RowReader, field: TapeField): string | null {
  const { text, digitsLost } = parseIdentifier(reader.cell(field));
  if (digitsLost) reader.note(field, "digitsLost");
  return digitsLost && field !== "contractNo" ? null : text;
}

/** The value of a field by its kind; what can't be read is noted. */
function readField(reader: RowReader, field: TapeField): Value {
  // A kind says which of the narrower lists its fields belong to.
  switch (fieldRecord(field).kind) {
    case "identifier":
      return readIdentifier(reader, field);
    case "text":
      return textOrNull(reader.cell(field));
    case "names":
      return reader.names(field, parseNames);
    case "code":
      return reader.code(field, (cell) => parseCode(field as CodeField, cell));
    case "rank":
      return reader.code(field, parseLienRank);
    case "amount":
      return reader.optionalAmount(field as AmountField);
    case "share":
      return reader.share(field as ShareField);
    case "date":
      return reader.date(field);
    case "count":
      return reader.number(field, parseWholeNumber, "notWholeNumber");
    case "months":
      return reader.number(field, parseMonths, "notWholeNumber");
    case "area":
      return reader.number(field, parseArea, "notANumber");
  }
}

/** Why a row can't be kept for the sake of this field, if so. */
function rejectionOf(reader: RowReader, field: TapeField, value: Value, problem: RowProblem | undefined): RowProblem | null {
  const { mustBeReadable, rejects } = fieldRecord(field);
  if (mustBeReadable && problem !== undefined) return problem;
  if (rejects === undefined || isNames(value) || !rejects.when(value)) return null;
  return { field, code: rejects.code as TapeFindingCode, raw: reader.raw(field) }; // the codes of the table are findings
}

/**
 * Reads fields of a row into properties of `target`, in their order, up to the first that rejects the row; null: none does.
 * One object that grows in one order: a million rows then share one compact shape.
 */
export function readFields(reader: RowReader, fields: readonly FieldToRead[], target: Record<string, unknown>): RowProblem | null {
  for (const { field, property } of fields) {
    const noted = reader.problems.length;
    const value = readField(reader, field);
    const rejection = rejectionOf(reader, field, value, reader.problems[noted]);
    if (rejection !== null) return rejection;
    target[property] = value;
  }
  return null;
}
