import type { HeaderChoice, SheetInspection, TapeMapping } from "../../../shared/domain/tape-mapping.ts";
import type { RawCell, RawRow, SheetSource } from "../files/raw-sheet.ts";
import { headerSearchRows } from "../header/find-header.ts";
import { type CountedRows, inspectSheet } from "../header/propose-mapping.ts";

/** Rows that stay in memory for finding the header and showing samples. */
export const inspectedRows = headerSearchRows + 40;
/** Rows at the end in which notes on the list are looked for. */
const notedRows = 12;
/** Lines above a list that name it, or say its unit. */
const mostTitleLines = 3;

const isFilled = (cell: RawCell) => cell !== null && (typeof cell !== "string" || cell.trim() !== "");
const filledCells = ({ cells }: RawRow) => cells.filter(isFilled).length;

/** Names of columns are texts alone, and three at least. */
function mayBeHead({ cells }: RawRow): boolean {
  let filled = 0;
  for (const cell of cells) {
    if (!isFilled(cell)) continue;
    if (typeof cell !== "string" || /^[\d.,\s]+$/.test(cell)) return false;
    filled += 1;
  }
  return filled >= 3;
}

/** The rows of one list of a sheet, as far as they are looked at before it is mapped. */
class ListRows {
  readonly fromRow: number | null;
  readonly rows: RawRow[] = [];
  readonly #tail: RawRow[] = [];
  readonly #counted = { all: 0, hidden: 0 };
  /** Rows of three cells or more, two at most: a head, and what stands below it. */
  wideRows = 0;

  constructor(fromRow: number | null) {
    this.fromRow = fromRow;
  }

  add(row: RawRow): void {
    if (this.rows.length < inspectedRows) this.rows.push(row);
    this.#tail.push(row);
    if (this.#tail.length > notedRows) this.#tail.shift();
    this.#counted.all += 1;
    if (row.isHidden) this.#counted.hidden += 1;
    if (this.wideRows < 2 && filledCells(row) >= 3) this.wideRows += 1;
  }

  /** Takes the lines back that stand above the next list. */
  giveTitle(): readonly RawRow[] {
    const last = this.#tail.slice(-mostTitleLines);
    const title = last.slice(last.findLastIndex((row) => filledCells(row) > 2) + 1);
    this.#tail.splice(this.#tail.length - title.length, title.length);
    if (this.#counted.all <= inspectedRows) this.rows.splice(this.rows.length - title.length, title.length);
    this.#counted.all -= title.length;
    return title;
  }

  get counted(): CountedRows {
    return this.#counted;
  }
  get tail(): readonly RawRow[] {
    return this.#tail;
  }
}

/** Tells the lists of a sheet apart that stand one below the other, such as collateral below the loans. */
export class ListsOfSheet {
  readonly #sheet: SheetSource;
  readonly #isOwnHead: (text: string) => boolean;
  readonly #lists: ListRows[] = [new ListRows(null)];
  #role: SheetInspection["role"] | null = null;

  /** `isOwnHead`: whether the last cell of a row says that the desk wrote it as the head of a list. */
  constructor(sheet: SheetSource, isOwnHead: (text: string) => boolean) {
    this.#sheet = sheet;
    this.#isOwnHead = isOwnHead;
  }

  add(row: RawRow): void {
    const list = this.#lists.at(-1);
    if (list === undefined) return;
    if (list.wideRows < 2 || !this.#begins(list, row)) return list.add(row);
    const title = list.giveTitle();
    const next = new ListRows(title[0]?.rowNumber ?? row.rowNumber);
    for (const one of [...title, row]) next.add(one);
    this.#lists.push(next);
  }

  /** A text list is one list, since its records have one width, unless the desk wrote it: then its lists say where they begin. */
  #begins(list: ListRows, row: RawRow): boolean {
    return this.#sheet.records === null ? mayBeHead(row) && this.#beginsOther(list, row) : this.#isOwnHeadRow(row);
  }

  #isOwnHeadRow({ cells }: RawRow): boolean {
    const last = cells.findLast(isFilled);
    return typeof last === "string" && this.#isOwnHead(last);
  }

  /** Whether a row names the columns of a list of another kind that joins the loans above it. */
  #beginsOther(list: ListRows, row: RawRow): boolean {
    const role = this.#roleOf([row]);
    if (role !== "collateral" && role !== "guarantors" && role !== "repayments") return false;
    this.#role ??= this.#roleOf(list.rows);
    if (this.#role === "notes" || this.#role === role) return false;
    this.#role = role;
    return true;
  }

  #roleOf(rows: readonly RawRow[]): SheetInspection["role"] {
    return inspectSheet({ ...this.#sheet, rows }, { all: rows.length, hidden: 0 }).role;
  }

  /** What each list seems to hold; those below say where they begin, and are in the unit of the sheet where they state none. */
  inspections(choices: readonly HeaderChoice[] | undefined): SheetInspection[] {
    const found: SheetInspection[] = [];
    for (const { fromRow, rows, counted, tail } of this.#lists) {
      const name = fromRow === null ? this.#sheet.name : `${this.#sheet.name} ↓${fromRow}`;
      const choice = choices?.find((one) => one.name === name);
      const inspection = inspectSheet({ ...this.#sheet, ...recordsOf(this.#sheet, fromRow), name, rows }, counted, { choice, tail });
      const [first] = found;
      if (fromRow === null || first === undefined) found.push(inspection);
      else found.push({ ...inspection, ...(inspection.statedUnitText === null ? unitOf(first) : {}), listOf: { sheet: this.#sheet.name, fromRow } });
    }
    return found;
  }
}

/** Lists below the first have another width than the records of their file. */
const recordsOf = ({ records }: Pick<SheetSource, "records">, fromRow: number | null) => ({ records: fromRow === null || fromRow === 0 ? records : null });

const unitOf = ({ statedUnit, statedUnitText, statedCurrency }: SheetInspection) => ({ statedUnit, statedUnitText, statedCurrency });

/** The sheets with the lists that a mapping tells apart within them. */
export function withListsBelow(sheets: readonly SheetSource[], mapping: TapeMapping): readonly SheetSource[] {
  return sheets.flatMap((sheet) => {
    const below = mapping.sheets.flatMap(({ name, listOf }) => (listOf?.sheet === sheet.name ? [{ name, fromRow: listOf.fromRow }] : []));
    if (below.length === 0) return [sheet];
    const lists = [{ name: sheet.name, fromRow: 0 }, ...below.sort((a, b) => a.fromRow - b.fromRow)];
    return lists.map(({ name, fromRow }, at): SheetSource => {
      const { groups: _, ...rest } = sheet;
      return { ...rest, ...recordsOf(sheet, fromRow), name, blocks: () => rowsBetween(sheet, fromRow, lists[at + 1]?.fromRow ?? Number.POSITIVE_INFINITY) };
    });
  });
}

async function* rowsBetween(sheet: SheetSource, from: number, to: number): AsyncGenerator<readonly RawRow[]> {
  for await (const block of sheet.blocks()) {
    const rows = block.filter(({ rowNumber }) => rowNumber >= from && rowNumber < to);
    if (rows.length > 0) yield rows;
  }
}
