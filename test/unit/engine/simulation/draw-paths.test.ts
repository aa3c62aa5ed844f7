import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultAssumptionSet } from "../../../../main/assumptions/default-assumptions.ts";
import { SimulationKernel } from "../../../../main/engine/kernel/simulation-kernel.ts";
import {
  ABOVE_RANGE,
  blockCount,
  PathDrawer,
  type PathResults,
  pathResults,
  type Simulation,
  TOTAL_LOSS,
} from "../../../../main/engine/simulation/draw-paths.ts";
import { planSimulation } from "../../../../main/engine/simulation/plan-simulation.ts";
import type { Assumptions } from "../../../../shared/domain/assumptions.ts";
import { collateralKinds, segments } from "../../../../shared/domain/codes.ts";
import { plainSimulation, type SimulationAssumptions } from "../../../../shared/domain/simulation-assumptions.ts";
import { columnsOf, noFee, noShifts, someAssumptions, somePackage, somePackageOfRoutes, someShifts } from "../engine-fixtures.ts";
import { inverseNormal, referencePathValue, threefry } from "../reference/reference-simulation.ts";

const nothingBetween = (): void => undefined;

/** Draws all paths, block by block in the given order. */
function draw(simulation: Simulation, order?: readonly number[]): PathResults {
  const results = pathResults(simulation.paths);
  const drawer = new PathDrawer(simulation);
  for (const block of order ?? Array.from({ length: blockCount(simulation.paths) }, (_, index) => index)) drawer.drawBlock(block, results, nothingBetween);
  return results;
}

const keyed = <K extends string>(keys: readonly K[], draws: readonly number[]) =>
  Object.fromEntries(keys.map((key, index) => [key, draws[index % draws.length] ?? 0])) as Record<K, number>;

const someSimulation: fc.Arbitrary<SimulationAssumptions> = fc
  .record({
    seed: fc.nat(),
    loadings: fc.array(fc.integer({ min: 0, max: 95 }), { minLength: 1, maxLength: 7 }),
    prices: fc.array(fc.integer({ min: 0, max: 95 }), { minLength: 1, maxLength: 7 }),
    volatilities: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 5 }),
    cash: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 4 }),
    mean: fc.integer({ min: -6, max: 12 }),
    spread: fc.integer({ min: 0, max: 12 }),
    slow: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 95 })),
  })
  .map(({ seed, loadings, prices, volatilities, cash, mean, spread, slow }) => {
    const share = (list: number[]) => list.map((percent) => percent / 100);
    return {
      paths: 200,
      seed,
      confidence: 0.8,
      eventLoading: keyed(segments, share(loadings)),
      priceLoading: keyed(segments, share(prices)),
      valueVolatility: keyed(collateralKinds, share(volatilities)),
      cashVolatility: keyed(segments, share(cash)),
      delay: { meanMonths: mean, spreadMonths: spread, loading: slow / 100 },
    };
  });

/** Largest distance of a path from the reference, relative to the package's claims. */
function worstDistance(input: Parameters<typeof referencePathValue>[0], paths: readonly number[]): number {
  const { simulation } = planSimulation({ columns: columnsOf(input.loans), assumptions: input.assumptions, shifts: input.shifts, priceFen: 100 });
  const { presentValue } = draw(simulation);
  const rate = input.assumptions.hurdleRate + input.shifts.hurdleRateShift;
  const claims = input.loans.reduce((sum, loan) => sum + loan.upb + loan.interest + loan.fees, 1e6);
  const scale = claims * Math.max(1, (1 + rate) ** -10);
  return Math.max(...paths.map((path) => Math.abs((presentValue[path] ?? Number.NaN) - referencePathValue(input, path)) / scale));
}

const withSimulation = (assumptions: Assumptions, simulation: SimulationAssumptions): Assumptions => ({ ...assumptions, simulation });

/** Terms of the transition period: the seller's share, an entered amount, agreed costs. */
const someTransition: fc.Arbitrary<Assumptions["transition"]> = fc.record({
  sellerShare: fc.constantFrom(0, 0.3, 1),
  collectedYuan: fc.constantFrom(null, null, 0, 400_000),
  reimbursedYuan: fc.constantFrom(0, 25_000),
});

describe("the random numbers", () => {
  it("are Threefry-2x32 with 20 rounds, by the published test vectors", () => {
    expect(threefry([0, 0], [0, 0])).toEqual([0x6b200159, 0x99ba4efe]);
    expect(threefry([0xffffffff, 0xffffffff], [0xffffffff, 0xffffffff])).toEqual([0x1cb996fc, 0xbb002be7]);
    expect(threefry([0x243f6a88, 0x85a308d3], [0x13198a2e, 0x03707344])).toEqual([0xc4923a9c, 0x483df7a0]);
  });

  it("are the same words and normal numbers in the kernel", () => {
    const kernel = new SimulationKernel({ seed: 0x4e504c31, rowBytes: 0, listCount: 1, levelSpreads: [], delays: null, sales: null });
    for (const counter of [0, 1, 77, 0x40000003, 0xffffffff]) {
      const words = kernel.drawFirstWords(counter, 512).slice();
      const normals = kernel.drawPairs(counter, 512).slice();
      for (let path = 0; path < 256; path++) {
        const [first, second] = threefry([counter, 512 + path], [0x4e504c31, 1]);
        expect(words[path]).toBe(first);
        expect(normals[path]).toBeCloseTo(inverseNormal((first + 0.5) / 2 ** 32), 11);
        expect(normals[256 + path]).toBeCloseTo(inverseNormal((second + 0.5) / 2 ** 32), 11);
      }
    }
  });

  it("invert the normal distribution at textbook points", () => {
    expect(inverseNormal(0.975)).toBeCloseTo(1.959963984540054, 12);
    expect(inverseNormal(1e-20)).toBeCloseTo(-9.262340089798409, 9);
    const kernel = new SimulationKernel({ seed: 0, rowBytes: 0, listCount: 1, levelSpreads: [], delays: null, sales: null });
    const list = Float64Array.of(0.5, 0.025, 0.9, 1e-9, 1 - 1e-9);
    const expected = Array.from(list, inverseNormal);
    kernel.invertNormal(list);
    for (const [index, normal] of list.entries()) expect(normal).toBeCloseTo(expected[index] ?? 0, 12);
  });
});

const zero = <K extends string>(keys: readonly K[]) => keyed(keys, [0]);
const plainItem = { appraisal: 1e7, kind: 0, rank: 1, senior: null, cap: null };
const plainLoan = { upb: 1e7, interest: 0, fees: 0, segment: 0, stage: 3, items: [plainItem] };
const planned = (loans: Parameters<typeof columnsOf>[0], assumptions: Assumptions) =>
  planSimulation({ columns: columnsOf(loans), assumptions, shifts: noShifts, priceFen: 100 });

describe("a path", () => {
  it("is what the slow reference works out, with every feature drawn", () => {
    fc.assert(
      fc.property(somePackage, someAssumptions, someShifts, someSimulation, someTransition, (loans, assumptions, shifts, simulation, transition) => {
        const input = { loans, assumptions: { ...withSimulation(assumptions, simulation), transition }, shifts };
        expect(worstDistance(input, [0, 1, 2, 3, 50, 199])).toBeLessThan(1e-9);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  it("is what the slow reference works out on packages with every route", () => {
    fc.assert(
      fc.property(somePackageOfRoutes, someAssumptions, someShifts, someSimulation, someTransition, (loans, assumptions, shifts, simulation, transition) => {
        const input = { loans, assumptions: { ...withSimulation(assumptions, simulation), transition }, shifts };
        expect(worstDistance(input, [0, 1, 99, 199])).toBeLessThan(1e-9);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  it("does not change where loans that are worked out together change places", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), someAssumptions, someSimulation, (order, assumptions, simulation) => {
        // One shared asset, each loan of a segment of its own: first loan and first row stay what they are.
        const loans = order.map((segment) => ({ ...plainLoan, segment, upb: 1e6 * (segment + 1), items: [{ ...plainItem, rank: segment + 1, asset: 1 }] }));
        const pathsOf = (those: typeof loans) => draw(planned(those, withSimulation(assumptions, simulation)).simulation).presentValue;
        const [left, right] = [pathsOf(loans), pathsOf([...loans].sort((one, other) => one.segment - other.segment))];
        for (const [path, value] of left.entries()) expect(Math.abs(value - (right[path] ?? 0)) / 1e7).toBeLessThan(1e-9);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  it("lets the buyer keep of a sale what its own month says, by row as by group", () => {
    const simulation = { ...plainSimulation, paths: 2000, valueVolatility: zero(collateralKinds), delay: { meanMonths: 0, spreadMonths: 8, loading: 0 } };
    const { assumptions } = defaultAssumptionSet;
    const early = {
      ...withSimulation(assumptions, simulation),
      closing: { ...assumptions.closing, closingMonth: 6 },
      transition: { ...assumptions.transition, sellerShare: 1 },
    };
    const byRow = { ...plainLoan, estimate: { haircut: 0, probability: 1, months: 4 } };
    // A second item that is worth nothing makes a group of the loan.
    const byGroup = { ...byRow, items: [plainItem, { ...plainItem, appraisal: 0 }] };
    const drawn = [byRow, byGroup].map((loan) => draw(planned([loan], early).simulation).presentValue);
    const shares = drawn.map((values) => values.filter((value) => value > 1e6).length / values.length);
    expect(shares[0]).toBeGreaterThan(0.2);
    expect(shares[0]).toBeLessThan(0.6);
    expect(shares[1]).toBe(shares[0]);
  });

  it("never collects more than the claim from collateral and a guarantor with a cap", () => {
    const { assumptions } = defaultAssumptionSet;
    const free = {
      ...withSimulation(assumptions, { ...plainSimulation, paths: 1000 }),
      hurdleRate: 0,
      guarantors: { probability: 0.8, recoveryRate: 0.9, firstMonth: 6, windowMonths: 12, unnamedCount: 0 },
      costs: { ...assumptions.costs, servicerRateCollateral: 0, counselRateCollateral: 0, servicerRateGuarantor: 0, fileCostYuan: 0, overheadYuanPerMonth: 0 },
    };
    const loan = { ...plainLoan, upb: 4e6, items: [{ ...plainItem, appraisal: 2e7 }], guarantors: [{ cap: 4e6, isExpired: false }] };
    const values = draw(planned([loan], free).simulation).presentValue;
    expect(Math.max(...values)).toBeLessThanOrEqual(4e6 + 0.01);
    expect(values.filter((value) => value > 4e6 - 1e5).length).toBeGreaterThan(100);
  });
});

describe("many paths", () => {
  /** Loans alike whose item is realised with a probability of its own, at prices and on dates as planned. */
  function drawAlike(loanCount: number, probability: number, loading: number, sigma: number, changed: Partial<SimulationAssumptions> = {}): Float64Array {
    const loan = { ...plainLoan, items: [{ ...plainItem, appraisal: 1e6 }], estimate: { haircut: 0, probability, months: 12 } };
    const simulation = {
      ...plainSimulation,
      paths: 20_000,
      eventLoading: keyed(segments, [loading]),
      priceLoading: zero(segments),
      cashVolatility: zero(segments),
      valueVolatility: keyed(collateralKinds, [sigma]),
      delay: { meanMonths: 0, spreadMonths: 0, loading: 0 },
      ...changed,
    };
    const loans = Array.from({ length: loanCount }, () => loan);
    const { simulation: drawn, exactPresentValueYuan } = planned(loans, withSimulation(defaultAssumptionSet.assumptions, simulation));
    exact = exactPresentValueYuan;
    return draw(drawn).presentValue;
  }
  let exact = 0;
  const meanOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviationOf = (values: Float64Array) => {
    const mean = meanOf(values);
    return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
  };

  it.each([0, 0.15, 0.6])("realise collateral as often as its probability says, at a loading of %f", (loading) => {
    const values = drawAlike(1, 0.3, loading, 0);
    const highest = Math.max(...values.subarray(0, 1000));
    const share = values.filter((value) => value > highest - 1).length / values.length;
    expect(Math.abs(share - 0.3)).toBeLessThan(4 * Math.sqrt((0.3 * 0.7) / values.length));
  });

  it("have the exact present value as their mean, also at random prices where no claim caps them", () => {
    for (const sigma of [0, 0.3]) {
      const values = drawAlike(50, 0.4, 0.15, sigma);
      expect(Math.abs(meanOf(values) - exact)).toBeLessThan((4 * deviationOf(values)) / Math.sqrt(values.length));
    }
  });

  it.each([
    [0.15, 0.3],
    [0.6, 0.9],
  ])("have the exact present value as their mean where one factor moves sales and prices, at loadings of %f and %f", (loading, priceLoading) => {
    const values = drawAlike(50, 0.4, loading, 0.3, { priceLoading: keyed(segments, [priceLoading]) });
    expect(Math.abs(meanOf(values) - exact)).toBeLessThan((4 * deviationOf(values)) / Math.sqrt(values.length));
  });

  it("come as late on average whether or not the factor delays them, and spread further where it also moves prices", () => {
    const late = (loading: number) => ({ delay: { meanMonths: 0, spreadMonths: 6, loading } });
    const alone = meanOf(drawAlike(50, 0.4, 0.3, 0, late(0)));
    const together = drawAlike(50, 0.4, 0.3, 0, late(0.8));
    expect(Math.abs(meanOf(together) - alone)).toBeLessThan((4 * deviationOf(together)) / Math.sqrt(together.length));
    const prices = { priceLoading: keyed(segments, [0.8]) };
    const [free, slow] = [0, 0.8].map((loading) => deviationOf(drawAlike(50, 0.4, 0.3, 0.4, { ...prices, ...late(loading) })));
    expect(slow).toBeGreaterThan(1.03 * (free ?? 0));
  });

  it.each([0.2, 0.5])("have the exact present value as their mean at a cash volatility of %f, though one small loan soon collects its claim", (kappa) => {
    const curveLoan = { ...plainLoan, segment: 2, stage: 0, upb: 1e6, items: [], ownCurve: { rate: 0.001, decay: 0.97 } };
    const simulation = { ...plainSimulation, paths: 20_000, cashVolatility: keyed(segments, [kappa]) };
    const assumptions = withSimulation(defaultAssumptionSet.assumptions, simulation);
    const many = Array.from({ length: 100 }, () => curveLoan);
    const without = draw(planned(many, assumptions).simulation).presentValue;
    const small = planned([...many, { ...curveLoan, upb: 1, ownCurve: { rate: 0.032, decay: 0.97 } }], assumptions);
    const values = draw(small.simulation).presentValue;
    expect(Math.abs(meanOf(values) - small.exactPresentValueYuan)).toBeLessThan((4 * deviationOf(values)) / Math.sqrt(values.length));
    expect(deviationOf(values) / deviationOf(without)).toBeCloseTo(1, 6);
  });

  it("have at most the exact present value as their mean where guarantors have caps", () => {
    const loan = { ...plainLoan, guarantors: [{ cap: 5e6, isExpired: false }] };
    const simulation = { ...plainSimulation, paths: 20_000, valueVolatility: zero(collateralKinds), cashVolatility: zero(segments) };
    const { simulation: drawn, exactPresentValueYuan } = planned(
      Array.from({ length: 20 }, () => loan),
      withSimulation(defaultAssumptionSet.assumptions, { ...simulation, delay: { meanMonths: 0, spreadMonths: 0, loading: 0 } }),
    );
    const values = draw(drawn).presentValue;
    const error = deviationOf(values) / Math.sqrt(values.length);
    expect(meanOf(values) - exactPresentValueYuan).toBeLessThan(4 * error);
    expect(meanOf(values) / exactPresentValueYuan).toBeGreaterThan(0.97);
  });

  it("are a total loss where nothing comes back, and above any rate where nothing is paid", () => {
    const { assumptions } = defaultAssumptionSet;
    const simulation = { ...plainSimulation, paths: 2000, valueVolatility: zero(collateralKinds), delay: { meanMonths: 0, spreadMonths: 0, loading: 0 } };
    const loan = { ...plainLoan, estimate: { haircut: 0, probability: 0.3, months: 12 }, ownCurve: { rate: 0, decay: 0 } };
    const free = {
      ...withSimulation(assumptions, simulation),
      closing: { ...assumptions.closing, dealCostYuan: 0 },
      costs: { ...assumptions.costs, fileCostYuan: 0, overheadYuanPerMonth: 0 },
      courtFees: { ...assumptions.courtFees, acceptance: noFee, preservation: noFee, enforcement: noFee },
    };
    const ratesAt = (priceFen: number) => draw(planSimulation({ columns: columnsOf([loan]), assumptions: free, shifts: noShifts, priceFen }).simulation).irr;
    const paid = ratesAt(3e8);
    const losses = paid.filter((rate) => rate === TOTAL_LOSS).length;
    expect(Math.abs(losses / 2000 - 0.7)).toBeLessThan(4 * Math.sqrt(0.21 / 2000));
    expect(paid.filter((rate) => rate > -0.99 && rate < 10).length).toBe(2000 - losses);
    const forNothing = ratesAt(0);
    // Nothing paid and nothing received: no flows at all, so no rate of any kind.
    expect(forNothing.filter((rate) => rate === ABOVE_RANGE).length).toBe(2000 - losses);
    expect(forNothing.filter((rate) => Number.isNaN(rate)).length).toBe(losses);
  });

  it("spread as independent sales do without a loading, and far more with one", () => {
    const [alone, together] = [deviationOf(drawAlike(100, 0.5, 0, 0)), deviationOf(drawAlike(100, 0.5, 0.3, 0))];
    const single = deviationOf(drawAlike(1, 0.5, 0, 0));
    // 100 independent sales: ten times the spread of one.
    expect(alone / single).toBeGreaterThan(9.7);
    expect(alone / single).toBeLessThan(10.3);
    // One-factor model, p = 1/2: the correlation of two events is (2/π)·arcsin ρ.
    const correlation = (2 / Math.PI) * Math.asin(0.3);
    expect(together / single / Math.sqrt(100 + 9900 * correlation)).toBeGreaterThan(0.97);
    expect(together / single / Math.sqrt(100 + 9900 * correlation)).toBeLessThan(1.03);
  });
});
