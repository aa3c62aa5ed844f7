import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { moneyUnits } from "../../shared/domain/codes.ts";
import { formatDate, formatMoney, formatMoneyWithUnit, formatMonths, formatMultiple, formatRate, parseMoney, parseRate } from "../../shared/format.ts";

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

  test("is a dash where there is none", () => {
    expect(formatMoney(null, "yuan")).toBe("—");
    expect(formatMoneyWithUnit(undefined, "yuan", "zh")).toBe("—");
  });

  test("reads back every fen that was shown in yuan, and the shown digits in any unit", () => {
    fc.assert(fc.property(fc.integer({ min: -1e14, max: 1e14 }), (fen) => parseMoney(formatMoney(fen, "yuan"), "yuan") === fen));
    fc.assert(
      fc.property(
        fc.integer({ min: -1e14, max: 1e14 }),
        fc.constantFrom(...moneyUnits),
        (fen, unit) => formatMoney(parseMoney(formatMoney(fen, unit), unit), unit) === formatMoney(fen, unit),
      ),
    );
  });
});

describe("what the desk types", () => {
  test("is taken with either comma, blanks and a percent sign", () => {
    expect(parseMoney("1，234.56", "yuan")).toBe(123_456);
    expect(parseMoney(" 1,234.56 ", "wanYuan")).toBe(1_234_560_000);
    expect(parseRate("12.5%")).toBe(0.125);
    expect(parseRate("-0.7")).toBe(-0.007);
  });

  test("is exact where binary fractions are not", () => {
    expect(parseMoney("1.15", "yuan")).toBe(115);
    expect(parseMoney("0.29", "wanYuan")).toBe(290_000);
    expect(parseRate("7.3")).toBe(0.073);
  });

  test("is nothing when empty and no number when it is none", () => {
    expect(parseMoney("", "yuan")).toBeNull();
    expect(parseRate(" ")).toBeNull();
    for (const text of ["abc", "1.2.3", "--1", "1e5", ".", "-"]) {
      expect(parseMoney(text, "yuan")).toBeUndefined();
      expect(parseRate(text)).toBeUndefined();
    }
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
