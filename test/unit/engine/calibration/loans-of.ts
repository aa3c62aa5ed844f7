import type { LoanExperience } from "../../../../main/engine/calibration/loan-experience.ts";

/** Loans of a segment by what was owed and what came in, without dates. */
export const totalsOf = (segment: string, ...loans: readonly (readonly [balanceYuan: number, receiptsYuan: number])[]): LoanExperience[] =>
  loans.map(([balanceYuan, yuan], at) => ({ key: `${segment}${at}`, segment, balanceYuan, observedMonths: 1, receipts: [{ month: 1, yuan }] }));

/** A loan by what came in each month for which it was watched. */
export const datedLoan = (key: string, segment: string, balanceYuan: number, ...byMonth: readonly number[]): LoanExperience => ({
  key,
  segment,
  balanceYuan,
  observedMonths: byMonth.length,
  receipts: byMonth.flatMap((yuan, at) => (yuan === 0 ? [] : [{ month: at + 1, yuan }])),
});

/** Numbers in [0, 1) that a seed decides (mulberry32). */
export function drawnFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
