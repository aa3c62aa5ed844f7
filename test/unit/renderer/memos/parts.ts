/** Splits a total into the given parts of 100, the rest in the last. */
export function parts(total: number, weights: readonly number[]): number[] {
  const sizes = weights.map((weight) => Math.round((total * weight) / 100));
  return sizes.map((size, index) => (index === sizes.length - 1 ? total - sizes.slice(0, -1).reduce((sum, part) => sum + part, 0) : size));
}
