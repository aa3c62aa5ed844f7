import { describe, expect, it } from "vitest";
import { bidRemarkText, type SayRemark } from "../../../shared/bid-remark-text.ts";
import { bidRemarks, noPriceCause } from "../../../shared/domain/bid-remarks.ts";
import { flatTexts } from "../../../shared/locales/texts.ts";
import { sampleMemo } from "../renderer/memos/sample-memo.ts";

const priced = { maxBidFen: 0, grossRecoveryFen: 1000, costsFen: 100, netCashFlowFen: 900, presentValueFen: 700 };
const result = sampleMemo().result;
const withCases = (change: (one: (typeof result.cases)[number]) => object) => ({ ...result, cases: result.cases.map((one) => ({ ...one, ...change(one) })) });
const inWords = (language: "zh" | "en"): SayRemark => {
  const texts = flatTexts[language];
  return (key, values) => (texts[key] ?? "").replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
};

describe("a highest bid of zero", () => {
  it("is put down to the first sum on the way that leaves nothing", () => {
    expect(noPriceCause({ ...priced, grossRecoveryFen: 0 })).toBe("nothingRecovered");
    expect(noPriceCause({ ...priced, costsFen: 1000 })).toBe("costsExceedRecoveries");
    expect(noPriceCause({ ...priced, netCashFlowFen: 0 })).toBe("settlement");
    expect(noPriceCause({ ...priced, presentValueFen: -1 })).toBe("hurdle");
    expect(noPriceCause(priced)).toBe("dealCosts");
    expect(noPriceCause({ ...priced, maxBidFen: 1 })).toBeNull();
  });
});

describe("remarks on the highest bids", () => {
  it("are none where prices and hurdles are as usual", () => {
    expect(bidRemarks(result)).toEqual([]);
  });

  it("name the cases that share one, and the group to act in", () => {
    const remarks = bidRemarks(withCases(({ caseName }) => (caseName === "high" ? {} : { maxBidFen: 0, costsFen: 10 ** 15 })));
    expect(remarks).toEqual([{ code: "noPrice", cause: "costsExceedRecoveries", group: "costs", caseNames: ["low", "base"] }]);
    const [remark] = remarks;
    if (remark === undefined) throw new Error("no remark");
    expect(bidRemarkText(remark, inWords("zh"))).toBe("悲观、基准情形：无正价。费用（含资产包管理费）高于预期回收。");
    expect(bidRemarkText(remark, inWords("en"))).toBe(
      "Low, Base: no positive price. The costs, the overhead of the package among them, exceed the recoveries.",
    );
  });

  it("say of a bid above the claim whether the hurdle or the terms of payment lift it there", () => {
    const above = { maxBidFen: result.totals.claimFen + 1 };
    expect(bidRemarks(withCases(() => above)).map(({ code, group }) => [code, group])).toEqual([["maxBidAboveClaim", "payment"]]);
    expect(bidRemarks(withCases(() => ({ ...above, hurdleRate: -0.1 }))).map(({ code, group }) => [code, group])).toEqual([
      ["maxBidAboveClaim", "hurdleRate"],
      ["hurdle", "hurdleRate"],
    ]);
  });

  it("say of each case whether its hurdle is in use", () => {
    expect(bidRemarks(withCases(({ caseName }) => (caseName === "low" ? { hurdleRate: 0.6 } : {})))).toEqual([
      { code: "hurdle", doubt: { code: "rate", from: 0.03, to: 0.5, rate: 0.6 }, group: "hurdleRate", caseNames: ["low"] },
    ]);
  });
});
