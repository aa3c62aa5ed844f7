import { EngineInputError } from "../engine-errors.ts";
import { sumOf } from "./summation.ts";

/**
 * Splits whole fen over parts in proportion to their weights (分摊) by largest remainder, so that the parts add up to
 * the total exactly (METHOD §1, §4).
 *
 * Weights below zero count as zero. Where no weight is positive, `fallbackWeights` (the principal) is used, and where
 * that has none either, equal parts. A leftover fen goes to the larger remainder, then to the smaller index.
 * @param totalFen whole fen, not negative
 * @throws EngineInputError if the total is not a whole number of fen, a weight is no number, or there is nothing to split it over
 */
export function allocate(totalFen: number, weights: Float64Array, fallbackWeights: Float64Array): Float64Array {
  if (!Number.isSafeInteger(totalFen)) throw new EngineInputError("notWhole", "totalFen");
  if (totalFen < 0) throw new EngineInputError("negative", "totalFen");
  const count = weights.length;
  assertNumbers(weights);
  const parts = new Float64Array(count);
  if (totalFen === 0) return parts;
  if (count === 0) throw new EngineInputError("wrongLength", "weights");
  const shares = positiveShares(weights) ?? positiveShares(fallbackWeights) ?? new Float64Array(count).fill(1 / count);
  const remainders = new Float64Array(count);
  let given = 0;
  for (let index = 0; index < count; index++) {
    const exact = totalFen * shares[index];
    const whole = Math.floor(exact);
    parts[index] = whole;
    remainders[index] = exact - whole;
    given += whole;
  }
  giveLeftover(parts, remainders, totalFen - given);
  return parts;
}

function assertNumbers(weights: Float64Array): void {
  for (let index = 0; index < weights.length; index++) if (Number.isNaN(weights[index])) throw new EngineInputError("notANumber", "weights", index);
}

function positiveShares(weights: Float64Array): Float64Array | null {
  const shares = new Float64Array(weights.length);
  for (let index = 0; index < weights.length; index++) shares[index] = weights[index] > 0 ? weights[index] : 0;
  const total = sumOf(shares);
  if (total <= 0) return null;
  for (let index = 0; index < shares.length; index++) shares[index] /= total;
  return shares;
}

/** One fen each to the largest remainders; rounds of all parts should float error ever leave more fen than parts. */
function giveLeftover(parts: Float64Array, remainders: Float64Array, leftoverFen: number): void {
  let left = leftoverFen;
  while (left !== 0) {
    const step = Math.sign(left);
    const receivers = Math.min(Math.abs(left), parts.length);
    const scores = step > 0 ? remainders : remainders.map((part, index) => (parts[index] > 0 ? 1 - part : -1));
    const threshold = scoreOfRank(scores, receivers);
    let open = receivers;
    for (let pass = 0; pass < 2; pass++) {
      for (let index = 0; index < parts.length && open > 0; index++) {
        const score = scores[index];
        if (pass === 0 ? score > threshold : score === threshold) {
          parts[index] += step;
          open -= 1;
        }
      }
    }
    left -= step * receivers;
  }
}

const BINS = 4096;

/**
 * The score that as many scores reach as the rank says, counting from 1: −1 or 0 … 1. Sorts only the bin that holds it, since a
 * whole package's scores take longer to sort than its loans to price.
 */
function scoreOfRank(scores: Float64Array, rank: number): number {
  const binOf = (score: number): number => (score < 0 ? 0 : Math.floor(score * BINS));
  const counts = new Uint32Array(BINS + 1);
  for (let index = 0; index < scores.length; index++) counts[binOf(scores[index])] += 1;
  let bin = BINS;
  let above = 0;
  while (above + counts[bin] < rank) {
    above += counts[bin];
    bin -= 1;
  }
  const held = new Float64Array(counts[bin]);
  let count = 0;
  for (let index = 0; index < scores.length; index++) if (binOf(scores[index]) === bin) held[count++] = scores[index];
  return held.sort()[held.length - (rank - above)];
}
