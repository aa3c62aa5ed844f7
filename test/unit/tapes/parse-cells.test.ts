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
  ])("reads %j as %j, digits lost: %s", (cell, text, digitsLost) => {
    expect(parseIdentifier(cell)).toEqual({ text, digitsLost });
  });

  it("compares without width, case and blanks", () => {
    expect(identifierKey("洛农商 借字２０２１x")).toBe(identifierKey("洛农商借字2021X"));
  });
});

describe("parseWholeNumber and parseArea", () => {
  it.each<[RawCell, number | string]>([
    [184, 184],
    ["１８４天", 184],
    ["1,234", 1234],
    [1.5, "problem"],
    [-3, "problem"],
    ["若干", "problem"],
    ["/", "missing"],
  ])("counts %j as %s", (cell, expected) => {
    const parsed = parseWholeNumber(cell);
    expect(parsed.kind === "number" ? parsed.value : parsed.kind).toBe(expected);
  });

  it.each<[RawCell, number | string]>([
    [8128.95, 8128.95],
    ["1,204.5㎡", 1204.5],
    ["300平方米", 300],
    ["15亩", "problem"],
  ])("measures %j as %s", (cell, expected) => {
    const parsed = parseArea(cell);
    expect(parsed.kind === "number" ? parsed.value : parsed.kind).toBe(expected);
  });
});

describe("parseNames", () => {
  it("splits at list signs, keeps blanks in a name and drops repeats", () => {
    expect(parseNames("张三、李四；John Smith，张三")).toEqual(["张三", "李四", "John Smith"]);
    expect(parseNames("无")).toEqual([]);
  });
});
