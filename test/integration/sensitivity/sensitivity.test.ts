import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ScenarioInput } from "../../../shared/contract/scenario-channels.ts";
import type { PricingResult } from "../../../shared/domain/pricing-results.ts";
import { defaultGapRanges, defaultGridAxes, defaultTornadoRanges, unshifted } from "../../../shared/domain/scenario-defaults.ts";
import { openTestDesk, type TestDesk, testDeal } from "../pricing/test-desk.ts";

let desk: TestDesk;
let dealId: number;
let result: PricingResult;

beforeAll(async () => {
  desk = openTestDesk();
  dealId = (await desk.deals.openSample()).id;
  const { assumptions, cases } = await desk.assumptions.model(dealId);
  result = await desk.pricing.price(dealId, { assumptions, cases, bidPriceFen: null });
});
afterAll(() => desk.close());

const slump: ScenarioInput = { name: "房价下跌20%", shifts: { all: { ...unshifted, collateralValueShift: -0.2 }, segments: {} } };

describe("analyses of the latest pricing, in the worker", () => {
  it("give the tornado and the grid of the base case", async () => {
    const tornado = await desk.sensitivity.tornado({ dealId, caseName: "base", ranges: defaultTornadoRanges, measure: "maxBid" });
    expect(tornado.start.maxBidFen).toBe(result.cases[1]?.maxBidFen);
    expect(tornado.bars[0]?.low.cell.maxBidFen).not.toBe(tornado.bars[0]?.high.cell.maxBidFen);
    const grid = await desk.sensitivity.grid({ dealId, caseName: "base", axes: defaultGridAxes });
    const at = (grid.down.startIndex ?? 0) * grid.across.shifts.length + (grid.across.startIndex ?? 0);
    expect(grid.cells[at]?.maxBidFen).toBe(result.cases[1]?.maxBidFen);
  });

  it("say how far collateral may fall before 8 % are missed, and how much of a scenario it takes", async () => {
    const target = { kind: "irr", rate: 0.08 } as const;
    const { crossings, holdsAtStart } = await desk.sensitivity.breakEven({ dealId, caseName: "base", driver: "collateralValueShift", target });
    expect(holdsAtStart).toBe(true);
    expect(crossings[0]?.cell.irr).toBeCloseTo(0.08, 6);
    const { id } = await desk.scenarios.save(dealId, null, slump);
    const stress = await desk.sensitivity.reverseStress({ dealId, caseName: "base", scenarioId: id, target });
    expect(stress.crossings[0]?.at).toBeCloseTo((crossings[0]?.at ?? 0) / -0.2, 6);
    const other = await desk.deals.create(testDeal);
    await expect(desk.sensitivity.reverseStress({ dealId: other.id, caseName: "base", scenarioId: id, target })).rejects.toMatchObject({
      code: "scenario.notFound",
    });
    await desk.scenarios.remove(id);
  });

  it("price the gaps that the tape left, dearest first", async () => {
    const { maxBidFen, tags, unpriced } = await desk.sensitivity.gaps({ dealId, caseName: "base", ranges: defaultGapRanges });
    expect(maxBidFen).toBe(result.cases[1]?.maxBidFen);
    expect([...tags, ...unpriced].map(({ rule, loans }) => `${rule} ${loans}`).toSorted()).toEqual(
      result.fills.map(({ rule, loans }) => `${rule} ${loans}`).toSorted(),
    );
    expect(tags[0]?.spreadFen).toBeGreaterThan(0);
  });

  it("say what each price earns, and whose loans the value comes from", async () => {
    const { points, maxBidFen, hurdleRate } = await desk.sensitivity.priceCurve({ dealId, caseName: "base" });
    expect(maxBidFen).toBe(result.cases[1]?.maxBidFen);
    expect(points.find(({ priceFen }) => priceFen === maxBidFen)?.irr).toBeCloseTo(hurdleRate, 7);
    const { debtors, largest, ...sums } = await desk.pricing.debtorShares(dealId, "base");
    // No loan of the sample leaves its debtor out.
    expect(debtors).toBe(result.totals.debtors);
    expect(sums.claimFen).toBe(result.totals.claimFen);
    const loans = await desk.pricing.loans(dealId, {
      caseName: "base",
      offset: 0,
      limit: 500,
      sortBy: "contractNo",
      descending: false,
      search: largest[0]?.debtorName ?? "",
    });
    expect(loans.rows.reduce((sum, loan) => sum + loan.presentValueFen, 0) / (largest[0]?.presentValueFen ?? 0)).toBeCloseTo(1, 8);
    expect(largest).toEqual(largest.toSorted((left, right) => right.presentValueFen - left.presentValueFen));
  });

  it("end an older question of the same kind when a newer one comes", async () => {
    const ask = (count: number) =>
      desk.sensitivity.grid({ dealId, caseName: "base", axes: { ...defaultGridAxes, across: { ...defaultGridAxes.across, count } } });
    const [older, newer] = await Promise.allSettled([ask(21), ask(2)]);
    expect(older).toMatchObject({ status: "rejected", reason: { code: "job.cancelled" } });
    expect(newer.status).toBe("fulfilled");
  });
});
