import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderNumbers, orderRanks } from "../../../main/pricing/sort-order.ts";
import { noText, TextRanks } from "../../../main/pricing/text-keys.ts";

const numbersInOrder = (column: Float64Array, descending: boolean) => [...orderNumbers(column, descending, new Uint32Array(column.length))];
const ranksOf = (texts: readonly string[]) => {
  const made = new TextRanks();
  for (const text of texts) made.add(text);
  return made.ranks(new Uint32Array(texts.length));
};
const textsInOrder = (texts: readonly string[], descending: boolean) => [...orderRanks(ranksOf(texts), descending, new Uint32Array(texts.length))];

const collator = new Intl.Collator("zh-Hans-CN", { numeric: true });
const compareNumbers = (a: number, b: number) => (Number.isNaN(a) || Number.isNaN(b) ? Number(Number.isNaN(a)) - Number(Number.isNaN(b)) : a - b);

describe("ordering loans by numbers", () => {
  it("agrees with a stable sort in both directions, what is missing last", () => {
    const value = fc.oneof(fc.double(), fc.constantFrom(0, -0, 1, -1, Number.NaN, 0.1, 1e300, -1e-300));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 60 }), fc.boolean(), (values, descending) => {
        const column = Float64Array.from(values);
        const directed = (a: number, b: number) => (Number.isNaN(a) || Number.isNaN(b) || !descending ? compareNumbers(a, b) : compareNumbers(b, a));
        const expected = values.map((_, index) => index).sort((a, b) => directed(values[a] ?? 0, values[b] ?? 0) || a - b);
        expect(numbersInOrder(column, descending)).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it("has nothing to order in an empty package", () => {
    expect(numbersInOrder(new Float64Array(0), true)).toEqual([]);
    expect(textsInOrder([], false)).toEqual([]);
  });
});

describe("ordering loans by texts", () => {
  it("orders Chinese names by their sound, pairs with a sound of their own too", () => {
    const names = ["赵丽", "黄涛", "陈静", "重庆", "重型", "沈阳", "长沙"];
    expect(textsInOrder(names, false).map((index) => names[index])).toEqual(["长沙", "陈静", "重庆", "黄涛", "沈阳", "赵丽", "重型"].sort(collator.compare));
  });

  it("puts what is missing last in both directions, and keeps the first order of what is the same", () => {
    const regions = ["", "淇县", "浚县", "", "淇县"];
    expect(textsInOrder(regions, false)).toEqual([2, 1, 4, 0, 3]);
    expect(textsInOrder(regions, true)).toEqual([1, 4, 2, 0, 3]);
  });

  it("agrees with the collator in whatever a tape may hold", () => {
    const signs = Array.from("张王李赵重庆沈阳藏文浙江省行长乐 ()（）-/、,.#aAbBzZ0123456789Ａａ有限公司《》【】éßÆ龘㐀😀ー\t");
    const text = fc.array(fc.constantFrom(...signs), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 30 }), (texts) => {
        const ranks = ranksOf(texts);
        for (const [a, first] of texts.entries()) {
          for (const [b, second] of texts.entries()) expect(Math.sign((ranks[a] ?? 0) - (ranks[b] ?? 0))).toBe(Math.sign(collator.compare(first, second)));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("takes wide figures for narrow ones, of which numbers are made", () => {
    expect([...ranksOf(["合同１２", "合同3", "合同12", ""])]).toEqual([1, 0, 1, noText]);
  });
});
