import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DealModel } from "../../../shared/contract/assumption-channels.ts";
import type { Figure } from "../../../shared/domain/figure-trace.ts";
import type { PricingResult } from "../../../shared/domain/pricing-results.ts";
import { goldenText } from "./golden-text.ts";
import { openTestDesk, type TestDesk } from "./test-desk.ts";

/**
 * The bids of the sample package, explained for a reviewer's eyes in test/fixtures/golden. Refresh the files with
 * `vitest run --config test/checks/vitest.config.ts --project integration golden-bids --update` and read what changed.
 */
let desk: TestDesk;
let dealId: number;
let model: DealModel;
let result: PricingResult;

beforeAll(async () => {
  desk = openTestDesk();
  dealId = (await desk.deals.openSample()).id;
  model = await desk.assumptions.model(dealId);
  result = await desk.pricing.price(dealId, model);
});
afterAll(() => desk.close());

const titles = { zh: "示例资产包报价及其依据（元）", en: "Bids of the sample package and how they come about (yuan)" } as const;

describe("the golden file of the sample package", () => {
  it.each(["zh", "en"] as const)("says in %s how each bid comes about", async (language) => {
    const text = await goldenText({ desk, dealId, model, result }, titles[language], language);
    await expect(text).toMatchFileSnapshot(`../../fixtures/golden/sample-bids-${language}.md`);
  });
});

describe("every figure of the sample package", () => {
  it.each(["low", "base", "high"] as const)("opens level by level in the %s case and adds up to the fen", async (caseName) => {
    const names = [
      "maxBid",
      "presentValue",
      "grossRecovery",
      "collateralRecovery",
      "guarantorRecovery",
      "cashRecovery",
      "costs",
      "netCashFlow",
      "profit",
    ] as const;
    for (const name of names) {
      const figure: Figure = { name, price: "bidPrice", months: null, loanId: null };
      let path: string[] = [];
      for (;;) {
        const { line, lines } = await desk.figures.explain(dealId, { caseName, figure, path });
        const adding = lines.filter(({ adds }) => adds);
        const total = adding.length === 0 ? line.amountFen : adding.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0);
        expect([name, ...path, total]).toEqual([name, ...path, line.amountFen]);
        const next = lines.find(({ opens }) => opens);
        if (next === undefined || path.length > 9) break;
        path = [...path, next.id];
      }
    }
  });

  it("names a loan's line by contract and debtor", async () => {
    const figure: Figure = { name: "collateralRecovery", price: "bidPrice", months: null, loanId: null };
    const { lines } = await desk.figures.explain(dealId, { caseName: "base", figure, path: ["year:24", "segment:corporateSecured"] });
    expect(lines[0]?.values["contractNo"]).toMatch(/第\d+号/);
    await expect(
      desk.figures.explain(dealId, { caseName: "base", figure: { ...figure, name: "allocation", loanId: 999_999 }, path: [] }),
    ).rejects.toMatchObject({
      code: "pricing.loanNotFound",
    });
    await expect(desk.figures.explain(dealId, { caseName: "base", figure, path: ["nowhere"] })).rejects.toMatchObject({ code: "pricing.badInput" });
  });
});
