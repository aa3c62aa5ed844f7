import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { MarketDealInput } from "../../../shared/contract/market-channels.ts";
import { openTestDesk, type TestDesk } from "../pricing/test-desk.ts";

let desk: TestDesk;
beforeEach(() => {
  desk = openTestDesk();
});
afterEach(() => desk.close());

const reported: MarketDealInput = {
  buyer: "某资产",
  seller: "某银行",
  reportedOn: "2025-10",
  priceFen: 30_000_000_00,
  principalFen: 100_000_000_00,
  claimFen: null,
  kind: "",
  source: "公告",
  note: "",
};

describe("market references", () => {
  it("start with the eight reported deals, of which only the one whose seller published its balances has a ratio", async () => {
    const deals = await desk.market.deals();
    expect(deals).toHaveLength(8);
    expect(deals.every(({ seeded }) => seeded)).toBe(true);
    const known = deals.filter((deal) => deal.priceToPrincipal !== null || deal.priceToClaim !== null || deal.priceToNet !== null);
    expect(known.map(({ seller }) => seller.split(" ")[0])).toEqual(["郑州银行"]);
    // 100 / 139.11, 100 / 150.11 and 100 / 100.19 (100m yuan).
    const [{ priceToPrincipal, priceToClaim, priceToNet, worthToPrincipal } = { priceToPrincipal: 0, priceToClaim: 0, priceToNet: 0, worthToPrincipal: 0 }] =
      known;
    expect([priceToPrincipal, priceToClaim, priceToNet].map((ratio) => Number(((ratio ?? 0) * 100).toFixed(2)))).toEqual([71.89, 66.62, 99.81]);
    // The rate of its trust rights isn't published.
    expect(worthToPrincipal).toBeNull();
    const prices = Object.fromEntries(deals.map((deal) => [deal.seller.split(" ")[0], deal.priceFen]));
    // METHOD §9; Xunxian as announced (15.64 亿), not as rounded by the news.
    expect(prices).toMatchObject({ 洛阳农商银行: 221_000_000_000, 浚县农商银行: 156_400_000_000, 鹤壁农商银行: 150_300_000_000, 郑州银行: 1_000_000_000_000 });
  });

  it("give the averages of 2024 as upper bounds whose base isn't stated", async () => {
    const bounds = (await desk.market.averages()).filter((average) => average.period === "2024");
    expect(Object.fromEntries(bounds.map(({ dealKind, ratio }) => [dealKind, ratio]))).toEqual({ retailBulk: 0.1, singleCorporate: 0.45, corporateBulk: 0.25 });
    expect(bounds.every((average) => average.isUpperBound && average.base === "notStated")).toBe(true);
  });

  it("compute a ratio only where price and balance are both there", async () => {
    const saved = await desk.market.saveDeal(null, reported);
    expect(saved).toMatchObject({ seeded: false, priceToPrincipal: 0.3, priceToClaim: null });
    expect(await desk.market.saveDeal(saved.id, { ...reported, principalFen: null, claimFen: 120_000_000_00 })).toMatchObject({
      priceToPrincipal: null,
      priceToClaim: 0.25,
    });
    expect(await desk.market.saveDeal(saved.id, { ...reported, priceFen: null })).toMatchObject({ priceToPrincipal: null });
  });

  it("stay removed: a seed is written once", async () => {
    const [first] = await desk.market.deals();
    await desk.market.removeDeal(first?.id ?? 0);
    const [average] = await desk.market.averages();
    await desk.market.removeAverage(average?.id ?? 0);
    expect(await desk.market.deals()).toHaveLength(7);
    expect(await desk.market.averages()).toHaveLength(8);
  });

  it("are worth less to principal where rights are paid later", async () => {
    const zhengzhou = (await desk.market.deals()).find(({ seller }) => seller.startsWith("郑州银行"));
    if (zhengzhou === undefined) throw new Error("the sale of Zhengzhou Bank is missing");
    const { facts, ...said } = zhengzhou;
    const saved = await desk.market.saveDeal(zhengzhou.id, { ...said, facts: { ...facts, deferredRate: 0.05, deferredMonths: 36 } });
    // (50 + 50 / 1.05³) / 139.11
    expect(Number(((saved.worthToPrincipal ?? 0) * 100).toFixed(2))).toBe(66.99);
    expect(saved.priceToPrincipal).toBe(zhengzhou.priceToPrincipal);
  });

  it("have published figures that are edited, removed and undone like the rest", async () => {
    const before = await desk.market.figures();
    const [first] = before;
    if (first === undefined) throw new Error("no figure is seeded");
    await desk.market.removeFigure(first.id);
    expect((await desk.market.missingBuiltIns()).count).toBe(1);
    await desk.journal.move({ area: "market" }, "undo", null);
    expect(await desk.market.figures()).toEqual(before);
    const { id: _id, seeded: _seeded, ...said } = first;
    expect(await desk.market.saveFigure(first.id, { ...said, period: "2025 Q4" })).toMatchObject({ seeded: false, period: "2025 Q4" });
    await expect(desk.market.saveFigure(999, said)).rejects.toMatchObject({ code: "market.notFound" });
  });

  it("answer market.notFound for a record that isn't there", async () => {
    await expect(desk.market.saveDeal(999, reported)).rejects.toMatchObject({ code: "market.notFound" });
    await expect(desk.market.removeAverage(999)).rejects.toMatchObject({ code: "market.notFound" });
  });
});
