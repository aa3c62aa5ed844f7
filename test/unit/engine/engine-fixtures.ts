import fc from "fast-check";
import { completeColumns } from "../../../main/engine/complete-columns.ts";
import type { PackageColumns } from "../../../main/engine/engine-types.ts";
import { defaultAssumptionSet } from "../../../main/pricing/default-assumptions.ts";
import type { Assumptions, CaseShifts } from "../../../shared/domain/assumptions.ts";
import { collateralKinds, litigationStages, segments } from "../../../shared/domain/codes.ts";

export const noShifts: CaseShifts = { collateralValue: 0, clearingProbability: 0, delayMonths: 0, cashRecovery: 0, costs: 0, hurdleRate: 0 };

export interface TestItem {
  appraisal: number;
  kind: number;
  rank: number;
  senior: number | null;
  cap: number | null;
}
export interface TestLoan {
  upb: number;
  interest: number;
  fees: number;
  segment: number;
  stage: number;
  items: TestItem[];
}

export function columnsOf(loans: readonly TestLoan[]): PackageColumns {
  const items = loans.flatMap((loan) => loan.items);
  let start = 0;
  return completeColumns({
    loanCount: loans.length,
    upb: Float64Array.from(loans, (loan) => loan.upb),
    interest: Float64Array.from(loans, (loan) => loan.interest),
    fees: Float64Array.from(loans, (loan) => loan.fees),
    segment: Uint8Array.from(loans, (loan) => loan.segment),
    stage: Uint8Array.from(loans, (loan) => loan.stage),
    fillMask: new Uint32Array(loans.length),
    collateralStart: Uint32Array.from([0, ...loans.map((loan) => (start += loan.items.length))]),
    appraisal: Float64Array.from(items, (item) => item.appraisal),
    collateralKind: Uint8Array.from(items, (item) => item.kind),
    lienRank: Uint8Array.from(items, (item) => item.rank),
    seniorClaims: Float64Array.from(items, (item) => item.senior ?? Number.NaN),
    securedCap: Float64Array.from(items, (item) => item.cap ?? Number.NaN),
  });
}

const money = (most: number) => fc.integer({ min: 0, max: most * 100 }).map((fen) => fen / 100);
const share = fc.integer({ min: 0, max: 1000 }).map((mille) => mille / 1000);

const anItem: fc.Arbitrary<TestItem> = fc.record({
  appraisal: money(50_000_000),
  kind: fc.nat(collateralKinds.length - 1),
  rank: fc.integer({ min: 1, max: 4 }),
  senior: fc.option(money(10_000_000)),
  cap: fc.option(money(20_000_000)),
});

const aLoan: fc.Arbitrary<TestLoan> = fc.record({
  upb: money(30_000_000),
  interest: money(10_000_000),
  fees: money(100_000),
  segment: fc.nat(segments.length - 1),
  stage: fc.nat(litigationStages.length - 1),
  items: fc.array(anItem, { maxLength: 5 }),
});

export const somePackage = fc.array(aLoan, { minLength: 1, maxLength: 12 });

const aRound = fc.record({ openingShare: share, clearingProbability: share, priceMultiple: share.map((part) => part * 2), gapMonths: fc.nat(12) });

/** The defaults with what matters to timing, sale and curve drawn at random. */
export const someAssumptions: fc.Arbitrary<Assumptions> = fc
  .record({
    horizonMonths: fc.integer({ min: 1, max: 120 }),
    hurdleRate: fc.integer({ min: -20, max: 60 }).map((percent) => percent / 100),
    closingMonth: fc.nat(130).map((month) => Math.min(120, month)),
    rounds: fc.array(aRound, { minLength: 1, maxLength: 4 }),
    growth: fc.integer({ min: -10, max: 10 }).map((percent) => percent / 100),
    rate: share,
    decay: share,
    lag: fc.nat(20),
    debtForAsset: fc.record({ probability: share, realisationShare: share, gapMonths: fc.nat(24) }),
  })
  .map((drawn) => {
    const base = defaultAssumptionSet.assumptions;
    const corporateSecured = { lagMonths: drawn.lag, firstMonthRate: drawn.rate, monthlyDecay: drawn.decay };
    return {
      ...base,
      horizonMonths: drawn.horizonMonths,
      hurdleRate: drawn.hurdleRate,
      closing: { ...base.closing, closingMonth: drawn.closingMonth },
      collateral: { ...base.collateral, annualGrowth: drawn.growth, rounds: drawn.rounds, debtForAsset: drawn.debtForAsset },
      curves: { ...base.curves, corporateSecured },
    };
  });

export const someShifts: fc.Arbitrary<CaseShifts> = fc.record({
  collateralValue: fc.integer({ min: -50, max: 50 }).map((percent) => percent / 100),
  clearingProbability: fc.integer({ min: -50, max: 100 }).map((percent) => percent / 100),
  delayMonths: fc.integer({ min: -36, max: 36 }),
  cashRecovery: fc.integer({ min: -50, max: 100 }).map((percent) => percent / 100),
  costs: fc.integer({ min: -50, max: 100 }).map((percent) => percent / 100),
  hurdleRate: fc.integer({ min: -5, max: 20 }).map((percent) => percent / 100),
});

/** Relative distance, absolute below one yuan. */
export function distance(left: number, right: number): number {
  return Math.abs(left - right) / Math.max(1, Math.abs(left), Math.abs(right));
}
