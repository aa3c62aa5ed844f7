import { describe, expect, it } from "vitest";
import { i18n } from "../../../../renderer/desk/i18n.ts";
import { filterKindsOf, filterWords, readFilterValue } from "../../../../renderer/sheet/sheet-filters.ts";

const { t } = i18n;

describe("a filter of a column", () => {
  it("compares what the column holds: words, codes, figures, days", () => {
    expect(filterKindsOf("text")).toContain("contains");
    expect(filterKindsOf("code")).toEqual(["is", "missing", "edited"]);
    expect(filterKindsOf("amount")).toContain("atLeast");
    expect(filterKindsOf("date")).toContain("atMost");
  });

  it("reads its value as the column's cells are typed", () => {
    expect(readFilterValue("principal", "3,000", "wanYuan", t)).toEqual({ value: 3_000_000_000 });
    expect(readFilterValue("maturityDate", "2025年3月5日", "yuan", t)).toEqual({ value: "2025-03-05" });
    expect(readFilterValue("fiveTierClass", t("code.fiveTierClass.loss"), "yuan", t)).toEqual({ value: "loss" });
    expect(readFilterValue("debtorName", " 洛阳 ", "yuan", t)).toEqual({ value: "洛阳" });
    expect(readFilterValue("estimateProbability", "70", "yuan", t)).toEqual({ value: 0.7 });
  });

  it("says what is wrong with a value that isn't one", () => {
    expect(readFilterValue("principal", "", "yuan", t)).toEqual({ problem: "typed.required", word: "" });
    expect(readFilterValue("principal", "甲", "yuan", t)).toEqual({ problem: "typed.notANumber", word: "" });
  });

  it("names the unit of an amount in its words", () => {
    expect(filterWords({ field: "principal", kind: "atLeast", value: 3_000_000_000 }, "wanYuan", "万元", t)).toBe("本金余额 ≥ 3,000.00 万元");
  });
});
