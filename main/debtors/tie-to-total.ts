/** Parts of a fen that are the noise of floating-point sums and no part. */
const noise = 1e4;

/**
 * Rounds amounts in yuan to whole fen so that they add up to the total, by largest remainder; an amount that is whole stays as
 * it is. The amounts are overwritten.
 * @throws Error where they are not the parts of that total
 */
export function tieToTotal(yuan: Float64Array, totalFen: number): Float64Array {
  const remainders = new Float64Array(yuan.length);
  let given = 0;
  for (let index = 0; index < yuan.length; index += 1) {
    const fen = Math.round((yuan[index] ?? 0) * 100 * noise) / noise;
    const whole = Math.floor(fen);
    yuan[index] = whole;
    remainders[index] = fen - whole;
    given += whole;
  }
  const left = totalFen - given;
  // Sums of a million parts in another order differ by a fen or two.
  if (left < -2 || left > yuan.length + 2) throw new Error(`parts of ${given} fen don't make ${totalFen}`);
  give(yuan, remainders, left);
  return yuan;
}

function give(parts: Float64Array, remainders: Float64Array, left: number): void {
  const receiving = remainders.filter((remainder) => remainder > 0).sort();
  const receivers = Math.min(Math.max(left, 0), receiving.length);
  let open = receivers;
  if (open > 0) {
    const threshold = receiving[receiving.length - open] ?? 0;
    for (const isTie of [false, true]) {
      for (let index = 0; index < parts.length && open > 0; index += 1) {
        const remainder = remainders[index] ?? 0;
        if (isTie ? remainder !== threshold : remainder <= threshold) continue;
        parts[index] = (parts[index] ?? 0) + 1;
        open -= 1;
      }
    }
  }
  const rest = left - receivers;
  if (rest === 0 || parts.length === 0) return;
  const largest = parts.reduce((best, part, index) => (Math.abs(part) > Math.abs(parts[best] ?? 0) ? index : best), 0);
  parts[largest] = (parts[largest] ?? 0) + rest;
}
