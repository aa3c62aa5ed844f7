/** Two rounds of a multiplicative hash over a text (after cyrb53, bryc, public domain), as a whole number below 2^53. */
export function rowPrint(text: string): number {
  let first = 0xdeadbeef;
  let second = 0x41c6ce57;
  for (let place = 0; place < text.length; place += 1) {
    const sign = text.charCodeAt(place);
    first = Math.imul(first ^ sign, 2_654_435_761);
    second = Math.imul(second ^ sign, 1_597_334_677);
  }
  first = Math.imul(first ^ (first >>> 16), 2_246_822_507) ^ Math.imul(second ^ (second >>> 13), 3_266_489_909);
  second = Math.imul(second ^ (second >>> 16), 2_246_822_507) ^ Math.imul(first ^ (first >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & second) + (first >>> 0);
}

/** The number of an exception by its loan and what it says, whatever its row is called: under it a confirmation follows to the next version of a tape. */
export const printOfLoan = (kind: string, loanId: number, said: number): number => rowPrint(JSON.stringify(["loan", kind, loanId, said]));

/** Whether a rising list holds a number. */
export function holdsPrint(rising: Float64Array, print: number): boolean {
  let [from, to] = [0, rising.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((rising[middle] ?? 0) < print) from = middle + 1;
    else to = middle;
  }
  return rising[from] === print;
}
