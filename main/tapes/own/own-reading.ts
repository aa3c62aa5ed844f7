import { sheetLists } from "../../../shared/domain/sheet-fields.ts";
import type { RawCell, RawRow } from "../files/raw-sheet.ts";
import { isOwnEnd, isOwnHead, type OwnColumn, OwnDigest, type OwnList, type OwnValue, ownValue, readOwnHead } from "./own-format.ts";

/** A row of a list that the desk wrote. */
export interface OwnRow {
  readonly list: OwnList;
  readonly sheet: string;
  readonly rowNumber: number;
  readonly columns: readonly OwnColumn[];
  readonly values: readonly OwnValue[];
}

/** What marks a text that a sheet would run (`inertText`): an apostrophe in front. Signs that show nothing, spaces and quotes don't hide it. */
const markedText = /^'(?=[\p{C}\p{Z}"'‘’“”＂＇`]*[=+\-@\t\r＝＋－＠﹦﹢﹣﹫−])/u;
const harmless = /^'-(\d+(\.\d+)?)?$/;

/** A cell as it was written: the mark of a list's text taken off, a number without its look, a day as text. Undefined: none of these. */
function plainOf(cell: RawCell | undefined, isList: boolean): string | number | null | undefined {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === "string") return isList && markedText.test(cell) && !harmless.test(cell) ? cell.slice(1) : cell;
  if (typeof cell === "number") return cell;
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? undefined : cell.toISOString().slice(0, 10);
  if (typeof cell === "object" && "look" in cell) return cell.value;
  return undefined;
}

/** Where a sheet's first list of the desk begins, and what its columns are. */
export interface OwnHead {
  readonly list: OwnList;
  readonly rowNumber: number;
  readonly columns: readonly OwnColumn[];
}

interface Section {
  readonly list: OwnList;
  readonly columns: readonly OwnColumn[];
  readonly digest: OwnDigest;
}

/**
 * Reads a file row by row as one that the desk exported. It gives up at the first row that such a file wouldn't have; what it gave out
 * until then is worth nothing.
 */
export class OwnReading {
  cutOffDate: string | null = null;
  readonly #heads = new Map<string, OwnHead[]>();
  readonly #isList: boolean;
  readonly #onRow: (row: OwnRow) => void;
  readonly #begun = new Set<OwnList>();
  #section: Section | null = null;
  #isOwn = true;

  constructor(isList: boolean, onRow: (row: OwnRow) => void = () => undefined) {
    this.#isList = isList;
    this.#onRow = onRow;
  }

  /** Whether all rows so far are as the desk writes them. */
  get isOwn(): boolean {
    return this.#isOwn;
  }

  /** The heads of a sheet that the desk wrote, whatever became of its rows. */
  headsOf(sheet: string): readonly OwnHead[] {
    return this.#heads.get(sheet) ?? [];
  }

  add(sheet: string, { rowNumber, cells, isJoined, isIrregular }: RawRow): void {
    const head = this.#headOf(sheet, rowNumber, cells);
    if (!this.#isOwn) return;
    const plain = cells.map((cell) => plainOf(cell, this.#isList));
    const end = plain.findLastIndex((cell) => cell !== null && cell !== "");
    if (end < 0) return;
    const last = plain[end];
    if (isJoined === true || isIrregular === true || plain.includes(undefined)) return this.#giveUp();
    if (head !== null) return this.#begin(head, rowNumber);
    const section = this.#section;
    if (section === null) return this.#giveUp();
    if (typeof last === "string" && end === section.columns.length && isOwnEnd(last)) return this.#end(section, last);
    this.#addRow(section, sheet, rowNumber, plain, end);
  }

  #headOf(sheet: string, rowNumber: number, cells: RawRow["cells"]): ReturnType<typeof readOwnHead> {
    const end = cells.findLastIndex((cell) => cell !== null && cell !== "");
    const last = cells[end];
    if (typeof last !== "string" || !isOwnHead(last)) return null;
    const head = readOwnHead(cells.slice(0, end + 1).map((cell) => (typeof cell === "string" ? cell : "")));
    if (head !== null) this.#heads.set(sheet, [...this.headsOf(sheet), { list: head.list, rowNumber, columns: head.columns }]);
    return head;
  }

  #addRow({ list, columns, digest }: Section, sheet: string, rowNumber: number, plain: readonly (string | number | null | undefined)[], end: number): void {
    const values = columns.map((column, at) => ownValue(column, plain[at] ?? null));
    if (end >= columns.length || values.includes(undefined)) return this.#giveUp();
    const read = values.map((value) => value ?? null);
    digest.add(read);
    this.#onRow({ list, sheet, rowNumber, columns, values: read });
  }

  /** Each list once; where a sheet was full, its head stands again over the next. */
  #begin(head: NonNullable<ReturnType<typeof readOwnHead>>, rowNumber: number): void {
    if (this.#begun.has(head.list)) return rowNumber === 1 ? undefined : this.#giveUp();
    if (this.#section !== null || (this.#begun.size === 0) !== (head.list === "loan")) return this.#giveUp();
    this.#begun.add(head.list);
    this.cutOffDate = head.cutOffDate;
    this.#section = { ...head, digest: new OwnDigest() };
  }

  #end({ digest }: Section, stated: string): void {
    if (digest.end() !== stated) return this.#giveUp();
    this.#section = null;
  }

  #giveUp(): void {
    this.#isOwn = false;
  }

  /** Whether all lists were read to their ends, and are what was written. */
  finish(): boolean {
    return this.#isOwn && this.#section === null && sheetLists.every((list) => this.#begun.has(list));
  }
}
