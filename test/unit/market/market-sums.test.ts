import { describe, expect, it } from "vitest";
import { cashWorthFen, marketClasses, noFacts, partsDiffer } from "../../../shared/domain/market-facts.ts";
import { classRanges, countedDeals, regionRows, type SummedDeal, sumsBy, yearOf } from "../../../shared/domain/market-sums.ts";

const deal = (id: number, said: Partial<SummedDeal> = {}): SummedDeal => ({
  id,
  buyer: "甲资产",
  seller: "乙银行",
  reportedOn: "2025-10",
  priceFen: 100,
  priceToPrincipal: null,
  priceToClaim: null,
  priceToNet: null,
  facts: noFacts,
  ...said,
});
const relief = { ...noFacts, marketClass: "relief" as const };

describe("sums of market deals", () => {
  it("count a record whose place another took no more", () => {
    const deals = [deal(1), deal(2, { priceFen: 110, facts: { ...noFacts, supersedesId: 1 } })];
    expect(countedDeals(deals).map(({ id }) => id)).toEqual([2]);
    expect(sumsBy(countedDeals(deals), yearOf)).toEqual([{ key: "2025", count: 1, unpriced: 0, totalFen: 110 }]);
  });

  it("say how many have no published price", () => {
    expect(sumsBy([deal(1), deal(2, { priceFen: null })], yearOf)).toEqual([{ key: "2025", count: 2, unpriced: 1, totalFen: 100 }]);
  });

  it("say which bank sold to whom, by province", () => {
    const henan = { ...noFacts, province: "河南" };
    const rows = regionRows([deal(1, { facts: henan }), deal(2, { facts: henan }), deal(3, { seller: "丙银行", facts: henan, priceFen: 500 })]);
    expect(rows.map(({ province, seller, buyer, count, totalFen }) => [province, seller, buyer, count, totalFen])).toEqual([
      ["河南", "丙银行", "甲资产", 1, 500],
      ["河南", "乙银行", "甲资产", 2, 200],
    ]);
  });
});

describe("ranges of price to balance", () => {
  const ratios = [0.62, 0.7, 0.66, 0.64, 0.68];
  it("are made of five deals of one class and base, and of none fewer", () => {
    const deals = ratios.map((ratio, at) => deal(at + 1, { priceToClaim: ratio, facts: relief }));
    expect(classRanges(deals, marketClasses, "2025-12-01")).toMatchObject([{ marketClass: "relief", base: "claim", quartiles: [0.64, 0.66, 0.68] }]);
    const [four] = classRanges(deals.slice(1), marketClasses, "2025-12-01");
    expect(four?.quartiles).toBeNull();
    expect(four?.ratios.map(({ ratio }) => ratio)).toEqual([0.64, 0.66, 0.68, 0.7]);
  });

  it("never mix bases or classes, nor take what is older than two years", () => {
    const deals = [
      deal(1, { priceToClaim: 0.66, priceToPrincipal: 0.72, facts: relief }),
      deal(2, { priceToClaim: 0.04, facts: { ...noFacts, marketClass: "retail" } }),
      deal(3, { priceToClaim: 0.5, facts: relief, reportedOn: "2023-11" }),
    ];
    expect(classRanges(deals, marketClasses, "2025-12-01").map(({ marketClass, base, ratios: listed }) => [marketClass, base, listed.length])).toEqual([
      ["retail", "claim", 1],
      ["relief", "principal", 1],
      ["relief", "claim", 1],
    ]);
  });
});

describe("parts of a price", () => {
  it("are worth less where they are deferred, and nothing is said where their rate isn't published", () => {
    const parts = { ...noFacts, cashFen: 50, rightsFen: 50 };
    expect(cashWorthFen(100, parts)).toBeNull();
    // 50 + 50 / 1.05³
    expect(cashWorthFen(100_00, { ...noFacts, cashFen: 50_00, rightsFen: 50_00, deferredRate: 0.05, deferredMonths: 36 })).toBe(9319);
    expect(cashWorthFen(100, noFacts)).toBeNull();
  });

  it("add up to it", () => {
    expect(partsDiffer(100, { ...noFacts, cashFen: 50, rightsFen: 50 })).toBe(false);
    expect(partsDiffer(100, { ...noFacts, cashFen: 50 })).toBe(true);
    expect(partsDiffer(null, { ...noFacts, cashFen: 50 })).toBe(true);
    expect(partsDiffer(100, noFacts)).toBe(false);
  });
});
