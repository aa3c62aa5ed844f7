/** No 32-bit number lies below this probability or above one less it: never and always. */
const LEAST_CHANCE = 2 ** -33;

/**
 * Limits of a standard normal draw: at or below the limit the event happens with the given probability; −∞ and ∞ for
 * never and always.
 */
export function saleLimits(probabilities: Float64Array, invertNormal: (list: Float64Array) => void): Float64Array {
  const limits = probabilities.map((probability) => Math.min(1 - LEAST_CHANCE, Math.max(LEAST_CHANCE, probability)));
  invertNormal(limits);
  return limits.map((limit, index) => {
    const probability = probabilities[index];
    if (probability < LEAST_CHANCE) return Number.NEGATIVE_INFINITY;
    return probability > 1 - LEAST_CHANCE ? Number.POSITIVE_INFINITY : limit;
  });
}
