import { fillRules } from "../../../shared/domain/codes.ts";
import type { PackageColumns } from "../engine-types.ts";
import { priceCase } from "../price-package.ts";
import { gapEnds } from "../sensitivity/gap-fillings.ts";
import type { GapInput } from "../sensitivity/gap-price-tag.ts";
import { carriesRule, packageMedians } from "../sensitivity/package-medians.ts";
import type { Tick } from "../sensitivity/scenario-prices.ts";

/** Variance of a number that lies evenly between two ends: their distance² ÷ 12. */
const EVENLY = 1 / 12;

/**
 * What the seller's list leaves open of each debtor (CAPABILITIES (g): s from gap ranges): for each missing field the whole package
 * is priced with the gap filled at both ends of its range, as the gap price tag does, and what the debtor's present value
 * differs by counts as evenly spread. Gaps are taken as independent of each other, so their variances add up. A debtor with an
 * own estimate has none: no gap moves it.
 *
 * @param debtor [loan] number of its debtor, below `debtors`
 * @returns [debtor] variance of its present value at cut-off, yuan²
 */
export function gapVariance({ columns, assumptions, shifts, ranges, own }: GapInput, debtor: Uint32Array, debtors: number, tick: Tick): Float64Array {
  const variance = new Float64Array(debtors);
  const basis = { assumptions, ranges, medians: packageMedians(columns) };
  const found = fillRules.filter((rule) => columns.fillMask.some((_, loan) => carriesRule(columns, loan, rule)));
  const valuesOf = (filled: PackageColumns, end: "low" | "high", at: (typeof gapEnds)[(typeof fillRules)[number]]): Float64Array =>
    priceCase(filled, at?.assumptionsAt?.(end, basis) ?? assumptions, shifts, undefined, own).loans.presentValue;
  found.forEach((rule, index) => {
    tick(index / found.length);
    const ends = gapEnds[rule];
    if (ends === null) return;
    const [low, high] = [ends.low(columns, basis), ends.high(columns, basis)];
    if (low === null || high === null) return;
    const [worse, better] = [valuesOf(low, "low", ends), valuesOf(high, "high", ends)];
    const range = new Float64Array(debtors);
    for (let loan = 0; loan < columns.loanCount; loan++) range[debtor[loan]] += better[loan] - worse[loan];
    for (let at = 0; at < debtors; at++) variance[at] += EVENLY * range[at] * range[at];
  });
  return variance;
}
