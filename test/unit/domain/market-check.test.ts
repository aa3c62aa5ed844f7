import { describe, expect, it } from "vitest";
import { marketCheck } from "../../../shared/domain/market-check.ts";
import { flatTexts } from "../../../shared/locales/texts.ts";
import { marketCheckText, type SayCheck } from "../../../shared/market-check-text.ts";
import { sampleMemo } from "../renderer/memos/sample-memo.ts";

const { totals } = sampleMemo().result;
/** A base case that bids a share of principal: 20 % comes in, 5 % is spent. */
const bidding = (share: number) => ({
  totals: { ...totals, upbFen: 1_000_000 },
  cases: [{ caseName: "base" as const, maxBidFen: share * 1_000_000, grossRecoveryFen: 200_000, costsFen: 50_000 }],
});
const inWords = (language: "zh" | "en"): SayCheck => {
  const texts = flatTexts[language];
  return (key, values) => (texts[key] ?? "").replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
};

describe("a retail bid beside the market", () => {
  it("needs no word within 4 to 12 % of principal, nor where the kind has no such figures", () => {
    for (const share of [0.04, 0.08, 0.12]) expect(marketCheck("retailBulk", bidding(share))).toBeNull();
    for (const kind of ["corporateBulk", "singleCorporate", "other"] as const) expect(marketCheck(kind, bidding(0.01))).toBeNull();
    expect(marketCheck("retailBulk", { ...bidding(0.01), totals: { ...totals, upbFen: 0 } })).toBeNull();
  });

  it("is taken apart into shares of principal that add up", () => {
    const check = marketCheck("retailBulk", bidding(0.03));
    expect(check).toMatchObject({ side: "below", ratio: 0.03, receipts: 0.2, costs: 0.05 });
    expect(check?.waiting).toBeCloseTo(0.12, 12);
    expect(marketCheck("retailBulk", bidding(0.13))).toMatchObject({ side: "above" });
  });

  it("is said in both languages, also where nothing is left", () => {
    const check = marketCheck("retailBulk", bidding(0.03));
    if (check === null) throw new Error("3 % is below the market");
    expect(marketCheckText(check, inWords("zh"))).toMatch(
      /占本金 3\.00%，低于 4%–12%.*预期回收 20\.00% − 费用 5\.00% − 资金等待与交易费用 12\.00% = 3\.00%。$/,
    );
    expect(marketCheckText(check, inWords("en"))).toMatch(
      /is 3\.00% of principal, below 4%–12%.*recoveries 20\.00% − costs 5\.00% − waiting and deal costs 12\.00% = 3\.00%\.$/,
    );
    const none = marketCheck("retailBulk", bidding(0));
    if (none === null) throw new Error("nothing is below the market");
    expect(marketCheckText(none, inWords("en"))).toMatch(/nothing is left\.$/);
  });
});
