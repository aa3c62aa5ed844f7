import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DealModel } from "../../../shared/contract/assumption-channels.ts";
import { marketCheck } from "../../../shared/domain/market-check.ts";
import type { PricingResult, TraceNode } from "../../../shared/domain/pricing-results.ts";
import { goldenText } from "./golden-text.ts";
import { openTestDesk, retailTape, statedByUser, type TestDesk, testDeal } from "./test-desk.ts";

/** The retail sample out of the box: a new retail deal, the tape as a user imports it, the assumptions that it starts with. */
let desk: TestDesk;
let dealId: number;
let model: DealModel;
let result: PricingResult;

beforeAll(async () => {
  desk = openTestDesk();
  dealId = (await desk.deals.create({ ...testDeal, kind: "retailBulk" })).id;
  const fileToken = desk.admit(retailTape);
  const { suggestedMapping } = await desk.tapes.inspect(fileToken);
  const mapping = { ...suggestedMapping, ...statedByUser, sheets: suggestedMapping.sheets.map((sheet) => ({ ...sheet, unit: "yuan" as const })) };
  await desk.tapes.import({ dealId, fileToken, encoding: null, mapping });
  model = await desk.assumptions.model(dealId);
  result = await desk.pricing.price(dealId, model);
});
afterAll(() => desk.close());

const titles = { zh: "个贷示例资产包报价及其依据（元）", en: "Bids of the retail sample package and how they come about (yuan)" } as const;

async function traceOf(contractNo: string): Promise<TraceNode> {
  const found = await desk.pricing.loans(dealId, { caseName: "base", offset: 0, limit: 1, sortBy: "contractNo", descending: false, search: contractNo });
  return (await desk.pricing.explainLoan(dealId, "base", found.rows[0]?.loanId ?? 0)).trace;
}
const linesOf = (node: TraceNode): TraceNode[] => [node, ...node.children.flatMap(linesOf)];

describe("the retail sample out of the box", () => {
  it.each(["zh", "en"] as const)("says in %s how each bid comes about", async (language) => {
    const text = await goldenText({ desk, dealId, model, result }, titles[language], language);
    await expect(text).toMatchFileSnapshot(`../../fixtures/golden/retail-bids-${language}.md`);
  });

  it("has a positive bid in every case, and says why it lies below the market", () => {
    expect(result.totals).toMatchObject({ loans: 12_000 });
    for (const { maxBidFen } of result.cases) expect(maxBidFen).toBeGreaterThan(0);
    const base = result.cases.find(({ caseName }) => caseName === "base");
    const check = marketCheck("retailBulk", result);
    expect(check).toMatchObject({ side: "below", ratio: (base?.maxBidFen ?? 0) / result.totals.upbFen });
    expect((check?.receipts ?? 0) - (check?.costs ?? 0) - (check?.waiting ?? 0)).toBeCloseTo(check?.ratio ?? 0, 12);
  });

  // Contracts of the tape: 401 days and 7,113 yuan, 184 days and 14,692 yuan.
  it("takes curves by days past due, costs by size of the claim, and says where it doesn't sue", async () => {
    const small = linesOf(await traceOf("2286564689845515630"));
    expect(small.find(({ key }) => key === "cashRouteAged")?.values).toMatchObject({ daysPastDue: 401, fromDaysPastDue: 361, segment: "retailConsumer" });
    expect(small.find(({ key }) => key === "fileCost")?.values).toMatchObject({ feeYuan: 30 });
    expect(small.find(({ key }) => key === "suitForgone")?.amountYuan).toBe(0);
    expect(small.some(({ key }) => key === "acceptanceFee")).toBe(false);
    const larger = linesOf(await traceOf("2658945273297750009"));
    expect(larger.find(({ key }) => key === "cashRouteAged")?.values).toMatchObject({ daysPastDue: 184, fromDaysPastDue: 181, segment: "retailCard" });
    expect(larger.find(({ key }) => key === "fileCost")?.values).toMatchObject({ feeYuan: 60 });
  });
});
