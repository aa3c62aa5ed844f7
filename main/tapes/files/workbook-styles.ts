import { builtInLook, type FormatLook, readNumberFormat } from "./number-format.ts";
import { readLimits } from "./read-limits.ts";
import { TapeError } from "./tape-error.ts";
import { readWhole, type WorkbookParts } from "./workbook-parts.ts";
import { attributesOf, type XmlHandler } from "./xml-text.ts";

/** The look of a number by the index of its cell's style; undefined where it shows what is stored. */
export type CellLooks = readonly (FormatLook | undefined)[];

export async function readCellLooks(parts: WorkbookParts, name: string | null): Promise<CellLooks> {
  if (name === null) return [];
  const reader = new Styles(name);
  await readWhole(parts, name, reader);
  return reader.looks();
}

/** A spreadsheet stores 255 characters. */
const longestCode = 4096;

class Styles implements XmlHandler {
  readonly wantsText = false;
  readonly #part: string;
  readonly #codes = new Map<number, string>();
  readonly #formatIds: number[] = [];
  #isOfCells = false;

  constructor(part: string) {
    this.#part = part;
  }

  open(name: string, text: string): void {
    if (this.#codes.size + this.#formatIds.length > readLimits.items) throw new TapeError("tooManyItems", { entry: this.#part, limit: readLimits.items });
    if (name === "cellXfs") this.#isOfCells = true;
    else if (name === "numFmt") {
      const attributes = attributesOf(text);
      const code = attributes.get("formatCode") ?? "";
      if (code.length > longestCode) throw new TapeError("damagedWorkbook");
      this.#codes.set(Number(attributes.get("numFmtId")), code);
    } else if (name === "xf" && this.#isOfCells) this.#formatIds.push(Number(attributesOf(text).get("numFmtId") ?? 0));
  }

  text(): void {
    // Styles are attributes only.
  }

  close(name: string): void {
    if (name === "cellXfs") this.#isOfCells = false;
  }

  looks(): CellLooks {
    const known = new Map<number, FormatLook | undefined>();
    return this.#formatIds.map((id) => {
      if (!known.has(id)) known.set(id, this.#lookOf(id));
      return known.get(id);
    });
  }

  #lookOf(id: number): FormatLook | undefined {
    const code = this.#codes.get(id);
    if (code !== undefined) return readNumberFormat(code);
    const look = builtInLook(id);
    return look === null ? undefined : () => look;
  }
}
