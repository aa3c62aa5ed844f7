/**
 * Herfindahl and Hirschman's index: Σ of squared shares of what is positive, 0 to 1; null where nothing is. Screens show it
 * times 10,000.
 */
export function concentrationIndex(amounts: Iterable<number>): number | null {
  const positive = Array.from(amounts, (amount) => Math.max(0, amount));
  const total = positive.reduce((sum, amount) => sum + amount, 0);
  return total > 0 ? positive.reduce((sum, amount) => sum + (amount / total) ** 2, 0) : null;
}
