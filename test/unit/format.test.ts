import { describe, expect, test } from "vitest";
import {
  formatDate,
  formatExactMoney,
  formatExactMoneyWithUnit,
  formatMoney,
  formatMoneyWithUnit,
  formatMonths,
  formatMultiple,
  formatRate,
  formatStatedRate,
  noValue,
} from "../../shared/format.ts";

describe("money on screen", () => {
  test("is shown in the chosen unit with fixed decimals", () => {
    expect(formatMoney(221_000_000_000, "yuan")).toBe("2,210,000,000.00");
    expect(formatMoney(221_000_000_000, "wanYuan")).toBe("221,000.00");
    expect(formatMoney(221_000_000_000, "yiYuan")).toBe("22.1000");
  });

  test("names its unit in either language", () => {
    expect(formatMoneyWithUnit(1_000_000, "wanYuan", "zh")).toBe("1.00 万元");
    expect(formatMoneyWithUnit(10_000_000_000, "yiYuan", "en")).toBe("1.0000 100m yuan");
  });

  test("rounds half away from zero, has a true minus and no minus zero", () => {
    expect(formatMoney(5_000, "wanYuan")).toBe("0.01");
    expect(formatMoney(-5_000, "wanYuan")).toBe("−0.01");
    expect(formatMoney(-4_999, "wanYuan")).toBe("0.00");
  });

  test("is told to the fen where the fen asks it, and no further than usual where it doesn't", () => {
    expect(formatExactMoney(227_252_353_00, "wanYuan")).toBe("22,725.2353");
    expect(formatExactMoney(227_252_353_01, "wanYuan")).toBe("22,725.235301");
    expect(formatExactMoney(24_000_000_000, "wanYuan")).toBe("24,000.00");
    expect(formatExactMoney(1, "wanYuan")).toBe("0.000001");
    expect(formatExactMoney(12_345_678_901, "yiYuan")).toBe("1.2345678901");
    expect(formatExactMoneyWithUnit(null, "yuan", "zh")).toBe("—");
    expect(formatExactMoneyWithUnit(1, "yuan", "zh")).toBe("0.01 元");
  });

  test("is a dash where there is none", () => {
    expect(formatMoney(null, "yuan")).toBe("—");
    expect(formatMoneyWithUnit(undefined, "yuan", "zh")).toBe("—");
  });
});

describe("rates, terms and dates", () => {
  test("are shown as the desk writes them", () => {
    expect(formatRate(0.1234)).toBe("12.34%");
    expect(formatRate(-0.05)).toBe("−5.00%");
    expect(formatRate(null)).toBe("—");
    expect(formatMultiple(1.234)).toBe("1.23x");
    expect(formatMonths(18, "zh")).toBe("18 个月");
    expect(formatMonths(1, "en")).toBe("1 month");
    expect(formatMonths(null, "en")).toBe("—");
    expect(formatDate("2025-06-30")).toBe("2025-06-30");
    expect(formatDate(null)).toBe("—");
  });
});

describe("formatStatedRate", () => {
  test.each([
    [0.12, "12.0%"],
    [0.0025, "0.25%"],
    [0.08125, "8.125%"],
    [0.000123, "0.0123%"],
    [-0.02, formatRate(-0.02, 1)],
    [1 / 3, "33.3333%"],
    [0.07, "7.0%"],
    [Number.NaN, noValue],
    [null, noValue],
  ])("prints %s as it was stated: %s", (rate, text) => {
    expect(formatStatedRate(rate)).toBe(text);
  });
});
