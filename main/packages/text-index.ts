/** Numbers the different texts of a column in the order in which they come. */
export class TextIndex {
  readonly texts: string[] = [];
  readonly #indexes = new Map<string, number>();

  /** With these texts at their places. */
  static of(texts: readonly string[]): TextIndex {
    const index = new TextIndex();
    for (const text of texts) index.indexOf(text);
    return index;
  }

  indexOf(text: string): number {
    const known = this.#indexes.get(text);
    if (known !== undefined) return known;
    this.texts.push(text);
    this.#indexes.set(text, this.texts.length - 1);
    return this.texts.length - 1;
  }
}
