/** Many sums, addressed by slot. */
export interface Totals {
  total(slot: number): number;
}

/**
 * Running sums with Neumaier's compensation: the error does not grow with the number of terms, so that the order of
 * loans cannot move a total (METHOD §1). One instance holds many sums, addressed by slot.
 */
export class CompensatedSums implements Totals {
  readonly #sums: Float64Array;
  readonly #lost: Float64Array;

  constructor(slots: number) {
    this.#sums = new Float64Array(slots);
    this.#lost = new Float64Array(slots);
  }

  /** Adds a finite term to one of the sums. @throws RangeError where there is no such sum: the term would be lost */
  add(slot: number, term: number): void {
    const before = this.#sums[slot];
    if (before === undefined) throw new RangeError(`no sum ${slot} of ${this.#sums.length}`);
    const after = before + term;
    const lost = Math.abs(before) >= Math.abs(term) ? before - after + term : term - after + before;
    this.#sums[slot] = after;
    this.#lost[slot] += lost;
  }

  /** The sum so far. */
  total(slot: number): number {
    return this.#sums[slot] + this.#lost[slot];
  }
}

/** Compensated sum of a list of finite numbers, in their unit. */
export function sumOf(terms: ArrayLike<number>): number {
  return sumOfProducts(terms, null);
}

/** Compensated Σ terms × weights; null weights count as 1. Works without memory of its own: it runs for every scenario. */
export function sumOfProducts(terms: ArrayLike<number>, weights: ArrayLike<number> | null): number {
  let sum = 0;
  let lost = 0;
  for (let index = 0; index < terms.length; index++) {
    const term = terms[index] * (weights === null ? 1 : weights[index]);
    const after = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? sum - after + term : term - after + sum;
    sum = after;
  }
  return sum + lost;
}
