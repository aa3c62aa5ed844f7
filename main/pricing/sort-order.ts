import { noText } from "./text-keys.ts";

const radix = 1 << 16;

/** One pass of a radix sort: the order by a digit of each entry, entries with the same digit as they stood. */
function byDigit(from: Uint32Array, to: Uint32Array, digits: Uint16Array): void {
  const starts = new Uint32Array(radix + 1);
  for (const digit of digits) starts[digit + 1] = (starts[digit + 1] ?? 0) + 1;
  for (let digit = 0; digit < radix; digit += 1) starts[digit + 1] = (starts[digit + 1] ?? 0) + (starts[digit] ?? 0);
  for (const index of from) {
    const digit = digits[index] ?? 0;
    const place = starts[digit] ?? 0;
    starts[digit] = place + 1;
    to[place] = index;
  }
}

/** The indexes in the order of their words of 32 bits, the last of which counts most; ties stay in their first order. */
function orderByWords(count: number, words: readonly Uint32Array[], order: Uint32Array): Uint32Array {
  let from = Uint32Array.from({ length: count }, (_, index) => index);
  let to = new Uint32Array(count);
  const digits = new Uint16Array(count);
  for (const word of words) {
    for (const shift of [0, 16]) {
      for (let index = 0; index < count; index += 1) digits[index] = ((word[index] ?? 0) >>> shift) & 0xff_ff;
      byDigit(from, to, digits);
      [from, to] = [to, from];
    }
  }
  order.set(from);
  return order;
}

/** The indexes in the order of numbers; what has none (NaN) comes last in both directions. */
export function orderNumbers(column: Float64Array, descending: boolean, order: Uint32Array): Uint32Array {
  const count = column.length;
  const values = new Float64Array(count);
  // Plus zero, so that minus zero is no number of its own.
  for (let index = 0; index < count; index += 1) values[index] = (column[index] ?? Number.NaN) + 0;
  const bits = new Uint32Array(values.buffer);
  const [low, high] = [new Uint32Array(count), new Uint32Array(count)];
  for (let index = 0; index < count; index += 1) {
    if (Number.isNaN(values[index])) {
      low[index] = noText;
      high[index] = noText;
      continue;
    }
    // The bits of positive numbers stand in their order, those of negative ones in the opposite one and behind.
    const [lowBits, highBits] = [bits[2 * index] ?? 0, bits[2 * index + 1] ?? 0];
    const isTurned = (highBits >>> 31 === 1) !== descending;
    low[index] = isTurned ? ~lowBits : lowBits;
    high[index] = (isTurned ? ~highBits : highBits) ^ (highBits >>> 31 === 1 ? 0 : 0x80_00_00_00);
  }
  return orderByWords(count, [low, high], order);
}

/** The indexes in the order of ranks; those without a text come last in both directions. */
export function orderRanks(ranks: Uint32Array, descending: boolean, order: Uint32Array): Uint32Array {
  const keys = descending ? ranks.map((rank) => (rank === noText ? noText : noText - 1 - rank)) : ranks;
  return orderByWords(ranks.length, [keys], order);
}
