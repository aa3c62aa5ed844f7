import { encodedCellCharacters, readLimits } from "./read-limits.ts";
import { TapeError } from "./tape-error.ts";
import { TextStore } from "./text-store.ts";
import { readWhole, type WorkbookParts } from "./workbook-parts.ts";
import { attributeOf, decodeSigns, type XmlHandler } from "./xml-text.ts";

/** Which of the texts are wanted, by number. */
interface WantedTexts {
  has(index: number): boolean;
}

/** The texts that the cells of a workbook share, without readings and formats; those that nobody wants only count. */
export async function readSharedStrings(parts: WorkbookParts, name: string | null, wanted: WantedTexts | null): Promise<TextStore> {
  if (name === null) return new TextStore();
  const reader = new SharedStrings(name, wanted);
  await readWhole(parts, name, reader);
  return reader.texts;
}

class SharedStrings implements XmlHandler {
  readonly texts = new TextStore();
  wantsText = false;
  readonly #part: string;
  readonly #wanted: WantedTexts | null;
  #text = "";
  #isReading = false;
  #isWanted = true;

  constructor(part: string, wanted: WantedTexts | null) {
    this.#part = part;
    this.#wanted = wanted;
  }

  open(name: string): void {
    if (name === "si") {
      this.#text = "";
      this.#isWanted = this.#wanted === null || this.#wanted.has(this.texts.count);
    } else if (name === "rPh") this.#isReading = true;
    else if (name === "t") this.wantsText = this.#isWanted && !this.#isReading;
  }

  /** What is longer than a cell may be is cut: the cell that refers to it is refused with its place. */
  text(text: string): void {
    if (this.#text.length <= encodedCellCharacters) this.#text += text.slice(0, encodedCellCharacters + 1);
  }

  close(name: string): void {
    if (name === "t") this.wantsText = false;
    else if (name === "rPh") this.#isReading = false;
    else if (name === "si") this.#add();
  }

  #add(): void {
    this.texts.add(this.#isWanted ? decodeSigns(this.#text).slice(0, readLimits.cellCharacters + 1) : null);
    if (this.texts.count > readLimits.texts) throw new TapeError("tooManyItems", { entry: this.#part, limit: readLimits.texts });
    if (this.texts.bytes > readLimits.textBytes) throw new TapeError("textsTooLarge", { limitMb: readLimits.textBytes / 1024 / 1024 });
  }
}

/** The shared texts that the cells of some sheets refer to: a workbook may hold millions that none does. */
export async function findWantedTexts(parts: WorkbookParts, sheetParts: readonly string[]): Promise<WantedTexts> {
  const references = new TextReferences();
  for (const part of sheetParts) await readWhole(parts, part, references);
  return references;
}

class TextReferences implements XmlHandler, WantedTexts {
  wantsText = false;
  #isReference = false;
  #text = "";
  #bits = new Uint32Array(1024);

  has(index: number): boolean {
    return ((this.#bits[index >>> 5] ?? 0) & (1 << (index & 31))) !== 0;
  }

  open(name: string, attributes: string): void {
    if (name === "c") this.#isReference = attributeOf(attributes, "t") === "s";
    else if (name === "v" && this.#isReference) {
      this.wantsText = true;
      this.#text = "";
    }
  }

  text(text: string): void {
    if (this.#text.length < 20) this.#text += text;
  }

  close(name: string): void {
    if (name !== "v" || !this.wantsText) return;
    this.wantsText = false;
    const index = Number(this.#text);
    if (Number.isInteger(index) && index >= 0 && index < readLimits.texts) this.#mark(index);
  }

  #mark(index: number): void {
    const word = index >>> 5;
    if (word >= this.#bits.length) {
      const grown = new Uint32Array(Math.max(word + 1, this.#bits.length * 2));
      grown.set(this.#bits);
      this.#bits = grown;
    }
    this.#bits[word] = (this.#bits[word] ?? 0) | (1 << (index & 31));
  }
}
