import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DealModel } from "../../../shared/contract/assumption-channels.ts";
import { type CityIndexRow, cityOf } from "../../../shared/domain/city-index.ts";
import { corporateTape, openTestDesk, type TestDesk, testDeal } from "./test-desk.ts";

/** The sample package with values that fell in one of its cities. */
let desk: TestDesk;
let dealId: number;
let model: DealModel;
let cities: Map<string, number>;

beforeAll(async () => {
  desk = openTestDesk();
  dealId = (await desk.deals.create(testDeal)).id;
  await desk.tapes.importAsProposed(dealId, desk.admit(corporateTape));
  model = await desk.assumptions.model(dealId);
  const rows = await desk.db.kysely.selectFrom("collateral").select("address").where("appraisal_date", "is not", null).execute();
  cities = new Map();
  for (const { address } of rows) {
    const city = cityOf(address);
    if (city !== null) cities.set(city, (cities.get(city) ?? 0) + 1);
  }
});
afterAll(() => desk.close());

const bidUnder = async (...cityIndex: CityIndexRow[]) => {
  const { collateral } = model.assumptions;
  const assumptions = { ...model.assumptions, collateral: { ...collateral, cityIndex } };
  const { cases } = await desk.pricing.price(dealId, { ...model, assumptions });
  return cases.find(({ caseName }) => caseName === "base")?.maxBidFen ?? 0;
};
const row = (city: string, annualChange: number, from = "2020-01-01"): CityIndexRow => ({ city, kind: null, from, annualChange });

describe("values by city", () => {
  it("leave the bid as it is without a table, for a city of no item, and before a row is in force", async () => {
    const bid = await bidUnder();
    expect(bid).toBe(await bidUnder(row("三沙市", -0.5)));
    const [city = ""] = cities.keys();
    expect(bid).toBe(await bidUnder(row(city, -0.5, "2099-01-01")));
  });

  it("move it for the items that lie there, as their place says", async () => {
    expect(cities.size).toBeGreaterThan(1);
    const bid = await bidUnder();
    const falls: number[] = [];
    for (const city of cities.keys()) falls.push(bid - (await bidUnder(row(`${city}市`, -0.1))));
    for (const fall of falls) expect(fall).toBeGreaterThan(0);
    // All together fall by about as much: an asset lies in one city (claims that are met in full make the sum differ).
    const all = bid - (await bidUnder(...[...cities.keys()].map((city) => row(city, -0.1))));
    expect(Math.abs(falls.reduce((sum, fall) => sum + fall, 0) / all - 1)).toBeLessThan(0.02);
  });
});
