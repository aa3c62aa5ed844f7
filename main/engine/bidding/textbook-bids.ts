/*
 * Sales whose best bids are known in closed form. Nothing on a screen comes from here: they hold the numerical bids to
 * theorems (CAPABILITIES (a) 2 and 4).
 */

/**
 * Independent private values, even between 0 and 1, n bidders: sealed (n − 1) ÷ n of the own value; in an ascending sale one
 * stops at it.
 * @param bidders 1 or more
 */
export function uniformValueBids(bidders: number): { readonly sealed: number; readonly ascending: number } {
  return { sealed: (bidders - 1) / bidders, ascending: 1 };
}

interface UniformErrorSale {
  /** Own estimate, half the width ε of its error, least value there may be; in one unit of money. */
  readonly estimate: number;
  readonly error: number;
  readonly leastValue: number;
  /** 2 or more. */
  readonly bidders: number;
}

/**
 * Common value with an error even within ±ε, sealed bids (Kagel and Levin): b = x − ε + (2ε/(n + 1))·e^(−(n/2ε)(x − (V_low + ε))).
 * The winner's package is worth x − ε(n − 1)/(n + 1) on average, so that he earns 2ε/(n + 1) far from the edge.
 */
export function uniformErrorBid({ estimate, error, leastValue, bidders }: UniformErrorSale): { readonly bid: number; readonly worthIfWon: number } {
  const edge = Math.exp((-bidders / (2 * error)) * (estimate - (leastValue + error)));
  return { bid: estimate - error + ((2 * error) / (bidders + 1)) * edge, worthIfWon: estimate - (error * (bidders - 1)) / (bidders + 1) };
}
