import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concentrate } from "../../../main/portfolio/concentrate.ts";
import { debtorMatches, exposures } from "../../../main/portfolio/debtor-matches.ts";
import { type HeldMoney, poolMoney } from "../../../main/portfolio/pool-money.ts";
import type { HeldDebtor } from "../../../main/portfolio/portfolio-tasks.ts";

const deal: HeldMoney = { cutOffDate: "2025-09-30", net: [0, 20, 30, 40, 50], payments: [100] };
const ratesOf = (money: readonly HeldMoney[]) => {
  const irr = poolMoney(money)?.irr;
  return irr?.kind === "one" ? irr.rate : null;
};

describe("deals together", () => {
  it("are, where there is one, that deal to the fen", () => {
    // In yuan: 140 for 100.
    expect(poolMoney([deal])).toMatchObject({ priceFen: 100_00, netFen: 140_00, profitFen: 40_00, multiple: 1.4 });
    expect(poolMoney([])).toBeNull();
  });

  it("double all money of two copies, and keep their rate of return", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 10_000_000 }), (net, price) => {
        const one: HeldMoney = { cutOffDate: "2025-09-30", net: [0, ...net], payments: [price] };
        const [alone, both] = [poolMoney([one]), poolMoney([one, one])];
        expect([both?.priceFen, both?.netFen, both?.profitFen, both?.multiple]).toEqual([
          2 * (alone?.priceFen ?? 0),
          2 * (alone?.netFen ?? 0),
          2 * (alone?.profitFen ?? 0),
          alone?.multiple,
        ]);
        expect(both?.irr.kind).toBe(alone?.irr.kind);
        // Without a rate neither has one.
        expect(ratesOf([one, one]) ?? -1).toBeCloseTo(ratesOf([one]) ?? -1, 9);
      }),
      { numRuns: 50 },
    );
  });

  it("stand on one calendar: a later cut-off day moves a deal's money, and no other's", () => {
    const later = { ...deal, cutOffDate: "2026-09-30" };
    // The same deal a year later earns the same rate, also beside the first.
    expect(ratesOf([deal, later])).toBeCloseTo(ratesOf([deal]) ?? Number.NaN, 9);
    expect(poolMoney([deal, later])).toMatchObject({ priceFen: 200_00, netFen: 280_00 });
  });
});

const debtor = (dealId: number, key: string, name: string, fen: number): HeldDebtor => ({ dealId, key, name, group: "", fen });
const debtors = [debtor(1, "id:91A", "甲公司", 60), debtor(2, "id:91A", "甲公司（分厂）", 20), debtor(2, "2/name:乙", "乙", 20)];

describe("concentration", () => {
  it("takes a debtor of two packages for one exposure, unless the desk says that it is not", () => {
    const one = concentrate("debtor", exposures(debtors, new Map()));
    expect(one.top.map(({ fen, share, deals }) => [fen, share, deals])).toEqual([
      [80, 0.8, 2],
      [20, 0.2, 1],
    ]);
    expect(one.hhi).toBeCloseTo(0.68, 12);
    const parted = concentrate("debtor", exposures(debtors, new Map([["id:91A", false]])));
    expect(parted.hhi).toBeCloseTo(0.36 + 0.04 + 0.04, 12);
    expect(parted.top).toHaveLength(3);
  });

  it("keeps the HHI of two copies of a package whose debtors are the same", () => {
    const [first, copy] = [1, 2].map((dealId) => [debtor(dealId, "id:A", "A", 70), debtor(dealId, "id:B", "B", 30)]) as [HeldDebtor[], HeldDebtor[]];
    const hhiOf = (all: readonly HeldDebtor[]) => concentrate("debtor", exposures(all, new Map())).hhi;
    expect(hhiOf([...first, ...copy])).toBeCloseTo(hhiOf(first) ?? Number.NaN, 12);
  });

  it("takes shares of what is stated, and shows ten", () => {
    const parts = Array.from({ length: 12 }, (_none, at) => ({ dealId: 1, key: `k${at}`, name: `k${at}`, fen: 10 }));
    const all = concentrate("court", [...parts, { dealId: 1, key: "", name: "", fen: 500 }]);
    expect([all.totalFen, all.unstatedFen, all.top.length]).toEqual([120, 500, 10]);
    expect(all.hhi).toBeCloseTo(1 / 12, 12);
    expect(concentrate("court", []).hhi).toBeNull();
  });

  it("matches by identifier alone", () => {
    const matches = debtorMatches([...debtors, debtor(1, "1/name:乙", "乙", 5)], new Map([[1, "一号包"]]), new Map());
    expect(matches).toEqual([
      {
        key: "id:91A",
        name: "甲公司",
        fen: 80,
        isSame: null,
        deals: [
          { dealId: 1, name: "一号包", debtorName: "甲公司", fen: 60 },
          { dealId: 2, name: "", debtorName: "甲公司（分厂）", fen: 20 },
        ],
      },
    ]);
  });
});
