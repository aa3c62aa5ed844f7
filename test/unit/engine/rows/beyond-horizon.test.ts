import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultAssumptionSet } from "../../../../main/assumptions/default-assumptions.ts";
import { alone } from "../../../../main/engine/kernel/pricing-kernel.ts";
import { ENGINE_VERSION, pricePackage } from "../../../../main/engine/price-package.ts";
import type { Assumptions, Cases } from "../../../../shared/domain/assumptions.ts";
import { columnsOf, someAssumptions, someKnitPackage, somePackage, somePackageOfRoutes, type TestLoan, withOwn } from "../engine-fixtures.ts";

const { assumptions, cases } = defaultAssumptionSet;
const priced = (loans: readonly TestLoan[], terms: Assumptions, shifts: Cases = cases) =>
  pricePackage({ columns: columnsOf(loans), assumptions: terms, cases: shifts, bidPriceFen: null, debtorCount: 0 }).result;
const aClaim: TestLoan = { upb: 1_000_000, interest: 0, fees: 0, segment: 0, stage: 3, items: [] };

describe("what lies beyond the horizon", () => {
  it("is what the curve collects after it, by a formula", () => {
    // Without security: a claim of 1,000,000 on the curve of its segment, 0.3 % falling by 3 % a month after a lag of 3.
    const curve = { lagMonths: 3, firstMonthRate: 0.003, monthlyDecay: 0.97 };
    const terms = { ...assumptions, curves: { ...assumptions.curves, corporateSecured: curve } };
    const { cases: results } = priced([{ ...aClaim, condition: 1 }], terms);
    const from = 84 - 3;
    const [, base] = results;
    const share = (0.003 * (0.97 ** from - 0.97 ** (240 - 3))) / 0.03;
    expect(base?.beyondHorizon?.lastMonth).toBe(240);
    expect(Math.abs((base?.beyondHorizon?.receiptsFen ?? 0) / 100 - 1_000_000 * share)).toBeLessThan(0.02);
    // The servicer takes its part of it.
    expect(Math.abs((base?.beyondHorizon?.netFen ?? 0) / 100 - 1_000_000 * share * (1 - assumptions.costs.servicerRateCash))).toBeLessThan(0.02);
    // The overhead of a whole package leaves a single claim no price, with or without them.
    expect(base?.beyondHorizon?.bidFen).toBe(0);
  });

  it("holds sales that a slow court puts there, and they take their claim from the cash", () => {
    const house: TestLoan = { ...aClaim, upb: 5_000_000, items: [{ appraisal: 4_000_000, kind: 0, rank: 1, senior: 0, cap: null }] };
    const slow = { ...assumptions, horizonMonths: 4 };
    const [, short] = priced([house], slow).cases;
    expect(short?.collateralRecoveryFen).toBe(0);
    const [, full] = priced([house], { ...assumptions, horizonMonths: 120 }).cases;
    expect(short?.beyondHorizon?.receiptsFen ?? 0).toBeGreaterThan(full?.collateralRecoveryFen ?? Number.NaN);
  });

  it("is what the same package brings more under a longer horizon, whatever it holds", () => {
    // 120 months is the longest that a desk may state: what lies between is the difference of two pricings.
    fc.assert(
      fc.property(fc.oneof(somePackage, somePackageOfRoutes, someKnitPackage, withOwn(somePackageOfRoutes)), someAssumptions, (loans, drawn) => {
        // Whether a suit is worth its fees, and which exit is best, is decided within the horizon; own curves end with it.
        const terms = { ...drawn, suits: { ...drawn.suits, onlyWhereWorthwhile: false }, exits: { ...drawn.exits, mode: "mix" as const } };
        const plain = loans.map((loan) => ({ ...loan, ownCurve: null }));
        const [short, long] = [priced(plain, terms), priced(plain, { ...terms, horizonMonths: 120 })];
        for (const [at, one] of short.cases.entries()) {
          const other = long.cases[at];
          if (one.beyondHorizon === null || other?.beyondHorizon == null) throw new Error("no figure");
          const total = one.grossRecoveryFen + one.beyondHorizon.receiptsFen;
          expect(Math.abs(total - (other.grossRecoveryFen + other.beyondHorizon.receiptsFen))).toBeLessThanOrEqual(8);
          expect(Math.abs(one.maxBidFen + one.beyondHorizon.bidFen - (other.maxBidFen + other.beyondHorizon.bidFen))).toBeLessThanOrEqual(8);
        }
      }),
      { numRuns: 300, seed: 5 },
    );
  });

  it("is all that a pricing lacks which doesn't look at loans again, and is the same to the fen where it has it", () => {
    const seen = { atHand: 0, left: 0 };
    fc.assert(
      fc.property(fc.oneof(somePackage, somePackageOfRoutes, someKnitPackage, withOwn(somePackageOfRoutes)), someAssumptions, (loans, terms) => {
        const input = { columns: columnsOf(loans), assumptions: terms, cases, bidPriceFen: null, debtorCount: 0 };
        const quick = pricePackage(input, alone, "whereAtHand");
        const whole = pricePackage(input);
        for (const [at, one] of quick.result.cases.entries()) {
          seen[one.beyondHorizon === null ? "left" : "atHand"] += 1;
          const told = whole.result.cases[at]?.beyondHorizon;
          expect(told?.lastMonth).toBe(240);
          expect([null, told]).toContainEqual(one.beyondHorizon);
        }
        const without = ({ result }: typeof whole) => ({ ...result, cases: result.cases.map((one) => ({ ...one, beyondHorizon: null })) });
        expect(without(quick)).toEqual(without(whole));
        expect(quick.allocatedFen).toEqual(whole.allocatedFen);
        expect(quick.loanResults).toEqual(whole.loanResults);
      }),
      { numRuns: 200, seed: 7 },
    );
    expect(seen.atHand).toBeGreaterThan(50);
    expect(seen.left).toBeGreaterThan(50);
  });

  it("changes nothing of what is priced next", () => {
    fc.assert(
      fc.property(withOwn(somePackageOfRoutes), someAssumptions, (loans, terms) => {
        const columns = columnsOf(loans);
        const input = { columns, assumptions: terms, cases, bidPriceFen: null, debtorCount: 0 };
        expect(pricePackage(input).result).toEqual(pricePackage(input).result);
      }),
      { numRuns: 60, seed: 6 },
    );
  });

  it("came with engine 2.11", () => expect(Number(ENGINE_VERSION.split(".")[1])).toBeGreaterThanOrEqual(11));
});
