/**
 * Whole numbers nearest to parts that add up to a whole total (最大余额法): each is rounded down, and what is left goes by
 * one to the largest remainders, of equal ones first to the larger part, then to the earlier one. Parts may be negative,
 * and may miss the total by more than their number: then all take their turn.
 * @param total whole; there is a part to take it unless it is 0
 */
export function partsOfTotal(parts: ArrayLike<number>, total: number): Float64Array {
  const whole = new Float64Array(parts.length);
  let left = total;
  for (let at = 0; at < parts.length; at++) {
    whole[at] = Math.floor(parts[at]) + 0;
    left -= whole[at];
  }
  if (left === 0) return whole;
  // So much is no rounding: the parts are not those of this total.
  if (!(Math.abs(left) <= 1000 * parts.length)) throw new RangeError(`parts that miss ${total} by ${left}`);
  const step = Math.sign(left);
  const rest = (at: number): number => parts[at] - Math.floor(parts[at]);
  const order = Array.from({ length: parts.length }, (_, at) => at).sort(
    (one, other) => step * (rest(other) - rest(one)) || Math.abs(parts[other]) - Math.abs(parts[one]) || one - other,
  );
  for (let turn = 0; left !== 0; turn = (turn + 1) % order.length) {
    whole[order[turn]] += step;
    left -= step;
  }
  return whole;
}
