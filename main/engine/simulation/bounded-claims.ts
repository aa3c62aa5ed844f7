/**
 * Claims of a curve class by the largest factor on cash recoveries that each of its loans can take: no loan collects more
 * than its claim, whatever the others of its class do. Plain data.
 */
export interface BoundedClaims {
  /** Largest factors, rising; empty where the class has no factor. */
  readonly bounds: Float64Array;
  /** [bound] Σ claim × bound of the loans whose bound is lower, Σ claim of the others, yuan; one entry more than bounds. */
  readonly bounded: Float64Array;
  readonly free: Float64Array;
}

/** Σ claim × min(factor, bound) over the loans of a class, yuan. */
export function claimsAt({ bounds, bounded, free }: BoundedClaims, factor: number): number {
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bounds[middle] < factor) low = middle + 1;
    else high = middle;
  }
  return bounded[low] + factor * free[low];
}

/** Adds up claims × curve scale by class and bound, loan by loan. */
export class ClaimSums {
  readonly #totals: Float64Array;
  /** [class] claims by bound; null where no factor is drawn. */
  readonly #byBound: readonly (Map<number, number> | null)[];

  constructor(factorList: Int32Array) {
    this.#totals = new Float64Array(factorList.length);
    this.#byBound = Array.from(factorList, (list) => (list === 0 ? null : new Map<number, number>()));
  }

  add(curve: number, scaledYuan: number, bound: number): void {
    this.#totals[curve] += scaledYuan;
    const byBound = this.#byBound[curve];
    // The first claim of its bound.
    byBound?.set(bound, (byBound.get(bound) ?? 0) + scaledYuan);
  }

  total(curve: number): number {
    return this.#totals[curve];
  }

  /** [class] what a path asks. */
  byClass(): BoundedClaims[] {
    return this.#byBound.map((byBound, curve) => (byBound === null ? unbounded(this.total(curve)) : boundedClaims(byBound)));
  }
}

function unbounded(totalYuan: number): BoundedClaims {
  return { bounds: new Float64Array(0), bounded: new Float64Array(1), free: Float64Array.of(totalYuan) };
}

function boundedClaims(byBound: ReadonlyMap<number, number>): BoundedClaims {
  const sorted = [...byBound].sort(([left], [right]) => left - right);
  const bounded = new Float64Array(sorted.length + 1);
  const free = new Float64Array(sorted.length + 1);
  sorted.forEach(([bound, yuan], index) => {
    bounded[index + 1] = bounded[index] + yuan * bound;
  });
  for (let index = sorted.length - 1; index >= 0; index--) free[index] = free[index + 1] + sorted[index][1];
  return { bounds: Float64Array.from(sorted, ([bound]) => bound), bounded, free };
}
