import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ScenarioInput, scenarioLimit } from "../../../shared/contract/scenario-channels.ts";
import { caseNames } from "../../../shared/domain/codes.ts";
import type { PricingResult } from "../../../shared/domain/pricing-results.ts";
import { unshifted } from "../../../shared/domain/scenario-defaults.ts";
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

describe("the scenarios of a deal", () => {
  it("are saved, renamed, copied and removed", async () => {
    const saved = await desk.scenarios.save(dealId, null, slump);
    expect(saved).toMatchObject({ dealId, ...slump });
    const renamed = await desk.scenarios.save(dealId, saved.id, { ...slump, name: "房价下跌" });
    expect(renamed).toEqual({ ...saved, name: "房价下跌" });
    const copied = await desk.scenarios.copy(saved.id, "房价下跌（副本）");
    expect(copied.shifts).toEqual(slump.shifts);
    expect(await desk.scenarios.list(dealId)).toEqual([renamed, copied]);
    await desk.scenarios.remove(copied.id);
    await desk.scenarios.remove(renamed.id);
    expect(await desk.scenarios.list(dealId)).toEqual([]);
  });

  it("keep the shifts of single segments", async () => {
    const shifts = { all: { ...unshifted, costsShift: 0.1 }, segments: { corporateSecured: { collateralValueShift: -0.3, delayMonthsShift: 12 } } };
    const { id } = await desk.scenarios.save(dealId, null, { name: "分层", shifts });
    expect((await desk.scenarios.list(dealId))[0]?.shifts).toEqual(shifts);
    await desk.scenarios.remove(id);
  });

  it("have one name each, in one deal", async () => {
    const { id } = await desk.scenarios.save(dealId, null, slump);
    await expect(desk.scenarios.save(dealId, null, slump)).rejects.toMatchObject({ code: "scenario.nameTaken", values: { name: slump.name } });
    await expect(desk.scenarios.copy(id, slump.name)).rejects.toMatchObject({ code: "scenario.nameTaken" });
    const other = await desk.deals.create(testDeal);
    await desk.scenarios.save(other.id, null, slump);
    await expect(desk.scenarios.save(other.id, id, { ...slump, name: "他人的" })).rejects.toMatchObject({ code: "scenario.notFound" });
    await desk.scenarios.remove(id);
  });

  it("are no more than fit side by side", async () => {
    const { id } = await desk.deals.create(testDeal);
    for (let number = 1; number <= scenarioLimit; number++) await desk.scenarios.save(id, null, { ...slump, name: `情景${number}` });
    await expect(desk.scenarios.save(id, null, slump)).rejects.toMatchObject({ code: "scenario.tooMany", values: { limit: scenarioLimit } });
    expect(await desk.scenarios.list(id)).toHaveLength(scenarioLimit);
  });

  it("of an archived deal stay as they are, and one that is gone is not found", async () => {
    const { id } = await desk.deals.create(testDeal);
    const saved = await desk.scenarios.save(id, null, slump);
    await desk.deals.archive(id, true);
    await expect(desk.scenarios.save(id, null, { ...slump, name: "新" })).rejects.toMatchObject({ code: "deal.archived" });
    await expect(desk.scenarios.remove(saved.id)).rejects.toMatchObject({ code: "deal.archived" });
    await expect(desk.scenarios.copy(999_999, "无")).rejects.toMatchObject({ code: "scenario.notFound" });
  });
});

describe("comparing scenarios at the latest pricing, in the worker", () => {
  it("puts them beside low, base and high to the fen", async () => {
    const inAll = await desk.scenarios.save(dealId, null, slump);
    const inSecured = await desk.scenarios.save(dealId, null, {
      name: "仅抵押类",
      shifts: { all: unshifted, segments: { corporateSecured: { collateralValueShift: -0.2 } } },
    });
    const { bidPriceFen, columns } = await desk.scenarios.compare(dealId);
    expect(bidPriceFen).toBe(result.bidPriceFen);
    expect(columns.map(({ caseName, scenarioId }) => caseName ?? scenarioId)).toEqual([...caseNames, inAll.id, inSecured.id]);
    // What lies beyond the horizon is looked for in the three cases alone.
    result.cases.forEach(({ caseName: _name, ...outcome }, index) => expect(columns[index]?.outcome).toEqual({ ...outcome, beyondHorizon: null }));
    const [slumped, secured] = columns.slice(3).map(({ outcome }) => outcome.maxBidFen);
    expect(slumped).toBeLessThan(result.cases[1]?.maxBidFen ?? 0);
    expect(secured).toBeLessThan(result.cases[1]?.maxBidFen ?? 0);
    await desk.scenarios.remove(inAll.id);
    await desk.scenarios.remove(inSecured.id);
  });

  it("is refused before a pricing and without a package", async () => {
    const { id } = await desk.deals.create(testDeal);
    await expect(desk.scenarios.compare(id)).rejects.toMatchObject({ code: "deal.noTape" });
    const fresh = openTestDesk();
    const sample = await fresh.deals.openSample();
    await expect(fresh.scenarios.compare(sample.id)).rejects.toMatchObject({ code: "pricing.notPriced" });
    await fresh.close();
  });
});

describe("the table of scenarios", () => {
  it("refuses what is no JSON, a name twice and a deal that is not there", () => {
    const { raw } = desk.db;
    const insert = (name: string, shifts: string) =>
      raw.prepare("INSERT INTO scenario (deal_id, name, shifts, updated_at) VALUES (?, ?, ?, '')").run(dealId, name, shifts);
    expect(() => insert("坏", "{")).toThrow("CHECK");
    expect(() => insert("", "{}")).toThrow("CHECK");
    insert("一", "{}");
    expect(() => insert("一", "{}")).toThrow("UNIQUE");
    expect(() => raw.prepare("INSERT INTO scenario (deal_id, name, shifts, updated_at) VALUES (999999, 'x', '{}', '')").run()).toThrow("FOREIGN KEY");
    raw.exec("DELETE FROM scenario");
  });
});
