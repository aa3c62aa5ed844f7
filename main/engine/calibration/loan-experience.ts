/**
 * What closed loans brought in, by month of age (月龄). Month m reaches from m − 1 to m months after a loan was acquired or
 * charged off, as the engine's month m ends m months after cut-off. A file that has totals without dates has one month.
 */

/** A receipt of one loan, yuan, in a month of its age (1, 2, …). */
interface MonthReceipt {
  readonly month: number;
  readonly yuan: number;
}

/** One closed loan of the desk's own (已结贷款). */
export interface LoanExperience {
  /** Tells it apart from the others; decides its fold, whatever its place in the file. */
  readonly key: string;
  /** As the file names it. */
  readonly segment: string;
  /** What was owed at acquisition or charge-off, yuan, above 0. */
  readonly balanceYuan: number;
  /** Whole months for which it was watched; what came later is not known, which is not the same as nothing (删失). */
  readonly observedMonths: number;
  readonly receipts: readonly MonthReceipt[];
}

/** Shares of the balance by month of age; entry 0 of each is unused. */
export interface MonthlyShares {
  /** Balance of the loans that were watched through the month, yuan. */
  readonly exposureYuan: Float64Array;
  /** Receipts of the month ÷ that balance; 0 where none was watched. */
  readonly share: Float64Array;
}

/** No month counts that less of the balance was watched through. */
const LEAST_EXPOSURE = 0.1;
const MOST_MONTHS = 120;

/**
 * Months up to which the file says something: the last one through which at least a tenth of the balance was watched.
 * @returns 0 … 120
 */
export function monthsKnown(loans: readonly LoanExperience[]): number {
  const exposure = exposureByMonth(loans, MOST_MONTHS);
  const least = LEAST_EXPOSURE * exposure[0];
  let month = 0;
  while (month < MOST_MONTHS && exposure[month + 1] >= least && exposure[month + 1] > 0) month += 1;
  return month;
}

/** Balance of the loans watched through each month, yuan; entry 0 is that of all. */
function exposureByMonth(loans: readonly LoanExperience[], months: number): Float64Array {
  const ending = new Float64Array(months + 1);
  for (const { balanceYuan, observedMonths } of loans) ending[Math.min(months, observedMonths)] += balanceYuan;
  for (let month = months - 1; month >= 0; month--) ending[month] += ending[month + 1];
  return ending;
}

/**
 * Monthly shares s(m) = Σ receipts in month m ÷ Σ balance, both over the loans that were watched through month m only. A loan
 * that was watched for n months counts in months 1 … n and in none after: it neither thins later months nor adds to them.
 */
export function monthlyShares(loans: readonly LoanExperience[], months: number): MonthlyShares {
  const exposureYuan = exposureByMonth(loans, months);
  const share = new Float64Array(months + 1);
  for (const { observedMonths, receipts } of loans)
    for (const { month, yuan } of receipts) if (month <= months && month <= observedMonths) share[month] += yuan;
  for (let month = 1; month <= months; month++) share[month] = exposureYuan[month] > 0 ? share[month] / exposureYuan[month] : 0;
  return { exposureYuan, share };
}

/**
 * How far one loan pulls the rate Σ s(m) up or down, in yuan per yuan: e = Σ over its watched months of
 * (receipt − balance × s(m)) ÷ exposure(m). They sum to 0 over the loans. With totals only it is (receipt − balance × rate) ÷ Σ balance.
 */
export function influences(loans: readonly LoanExperience[], { exposureYuan, share }: MonthlyShares): Float64Array {
  const months = share.length - 1;
  const expected = new Float64Array(months + 1);
  for (let month = 1; month <= months; month++) expected[month] = expected[month - 1] + (exposureYuan[month] > 0 ? share[month] / exposureYuan[month] : 0);
  return Float64Array.from(loans, ({ balanceYuan, observedMonths, receipts }) => {
    const last = Math.min(months, observedMonths);
    let pull = -balanceYuan * expected[last];
    for (const { month, yuan } of receipts) if (month <= last) pull += yuan / exposureYuan[month];
    return pull;
  });
}

/** Receipts of a loan within its watched months, at most `months`, yuan. */
export function receivedWithin({ observedMonths, receipts }: LoanExperience, months: number): number {
  const last = Math.min(months, observedMonths);
  return receipts.reduce((sum, { month, yuan }) => (month <= last ? sum + yuan : sum), 0);
}
