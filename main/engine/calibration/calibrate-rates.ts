import { influences, type LoanExperience, monthlyShares, monthsKnown } from "./loan-experience.ts";

/** Own recoveries of a segment of the file, and what is left of them once the size of the sample is weighed. */
export interface SegmentRates {
  readonly segment: string;
  readonly loans: number;
  readonly balanceYuan: number;
  readonly receiptsYuan: number;
  /** Receipts within the known months: how much its months can tell. */
  readonly receiptCount: number;
  /** Own rate R: share of the balance that came in within the known months. */
  readonly rate: number;
  /** Standard error of R (标准误); null for a single loan, which has no scatter. */
  readonly standardError: number | null;
  /** Credibility Z (可信度), 0 … 1; null for the only segment of a file, which is the pool itself. */
  readonly weight: number | null;
  /** Z × R + (1 − Z) × rate of the pool. */
  readonly shrunkRate: number;
  /** The same month by month; entry 0 is unused, and entries 1 … sum to the shrunk rate. */
  readonly shrunkShares: Float64Array;
}

/** What a file of closed loans says of recovery rates. */
export interface RateCalibration {
  /** Months of age that the file tells of; 1 where it has totals only. */
  readonly months: number;
  readonly pool: Omit<SegmentRates, "segment" | "weight" | "shrunkRate" | "shrunkShares"> & { readonly shares: Float64Array };
  /** τ²: variance of the segments' true rates. */
  readonly betweenVariance: number;
  /** In order of their names. */
  readonly segments: readonly SegmentRates[];
}

/** The file's scatter weighs in a segment's own as if so many loans of it had been seen: two equal loans by chance prove nothing. */
const PRIOR_LOANS = 10;

interface OwnRates {
  readonly segment: string;
  readonly loans: readonly LoanExperience[];
  readonly balanceYuan: number;
  readonly receiptsYuan: number;
  readonly receiptCount: number;
  readonly share: Float64Array;
  readonly rate: number;
  /** Σ e² of its loans. */
  readonly scatter: number;
  /** Σ balance² ÷ (Σ balance)². */
  readonly concentration: number;
}

/**
 * Calibrates rates by segment with counts, standard errors and credibility. Own rate R = Σ s(m) (`monthlyShares`); its own
 * variance by linearisation V = n ÷ (n − 1) × Σ e² (`influences`; Cochran, Sampling Techniques, 3rd ed., §6.3: ratio estimate).
 * Since few loans tell little of their own scatter, SE² = ((n − 1) × V + 10 × V₀) ÷ (n + 9), V₀ being what the scatter of all
 * loans would give a segment of these balances: V₀ = σ² × Σ b² ÷ (Σ b)², σ² = N ÷ (N − S) × Σ (e × B)² ÷ Σ b², B the segment's
 * balance, over all N loans in S segments. Variance between segments by moments (DerSimonian and Laird 1986):
 * τ² = max(0, (Σ w (R − R̄)² − (S − 1)) ÷ (Σ w − Σ w² ÷ Σ w)), w = 1 ÷ SE², R̄ the mean by w; where no loan differs from its
 * segment, the plain variance of the rates. Credibility Z = τ² ÷ (τ² + SE²) (Bühlmann 1967), towards Σ receipts ÷ Σ balance of
 * the whole file; 0 for a single loan and wherever τ² is 0, none for the only segment of a file.
 * @param months months of age to be counted; by default those that the file tells of
 * @returns no segments where there are no loans
 */
export function calibrateRates(loans: readonly LoanExperience[], months: number = monthsKnown(loans)): RateCalibration {
  const pooled = ownRates("", loans, months);
  const own = segmentsOf(loans).map(([segment, its]) => filledByPool(ownRates(segment, its, months), pooled, months));
  const perLoanVariance = varianceOfFile(own, loans.length);
  const errors = own.map((one) => standardErrorOf(one, perLoanVariance));
  const betweenVariance = varianceBetween(own, errors);
  const segments = own.map((one, at) => shrunk(one, errors[at], weightOf(errors[at], betweenVariance, own.length), pooled));
  const { loans: all, balanceYuan, receiptsYuan, receiptCount, rate } = pooled;
  const standardError = standardErrorOf(pooled, 0);
  return { months, betweenVariance, segments, pool: { loans: all.length, balanceYuan, receiptsYuan, receiptCount, rate, standardError, shares: pooled.share } };
}

/** Loans by segment, in order of the names. */
export function segmentsOf(loans: readonly LoanExperience[]): [string, LoanExperience[]][] {
  const bySegment = new Map<string, LoanExperience[]>();
  for (const loan of loans) {
    const others = bySegment.get(loan.segment);
    if (others === undefined) bySegment.set(loan.segment, [loan]);
    else others.push(loan);
  }
  return [...bySegment].sort(([one], [other]) => (one < other ? -1 : 1));
}

function ownRates(segment: string, loans: readonly LoanExperience[], months: number): OwnRates {
  const shares = monthlyShares(loans, months);
  let [balanceYuan, receiptsYuan, receiptCount, squares] = [0, 0, 0, 0];
  for (const loan of loans) {
    balanceYuan += loan.balanceYuan;
    squares += loan.balanceYuan ** 2;
    for (const { month, yuan } of loan.receipts) {
      receiptsYuan += yuan;
      if (yuan > 0 && month <= Math.min(months, loan.observedMonths)) receiptCount += 1;
    }
  }
  const scatter = influences(loans, shares).reduce((sum, pull) => sum + pull * pull, 0);
  const concentration = balanceYuan > 0 ? squares / balanceYuan ** 2 : 0;
  return { segment, loans, balanceYuan, receiptsYuan, receiptCount, share: shares.share, rate: sumOf(shares.share), scatter, concentration };
}

/** A segment of which nobody was watched through a month has the pool's share there. */
function filledByPool(own: OwnRates, pooled: OwnRates, months: number): OwnRates {
  const watched = own.loans.reduce((most, { observedMonths }) => Math.max(most, observedMonths), 0);
  if (watched >= months) return own;
  const share = own.share.map((one, month) => (month > watched ? pooled.share[month] : one));
  return { ...own, share, rate: sumOf(share) };
}

/** σ²: variance of what one loan brings, per yuan of its balance, around its segment's rate. */
function varianceOfFile(own: readonly OwnRates[], count: number): number {
  if (count <= own.length) return 0;
  let [squared, squares] = [0, 0];
  for (const { scatter, balanceYuan, concentration } of own) {
    squared += scatter * balanceYuan ** 2;
    squares += concentration * balanceYuan ** 2;
  }
  return squares > 0 ? ((count / (count - own.length)) * squared) / squares : 0;
}

function standardErrorOf({ loans, scatter, concentration }: OwnRates, perLoanVariance: number): number | null {
  const count = loans.length;
  if (count < 2) return null;
  const ownVariance = (count / (count - 1)) * scatter;
  if (perLoanVariance === 0) return Math.sqrt(ownVariance);
  return Math.sqrt(((count - 1) * ownVariance + PRIOR_LOANS * perLoanVariance * concentration) / (count - 1 + PRIOR_LOANS));
}

function varianceBetween(own: readonly OwnRates[], errors: readonly (number | null)[]): number {
  const told = own.flatMap(({ rate }, at) => {
    const error = errors[at];
    return error === null ? [] : [{ rate, error }];
  });
  if (told.length < 2) return 0;
  if (told.every(({ error }) => error === 0)) return varianceOf(told.map(({ rate }) => rate));
  const known = told.flatMap(({ rate, error }) => (error > 0 ? [{ rate, weight: 1 / error ** 2 }] : []));
  if (known.length < 2) return 0;
  const weights = known.reduce((sum, { weight }) => sum + weight, 0);
  const mean = known.reduce((sum, { rate, weight }) => sum + weight * rate, 0) / weights;
  const spread = known.reduce((sum, { rate, weight }) => sum + weight * (rate - mean) ** 2, 0);
  const squares = known.reduce((sum, { weight }) => sum + weight * weight, 0);
  return Math.max(0, (spread - (known.length - 1)) / (weights - squares / weights));
}

function varianceOf(rates: readonly number[]): number {
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  return rates.reduce((sum, rate) => sum + (rate - mean) ** 2, 0) / (rates.length - 1);
}

/** Z; where segments don't differ, or an error is not known, the pool is believed. */
function weightOf(error: number | null, betweenVariance: number, segments: number): number | null {
  if (segments === 1) return null;
  return error === null || betweenVariance === 0 ? 0 : betweenVariance / (betweenVariance + error ** 2);
}

function shrunk(
  { segment, loans, balanceYuan, receiptsYuan, receiptCount, rate, share }: OwnRates,
  standardError: number | null,
  weight: number | null,
  pooled: OwnRates,
): SegmentRates {
  const believed = weight ?? 0;
  const shrunkShares = share.map((one, month) => believed * one + (1 - believed) * pooled.share[month]);
  return { segment, loans: loans.length, balanceYuan, receiptsYuan, receiptCount, rate, standardError, weight, shrunkRate: sumOf(shrunkShares), shrunkShares };
}

const sumOf = (shares: Float64Array): number => shares.reduce((sum, share) => sum + share, 0);
