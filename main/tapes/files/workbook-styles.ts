import { builtInLook, type FormatLook, readNumberFormat } from "./number-format.ts";
import { readWhole, type WorkbookParts } from "./workbook-parts.ts";
import { attributesOf, type XmlHandler } from "./xml-text.ts";

/** The look of a number by the index of its cell's style; undefined where it shows what is stored. */
export type CellLooks = readonly (FormatLook | undefined)[];

export async function readCellLooks(parts: WorkbookParts, name: string | null): Promise<CellLooks> {
  if (name === null) return [];
  const reader = new Styles();
  await readWhole(parts, name, reader);
  return reader.looks();
}

class Styles implements XmlHandler {
  readonly wantsText = false;
  readonly #codes = new Map<number, string>();
  readonly #formatIds: number[] = [];
  #isOfCells = false;

  open(name: string, text: string): void {
    if (name === "cellXfs") this.#isOfCells = true;
    else if (name === "numFmt") {
      const attributes = attributesOf(text);
      this.#codes.set(Number(attributes.get("numFmtId")), attributes.get("formatCode") ?? "");
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
