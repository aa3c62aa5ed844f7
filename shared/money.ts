import type { MoneyUnit } from "./domain/codes.ts";

/** Fen in one unit of display. */
export const fenPerUnit: Record<MoneyUnit, number> = { yuan: 100, wanYuan: 1_000_000, yiYuan: 10_000_000_000 };

/** Whole fen of an amount in yuan, half away from zero (METHOD §1). Never −0. */
export function fenFromYuan(yuan: number): number {
  const scaled = Math.abs(yuan) * 100;
  const rounded = Math.round(scaled * (1 + Number.EPSILON));
  return rounded === 0 ? 0 : Math.sign(yuan) * rounded;
}

/** Yuan of a whole number of fen. */
export function yuanFromFen(fen: number): number {
  return fen / 100;
}
