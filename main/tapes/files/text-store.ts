const chunkBits = 22;
const chunkBytes = 1 << chunkBits;
const chunkMask = chunkBytes - 1;
const notKept = 0xffff_ffff;
/** Texts that are handed out as they were, since most lists repeat the first of them. */
const rememberedTexts = 32_768;
const rememberedCharacters = 64;

/** Texts by number, kept as bytes: as strings a million of them take five times the memory. */
export class TextStore {
  readonly #chunks: Buffer[] = [];
  #starts = new Uint32Array(1024);
  #lengths = new Uint32Array(1024);
  #count = 0;
  #end = 0;
  #bytes = 0;
  readonly #remembered: string[] = [];

  get count(): number {
    return this.#count;
  }

  /** Bytes of all texts that are kept. */
  get bytes(): number {
    return this.#bytes;
  }

  /** `text` null: one that nothing refers to, which only takes its number. */
  add(text: string | null): void {
    if (this.#count === this.#lengths.length) this.#grow();
    this.#lengths[this.#count] = text === null ? notKept : this.#write(text);
    this.#count += 1;
  }

  /** Undefined where there is no such text. */
  at(index: number): string | undefined {
    const length = this.#lengths[index];
    if (index >= this.#count || length === undefined || length === notKept) return undefined;
    const remembered = this.#remembered[index];
    if (remembered !== undefined) return remembered;
    const start = this.#starts[index] ?? 0;
    const offset = start & chunkMask;
    const text = this.#chunks[start >>> chunkBits]?.toString("utf8", offset, offset + length) ?? "";
    if (index < rememberedTexts && text.length <= rememberedCharacters) this.#remembered[index] = text;
    return text;
  }

  #write(text: string): number {
    const mostBytes = text.length * 3;
    if (this.#end + mostBytes > this.#chunks.length * chunkBytes) {
      this.#end = this.#chunks.length * chunkBytes;
      this.#chunks.push(Buffer.allocUnsafeSlow(chunkBytes));
    }
    const length = this.#chunks.at(-1)?.write(text, this.#end & chunkMask, "utf8") ?? 0;
    this.#starts[this.#count] = this.#end;
    this.#end += length;
    this.#bytes += length;
    return length;
  }

  #grow(): void {
    const larger = (old: Uint32Array<ArrayBuffer>) => {
      const grown = new Uint32Array(old.length * 2);
      grown.set(old);
      return grown;
    };
    this.#starts = larger(this.#starts);
    this.#lengths = larger(this.#lengths);
  }
}
