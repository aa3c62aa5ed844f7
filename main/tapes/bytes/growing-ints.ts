/** Whole numbers of 32 bits in a row that grows: a million cost four megabytes, and no object each. */
export class GrowingInts {
  #ints = new Int32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Answers the place of the new number. */
  push(value: number): number {
    if (this.#length === this.#ints.length) {
      const grown = new Int32Array(2 * this.#length);
      grown.set(this.#ints);
      this.#ints = grown;
    }
    this.#ints[this.#length] = value;
    this.#length += 1;
    return this.#length - 1;
  }

  /** Of a place that there is. */
  at(place: number): number {
    return this.#ints[place] ?? 0;
  }

  set(place: number, value: number): void {
    this.#ints[place] = value;
  }
}
