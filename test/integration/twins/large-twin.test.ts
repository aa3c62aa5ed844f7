import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readXlsx } from "hucre";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SavedTwin } from "../../../shared/contract/twin-channels.ts";
import type { PricingResult } from "../../../shared/domain/pricing-results.ts";
import { openTestDesk, retailTape, statedByUser, type TestDesk, testDeal } from "../pricing/test-desk.ts";
import { illFormed, partsOf } from "./workbook-parts.ts";

let desk: TestDesk;
let result: PricingResult;
let file: string;
let saved: SavedTwin | null;

beforeAll(async () => {
  desk = openTestDesk();
  const { id: dealId } = await desk.deals.create({ ...testDeal, kind: "retailBulk" });
  const fileToken = desk.admit(retailTape);
  const { suggestedMapping } = await desk.tapes.inspect(fileToken);
  const sheets = suggestedMapping.sheets.map((sheet) => ({ ...sheet, unit: "yuan" as const }));
  await desk.tapes.import({ dealId, fileToken, encoding: null, mapping: { ...suggestedMapping, ...statedByUser, sheets } });
  result = await desk.pricing.price(dealId, await desk.assumptions.model(dealId));
  file = join(dirname(desk.copyOf(retailTape, "零售.csv")), "零售复核表.xlsx");
  desk.writeWorkbooksTo(file);
  saved = await desk.twins.saveDeal(dealId, { fileName: ["零售复核表"], language: "zh" });
});
afterAll(() => desk.close());

/** Of more loans than a workbook holds formulas for: flows by segment are values. */
describe("the Excel twin of a retail package of twelve thousand loans", () => {
  it("says that its loans are values, and proves every headline figure by formulas on them", () => {
    expect(result.totals.loans).toBeGreaterThan(5_000);
    expect(saved).toMatchObject({ fileName: "零售复核表.xlsx", isLive: false });
    expect(saved?.largestDifference).toBeLessThan(1e-6);
  });

  it("is well formed, and read by another program with the bids of the screen", async () => {
    for (const [name, xml] of partsOf(file)) expect([name, illFormed(xml)]).toEqual([name, null]);
    const { sheets } = await readXlsx(readFileSync(file));
    const lines = new Map((sheets[0]?.rows ?? []).map((row) => [row[0], row]));
    for (const { caseName, maxBidFen } of result.cases) {
      const word = { low: "悲观", base: "基准", high: "乐观" }[caseName];
      expect(lines.get(`最高报价 · ${word}`)?.slice(1, 3)).toEqual([maxBidFen / 100, maxBidFen / 100]);
    }
  });
});
