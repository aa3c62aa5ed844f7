import type { MoneyUnit } from "../../shared/domain/codes.ts";
import { isAmount, type StrataFigures, type StrataMeasure } from "../../shared/domain/strata.ts";
import { formatMoney, formatNumber } from "../../shared/format.ts";

export const strataText = (figures: StrataFigures, measure: StrataMeasure, unit: MoneyUnit): string =>
  isAmount(measure) ? formatMoney(figures[measure], unit) : formatNumber(figures[measure]);

/** The part that a stratum has of the whole; null where the whole is nothing. */
export const shareOf = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);
