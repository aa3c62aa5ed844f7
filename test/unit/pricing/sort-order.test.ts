import { describe, expect, it } from "vitest";
import { byNumber, byText, sortIndexes } from "../../../main/pricing/sort-order.ts";

describe("ordering loans", () => {
  it("agrees with a stable sort beyond one block, ties in their first order", async () => {
    // 70,001 entries: many blocks, the last one short. A step coprime to the range mixes them, with every value twice or more.
    const column = Float64Array.from({ length: 70_001 }, (_, index) => (index * 7919) % 30_011);
    const expected = [...column.keys()].sort((a, b) => (column[a] ?? 0) - (column[b] ?? 0) || a - b);
    expect([...(await sortIndexes(column.length, byNumber(column, false)))]).toEqual(expected);
  });

  it("puts what is missing last in both directions", async () => {
    const months = Float64Array.of(Number.NaN, 3, 1, Number.NaN, 2);
    expect([...(await sortIndexes(5, byNumber(months, false)))]).toEqual([2, 4, 1, 0, 3]);
    expect([...(await sortIndexes(5, byNumber(months, true)))]).toEqual([1, 4, 2, 0, 3]);
    const regions = ["", "淇县", "浚县", ""];
    expect([...(await sortIndexes(4, byText(regions, false)))].slice(2)).toEqual([0, 3]);
    expect([...(await sortIndexes(4, byText(regions, true)))].slice(2)).toEqual([0, 3]);
  });

  it("orders Chinese names by their sound", async () => {
    const names = ["赵丽", "黄涛", "陈静"];
    expect([...(await sortIndexes(3, byText(names, false)))]).toEqual([2, 1, 0]);
  });

  it("has nothing to order in an empty package", async () => {
    expect(await sortIndexes(0, byText([], false))).toHaveLength(0);
  });
});
