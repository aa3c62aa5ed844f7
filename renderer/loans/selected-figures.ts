import type { LoanRow } from "../../shared/contract/pricing-channels.ts";
import type { MoneyUnit } from "../../shared/domain/codes.ts";
import { formatMoney, formatNumber } from "../../shared/format.ts";
import type { LoanColumn } from "./loan-columns.ts";

export interface SelectedFigures {
  readonly cells: number;
  /** Null where the selection has no numbers, or numbers of several kinds, which don't add up. */
  readonly sum: string | null;
  readonly average: string | null;
}

/** Count, sum and average of selected cells; money is added to the fen. */
export function selectedFigures(columns: readonly LoanColumn[], rows: readonly LoanRow[], unit: MoneyUnit): SelectedFigures {
  const cells = columns.length * rows.length;
  const numeric = columns.filter(({ value }) => value !== undefined);
  const isMoney = numeric.every((column) => column.isMoney);
  const numbers = rows.flatMap((row) => numeric.flatMap(({ value }) => value?.(row) ?? []));
  if (numbers.length === 0 || !(isMoney || numeric.every((column) => !column.isMoney))) return { cells, sum: null, average: null };
  const sum = numbers.reduce((total, number) => total + number, 0);
  const words = (number: number) => (isMoney ? formatMoney(Math.round(number), unit) : formatNumber(number, 1));
  return { cells, sum: words(sum), average: words(sum / numbers.length) };
}
