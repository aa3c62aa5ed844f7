/** A source of money: what it may lend and has lent, yuan, at a yearly rate. */
export interface FundingLine {
  /** Null: none is stated. */
  readonly limitYuan: number | null;
  readonly drawnYuan: number;
  /** Nominal, a year; null: nobody stated it. */
  readonly rate: number | null;
}

export interface FundingCost {
  readonly drawnYuan: number;
  /** What may still be drawn where a limit is stated. */
  readonly undrawnYuan: number;
  /** Σ drawn × rate ÷ Σ drawn (平均融资成本); null where nothing is drawn, or some of it at a rate that nobody stated. */
  readonly average: number | null;
  /** Rate of the cheapest line that still has room, which the next deal draws (边际成本); null where none has. */
  readonly marginal: number | null;
}

/** Cost of funds of a company, over its debt alone. */
export function fundingCost(lines: readonly FundingLine[]): FundingCost {
  const drawn = lines.filter(({ drawnYuan }) => drawnYuan > 0);
  const rated = drawn.flatMap(({ drawnYuan, rate }) => (rate === null ? [] : [{ drawnYuan, rate }]));
  const drawnSum = drawn.reduce((sum, { drawnYuan }) => sum + drawnYuan, 0);
  const room = ({ limitYuan, drawnYuan }: FundingLine) => Math.max(0, (limitYuan ?? drawnYuan) - drawnYuan);
  const open = lines.flatMap((line) => (line.rate !== null && room(line) > 0 ? [line.rate] : []));
  return {
    drawnYuan: drawnSum,
    undrawnYuan: lines.reduce((sum, line) => sum + room(line), 0),
    average: drawnSum === 0 || rated.length < drawn.length ? null : rated.reduce((sum, { drawnYuan, rate }) => sum + drawnYuan * rate, 0) / drawnSum,
    marginal: open.length === 0 ? null : Math.min(...open),
  };
}

/**
 * Money bound over time (资金占用): Σ max(0, −cumulative) × length.
 * @param cumulative running total of receipts less payments by month, yuan
 * @returns yuan × days, a month being 365/12 days
 */
export function capitalDays(cumulative: readonly number[]): number {
  return cumulative.reduce((sum, total) => sum + Math.max(0, -total), 0) * (365 / 12);
}
