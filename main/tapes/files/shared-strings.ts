import { readWhole, type WorkbookParts } from "./workbook-parts.ts";
import { decodeSigns, type XmlHandler } from "./xml-text.ts";

/** The texts that the cells of a workbook share, without readings and formats. */
export async function readSharedStrings(parts: WorkbookParts, name: string | null): Promise<readonly string[]> {
  if (name === null) return [];
  const reader = new SharedStrings();
  await readWhole(parts, name, reader);
  return reader.texts;
}

class SharedStrings implements XmlHandler {
  readonly texts: string[] = [];
  wantsText = false;
  #text = "";
  #isReading = false;

  open(name: string): void {
    if (name === "si") this.#text = "";
    else if (name === "rPh") this.#isReading = true;
    else if (name === "t") this.wantsText = !this.#isReading;
  }

  text(text: string): void {
    this.#text += text;
  }

  close(name: string): void {
    if (name === "t") this.wantsText = false;
    else if (name === "rPh") this.#isReading = false;
    else if (name === "si") this.texts.push(decodeSigns(this.#text));
  }
}
