import { describe, expect, it } from "vitest";
import type { MoneyUnit } from "../../../shared/domain/codes.ts";
import { formatMoneyWithUnit, formatMonths, formatMultiple, formatRate } from "../../../shared/format.ts";
import type { TypedKind } from "../../../shared/typed/number-words.ts";
import { readMoney, readNumber } from "../../../shared/typed/typed-number.ts";
import type { TypedNumber } from "../../../shared/typed/typed-result.ts";
import { writeMoney, writeNumber } from "../../../shared/typed/written-number.ts";

const said = (read: TypedNumber) => (read.kind === "exact" ? read.value : read.kind === "empty" ? "empty" : read.code);
const fen = (text: string, unit: MoneyUnit = "yuan") => said(readMoney(text, unit));
const number = (text: string, kind: TypedKind = "percent") => said(readNumber(text, kind));

describe("a comma", () => {
  it.each(["12,5", "12，5", "12,50", "1,23,4", "1234,567", "1,2345", "12,", ",5", ",500", "1,234,", "1,,234", "0,125", "00,125", "1.234,5", "1,0000"])(
    "is no decimal point and no sign to be dropped: %s",
    (text) => {
      expect([fen(text), number(text), number(text, "months"), number(text, "factor")]).toEqual(["commaPlace", "commaPlace", "commaPlace", "commaPlace"]);
    },
  );

  it.each([
    ["1,234", 123_400],
    ["1，234", 123_400],
    ["12,345,678.90", 1_234_567_890],
    ["−1,234.5", -123_450],
    ["１，２３４．５", 123_450],
    ["1 234 567", 123_456_700],
    ["1\u00A0234\u202F567.8", 123_456_780],
  ])("parts thousands: %s is %i fen", (text, expected) => {
    expect(fen(text)).toBe(expected);
  });
});

describe("an amount as people type and paste it", () => {
  it.each<[string, MoneyUnit, number]>([
    ["180000", "yuan", 18_000_000],
    ["１８０，０００", "yuan", 18_000_000],
    ["180000\t", "yuan", 18_000_000],
    ["180000\r\n", "yuan", 18_000_000],
    ["\u3000 180 000 \u00A0", "yuan", 18_000_000],
    ["\u202A180000\u202C\uFEFF", "yuan", 18_000_000],
    ["12。5", "yuan", 1250],
    ["12．5", "yuan", 1250],
    ["12.", "yuan", 1200],
    [".5", "yuan", 50],
    ["+12", "yuan", 1200],
    ["－12", "yuan", -1200],
    ["(1,234.50)", "yuan", -123_450],
    ["（12）", "yuan", -1200],
    ["负12", "yuan", -1200],
    ["-0", "yuan", 0],
    ["￥12,000.50 万元", "yuan", 12_000_500_000],
    ["￥12,000.50", "yuan", 1_200_050],
    ["-¥12", "yuan", -1200],
    ["¥ -12", "yuan", -1200],
    ["人民币 12 元整", "wanYuan", 1200],
    ["18亿", "yuan", 180_000_000_000],
    ["18 亿元", "wanYuan", 180_000_000_000],
    ["18億", "wanYuan", 180_000_000_000],
    ["2.5千万", "yuan", 2_500_000_000],
    ["3千", "yuan", 300_000],
    ["0.5万亿", "yuan", 50_000_000_000_000],
    ["12", "wanYuan", 12_000_000],
    ["12元", "wanYuan", 1200],
    ["12 万", "yiYuan", 12_000_000],
    ["1.8e5", "yuan", 18_000_000],
    ["1.80E+05", "yuan", 18_000_000],
    ["1.5 million yuan", "yuan", 150_000_000],
    ["12k", "yuan", 1_200_000],
    ["2bn RMB", "yuan", 200_000_000_000],
    ["0.000001", "wanYuan", 1],
    ["1.0000000000", "yuan", 100],
    ["90,071,992,547,409.91", "yuan", 9_007_199_254_740_991],
    ["1亿2000万", "wanYuan", 12_000_000_000],
    ["1 亿 2,000 万元", "yuan", 12_000_000_000],
    ["３万５０００", "yuan", 3_500_000],
    ["3万5千", "yuan", 3_500_000],
    ["3万500元", "yuan", 3_050_000],
    ["12元5角3分", "wanYuan", 1253],
    ["-1亿2000.55万", "yuan", -12_000_550_000],
    ["一千二百万", "wanYuan", 1_200_000_000],
    ["一千二百万元整", "yuan", 1_200_000_000],
    ["壹仟贰佰万元整", "yuan", 1_200_000_000],
    ["一亿零五十万三千", "yuan", 10_050_300_000],
    ["一点二五亿", "yuan", 12_500_000_000],
    ["十二", "wanYuan", 12_000_000],
    ["负两万", "yuan", -2_000_000],
    ["￥十万", "wanYuan", 10_000_000],
    ["一万亿元", "yuan", 100_000_000_000_000],
  ])("%j in a field of %s", (text, unit, expected) => {
    expect(fen(text, unit)).toBe(expected);
  });

  it.each<[string, MoneyUnit, string]>([
    ["180000.123", "yuan", "finerThanFen"],
    ["0.0000001", "wanYuan", "finerThanFen"],
    ["1e-3", "yuan", "finerThanFen"],
    ["90,071,992,547,409.92", "yuan", "tooLarge"],
    ["1e30", "yuan", "tooLarge"],
    ["￥12,000.50", "wanYuan", "currencyWithoutUnit"],
    ["12 RMB", "wanYuan", "currencyWithoutUnit"],
    ["$12", "yuan", "otherCurrency"],
    ["US$ 12", "yuan", "otherCurrency"],
    ["12美元", "yuan", "otherCurrency"],
    ["12%", "yuan", "unitNotHere"],
    ["12个月", "yuan", "unitNotHere"],
    ["12m", "yuan", "unknownWord"],
    ["12 左右", "yuan", "unknownWord"],
    ["12x5", "yuan", "unknownWord"],
    ["3万5", "yuan", "severalReadings"],
    ["3万50元5", "yuan", "severalReadings"],
    ["1亿20000万", "yuan", "severalReadings"],
    ["1.5亿2000万", "yuan", "severalReadings"],
    ["2000万1亿", "yuan", "severalReadings"],
    ["1千2百万", "yuan", "severalReadings"],
    ["1亿2000万美元", "yuan", "unknownWord"],
    ["1亿12,5万", "yuan", "severalReadings"],
    ["三万五", "yuan", "severalReadings"],
    ["一百二", "yuan", "severalReadings"],
    ["二〇二五", "yuan", "severalReadings"],
    ["一二三万", "yuan", "severalReadings"],
    ["十十万", "yuan", "severalReadings"],
    ["百分之十二", "yuan", "unitNotHere"],
    ["12 5", "yuan", "severalNumbers"],
    ["1\t2", "yuan", "severalNumbers"],
    ["1\n234", "yuan", "severalNumbers"],
    ["1,234 567", "yuan", "commaPlace"],
    ["1.2.3", "yuan", "notANumber"],
    ["1.234.567", "yuan", "notANumber"],
    ["12。。5", "yuan", "notANumber"],
    ["12、5", "yuan", "unknownWord"],
    ["--1", "yuan", "notANumber"],
    ["(-5)", "yuan", "notANumber"],
    ["-¥-5", "yuan", "notANumber"],
    ["(5", "yuan", "notANumber"],
    ["5-", "yuan", "notANumber"],
    ["12-15", "yuan", "notANumber"],
    [".", "yuan", "notANumber"],
    ["-", "yuan", "notANumber"],
    ["abc", "yuan", "notANumber"],
    ["万元", "yuan", "notANumber"],
    ["—", "yuan", "notANumber"],
    ["٣", "yuan", "notANumber"],
    ["12²", "yuan", "notANumber"],
    ["①②", "yuan", "notANumber"],
    ["½", "yuan", "notANumber"],
    ["12\u202E5", "yuan", "unknownWord"],
    ["9".repeat(400), "yuan", "tooManyDigits"],
  ])("%j in a field of %s is refused: %s", (text, unit, code) => {
    expect(fen(text, unit)).toBe(code);
  });

  it("is read as spreadsheets show accounts: currency and blanks around it, a loss in brackets, nothing as a dash", () => {
    for (const text of [" ¥3,000.00 ", "￥3,000.00", "￥ 3,000.00", "¥ 3,000.00 元"])
      expect(readMoney(text, "yuan")).toEqual({ kind: "exact", value: 300_000 });
    for (const text of ["(3,000.00)", "¥(3,000.00)", "(￥3,000.00)", "-¥3,000.00"]) expect(readMoney(text, "yuan")).toEqual({ kind: "exact", value: -300_000 });
    for (const text of [" ¥ -   ", "￥-"]) expect(readMoney(text, "wanYuan")).toEqual({ kind: "exact", value: 0 });
    // In 10k yuan either may be meant.
    expect(readMoney("¥3,000.00", "wanYuan")).toMatchObject({ code: "currencyWithoutUnit" });
  });

  it("is nothing where nothing is typed", () => {
    for (const text of ["", " ", "\t", "\u3000", "\u200B"]) expect([fen(text), number(text)]).toEqual(["empty", "empty"]);
  });
});

describe("a number in the unit of its field", () => {
  it.each<[string, TypedKind, number]>([
    ["12", "percent", 0.12],
    ["12%", "percent", 0.12],
    ["百分之十二", "percent", 0.12],
    ["十二点五%", "percent", 0.125],
    ["负百分之3.5", "percent", -0.035],
    ["十八个月", "months", 18],
    ["一万", "count", 10_000],
    ["12％", "percent", 0.12],
    ["0.12", "percent", 0.0012],
    ["120‰", "percent", 0.12],
    ["1200bp", "percent", 0.12],
    ["-1.5 个百分点", "percent", -0.015],
    ["7.3", "percent", 0.073],
    ["12.345678901", "percent", 0.12345678901],
    ["(5%)", "percent", -0.05],
    ["18", "months", 18],
    ["18 个月", "months", 18],
    ["1.5年", "months", 18],
    ["2 years", "months", 24],
    ["1.5倍", "factor", 1.5],
    ["1.5x", "factor", 1.5],
    ["80%", "factor", 0.8],
    ["5,000", "count", 5000],
    ["1万", "count", 10_000],
    ["1,234.5", "yuan", 1234.5],
    ["30万", "yuan", 300_000],
  ])("%j as %s is %f", (text, kind, expected) => {
    expect(number(text, kind)).toBe(expected);
  });

  it.each<[string, TypedKind, string]>([
    ["12万", "percent", "unitNotHere"],
    ["¥12", "percent", "unitNotHere"],
    ["12个月", "percent", "unitNotHere"],
    ["12%", "months", "unitNotHere"],
    ["12‰", "count", "unitNotHere"],
    ["12%%", "percent", "unknownWord"],
    ["1.5折", "factor", "unknownWord"],
    ["0.1234567890123456", "percent", "tooManyDigits"],
    ["0.001", "yuan", "finerThanFen"],
  ])("%j as %s is refused: %s", (text, kind, code) => {
    expect(number(text, kind)).toBe(code);
  });
});

describe("a figure copied from the screen", () => {
  it("is read with its unit in either language", () => {
    for (const language of ["zh", "en"] as const) {
      for (const unit of ["yuan", "wanYuan", "yiYuan"] as const)
        expect(fen(formatMoneyWithUnit(-123_456_000_000, unit, language), "yuan")).toBe(-123_456_000_000);
      expect(number(formatMonths(18, language), "months")).toBe(18);
    }
    expect([number(formatRate(-0.1234)), number(formatMultiple(1.25), "factor")]).toEqual([-0.1234, 1.25]);
  });
});

describe("a stored number in its field", () => {
  it("shows every digit that it has and no binary noise", () => {
    expect([writeNumber(0.07, "percent"), writeNumber(-0.1, "percent"), writeNumber(1.1, "factor"), writeNumber(1e-7, "percent")]).toEqual([
      "7",
      "-10",
      "1.1",
      "0.00001",
    ]);
    expect([writeNumber(0.3, "percent"), writeNumber(10, "percent"), writeNumber(0, "months"), writeNumber(120, "months")]).toEqual(["30", "1000", "0", "120"]);
    expect([writeMoney(123_456_789, "yuan"), writeMoney(123_456_789, "wanYuan"), writeMoney(-5, "yiYuan"), writeMoney(18_000_000, "yuan")]).toEqual([
      "1,234,567.89",
      "123.456789",
      "-0.0000000005",
      "180,000",
    ]);
    expect([writeNumber(null, "yuan"), writeNumber(Number.NaN, "yuan"), writeMoney(null, "yuan")]).toEqual(["", "", ""]);
  });
});
