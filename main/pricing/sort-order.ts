import { yieldToLoop } from "../jobs/yield-to-loop.ts";

/** Entries sorted or merged in one turn of the event loop: a few milliseconds even where texts are compared. */
const blockSize = 1024;

export type CompareIndexes = (a: number, b: number) => number;

interface Run {
  readonly start: number;
  readonly middle: number;
  readonly end: number;
}

async function mergeRuns(from: Uint32Array, to: Uint32Array, run: Run, compare: CompareIndexes): Promise<void> {
  let left = run.start;
  let right = run.middle;
  for (let target = run.start; target < run.end; target++) {
    const takeLeft = left < run.middle && (right >= run.end || compare(from[left] ?? 0, from[right] ?? 0) <= 0);
    to[target] = from[takeLeft ? left++ : right++] ?? 0;
    if (target % blockSize === 0) await yieldToLoop();
  }
}

/** The indexes 0…count − 1 in order, ties in their first order; the event loop gets its turn between slices. */
export async function sortIndexes(count: number, compare: CompareIndexes): Promise<Uint32Array> {
  let order = Uint32Array.from({ length: count }, (_, index) => index);
  for (let start = 0; start < count; start += blockSize) {
    order.subarray(start, start + blockSize).sort((a, b) => compare(a, b) || a - b);
    if (count > blockSize) await yieldToLoop();
  }
  let other = new Uint32Array(count > blockSize ? count : 0);
  for (let width = blockSize; width < count; width *= 2) {
    for (let start = 0; start < count; start += 2 * width) {
      const run = { start, middle: Math.min(start + width, count), end: Math.min(start + 2 * width, count) };
      await mergeRuns(order, other, run, compare);
    }
    [order, other] = [other, order];
  }
  return order;
}

/** Compares by a column; what has no number (NaN) comes last in both directions. */
export function byNumber(column: Float64Array, descending: boolean): CompareIndexes {
  const sign = descending ? -1 : 1;
  return (a, b) => {
    const [x, y] = [column[a] ?? Number.NaN, column[b] ?? Number.NaN];
    if (x === y) return 0;
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
    return x < y ? -sign : sign;
  };
}

const collator = new Intl.Collator("zh-Hans-CN", { numeric: true });

/** Compares texts as a Chinese reader expects; empty ones come last in both directions. */
export function byText(texts: readonly string[], descending: boolean): CompareIndexes {
  const sign = descending ? -1 : 1;
  return (a, b) => {
    const [x, y] = [texts[a] ?? "", texts[b] ?? ""];
    if (x === y) return 0;
    if (x === "" || y === "") return x === "" ? 1 : -1;
    return sign * collator.compare(x, y);
  };
}
