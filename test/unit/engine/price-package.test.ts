import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultAssumptionSet } from "../../../main/assumptions/default-assumptions.ts";
import { type PricedPackage, pricePackage } from "../../../main/engine/price-package.ts";
import type { Assumptions, CaseShifts, Cases } from "../../../shared/domain/assumptions.ts";
import { pricingResultSchema } from "../../../shared/domain/pricing-results.ts";
import { columnsOf, distance, noShifts, someAssumptions, somePackage, someShifts, type TestLoan } from "./engine-fixtures.ts";
import { referenceLoan } from "./reference/reference-engine.ts";

const { assumptions: defaults, cases: defaultCases } = defaultAssumptionSet;
const sameCases = (shifts: CaseShifts): Cases => ({ low: shifts, base: shifts, high: shifts });

function price(loans: readonly TestLoan[], assumptions: Assumptions, cases: Cases = sameCases(noShifts), bidPriceFen: number | null = null): PricedPackage {
  return pricePackage({ columns: columnsOf(loans), assumptions, cases, bidPriceFen, debtorCount: loans.length });
}
const baseOf = (priced: PricedPackage) => priced.result.cases[1] ?? expect.fail("no base case");
const sum = (list: ArrayLike<number>): number => Array.from(list).reduce((left, right) => left + right, 0);

describe("pricePackage against the slow reference", () => {
  it("gives every loan and every month the same money", () => {
    fc.assert(
      fc.property(somePackage, someAssumptions, someShifts, (loans, assumptions, shifts) => {
        const priced = price(loans, assumptions, sameCases(shifts));
        const { flows } = baseOf(priced);
        const results = priced.loanResults.base;
        const expected = loans.map((loan) => referenceLoan(loan, assumptions, shifts));
        const hurdle = assumptions.hurdleRate + shifts.hurdleRateShift;
        // What is left after near-full recovery keeps the rounding of the claim, hence errors are measured against the claim.
        let worst = 0;
        const compare = (engine: number | undefined, reference: number, size: number): void => {
          // Math.max keeps a NaN, so a missing number fails too.
          worst = Math.max(worst, Math.abs((engine ?? Number.NaN) - reference) / Math.max(1, size));
        };
        const claims = loans.map((loan) => loan.upb + loan.interest + loan.fees);
        const factors = flows.net.map((_, month) => (1 + hurdle) ** (-month / 12));
        expected.forEach((loan, index) => {
          const claim = claims[index] ?? 0;
          compare(results.collateralRecovery[index], sum(loan.collateral), claim);
          compare(results.cashRecovery[index], sum(loan.cash), claim);
          compare(results.costs[index], sum(loan.costs), claim);
          const net = loan.costs.map((cost, month) => (loan.collateral[month] ?? 0) + (loan.cash[month] ?? 0) - cost);
          compare(results.presentValue[index], sum(net.map((flow, month) => flow * (factors[month] ?? 0))), claim * Math.max(...factors));
        });
        flows.net.forEach((_, month) => {
          const { closingMonth } = assumptions.closing;
          let overhead = 0;
          for (let due = 1; due <= Math.min(assumptions.horizonMonths, assumptions.costs.overheadMonths); due++) {
            if (Math.max(due, closingMonth) === month) overhead += assumptions.costs.overheadYuanPerMonth * (1 + shifts.costsShift);
          }
          compare(flows.collateral[month], sum(expected.map((loan) => loan.collateral[month] ?? 0)), sum(claims));
          compare(flows.cash[month], sum(expected.map((loan) => loan.cash[month] ?? 0)), sum(claims));
          compare(flows.costs[month], overhead + sum(expected.map((loan) => loan.costs[month] ?? 0)), sum(claims));
        });
        expect(worst).toBeLessThan(1e-9);
      }),
      { numRuns: 300 },
    );
  });
});

describe("pricePackage", () => {
  it("returns what the contract allows, without NaN, Infinity or −0", () => {
    fc.assert(
      fc.property(somePackage, someAssumptions, fc.option(fc.nat(1e9)), (loans, assumptions, bid) => {
        const { result } = price(loans, assumptions, defaultCases, bid);
        expect(pricingResultSchema.safeParse(result).success).toBe(true);
        const badLeaves = (node: unknown): unknown[] => {
          if (typeof node === "number") return Number.isFinite(node) && !Object.is(node, -0) ? [] : [node];
          return typeof node === "object" && node !== null ? Object.values(node).flatMap(badLeaves) : [];
        };
        expect(badLeaves(result)).toEqual([]);
      }),
    );
  });

  it("splits the bid price over the loans to the fen", () => {
    fc.assert(
      fc.property(somePackage, someAssumptions, fc.option(fc.nat(1e12)), (loans, assumptions, bid) => {
        const priced = price(loans, assumptions, defaultCases, bid);
        expect(sum(priced.allocatedFen)).toBe(priced.result.bidPriceFen);
        expect(priced.result.bidPriceFen).toBe(bid ?? baseOf(priced).maxBidFen);
      }),
    );
  });

  it("adds loans' present values, less overhead, to the pool's", () => {
    fc.assert(
      fc.property(somePackage, (loans) => {
        const assumptions = { ...defaults, costs: { ...defaults.costs, overheadMonths: 0 } };
        const priced = price(loans, assumptions);
        expect(Math.abs(sum(priced.loanResults.base.presentValue) * 100 - baseOf(priced).presentValueFen)).toBeLessThan(1);
      }),
    );
  });

  it("bids no less for a lower hurdle and never more than the undiscounted net flows", () => {
    fc.assert(
      fc.property(somePackage, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 20 }), (loans, percent, more) => {
        // Net receipts only: no costs that come before the money, so that discounting cannot flatter. A take-over pays prior claims long before its resale.
        const costless = {
          ...defaults,
          costs: { ...defaults.costs, fileCostYuan: 0, overheadYuanPerMonth: 0 },
          timing: { ...defaults.timing, notSued: { ...defaults.timing.notSued, courtFeesMonth: null } },
          collateral: { ...defaults.collateral, debtForAsset: { ...defaults.collateral.debtForAsset, probability: 0 } },
        };
        const at = (hurdleRate: number) => baseOf(price(loans, { ...costless, hurdleRate }));
        const low = at(percent / 100);
        expect(at((percent + more) / 100).maxBidFen).toBeLessThanOrEqual(low.maxBidFen);
        expect(low.maxBidFen).toBeLessThanOrEqual(Math.max(0, low.netCashFlowFen));
      }),
    );
  });

  it("finds the hurdle again as the rate of return at the maximum bid", () => {
    fc.assert(
      fc.property(somePackage, fc.integer({ min: 1, max: 40 }), (loans, percent) => {
        const base = baseOf(price(loans, { ...defaults, hurdleRate: percent / 100 }));
        fc.pre(base.maxBidFen > 1_000_000);
        const { irr } = base.atMaxBid;
        const rates = irr.kind === "one" ? [irr.rate] : irr.kind === "several" ? irr.rates : [];
        expect(rates.some((rate) => Math.abs(rate - percent / 100) < 1e-5)).toBe(true);
        expect(base.atMaxBid.discountedPaybackMonths).not.toBeNull();
      }),
    );
  });

  it("never pays more for more senior claims", () => {
    fc.assert(
      fc.property(somePackage, fc.double({ min: 0, max: 1e7, noNaN: true }), (loans, more) => {
        const before = loans.map((loan) => ({ ...loan, items: loan.items.map((item) => ({ ...item, senior: item.senior ?? 0 })) }));
        const after = before.map((loan) => ({ ...loan, items: loan.items.map((item) => ({ ...item, senior: item.senior + more })) }));
        expect(baseOf(price(after, defaults)).maxBidFen).toBeLessThanOrEqual(baseOf(price(before, defaults)).maxBidFen);
      }),
    );
  });

  it("does not care in which order loans and items come", () => {
    fc.assert(
      fc.property(somePackage, someAssumptions, (loans, assumptions) => {
        const turned = [...loans].reverse().map((loan) => ({ ...loan, items: [...loan.items].reverse() }));
        const [left, right] = [baseOf(price(loans, assumptions)), baseOf(price(turned, assumptions))];
        const worst = left.flows.net.reduce((most, flow, month) => Math.max(most, distance(flow, right.flows.net[month] ?? Number.NaN)), 0);
        expect(worst).toBeLessThan(1e-9);
        expect(Math.abs(left.maxBidFen - right.maxBidFen)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("scales with money where nothing is fixed in yuan", () => {
    fc.assert(
      fc.property(somePackage, fc.constantFrom(2, 10, 1000), (loans, scale) => {
        const noFees = { slices: [{ upToYuan: null, rate: 0.01, fixedYuan: 0 }], capYuan: null };
        const free: Assumptions = {
          ...defaults,
          closing: { ...defaults.closing, dealCostYuan: 0 },
          courtFees: { ...defaults.courtFees, acceptance: noFees, preservation: noFees, enforcement: noFees },
          costs: { ...defaults.costs, fileCostYuan: 0, overheadYuanPerMonth: 0 },
        };
        const times = (yuan: number | null): number | null => (yuan === null ? null : yuan * scale);
        const scaled = loans.map((loan) => ({
          ...loan,
          upb: loan.upb * scale,
          interest: loan.interest * scale,
          fees: loan.fees * scale,
          items: loan.items.map((item) => ({ ...item, appraisal: item.appraisal * scale, senior: times(item.senior), cap: times(item.cap) })),
        }));
        expect(Math.abs(baseOf(price(scaled, free)).maxBidFen - scale * baseOf(price(loans, free)).maxBidFen)).toBeLessThanOrEqual(scale);
      }),
    );
  });

  it("counts filled values and the money that rests on them", () => {
    const loan: TestLoan = { upb: 1e6, interest: 0, fees: 0, segment: 0, stage: 3, items: [{ appraisal: 1e6, kind: 0, rank: 1, senior: 0, cap: null }] };
    const columns = { ...columnsOf([loan, loan]), fillMask: Uint32Array.of(0b1001, 0b0001) };
    const { result } = pricePackage({ columns, assumptions: defaults, cases: defaultCases, bidPriceFen: 1001, debtorCount: 1 });
    expect(result.fills).toEqual([
      { rule: "interestAsZero", loans: 2, allocatedFen: 1001 },
      { rule: "stageAsNotSued", loans: 1, allocatedFen: 501 },
    ]);
  });

  it("prices a package without loans at zero", () => {
    const { result, allocatedFen } = price([], defaults);
    expect(result.bidPriceFen).toBe(0);
    expect(allocatedFen.length).toBe(0);
  });

  it.each([
    [-1, "negative"],
    [1.5, "notWhole"],
  ])("refuses a bid price of %d fen", (bid, code) => {
    expect(() => price([], defaults, defaultCases, bid)).toThrow(expect.objectContaining({ code, field: "bidPriceFen" }));
  });
});
