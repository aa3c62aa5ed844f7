import { fieldRecord } from "../../../shared/domain/tape-fields.ts";
import { cellText, type PlainLines } from "../bytes/plain-lines.ts";
import type { RawCell, RawRow } from "../files/raw-sheet.ts";
import type { SheetPlan } from "../header/sheet-plan.ts";

/** Marks that stand for what the cell above says. */
const dittoStart = /^[\s〃〞″＂"'同上d]/i;
const ditto = /^\s*(?:〃|〞|″|＂|"|''|同上|同前|上同|同上行|ditto|do\.)\s*$/i;

export function isDitto(cell: RawCell | undefined): boolean {
  return typeof cell === "string" && cell !== "" && cell.length < 8 && dittoStart.test(cell) && ditto.test(cell);
}

const noColumns: readonly number[] = [];

/** Gives a cell with a ditto mark what stands above it. An amount is never taken over: it would count twice. */
export class DittoFill {
  readonly #columns: readonly number[];
  /** By column, what the last record that has something there has. */
  readonly #above: RawCell[] = [];

  constructor(plan: SheetPlan) {
    this.#columns = [...plan.columns].flatMap(([field, columns]) => (fieldRecord(field).kind === "amount" ? [] : columns.map(({ index }) => index)));
  }

  /** The row with what its marks stand for, and the columns that have one. */
  fill(row: RawRow): { readonly row: RawRow; readonly filled: readonly number[] } {
    if (!this.#columns.some((index) => isDitto(row.cells[index]))) return { row, filled: noColumns };
    const filled = this.#columns.filter((index) => isDitto(row.cells[index]) && (this.#above[index] ?? null) !== null);
    if (filled.length === 0) return { row, filled };
    const cells = [...row.cells];
    for (const index of filled) cells[index] = this.#above[index] ?? null;
    return { row: { ...row, cells }, filled };
  }

  /** Notes a record, to which the marks below it refer. */
  see({ cells }: RawRow): void {
    for (const index of this.#columns) {
      const cell = cells[index] ?? null;
      if (cell !== null && cell !== "") this.#above[index] = cell;
    }
  }

  /** The same of lines, the last of which the marks below refer to first. */
  seeLines(lines: PlainLines, from: number, to: number): void {
    for (const index of this.#columns) {
      for (let line = to - 1; line >= from; line -= 1) {
        const text = cellText(lines, line, index);
        if (text === "") continue;
        this.#above[index] = text;
        break;
      }
    }
  }
}
