import { describe, expect, it } from "vitest";
import { identifierKey, parseArea, parseIdentifier, parseNames, parseWholeNumber } from "../../../main/tapes/cells/parse-cells.ts";
import type { RawCell } from "../../../main/tapes/files/raw-sheet.ts";

describe("parseIdentifier", () => {
  it.each<[RawCell, string | null, boolean]>([
    ["2658945273297750009", "2658945273297750009", false],
    ["0012", "0012", false],
    [" 41031119940519744X ", "41031119940519744X", false],
    [12_345, "12345", false],
    [410_302_198_001_010_000, "410302198001010000", true],
    [1e21, "1000000000000000000000", true],
    ["4.10302E+17", "4.10302E+17", true],
    [null, null, false],
    ["-", null, false],
    ["\ufeffSL-2021\u200b-1001 ", "SL-2021-1001", false],
    ["'0012", "0012", false],
    ["SL-2021\r\n-1001", "SL-2021 -1001", false],
    [{ value: 1234, look: { isDate: false, scale: 0, unit: null, currency: null, isPercent: false, zeroFill: 10 } }, "0000001234", false],
    ["不详", null, false],
    ["（待补充）", null, false],
    ["000000", null, false],
    ["xxx", null, false],
    ["#N/A", null, false],
    ["（无）", null, false],
    ["n.a.", null, false],
    ["NaN", null, false],
    ["不适用", null, false],
    ["无合同号", null, false],
    ["合同遗失", null, false],
    ["见备注", null, false],
    ["多笔", null, false],
    ["无锡农商行2021字001号", "无锡农商行2021字001号", false],
  ])("reads %j as %j, digits lost: %s", (cell, text, digitsLost) => {
    expect(parseIdentifier(cell)).toEqual({ text, digitsLost });
  });

  it("compares without width, case and blanks", () => {
    expect(identifierKey("洛农商 借字２０２１x")).toBe(identifierKey("洛农商借字2021X"));
  });

  it("compares without signs that nobody sees and kinds of dash", () => {
    const spellings = [
      "SL–2021—1001",
      "SL\u200b-2021-\u20601001",
      "ＳＬ－２０２１－１００１",
      "SL\u00a0-2021\u3000-1001",
      "'SL-2021-1001",
      "SL\u2212 2021\u20111001\u200e",
      "SL\u00ad-2021﹣1001",
    ];
    expect(new Set(spellings.map(identifierKey))).toEqual(new Set(["SL-2021-1001"]));
    expect(identifierKey("SL20211001")).not.toBe("SL-2021-1001");
    for (const dash of ["ー", "一", "－", "—", "‐"]) expect(identifierKey(`SL${dash}2021${dash}1001`)).toBe("SL-2021-1001");
    expect(identifierKey("一般债权2021")).toBe("一般债权2021");
  });

  it("compares without kinds of brackets", () => {
    const spellings = ["(2021)银贷字001号", "（2021）银贷字001号", "[2021]银贷字001号", "〔2021〕银贷字001号", "【2021】银贷字001号"];
    expect(new Set(spellings.map(identifierKey))).toEqual(new Set(["(2021)银贷字001号"]));
  });
});

describe("parseWholeNumber and parseArea", () => {
  it.each<[RawCell, number | string]>([
    [184, 184],
    ["１８４天", 184],
    ["1,234", 1234],
    ["0,125", "problem"],
    [1.5, "problem"],
    [-3, "problem"],
    ["若干", "problem"],
    ["184①", "problem"],
    ["/", "missing"],
  ])("counts %j as %s", (cell, expected) => {
    const parsed = parseWholeNumber(cell);
    expect(parsed.kind === "number" ? parsed.value : parsed.kind).toBe(expected);
  });

  it.each<[RawCell, number | string]>([
    [8128.95, 8128.95],
    ["1,204.5㎡", 1204.5],
    ["300平方米", 300],
    ["300m²", 300],
    ["300②", "problem"],
    ["15亩", "problem"],
    ["0,125㎡", "problem"],
  ])("measures %j as %s", (cell, expected) => {
    const parsed = parseArea(cell);
    expect(parsed.kind === "number" ? parsed.value : parsed.kind).toBe(expected);
  });
});

describe("parseNames", () => {
  it("splits at list signs, keeps blanks in a name and drops repeats", () => {
    expect(parseNames("张三、李四；John Smith，张三")).toEqual(["张三", "李四", "John Smith"]);
    expect(parseNames("无")).toEqual([]);
    expect(parseNames("张三、不详、#N/A")).toEqual(["张三"]);
  });
});
