import { describe, expect, it } from "vitest";
import { seededFigures } from "../../../main/market/market-figure-seed.ts";
import { seededDeals } from "../../../main/market/market-seed.ts";
import { noFacts } from "../../../shared/domain/market-facts.ts";
import { type MarketFigure, publishedCompanies, shownFigures } from "../../../shared/domain/market-figures.ts";
import { buyerSums, type SummedDeal } from "../../../shared/domain/market-sums.ts";

/** 100m yuan. */
const yi = (fen: number | undefined) => (fen ?? Number.NaN) / 10_000_000_000;

const deals: SummedDeal[] = seededDeals.map((deal, at) => ({
  ...deal,
  id: at + 1,
  facts: deal.facts ?? noFacts,
  priceToPrincipal: null,
  priceToClaim: null,
  priceToNet: null,
}));
const figures: MarketFigure[] = seededFigures.map((figure, at) => ({ ...figure, id: at + 1, seeded: true }));
const ofBuyer = (name: string) => buyerSums(deals).find(({ key }) => key.startsWith(name));
const figure = (measure: string, scope: string, period: string) =>
  shownFigures(figures).find((one) => one.measure === measure && one.scope.startsWith(scope) && one.period === period);

describe("the news that the desk starts from", () => {
  it("adds up by buyer to the printed totals", () => {
    const zhongyuan = ofBuyer("中原资产");
    expect(zhongyuan?.count).toBe(6);
    expect(yi(zhongyuan?.totalFen)).toBe(189.44);
    expect(zhongyuan?.months.map(({ key, totalFen }) => [key, yi(totalFen)])).toEqual([
      ["2025-11", 52.77],
      ["2025-08", 19.47],
      ["2025-06", 17.2],
      ["2024-09", 100],
    ]);
    expect(zhongyuan?.years.map(({ key, totalFen }) => [key, yi(totalFen)])).toEqual([
      ["2025", 89.44],
      ["2024", 100],
    ]);
    expect(yi(ofBuyer("河南资产")?.totalFen)).toBe(31.22);
  });

  it("takes the price of Zhengzhou Bank's sale apart, with its days", () => {
    const { priceFen, facts } = deals.find(({ seller }) => seller.startsWith("郑州银行")) ?? { priceFen: null, facts: noFacts };
    expect((facts.cashFen ?? 0) + (facts.rightsFen ?? 0)).toBe(priceFen);
    expect([facts.signedOn, facts.effectiveOn, facts.completedOn]).toEqual(["2024-09-04", "2024-09-26", "2024-10-07"]);
    // The bank's loss on the sale: 0.19 (100m yuan).
    expect(yi((priceFen ?? 0) - (facts.netFen ?? 0))).toBe(-0.19);
  });

  it("states the sector by scope, and where the year began", () => {
    const balance = figure("nplBalance", "商业银行", "2025 Q3");
    expect(yi(balance?.moneyFen ?? undefined)).toBe(35_200);
    expect(yi(figure("nplChange", "商业银行", "2025 Q3")?.moneyFen ?? undefined)).toBe(2432.9);
    expect(yi(balance?.start ?? undefined)).toBe(32_767.1);
    const ratio = figure("nplRatio", "商业银行", "2025 Q3");
    expect([ratio?.share, ratio?.start]).toEqual([0.0152, 0.015]);
    const [ofBanks, ofAll] = [figure("disposals", "商业银行", "2024"), figure("disposals", "全部金融机构", "2024")];
    expect([yi(ofBanks?.moneyFen ?? undefined), yi(ofAll?.moneyFen ?? undefined)]).toEqual([30_000, 38_000]);
    expect([ofBanks?.isLowerBound, ofBanks?.hasOtherScope, ofAll?.hasOtherScope]).toEqual([true, true, true]);
    expect(figure("pilotSales", "零售批量", "2021")?.hasOtherScope).toBe(true);
    expect(figure("pilotSales", "零售批量", "2024")?.hasOtherScope).toBe(false);
  });

  it("can't tell Zhongyuan's leverage, whose net assets aren't published, and tells Hebei's", () => {
    const companies = publishedCompanies(figures);
    const zhongyuan = companies.find(({ scope }) => scope.startsWith("中原资产"));
    expect([zhongyuan?.registeredCapital, zhongyuan?.totalAssets, zhongyuan?.investments].map((one) => yi(one?.moneyFen ?? undefined))).toEqual([
      130, 708.7, 182,
    ]);
    expect(zhongyuan?.netAssets?.moneyFen).toBeNull();
    expect(zhongyuan?.leverage).toBeNull();
    expect(companies.find(({ scope }) => scope.startsWith("河北资产"))?.leverage).toBeCloseTo(2.0, 2);
  });

  it("has a source and a day for every fact, and the sector's published returns", () => {
    expect(seededFigures.every(({ source, asOf }) => source !== "" && /^\d{4}-\d{2}-\d{2}$/.test(asOf))).toBe(true);
    expect(seededFigures.filter(({ measure }) => measure === "irr").map(({ period, share }) => [period, share])).toEqual([
      ["2024", 0.089],
      ["2025 H1", 0.087],
    ]);
  });
});
