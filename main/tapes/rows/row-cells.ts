import type { AmountField, ShareField, TapeField } from "../../../shared/domain/tape-fields.ts";
import type { TapeFindingCode } from "../../../shared/domain/tape-findings.ts";
import type { TapeUnit } from "../../../shared/domain/tape-units.ts";
import { displayCell, isMissingText } from "../cells/cell-text.ts";
import { type AmountProblem, type AmountResult, ownAmount, parseAmount } from "../cells/parse-amount.ts";
import { type NumberResult, parseIdentifier, parseShare } from "../cells/parse-cells.ts";
import type { CodeResult } from "../cells/parse-code.ts";
import { parseDate } from "../cells/parse-date.ts";
import type { DateSystem, RawCell, RawRow } from "../files/raw-sheet.ts";
import { cellOf, type SheetPlan } from "../header/sheet-plan.ts";
import { readMoneyWords } from "../words/money-words.ts";

export type RowProblem = { readonly field: TapeField; readonly code: TapeFindingCode; readonly raw: string };

/** An amount field of one row; several columns are added. `fen` null: every column is empty. */
export type RowAmount =
  | { readonly fen: number | null; readonly problem: null }
  | { readonly fen: null; readonly problem: RowProblem & { readonly code: AmountProblem } };

export function readAmount(row: RawRow, plan: SheetPlan, field: AmountField): RowAmount {
  let sum: number | null = null;
  const stated = plan.unitColumn === null ? null : statedUnit(row.cells[plan.unitColumn]);
  for (const { index, unit: ofColumn } of plan.columns.get(field) ?? []) {
    const cell = row.cells[index] ?? null;
    const unit = stated?.unit ?? ofColumn;
    const parsed = unit === null || stated?.problem != null ? withoutUnit(cell, stated?.problem ?? null) : parseAmount(cell, unit, plan.isAsStored);
    if (parsed.kind === "problem") return { fen: null, problem: { field, code: parsed.code, raw: displayCell(cell) } };
    if (parsed.kind === "amount") sum = (sum ?? 0) + parsed.fen;
  }
  if (sum !== null && !Number.isSafeInteger(sum)) {
    return { fen: null, problem: { field, code: "amountTooLarge", raw: String(sum) } };
  }
  return { fen: sum, problem: null };
}

interface RowUnit {
  readonly unit: TapeUnit | null;
  readonly problem: "rowUnitUnclear" | "otherCurrency" | null;
}

/** The unit that a row states for its amounts; null where it states none. */
function statedUnit(cell: RawCell | undefined): RowUnit | null {
  const text = displayCell(cell);
  if (isMissingText(text)) return null;
  const words = readMoneyWords(text);
  if (words === null) return { unit: null, problem: "rowUnitUnclear" };
  return { unit: words.unit, problem: words.currency === null || words.currency === "CNY" ? null : "otherCurrency" };
}

/** An amount whose unit isn't told is none, unless the cell states its own or is nothing. */
function withoutUnit(cell: RawCell, problem: RowUnit["problem"]): AmountResult {
  const own = ownAmount(cell);
  // What is nothing, or can't be read, is so in any unit.
  const isAnyway = own !== null && (own.kind !== "amount" || own.fen === 0);
  return own !== null && (problem === null || isAnyway) ? own : { kind: "problem", code: problem ?? "rowUnitUnclear" };
}

const noNames: readonly string[] = [];

/** Reads the optional cells of one row; what can't be read becomes null and is noted. */
export class RowReader {
  readonly problems: RowProblem[] = [];
  readonly #row: RawRow;
  readonly #plan: SheetPlan;
  readonly #dateSystem: DateSystem;

  constructor(row: RawRow, plan: SheetPlan, dateSystem: DateSystem) {
    this.#row = row;
    this.#plan = plan;
    this.#dateSystem = dateSystem;
  }

  cell(field: TapeField): RawCell | undefined {
    return cellOf(this.#row, this.#plan, field);
  }

  /** Raw text of all columns of a field, for a finding. */
  raw(field: TapeField): string {
    return (this.#plan.columns.get(field) ?? []).map(({ index }) => displayCell(this.#row.cells[index])).join(" + ");
  }

  note(field: TapeField, code: TapeFindingCode): void {
    this.problems.push({ field, code, raw: this.raw(field) });
  }

  /** An identifier that joins rows; what lost digits is noted. */
  identifier(field: TapeField): string | null {
    const { text, digitsLost } = parseIdentifier(this.cell(field));
    if (digitsLost) this.note(field, "digitsLost");
    return text;
  }

  date(field: TapeField): string | null {
    const parsed = parseDate(this.cell(field), this.#dateSystem);
    if (parsed.kind === "problem") this.note(field, parsed.code);
    return parsed.kind === "date" ? parsed.date : null;
  }

  code<Code>(field: TapeField, parse: (cell: RawCell | undefined) => CodeResult<Code>): Code | null {
    const cell = this.cell(field);
    const taught = this.#plan.taught.codeOf(field, cell);
    // A code of the field's own list, as the words are checked to be.
    if (taught !== undefined) return taught as Code;
    const parsed = parse(cell);
    if (parsed.kind === "unknown") this.note(field, "unknownCode");
    return parsed.kind === "code" ? parsed.code : null;
  }

  number(field: TapeField, parse: (cell: RawCell | undefined) => NumberResult, code: TapeFindingCode): number | null {
    const parsed = parse(this.cell(field));
    if (parsed.kind === "problem") this.note(field, code);
    return parsed.kind === "number" ? parsed.value : null;
  }

  share(field: ShareField): number | null {
    return this.number(field, (cell) => parseShare(cell, this.#plan.percentFields.has(field)), "notAShare");
  }

  /** Whether a column's cell holds nothing at all. */
  isEmpty(index: number): boolean {
    const cell = this.#row.cells[index];
    return cell === "" || cell === null;
  }

  /** The text of a column; null where its cell holds something else. */
  textAt(index: number): string | null {
    const cell = this.#row.cells[index];
    return typeof cell === "string" ? cell : null;
  }

  has(field: TapeField): boolean {
    return this.#plan.columns.has(field);
  }

  /** Names of all columns of a field. */
  names(field: TapeField, parse: (cell: RawCell | undefined) => string[]): readonly string[] {
    const columns = this.#plan.columns.get(field);
    if (columns === undefined) return noNames;
    return [...new Set(columns.flatMap(({ index }) => parse(this.#row.cells[index])))];
  }

  /** An amount the row can do without: unreadable or negative is noted and left out. */
  optionalAmount(field: AmountField): number | null {
    const { fen, problem } = readAmount(this.#row, this.#plan, field);
    if (problem !== null) this.problems.push(problem);
    if (fen !== null && fen < 0) {
      this.note(field, "negativeAmount");
      return null;
    }
    return fen;
  }
}
