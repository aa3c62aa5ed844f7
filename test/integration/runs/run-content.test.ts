import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unshifted } from "../../../shared/domain/scenario-defaults.ts";
import { corporateTape, openTestDesk, type TestDesk, testDeal } from "../pricing/test-desk.ts";

let desk: TestDesk;
let dealId: number;

/** The sample in a deal of its own, priced, with one scenario. */
async function openPriced(): Promise<number> {
  const { id } = await desk.deals.openSample();
  await desk.pricing.price(id, await desk.assumptions.model(id));
  await desk.scenarios.save(id, null, { name: "房价下跌20%", shifts: { all: { ...unshifted, collateralValueShift: -0.2 }, segments: {} } });
  return id;
}

beforeAll(async () => {
  desk = openTestDesk();
  dealId = await openPriced();
  const { assumptions, ...model } = await desk.assumptions.model(dealId);
  await desk.pricing.price(dealId, { ...model, assumptions: { ...assumptions, simulation: { ...assumptions.simulation, paths: 1000 } } });
});
afterAll(() => desk.close());

describe("what a frozen run holds", () => {
  it("are the scenarios, tornado, grid and simulation that the screens show of the same pricing", async () => {
    const simulated = await desk.simulations.run(dealId);
    const run = await desk.runs.save(dealId, "full");
    const { record } = await desk.runs.runForMemo(run.id);
    const { analyses, bid } = record ?? {};
    const compared = await desk.scenarios.compare(dealId);
    expect(analyses?.scenarios.map(({ name, caseName }) => name ?? caseName)).toEqual(["low", "base", "high", "房价下跌20%"]);
    expect(analyses?.scenarios.map(({ outcome }) => outcome.maxBidFen)).toEqual(compared.columns.map(({ outcome }) => outcome.maxBidFen));
    expect(analyses?.scenarios[1]?.outcome).toMatchObject({ maxBidFen: run.result.cases[1]?.maxBidFen });
    expect(analyses?.tornado.start.maxBidFen).toBe(run.result.cases[1]?.maxBidFen);
    expect(analyses?.grid.cells).toHaveLength(42);
    const { seed, pathsHash, distribution } = simulated;
    expect(analyses?.simulation).toMatchObject({ seed, pathsHash, distribution });
    expect(bid?.figures?.valueFen).toBe(run.result.cases[1]?.maxBidFen);
    expect(await desk.runs.replay(run.id)).toEqual({ runHash: run.runHash, isSame: true });
  });

  it("is without a simulation once the price has moved", async () => {
    const model = await desk.assumptions.model(dealId);
    await desk.pricing.price(dealId, { ...model, bidPriceFen: 1_000_000_000_00 });
    const { id } = await desk.runs.save(dealId, "moved");
    expect((await desk.runs.runForMemo(id)).record?.analyses).toMatchObject({ simulation: null });
    await desk.pricing.price(dealId, model);
  });

  it("does not change where the desk moves on: a scenario renamed, beliefs stated", async () => {
    const run = await desk.runs.save(dealId, "kept");
    const before = (await desk.runs.runForMemo(run.id)).record;
    const [scenario] = await desk.scenarios.list(dealId);
    await desk.scenarios.save(dealId, scenario?.id ?? 0, { name: "另名", shifts: { all: unshifted, segments: {} } });
    expect((await desk.runs.runForMemo(run.id)).record).toEqual(before);
    const after = await desk.runs.save(dealId, "renamed");
    expect(after.contentHash).not.toBe(run.contentHash);
  });
});

describe("the content hash", () => {
  it("is the same whoever saves the run, when and under which name, and however far the deal has come", async () => {
    const first = await desk.runs.save(dealId, "one");
    desk.nameAuthor("王敏");
    const second = await desk.runs.save(dealId, "other", "low");
    expect(second.contentHash).toBe(first.contentHash);
    expect(second.runHash).not.toBe(first.runHash);
    desk.nameAuthor("");
  });

  it("is the same for the same tape read into another deal, whose rows have other ids", async () => {
    const read = async () => {
      const { id } = await desk.deals.create(testDeal);
      await desk.tapes.importAsProposed(id, desk.admit(corporateTape));
      await desk.pricing.price(id, await desk.assumptions.model(id));
      return desk.runs.save(id, "same");
    };
    const [first, second] = [await read(), await read()];
    expect(second.contentHash).toBe(first.contentHash);
    expect(first.inputsHash).toBe(second.inputsHash);
  });

  it("is another one where a source of the assumptions is", async () => {
    const before = await desk.runs.save(dealId, "sourced");
    const [set] = await desk.assumptions.list();
    if (set === undefined) throw new Error("no set");
    const { seeded: _seeded, ...own } = await desk.assumptions.copy(set.id, { nameZh: "本部", nameEn: "Own" });
    await desk.assumptions.update({ ...own, sources: { ...own.sources, hurdleRate: { ...own.sources.hurdleRate, sourceZh: "投委会纪要" } } });
    await desk.pricing.price(dealId, await desk.assumptions.apply(dealId, own.id));
    expect((await desk.runs.save(dealId, "other source")).contentHash).not.toBe(before.contentHash);
  });
});
