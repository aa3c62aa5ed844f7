import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAmount } from "../../../main/tapes/cells/parse-amount.ts";
import type { NumberLook } from "../../../main/tapes/files/number-format.ts";
import { type RawCell, uncachedFormula } from "../../../main/tapes/files/raw-sheet.ts";
import type { TapeUnit } from "../../../shared/domain/tape-units.ts";

const plain = { isDate: false, scale: 0, unit: null, currency: null, isPercent: false, zeroFill: 0 };
const shown = (value: number, look: Partial<NumberLook>): RawCell => ({ value, look: { ...plain, ...look } });

const amount = (cell: RawCell, unit: TapeUnit) => {
  const parsed = parseAmount(cell, unit);
  if (parsed.kind === "amount") return parsed.fen;
  return parsed.kind === "problem" ? parsed.code : "missing";
};

describe("parseAmount", () => {
  it.each<[RawCell, TapeUnit, number | string]>([
    [6588.359137, "wanYuan", 6_588_359_137],
    [603.4063619999999, "wanYuan", 603_406_362],
    ["1,174.890808", "wanYuan", 1_174_890_808],
    ["３５５５．８４０７２４", "wanYuan", 3_555_840_724],
    ["1，234.5", "yuan", 123_450],
    ["1,234.5万元", "yuan", 1_234_500_000],
    ["1.5亿元", "wanYuan", 15_000_000_000],
    ["12.34元", "wanYuan", 1234],
    ["￥12.34", "yuan", 1234],
    ["人民币 88 元", "yuan", 8800],
    ["(1,234.50)", "yuan", -123_450],
    ["（12）", "yuan", -1200],
    ["-3.5", "yuan", -350],
    ["−3.5", "yuan", -350],
    ["1.2E+5", "yuan", 12_000_000],
    ["1e-3", "yuan", 0],
    [1e-7, "yuan", 0],
    [1.005, "yuan", 101],
    [-1.005, "yuan", -101],
    [2.345, "yuan", 235],
    ["0.00000049", "wanYuan", 0],
    ["0.0000005", "wanYuan", 1],
    [-0, "yuan", 0],
    ["-0.001", "yuan", 0],
    ["007", "yuan", 700],
    [".5", "yuan", 50],
    ["9007199254740991", "yuan", "amountTooLarge"],
    [1e308, "yuan", "amountTooLarge"],
    [Number.NaN, "yuan", "notANumber"],
    [Number.POSITIVE_INFINITY, "yuan", "notANumber"],
    ["待核实", "yuan", "notANumber"],
    ["1,23,4", "yuan", "notANumber"],
    ["0,125", "yuan", "notANumber"],
    ["-0,125", "wanYuan", "notANumber"],
    ["00,125元", "yuan", "notANumber"],
    ["０，１２５", "yuan", "notANumber"],
    ["0 125", "yuan", "notANumber"],
    ["(0,125)", "yuan", "notANumber"],
    ["￥0,125.50", "yuan", "notANumber"],
    ["1.2.3", "yuan", "notANumber"],
    ["(-5)", "yuan", "notANumber"],
    ["12元3", "yuan", "notANumber"],
    ["0x10", "yuan", "notANumber"],
    ["#N/A", "yuan", "errorValue"],
    ["＃ＲＥＦ！", "yuan", "errorValue"],
    ["Err:502", "yuan", "errorValue"],
    ["1,234.56元整", "yuan", 123_456],
    ["人民币1,234.56元", "wanYuan", 123_456],
    ["1 234.56", "yuan", 123_456],
    ["12 34", "yuan", "notANumber"],
    ["1,234.56-", "yuan", "notANumber"],
    ["1.234,56", "yuan", "notANumber"],
    ["12,5", "yuan", "notANumber"],
    ["1'234.56", "yuan", "notANumber"],
    ["约1234", "yuan", "notANumber"],
    ["-¥1,234.50", "yuan", -123_450],
    ["3千元", "yuan", 300_000],
    ["2百万元", "yuan", 200_000_000],
    ["'1000.00", "yuan", 100_000],
    ["\u200b1000\u00a0", "yuan", 100_000],
    ["100美元", "yuan", "otherCurrency"],
    ["USD 100", "yuan", "otherCurrency"],
    ["HK$100", "yuan", "otherCurrency"],
    ["12.5", "qianYuan", 1_250_000],
    ["12.5", "fen", 13],
    [1.5, "qianWanYuan", 1_500_000_000],
    ["万元", "yuan", "notANumber"],
    [true, "yuan", "notANumber"],
    [new Date(0), "yuan", "notANumber"],
    ["100①", "yuan", "notANumber"],
    ["10²", "yuan", "notANumber"],
    ["½", "yuan", "notANumber"],
    ["1'000", "wanYuan", "notANumber"],
    ["1’234’567", "yuan", "notANumber"],
    [uncachedFormula, "yuan", "formulaWithoutValue"],
    [shown(1_030_303, { scale: 4, unit: "wanYuan" }), "wanYuan", 103_030_300],
    [shown(1_030_303, { scale: 4, unit: "wanYuan" }), "yuan", 103_030_300],
    [shown(1_030_303, { scale: 4 }), "wanYuan", 103_030_300],
    [shown(1_030_303, { scale: 3 }), "yuan", "unitUnclear"],
    [shown(103.03, { unit: "wanYuan" }), "yuan", 103_030_000],
    [shown(103.03, { currency: "USD" }), "yuan", "otherCurrency"],
    [shown(0.7, { scale: -2, isPercent: true }), "yuan", "notANumber"],
    [null, "yuan", "missing"],
    ["", "yuan", "missing"],
    ["-", "yuan", "missing"],
    ["/", "yuan", "missing"],
    ["—", "yuan", "missing"],
    ["－", "yuan", "missing"],
    [" ", "yuan", "missing"],
  ])("reads %j in %s as %s", (cell, unit, expected) => {
    expect(amount(cell, unit)).toBe(expected);
  });

  const fen = fc.integer({ min: -900_000_000_000_000, max: 900_000_000_000_000 });
  const textIn = (value: number, places: number) => {
    const digits = String(Math.abs(value)).padStart(places + 1, "0");
    return `${value < 0 ? "-" : ""}${digits.slice(0, -places)}.${digits.slice(-places)}`;
  };

  it.each([
    ["yuan", 2],
    ["qianYuan", 5],
    ["wanYuan", 6],
    ["shiWanYuan", 7],
    ["baiWanYuan", 8],
    ["qianWanYuan", 9],
    ["yiYuan", 10],
  ] as const)("gives back every fen written in %s", (unit, places) => {
    expect(() => fc.assert(fc.property(fen, (value) => amount(textIn(value, places), unit) === value))).not.toThrow();
  });

  it("gives back thousands separators, full width and parentheses", () => {
    expect(() =>
      fc.assert(
        fc.property(fen, (value) => {
          const [whole = "", fraction = ""] = textIn(Math.abs(value), 2).split(".");
          const grouped = `${whole.replaceAll(/\B(?=(\d{3})+$)/g, ",")}.${fraction}`;
          const text = value < 0 ? `(${grouped})` : grouped;
          const wide = text.replaceAll(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
          return amount(text, "yuan") === value && amount(wide, "yuan") === value;
        }),
      ),
    ).not.toThrow();
  });

  it("gives back the fen of a number cell of up to a billion yuan", () => {
    expect(() =>
      fc.assert(
        fc.property(fc.integer({ min: -100_000_000_000, max: 100_000_000_000 }), (value) => {
          const signed = value === 0 ? 0 : value;
          return amount(value / 100, "yuan") === signed && amount(value / 1_000_000, "wanYuan") === signed;
        }),
      ),
    ).not.toThrow();
  });

  it("never throws and never gives a fraction", () => {
    expect(() =>
      fc.assert(
        fc.property(fc.oneof(fc.string(), fc.double(), fc.stringMatching(/^[-+(]?[\d.,eE]{0,12}[)元万亿]?$/)), (cell) => {
          const parsed = parseAmount(cell, "wanYuan");
          return parsed.kind !== "amount" || (Number.isSafeInteger(parsed.fen) && !Object.is(parsed.fen, -0));
        }),
      ),
    ).not.toThrow();
  });
});
