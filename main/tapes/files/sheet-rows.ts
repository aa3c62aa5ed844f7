import { type DateSystem, type RawCell, type RawRow, uncachedFormula } from "./raw-sheet.ts";
import { TapeError } from "./tape-error.ts";
import type { CellLooks } from "./workbook-styles.ts";
import { attributesOf, decodeSigns, type XmlHandler } from "./xml-text.ts";

/** What the cells of all sheets of a workbook refer to. */
export interface SharedFacts {
  readonly strings: readonly string[];
  readonly looks: CellLooks;
  readonly dateSystem: DateSystem;
  /** The writer left the formulas to be worked out by the program that opens the file: a result of 0 is none. */
  readonly hasOpenFormulas: boolean;
}

const mostColumns = 16_384;
const longestCell = 400_000;

/** Makes rows of a worksheet's XML. Cells without a value, formatted or not, are left out. */
export class SheetRows implements XmlHandler {
  wantsText = false;
  readonly #shared: SharedFacts;
  #rows: RawRow[] = [];
  #isInData = false;
  #rowNumber = 0;
  #isRowOpen = false;
  #isHidden = false;
  #cells: RawCell[] = [];
  #column = -1;
  #type = "";
  #style = -1;
  #text = "";
  #hasFormula = false;
  #hasValue = false;
  #isReading = false;

  constructor(shared: SharedFacts) {
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
    this.#text += text;
    if (this.#text.length > longestCell) throw new TapeError("damagedWorkbook");
  }

  close(name: string): void {
    if (name === "v" || name === "t") this.wantsText = false;
    else if (name === "c" && this.#isRowOpen) this.#closeCell();
    else if (name === "row" && this.#isRowOpen) this.#closeRow();
    else if (name === "rPh") this.#isReading = false;
    else if (name === "sheetData") this.#isInData = false;
  }

  #openRow(text: string): void {
    const attributes = attributesOf(text);
    const stated = attributes.get("r");
    const number = stated === undefined ? this.#rowNumber + 1 : Number(stated);
    // A row number that doesn't grow would let two rows pass for one.
    if (!Number.isInteger(number) || number <= this.#rowNumber) throw new TapeError("damagedWorkbook");
    this.#rowNumber = number;
    this.#isRowOpen = true;
    this.#isHidden = isTrue(attributes.get("hidden")) || (isTrue(attributes.get("customHeight")) && Number(attributes.get("ht")) === 0);
    this.#cells = [];
    this.#column = -1;
  }

  #openCell(attributes: string): void {
    this.#type = "";
    this.#style = -1;
    this.#text = "";
    this.#hasFormula = this.#hasValue = false;
    let column = this.#column + 1;
    for (let at = 0; at < attributes.length; ) {
      const equals = attributes.indexOf("=", at);
      if (equals < 0) break;
      let start = equals + 1;
      while (isBlankAt(attributes, start)) start += 1;
      const end = attributes.indexOf(attributes[start] ?? "", start + 1);
      if (end < 0) throw new TapeError("damagedWorkbook");
      const name = attributes.slice(at, equals).trim();
      const value = attributes.slice(start + 1, end);
      if (name === "r") column = this.#columnOf(value);
      else if (name === "t") this.#type = value;
      else if (name === "s") this.#style = Number(value);
      at = end + 1;
    }
    // A column that stands twice would hide one of the two values.
    if (column <= this.#column && column < this.#cells.length && this.#cells[column] !== null) throw new TapeError("damagedWorkbook");
    this.#column = column;
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
    const value = this.#cellValue();
    if (value === null) return;
    while (this.#cells.length < this.#column) this.#cells.push(null);
    this.#cells[this.#column] = value;
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
    const text = this.#shared.strings[Number(index)];
    if (text === undefined) throw new TapeError("damagedWorkbook");
    return text;
  }

  #numberValue(text: string): RawCell {
    const value = Number(text);
    if (!Number.isFinite(value)) return nullIfBlank(text);
    if (value === 0 && this.#hasFormula && this.#shared.hasOpenFormulas) return uncachedFormula;
    const look = this.#style < 0 ? undefined : this.#shared.looks[this.#style];
    if (look === undefined) return value;
    const shown = look(value);
    if (shown === null) return value;
    if (!shown.isDate) return { value, look: shown };
    return dayOfSerial(value, this.#shared.dateSystem) ?? value;
  }

  #closeRow(): void {
    this.#isRowOpen = false;
    if (this.#cells.length === 0) return;
    const row = { rowNumber: this.#rowNumber, cells: this.#cells };
    this.#rows.push(this.#isHidden ? { ...row, isHidden: true } : row);
  }
}

export function isTrue(text: string | undefined): boolean {
  return text === "1" || text === "true";
}

function isBlankAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || (code >= 9 && code <= 13);
}

function nullIfBlank(text: string): string | null {
  return text.trim() === "" ? null : text;
}

const millisecondsPerDay = 86_400_000;
const lastSerial = 2_958_465;

/** The day and time of a serial number; null where a spreadsheet shows none. */
function dayOfSerial(serial: number, dateSystem: DateSystem): Date | null {
  if (serial < 0 || serial > lastSerial) return null;
  // The 1900 system counts a 29 February 1900 (serial 60) that never was.
  const days = dateSystem === "1904" ? serial - 24_107 : serial - (serial >= 60 ? 25_569 : 25_568);
  return new Date(Math.round(days * millisecondsPerDay));
}
