import { calibrateRates, type SegmentRates } from "../calibration/calibrate-rates.ts";
import type { LoanExperience } from "../calibration/loan-experience.ts";

/** A debtor as the model values it, and as the desk does where it has worked on it; yuan, net of costs at cut-off. */
export interface ValuedDebtor {
  /** Tells it apart from the others. */
  readonly key: string;
  readonly stratum: string;
  readonly modelYuan: number;
  /** Null: not underwritten. */
  readonly ownYuan: number | null;
}

/** What the desk's own work says of the model in one stratum. */
interface StratumRatio {
  readonly stratum: string;
  readonly underwritten: number;
  readonly rest: number;
  /** Model's value of the rest, yuan. */
  readonly restYuan: number;
  /** Σ own ÷ Σ model of the stratum's underwritten debtors; null where it has none. */
  readonly ratio: number | null;
  /** Of that ratio; null for fewer than two. */
  readonly standardError: number | null;
  /** Credibility of the stratum's own ratio, 0 … 1; the rest is the pool's. */
  readonly weight: number;
  /** Ratio that is applied to the rest, and its standard error. */
  readonly shrunkRatio: number;
  readonly shrunkError: number;
}

export interface Extrapolation {
  readonly underwritten: number;
  readonly rest: number;
  /** Own value of the underwritten, model's value of the rest, the same after the ratios; yuan. */
  readonly ownYuan: number;
  readonly restYuan: number;
  readonly extrapolatedYuan: number;
  /** ownYuan + extrapolatedYuan: what all debtors come to. */
  readonly totalYuan: number;
  /** Of the extrapolated part: error of the ratios, and scatter of single debtors around them. */
  readonly standardErrorYuan: number;
  /** Ratio of all underwritten debtors, and its standard error. */
  readonly poolRatio: number;
  readonly poolError: number;
  readonly strata: readonly StratumRatio[];
}

/** Fewer say nothing of scatter. */
const FEWEST_UNDERWRITTEN = 5;

/**
 * Extends the desk's own estimates to the debtors that it has not worked on (外推, CAPABILITIES (g)): the ratio own ÷ model by
 * stratum, shrunk towards that of all strata as thin segments of own recoveries are (`calibrateRates`: Bühlmann's credibility
 * from variances within and between), times the model's value of the rest.
 *
 * Error² of the total = Σ Z · SE² · M² (the strata's own) + (Σ (1 − Z) · M)² · SE₀² (the pool's, shared by all) + σ² · Σ m²
 * (single debtors around their ratio, σ² = SE₀² · (Σ m)² ÷ Σ m² of the sample), M the model's value of a stratum's rest, Z its
 * credibility. Debtors whose model value is not above 0 tell no ratio; those among the rest keep it.
 * @returns null where fewer than five underwritten debtors have a model value above 0
 */
export function extrapolate(debtors: readonly ValuedDebtor[]): Extrapolation | null {
  const underwritten = debtors.filter(({ ownYuan }) => ownYuan !== null);
  const sample = underwritten.filter(({ modelYuan }) => modelYuan > 0);
  if (sample.length < FEWEST_UNDERWRITTEN) return null;
  const { pool, segments } = calibrateRates(sample.map(experienceOf), 1);
  const poolError = pool.standardError ?? 0;
  const known = new Map(segments.map((one) => [one.segment, one]));
  const rest = debtors.filter(({ ownYuan }) => ownYuan === null);
  const strata = [...new Set(debtors.map(({ stratum }) => stratum))].toSorted().map((stratum) => {
    const its = rest.filter((one) => one.stratum === stratum);
    return ratioOf(stratum, known.get(stratum), its, { ratio: pool.rate, error: poolError });
  });
  const kept = rest.filter(({ modelYuan }) => modelYuan <= 0).reduce((sum, { modelYuan }) => sum + modelYuan, 0);
  const extrapolatedYuan = strata.reduce((sum, { restYuan, shrunkRatio }) => sum + restYuan * shrunkRatio, kept);
  const ownYuan = underwritten.reduce((sum, one) => sum + (one.ownYuan ?? 0), 0);
  return {
    underwritten: underwritten.length,
    rest: rest.length,
    ownYuan,
    restYuan: strata.reduce((sum, { restYuan }) => sum + restYuan, kept),
    extrapolatedYuan,
    totalYuan: ownYuan + extrapolatedYuan,
    standardErrorYuan: errorOf(strata, sample, rest, poolError),
    poolRatio: pool.rate,
    poolError,
    strata,
  };
}

/** A debtor as an experience of one month: what was owed is the model's value, what came in is the desk's. */
function experienceOf({ key, stratum, modelYuan, ownYuan }: ValuedDebtor): LoanExperience {
  return { key, segment: stratum, balanceYuan: modelYuan, observedMonths: 1, receipts: [{ month: 1, yuan: ownYuan ?? 0 }] };
}

function ratioOf(
  stratum: string,
  own: SegmentRates | undefined,
  rest: readonly ValuedDebtor[],
  pool: { readonly ratio: number; readonly error: number },
): StratumRatio {
  // The only stratum is the pool itself.
  const weight = own === undefined ? 0 : (own.weight ?? 0);
  const ownError = own?.standardError ?? null;
  return {
    stratum,
    underwritten: own?.loans ?? 0,
    rest: rest.length,
    restYuan: rest.reduce((sum, { modelYuan }) => sum + Math.max(0, modelYuan), 0),
    ratio: own?.rate ?? null,
    standardError: ownError,
    weight,
    shrunkRatio: own?.shrunkRate ?? pool.ratio,
    shrunkError: Math.sqrt(weight * (ownError ?? 0) ** 2 + ((1 - weight) * pool.error) ** 2),
  };
}

function errorOf(strata: readonly StratumRatio[], sample: readonly ValuedDebtor[], rest: readonly ValuedDebtor[], poolError: number): number {
  const ofStrata = strata.reduce((sum, { weight, standardError, restYuan }) => sum + weight * ((standardError ?? 0) * restYuan) ** 2, 0);
  const ofPool = strata.reduce((sum, { weight, restYuan }) => sum + (1 - weight) * restYuan, 0) * poolError;
  const sizes = sample.reduce((sum, { modelYuan }) => sum + modelYuan, 0);
  const squares = (list: readonly ValuedDebtor[]): number => list.reduce((sum, { modelYuan }) => sum + Math.max(0, modelYuan) ** 2, 0);
  const perDebtor = (poolError * sizes) ** 2 / squares(sample);
  return Math.sqrt(ofStrata + ofPool ** 2 + perDebtor * squares(rest));
}
