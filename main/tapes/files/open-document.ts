import { nullIfBlank, numberCell } from "./cell-value.ts";
import { DocumentStyles, localAttributes } from "./open-document-styles.ts";
import { assertRowWithinLimits, type RawCell, type RawMerge, type RawRow, type SheetSource, type TapeSource, uncachedFormula } from "./raw-sheet.ts";
import { readLimits } from "./read-limits.ts";
import { ReadMeter, type ReadWatch } from "./read-meter.ts";
import { TapeError } from "./tape-error.ts";
import type { FileBytes } from "./tape-gate.ts";
import { openParts, readWhole, type WorkbookParts } from "./workbook-parts.ts";
import type { XmlHandler } from "./xml-text.ts";

const contentPart = "content.xml";
const stylesPart = "styles.xml";
const manifestPart = "META-INF/manifest.xml";
/** All sheets are one part, so their rows stay in memory once it is read. */
const mostCells = 16_000_000;

/** All sheets of an OpenDocument spreadsheet that has passed the gate, hidden ones too. Formulas give their stored result only. */
export async function openDocument(file: FileBytes, watch: ReadWatch): Promise<TapeSource> {
  const meter = new ReadMeter(watch);
  const parts = await openParts(file, meter);
  if (!parts.has(contentPart)) throw new TapeError("damagedWorkbook");
  if (await isEncrypted(parts)) throw new TapeError("encryptedDocument");
  meter.expect(parts.size(contentPart));
  const styles = new DocumentStyles();
  if (parts.has(stylesPart)) await readWhole(parts, stylesPart, styles);
  const content = new Content(styles);
  await readWhole(parts, contentPart, content);
  if (content.sheets.length === 0) throw new TapeError("damagedWorkbook");
  const sheets = content.sheets.map(({ rows, ...sheet }): SheetSource => ({ ...sheet, records: null, blocks: () => inBlocks(rows) }));
  return { format: "ods", encoding: null, delimiter: null, dateSystem: "1900", sheets, sha256: () => null };
}

async function* inBlocks(rows: readonly RawRow[]): AsyncGenerator<readonly RawRow[]> {
  for (let from = 0; from < rows.length; from += rowsPerBlock) yield rows.slice(from, from + rowsPerBlock);
}

const rowsPerBlock = 500;

async function isEncrypted(parts: WorkbookParts): Promise<boolean> {
  if (!parts.has(manifestPart)) return false;
  const manifest: XmlHandler & { found: boolean } = {
    found: false,
    wantsText: false,
    open: (name) => {
      manifest.found ||= name === "encryption-data";
    },
    text: () => undefined,
    close: () => undefined,
  };
  await readWhole(parts, manifestPart, manifest);
  return manifest.found;
}

interface ReadSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly merges: RawMerge[];
  readonly hiddenColumns: Set<number>;
  readonly rows: RawRow[];
}

/** A row or column counted as often as it says. */
const repeats = (attributes: ReadonlyMap<string, string>, name: string): number => {
  const count = Number(attributes.get(name) ?? 1);
  if (!Number.isInteger(count) || count < 1) throw new TapeError("damagedWorkbook");
  return count;
};

const isHiddenBy = (attributes: ReadonlyMap<string, string>) => ["collapse", "filter"].includes(attributes.get("visibility") ?? "visible");

/** Reads the tables of a document's content; what stands before them are styles. */
class Content implements XmlHandler {
  readonly sheets: ReadSheet[] = [];
  readonly #styles: DocumentStyles;
  readonly #counted = { cells: 0 };
  #isInTables = false;
  #sheet: ReadSheet | null = null;
  /** Tables within cells are no sheets. */
  #depth = 0;
  #columnStyles: { readonly from: number; readonly style: string }[] = [];
  #column = 0;
  #rowNumber = 0;
  #row: ReadonlyMap<string, string> | null = null;
  #cells: RawCell[] = [];
  #cell: ReadonlyMap<string, string> | null = null;
  #paragraphs: string[] = [];
  #isInText = false;
  #notes = 0;

  constructor(styles: DocumentStyles) {
    this.#styles = styles;
  }

  get wantsText(): boolean {
    return this.#isInTables ? this.#isInText && this.#notes === 0 : this.#styles.wantsText;
  }

  open(name: string, tag: string): void {
    if (name === "spreadsheet") this.#isInTables = true;
    else if (!this.#isInTables) this.#styles.open(name, tag);
    else if (name === "annotation" || name === "shapes") this.#notes += 1;
    else if (this.#notes === 0) this.#openInTable(name, tag);
  }

  #openInTable(name: string, tag: string): void {
    if (name === "table") this.#openTable(tag);
    else if (this.#sheet === null || this.#depth > 1) return;
    else if (name === "table-column") this.#openColumn(localAttributes(tag));
    else if (name === "table-row") this.#openRow(localAttributes(tag));
    else if (name === "table-cell" || name === "covered-table-cell") this.#cell = localAttributes(tag);
    else if (name === "p" && this.#cell !== null) {
      this.#paragraphs.push("");
      this.#isInText = true;
    } else if (this.#isInText) this.#openWithinText(name, tag);
  }

  #openWithinText(name: string, tag: string): void {
    if (name === "s") this.text(" ".repeat(Math.min(readLimits.cellCharacters, repeats(localAttributes(tag), "c"))));
    else if (name === "tab") this.text("\t");
    else if (name === "line-break") this.text("\n");
  }

  #openTable(tag: string): void {
    this.#depth += 1;
    if (this.#depth > 1) return;
    const attributes = localAttributes(tag);
    const name = attributes.get("name");
    if (!name || this.sheets.some((sheet) => sheet.name === name)) throw new TapeError("damagedWorkbook");
    if (this.sheets.length >= readLimits.sheets) throw new TapeError("tooManySheets", { limit: readLimits.sheets });
    this.#sheet = { name, hidden: this.#styles.isHiddenTable(attributes.get("style-name")), merges: [], hiddenColumns: new Set(), rows: [] };
    this.sheets.push(this.#sheet);
    this.#columnStyles = [];
    this.#column = 0;
    this.#rowNumber = 0;
  }

  #openColumn(attributes: ReadonlyMap<string, string>): void {
    const count = repeats(attributes, "number-columns-repeated");
    this.#columnStyles.push({ from: this.#column, style: attributes.get("default-cell-style-name") ?? "" });
    const last = Math.min(this.#column + count, readLimits.columns);
    if (isHiddenBy(attributes)) for (let at = this.#column; at < last; at += 1) this.#sheet?.hiddenColumns.add(at);
    this.#column += count;
  }

  #openRow(attributes: ReadonlyMap<string, string>): void {
    this.#row = attributes;
    this.#cells = [];
    this.#column = 0;
  }

  text(text: string): void {
    if (!this.#isInTables) {
      this.#styles.text(text);
      return;
    }
    const last = this.#paragraphs.length - 1;
    const longer = (this.#paragraphs[last] ?? "") + text;
    if (longer.length > readLimits.cellCharacters) {
      throw new TapeError("cellTooLong", { sheet: this.#sheet?.name ?? "", row: this.#rowNumber + 1, limit: readLimits.cellCharacters });
    }
    this.#paragraphs[last] = longer;
  }

  close(name: string): void {
    if (!this.#isInTables) this.#styles.close(name);
    else if (name === "annotation" || name === "shapes") this.#notes -= 1;
    else if (this.#notes > 0) return;
    else if (name === "table") this.#closeTable();
    else if (this.#depth > 1) return;
    else if (name === "p") this.#isInText = false;
    else if (name === "table-cell" || name === "covered-table-cell") this.#closeCell();
    else if (name === "table-row") this.#closeRow();
    else if (name === "spreadsheet") this.#isInTables = false;
  }

  #closeTable(): void {
    this.#depth -= 1;
    if (this.#depth === 0) this.#sheet = null;
  }

  #closeCell(): void {
    const attributes = this.#cell;
    if (attributes === null) return;
    const value = this.#valueOf(attributes);
    const count = repeats(attributes, "number-columns-repeated");
    this.#noteMerge(attributes);
    if (value !== null) {
      if (this.#column + count > readLimits.columns)
        throw new TapeError("tooManyColumns", { sheet: this.#sheet?.name ?? "", row: this.#rowNumber + 1, limit: readLimits.columns });
      while (this.#cells.length < this.#column) this.#cells.push(null);
      for (let at = 0; at < count; at += 1) this.#cells.push(value);
    }
    this.#column += count;
    this.#cell = null;
    this.#paragraphs = [];
  }

  #noteMerge(attributes: ReadonlyMap<string, string>): void {
    const [rows, columns] = [repeats(attributes, "number-rows-spanned"), repeats(attributes, "number-columns-spanned")];
    if (rows === 1 && columns === 1) return;
    const merges = this.#sheet?.merges ?? [];
    if (merges.length >= readLimits.items) throw new TapeError("tooManyItems", { entry: contentPart, limit: readLimits.items });
    merges.push({ startRow: this.#rowNumber, startColumn: this.#column, endRow: this.#rowNumber + rows - 1, endColumn: this.#column + columns - 1 });
  }

  #valueOf(attributes: ReadonlyMap<string, string>): RawCell {
    const text = this.#paragraphs.join("\n");
    const value = attributes.get("value");
    switch (attributes.get("value-type")) {
      case undefined:
        return attributes.has("formula") ? uncachedFormula : nullIfBlank(text);
      case "float":
      case "currency":
      case "percentage":
        return value === undefined ? nullIfBlank(text) : this.#numberOf(value, attributes);
      case "date":
        return dayOf(attributes.get("date-value") ?? "") ?? nullIfBlank(text);
      case "boolean":
        return attributes.get("boolean-value") === "true";
      default:
        // An error's text stands in the cell alone.
        return nullIfBlank(text === "" ? (attributes.get("string-value") ?? "") : text);
    }
  }

  #numberOf(text: string, attributes: ReadonlyMap<string, string>): RawCell {
    const value = Number(text);
    if (text.trim() === "" || !Number.isFinite(value)) return nullIfBlank(text);
    const style = attributes.get("style-name") ?? this.#row?.get("default-cell-style-name") ?? this.#columnStyle();
    return numberCell(value, this.#styles.lookOf(style), "1900");
  }

  #columnStyle(): string {
    return this.#columnStyles.findLast(({ from }) => from <= this.#column)?.style ?? "";
  }

  #closeRow(): void {
    const attributes = this.#row;
    if (attributes === null || this.#sheet === null) return;
    const count = repeats(attributes, "number-rows-repeated");
    const { name, rows } = this.#sheet;
    for (let at = 0; at < (this.#cells.length === 0 ? 0 : count); at += 1) {
      const row: RawRow = { rowNumber: this.#rowNumber + at + 1, cells: this.#cells, ...(isHiddenBy(attributes) ? { isHidden: true } : {}) };
      assertRowWithinLimits(name, row, this.#counted);
      if (this.#counted.cells > mostCells) throw new TapeError("tooManyCells", { sheet: name, limit: mostCells });
      rows.push(row);
    }
    this.#rowNumber += count;
    this.#row = null;
  }
}

/** "2021-03-04" and "2021-03-04T10:00:00"; null where it is no day. */
function dayOf(text: string): Date | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(T\d{2}:\d{2}:\d{2}(\.\d+)?)?$/.exec(text);
  if (match === null) return null;
  const date = new Date(`${text}${match[4] === undefined ? "T00:00:00" : ""}Z`);
  return Number.isNaN(date.getTime()) ? null : date;
}
