import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDesk, type TestDesk, testDeal } from "./test-desk.ts";

/** Small lists of test/fixtures/model-cases, from file to price with the built-in assumptions. */
let desk: TestDesk;
beforeAll(() => {
  desk = openTestDesk();
});
afterAll(() => desk.close());

async function priceOf(name: string) {
  const { id } = await desk.deals.create({ ...testDeal, name, cutOffDate: "2025-09-30" });
  const fileToken = desk.admit(fileURLToPath(new URL(`../../fixtures/model-cases/${name}.xlsx`, import.meta.url)));
  const { suggestedMapping } = await desk.tapes.inspect(fileToken, null);
  await desk.tapes.import({ dealId: id, fileToken, encoding: null, mapping: { ...suggestedMapping, currency: "CNY" } });
  const result = await desk.pricing.price(id, await desk.assumptions.model(id));
  const { rows } = await desk.pricing.loans(id, {
    caseName: "base",
    offset: 0,
    limit: 100,
    sortBy: "contractNo",
    descending: false,
    search: "",
  });
  return {
    result,
    loans: rows.map((row) => ({ ...row, loanId: null, monthsToCash: row.monthsToCash?.toFixed(9) })),
    bids: result.cases.map(({ maxBidFen }) => maxBidFen),
  };
}

describe("two houses that secure three loans across each other, sold in one month", () => {
  it("give each loan and each case the same to the fen, whichever row stands first", async () => {
    const [one, reversed] = [await priceOf("order1"), await priceOf("order2")];
    expect(one.loans).toHaveLength(3);
    expect(reversed.loans).toEqual(one.loans);
    expect(reversed.bids).toEqual(one.bids);
    expect(Math.min(...one.bids)).toBeGreaterThan(0);
  });
});
