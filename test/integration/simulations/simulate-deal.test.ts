import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { blockCount, PathDrawer, type Simulation } from "../../../main/engine/simulation/draw-paths.ts";
import { planSimulation } from "../../../main/engine/simulation/plan-simulation.ts";
import { pathWork } from "../../../main/engine/simulation/simulate-paths.ts";
import type { DealModel } from "../../../shared/contract/assumption-channels.ts";
import { simulationJobId } from "../../../shared/contract/simulation-channels.ts";
import type { SimulationAssumptions } from "../../../shared/domain/simulation-assumptions.ts";
import { openTestDesk, type TestDesk } from "../pricing/test-desk.ts";

let desk: TestDesk;
let dealId: number;
let model: DealModel;

beforeAll(async () => {
  desk = openTestDesk();
  dealId = (await desk.deals.openSample()).id;
  model = await desk.assumptions.model(dealId);
});
afterAll(() => desk.close());
beforeEach(() => {
  desk.jobEvents.length = 0;
});

/** Prices the sample with some of the simulation's assumptions changed. */
async function priceWith(change: Partial<SimulationAssumptions>) {
  const assumptions = { ...model.assumptions, simulation: { ...model.assumptions.simulation, ...change } };
  return desk.pricing.price(dealId, { assumptions, cases: model.cases, bidPriceFen: null });
}

async function planned(paths: number) {
  await priceWith({ paths });
  const { loaded, terms, output } = await desk.pricing.latest(dealId);
  return planSimulation({
    columns: loaded.columns,
    assumptions: terms.assumptions,
    shifts: terms.cases.base,
    priceFen: output.result.bidPriceFen,
  });
}

/** Draws the blocks in the order given, in this thread. */
function drawInOrder(simulation: Simulation, blocks: readonly number[]) {
  const { results } = pathWork(simulation);
  const drawer = new PathDrawer(simulation);
  for (const block of blocks) drawer.drawBlock(block, results, () => undefined);
  return results;
}

const bytesOf = (column: Float64Array) => Buffer.from(column.slice().buffer).toString("hex");

describe("simulating the sample package", () => {
  it("gives the same bytes with two workers as with one thread, and in another order of work", async () => {
    const { simulation } = await planned(1500);
    const blocks = Array.from({ length: blockCount(simulation.paths) }, (_, block) => block);
    const alone = drawInOrder(simulation, blocks);
    const backwards = drawInOrder(simulation, blocks.toReversed());
    expect(bytesOf(backwards.presentValue)).toBe(bytesOf(alone.presentValue));
    expect(bytesOf(backwards.irr)).toBe(bytesOf(alone.irr));
    const [once, twice] = [await desk.simulations.run(dealId), await desk.simulations.run(dealId)];
    expect(twice.distribution).toEqual(once.distribution);
    expect(twice.pathsHash).toBe(once.pathsHash);
    expect(once.pathsHash).toBe(
      createHash("sha256")
        .update(bytesOf(alone.presentValue) + bytesOf(alone.irr), "hex")
        .digest("hex"),
    );
    const sorted = alone.presentValue.slice().sort();
    expect(once.distribution.presentValue.least).toBe(Math.round((sorted[0] ?? 0) * 100));
    expect(once.distribution.presentValue.most).toBe(Math.round((sorted[1499] ?? 0) * 100));
  });

  it("has the exact engine's present value as its mean, where prices and dates are as planned", async () => {
    const zero = <K extends string>(record: Record<K, number>) => Object.fromEntries(Object.keys(record).map((key) => [key, 0])) as Record<K, number>;
    const { simulation } = model.assumptions;
    await priceWith({ paths: 20_000, valueVolatility: zero(simulation.valueVolatility), delay: { meanMonths: 0, spreadMonths: 0, loading: 0 } });
    const { output } = await desk.pricing.latest(dealId);
    const exact = output.result.cases[1]?.presentValueFen ?? 0;
    const { distribution } = await desk.simulations.run(dealId);
    expect(Math.abs(distribution.presentValue.mean - exact)).toBeLessThan(4 * distribution.presentValue.standardError);
    expect(distribution.presentValue.standardError).toBeLessThan(exact / 100);
  });

  it("tells its progress and keeps the result until the model changes", async () => {
    await priceWith({ paths: 3000 });
    const result = await desk.simulations.run(dealId);
    expect(desk.jobEvents[0]).toEqual({ jobId: simulationJobId(dealId), kind: "simulate", state: "running", progress: null });
    expect(desk.jobEvents.at(-1)).toMatchObject({ state: "done", progress: 1 });
    expect(await desk.simulations.state(dealId)).toEqual({ result, isCurrent: true, isRunning: false });
    await priceWith({ paths: 3001 });
    expect(await desk.simulations.state(dealId)).toEqual({ result, isCurrent: false, isRunning: false });
  });

  it("is there after a restart, and again when the model is what it was", async () => {
    await priceWith({ paths: 700 });
    const first = await desk.simulations.run(dealId);
    await priceWith({ paths: 800 });
    const second = await desk.simulations.run(dealId);
    const next = openTestDesk(desk.db.file);
    try {
      const priced = async (paths: number) => {
        const assumptions = { ...model.assumptions, simulation: { ...model.assumptions.simulation, paths } };
        await next.pricing.price(dealId, { assumptions, cases: model.cases, bidPriceFen: null });
        return next.simulations.state(dealId);
      };
      expect(await next.simulations.state(dealId)).toMatchObject({ result: second, isCurrent: false });
      expect(await priced(800)).toEqual({ result: second, isCurrent: true, isRunning: false });
      expect(await priced(700)).toEqual({ result: first, isCurrent: true, isRunning: false });
      expect(await priced(900)).toEqual({ result: second, isCurrent: false, isRunning: false });
    } finally {
      await next.close();
    }
  });

  it("is not that of a package in which a cell was edited since, whatever bid is entered", async () => {
    const assumptions = { ...model.assumptions, simulation: { ...model.assumptions.simulation, paths: 600 } };
    const terms = { assumptions, cases: model.cases, bidPriceFen: 100_000_00 };
    await desk.pricing.price(dealId, terms);
    await desk.simulations.run(dealId);
    expect((await desk.simulations.state(dealId)).isCurrent).toBe(true);
    const { loaded } = await desk.pricing.latest(dealId);
    const cells = [{ rowId: loaded.ids.first, field: "principal" as const, text: "1234567" }];
    await desk.sheet.edit({ dealId, list: "loan", cells, unit: "yuan", why: "", cause: "typed", skipUnreadable: false });
    await desk.pricing.price(dealId, terms);
    expect((await desk.simulations.state(dealId)).isCurrent).toBe(false);
  });

  it("stops within a second when cancelled, and keeps nothing", async () => {
    await priceWith({ paths: 100_000 });
    const before = (await desk.simulations.state(dealId)).result;
    const running = desk.simulations.run(dealId);
    const ended = running.then(
      () => "done",
      (error: unknown) => (error instanceof Error && "code" in error ? String(error.code) : "unknown"),
    );
    await expect.poll(() => desk.jobEvents.some(({ progress }) => (progress ?? 0) > 0), { timeout: 300_000 }).toBe(true);
    const cancelledAt = performance.now();
    desk.simulations.cancel(simulationJobId(dealId));
    expect(await ended).toBe("job.cancelled");
    expect(performance.now() - cancelledAt).toBeLessThan(1000);
    expect((await desk.simulations.state(dealId)).result).toEqual(before);
    expect(desk.jobEvents.at(-1)).toMatchObject({ state: "cancelled" });
  });

  it("lets a pricing through while it runs", async () => {
    await priceWith({ paths: 100_000 });
    const running = desk.simulations.run(dealId).catch(() => null);
    await expect.poll(() => desk.jobEvents.some(({ progress }) => (progress ?? 0) > 0), { timeout: 300_000 }).toBe(true);
    await priceWith({ paths: 99_000 });
    expect((await desk.simulations.state(dealId)).isRunning).toBe(true);
    desk.simulations.cancel(simulationJobId(dealId));
    await running;
  });
});
