import { nullIfBlank, numberCell } from "./cell-value.ts";
import { type DateSystem, type RawCell, type RawRow, uncachedFormula } from "./raw-sheet.ts";
import { encodedCellCharacters, readLimits } from "./read-limits.ts";
import { TapeError } from "./tape-error.ts";
import type { TextStore } from "./text-store.ts";
import type { CellLooks } from "./workbook-styles.ts";
import { attributeOf, decodeSigns, valueEnd, valueStart, type XmlHandler } from "./xml-text.ts";

/** What the cells of all sheets of a workbook refer to. */
export interface SharedFacts {
  readonly strings: Pick<TextStore, "at">;
  readonly looks: CellLooks;
  readonly dateSystem: DateSystem;
  /** The writer left the formulas to be worked out by the program that opens the file: a result of 0 is none. */
  readonly hasOpenFormulas: boolean;
}

const mostColumns = 16_384;
/** How nearly all cells begin. */
const plainReference = ' r="';

/**
 * Makes rows of a worksheet's XML. Cells without a value, formatted or not, are left out; a sheet may have millions, so
 * their tags are not even read.
 */
export class SheetRows implements XmlHandler {
  wantsText = false;
  readonly #sheet: string;
  readonly #shared: SharedFacts;
  #rows: RawRow[] = [];
  #isInData = false;
  #rowNumber = 0;
  #isRowOpen = false;
  #rowTag = "";
  #cells: RawCell[] = [];
  /** The column of the last cell; null where the cell was left out, and its tag tells. */
  #column: number | null = -1;
  #cellTag = "";
  #type = "";
  #style = -1;
  #text = "";
  #hasFormula = false;
  #hasValue = false;
  #isReading = false;

  constructor(sheet: string, shared: SharedFacts) {
    this.#sheet = sheet;
    this.#shared = shared;
  }

  /** The rows that are complete so far, each once. */
  take(): RawRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: string): void {
    if (name === "c" && this.#isRowOpen) this.#openCell(attributes);
    else if (name === "v") this.wantsText = this.#hasValue = this.#isRowOpen;
    else if (name === "row" && this.#isInData) this.#openRow(attributes);
    else if (name === "f") this.#hasFormula = true;
    else if (name === "t") this.wantsText = this.#isRowOpen && !this.#isReading;
    else if (name === "rPh") this.#isReading = true;
    else if (name === "sheetData") this.#isInData = true;
  }

  text(text: string): void {
    if (this.#text.length + text.length > encodedCellCharacters) {
      throw new TapeError("cellTooLong", { sheet: this.#sheet, row: this.#rowNumber, limit: readLimits.cellCharacters });
    }
    this.#text += text;
  }

  close(name: string): void {
    if (name === "v" || name === "t") this.wantsText = false;
    else if (name === "c" && this.#isRowOpen) this.#closeCell();
    else if (name === "row" && this.#isRowOpen) this.#closeRow();
    else if (name === "rPh") this.#isReading = false;
    else if (name === "sheetData") this.#isInData = false;
  }

  #openRow(attributes: string): void {
    const stated = attributeOf(attributes, "r");
    const number = stated === undefined ? this.#rowNumber + 1 : Number(stated);
    // A row number that doesn't grow would let two rows pass for one.
    if (!Number.isInteger(number) || number <= this.#rowNumber) throw new TapeError("damagedWorkbook");
    this.#rowNumber = number;
    this.#isRowOpen = true;
    this.#rowTag = attributes;
    this.#cells = [];
    this.#column = -1;
    this.#cellTag = "";
  }

  #openCell(attributes: string): void {
    // Without a reference of its own a cell stands right of the one before.
    if (!attributes.startsWith(plainReference)) this.#column = (this.#column ?? this.#readTag(this.#cellTag, -1)) + 1;
    this.#cellTag = attributes;
    this.#text = "";
    this.#hasFormula = this.#hasValue = false;
  }

  /** Type and style of a cell; answers its column, which is the given one where it has no reference. */
  #readTag(attributes: string, implicit: number): number {
    this.#type = "";
    this.#style = -1;
    let column = implicit;
    for (let at = 0; at < attributes.length; ) {
      const equals = attributes.indexOf("=", at);
      if (equals < 0) break;
      const start = valueStart(attributes, equals);
      const end = valueEnd(attributes, start);
      const name = attributes.slice(at, equals).trim();
      const value = attributes.slice(start + 1, end);
      if (name === "r") column = this.#columnOf(value);
      else if (name === "t") this.#type = value;
      else if (name === "s") this.#style = Number(value);
      at = end + 1;
    }
    return column;
  }

  /** Zero-based column of a reference such as "AB12", whose row must be this one. */
  #columnOf(reference: string): number {
    let column = 0;
    let at = 0;
    for (; at < reference.length; at += 1) {
      const letter = reference.charCodeAt(at) - 64;
      if (letter < 1 || letter > 26) break;
      column = column * 26 + letter;
    }
    if (column === 0 || column > mostColumns || Number(reference.slice(at)) !== this.#rowNumber) throw new TapeError("damagedWorkbook");
    return column - 1;
  }

  #closeCell(): void {
    if (this.#text === "" && !this.#hasFormula) {
      if (this.#cellTag.startsWith(plainReference)) this.#column = null;
      else this.#column = this.#readTag(this.#cellTag, this.#column ?? -1);
      return;
    }
    const column = this.#readTag(this.#cellTag, this.#column ?? -1);
    this.#column = column;
    const value = this.#cellValue();
    if (value === null) return;
    // A column that stands twice would hide one of the two values.
    if (column < this.#cells.length && this.#cells[column] !== null) throw new TapeError("damagedWorkbook");
    while (this.#cells.length < column) this.#cells.push(null);
    this.#cells[column] = value;
  }

  #cellValue(): RawCell {
    const text = this.#text;
    if (text === "") return this.#hasFormula && !(this.#type === "str" && this.#hasValue) ? uncachedFormula : null;
    switch (this.#type) {
      case "s":
        return nullIfBlank(this.#sharedString(text));
      case "b":
        return text === "1" || text === "true";
      case "":
      case "n":
        return this.#numberValue(text);
      case "e":
      case "d":
        return text;
      default:
        return nullIfBlank(decodeSigns(text));
    }
  }

  #sharedString(index: string): string {
    const text = this.#shared.strings.at(Number(index));
    if (text === undefined) throw new TapeError("damagedWorkbook");
    return text;
  }

  #numberValue(text: string): RawCell {
    const value = Number(text);
    // Blanks and other bases are numbers to the language only.
    if (!Number.isFinite(value) || text.trim() === "" || /^0[box]/i.test(text)) return nullIfBlank(text);
    if (value === 0 && this.#hasFormula && this.#shared.hasOpenFormulas) return uncachedFormula;
    return numberCell(value, this.#style < 0 ? undefined : this.#shared.looks[this.#style], this.#shared.dateSystem);
  }

  #closeRow(): void {
    this.#isRowOpen = false;
    if (this.#cells.length === 0) return;
    const row = { rowNumber: this.#rowNumber, cells: this.#cells };
    this.#rows.push(isHidden(this.#rowTag) ? { ...row, isHidden: true } : row);
  }
}

export function isTrue(text: string | undefined): boolean {
  return text === "1" || text === "true";
}

function isHidden(row: string): boolean {
  const isFlat = () => isTrue(attributeOf(row, "customHeight")) && Number(attributeOf(row, "ht")) === 0;
  return isTrue(attributeOf(row, "hidden")) || isFlat();
}
