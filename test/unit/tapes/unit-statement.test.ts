import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RawCell } from "../../../main/tapes/files/raw-sheet.ts";
import { readTitle, unitInHeader, unitRow } from "../../../main/tapes/header/unit-statement.ts";
import { inspected, listOf, readLists, refusalOfLists } from "./list-of.ts";

const rowsOf = (...rows: RawCell[][]) => rows.map((cells, at) => ({ rowNumber: at + 1, cells }));
const title = (...cells: RawCell[]) => readTitle(rowsOf(cells));

describe("a header states its unit", () => {
  it.each([
    ["本金（万元）", "wanYuan", "CNY"],
    ["本金(元)", "yuan", "CNY"],
    ["本金（单位：亿元）", "yiYuan", "CNY"],
    ["本金（人民币，万元）", "wanYuan", "CNY"],
    ["本金余额\n（千元）", "qianYuan", "CNY"],
    ["本金余额[百万元]", "baiWanYuan", "CNY"],
    ["本金 单位：万元", "wanYuan", "CNY"],
    ["本金余额万元", "wanYuan", "CNY"],
    ["本金余额/元", "yuan", "CNY"],
    ["Principal (RMB'000)", "qianYuan", "CNY"],
    ["Principal in CNY thousand", "qianYuan", "CNY"],
    ["principal RMB", null, "CNY"],
    ["本金余额（美元）", "yuan", "USD"],
    ["本金余额（万美元）", "wanYuan", "USD"],
    ["Outstanding principal USD", null, "USD"],
    ["原币本金余额", null, "other"],
    ["本金", null, null],
    ["面积（㎡）", null, null],
    ["处置概率（%）", null, null],
    ["本金余额（含税）", null, null],
  ])("%s: %s of %s", (text, unit, currency) => {
    expect(unitInHeader(text)).toEqual({ unit, currency, isUnread: false });
  });

  it("or says one that isn't ours, which isn't passed over", () => {
    for (const text of ["本金（百亿元）", "Principal (billion)"]) expect(unitInHeader(text)).toMatchObject({ unit: null, isUnread: true });
  });
});

describe("a title states unit, currency and cut-off date", () => {
  it("wherever and however it says them", () => {
    expect(title("基准日：2025年9月30日", "金额单位：万元")).toMatchObject({ cutOffDate: "2025-09-30", unit: "wanYuan" });
    expect(title("截止日期: 2025/6/30", "单位：人民币元")).toMatchObject({ cutOffDate: "2025-06-30", unit: "yuan" });
    expect(title("基准日", new Date("2025-06-30T00:00:00Z"), "单位", "千元")).toMatchObject({ cutOffDate: "2025-06-30", unit: "qianYuan" });
    expect(title("币种：人民币 单位：元")).toMatchObject({ unit: "yuan", currency: "CNY" });
    expect(title("填报单位：示例银行  金额单位：万元")).toMatchObject({ unit: "wanYuan" });
    expect(title("（单位：万元、户、%）")).toMatchObject({ unit: "wanYuan" });
    expect(title("In RMB million")).toMatchObject({ unit: "baiWanYuan" });
    expect(title("币种", "美元", "单位", "元")).toMatchObject({ currency: "USD" });
    expect(readTitle([], "债权清单（万元）")).toMatchObject({ unit: "wanYuan" });
  });

  it("or none", () => {
    expect(title("某行不良资产清单")).toMatchObject({ cutOffDate: null, unit: null, unitText: null });
    expect(title("单位：某某银行股份有限公司")).toMatchObject({ unit: null, unitText: null });
    expect(readTitle([], "list-in-thousands-and-more")).toMatchObject({ unit: null, unitText: null });
    expect(title("基准日：2025年2月30日")).toMatchObject({ cutOffDate: null });
  });

  it("or what can't be taken for one, with its words", () => {
    expect(title("单位：万元", "单位：元")).toMatchObject({ unit: null, unitText: "单位:万元" });
    expect(title("单位：百亿元")).toMatchObject({ unit: null, unitText: "单位:百亿元" });
  });
});

describe("a row of units", () => {
  it("holds units and hints only", () => {
    expect([...(unitRow([null, "文本", "（万元）", "元", "yyyy-mm-dd"]) ?? [])].map(([at, { unit }]) => [at, unit])).toEqual([
      [2, "wanYuan"],
      [3, "yuan"],
    ]);
    expect(unitRow(["SL-1", null, "万元"])).toBeNull();
    expect(unitRow([null, null, 100])).toBeNull();
    expect(unitRow([null, "文本", "日期"])).toBeNull();
  });
});

const loans = (principal: string, interest: string): RawCell[][] => [
  ["合同号", principal, interest],
  ["A1", 100, 5],
  ["A2", 200, 6],
];
const sums = (...rows: RawCell[][]) => {
  const { principalFen, interestFen } = readLists([listOf(rows)]).sums;
  return [principalFen, interestFen];
};

describe("the unit of an amount", () => {
  it("is that of the nearest statement: cell, row of units, header, group, title", () => {
    expect(sums(["单位：元"], ...loans("本金", "利息"))).toEqual([30_000, 1100]);
    expect(sums(["单位：元"], ...loans("本金（千元）", "利息"))).toEqual([30_000_000, 1100]);
    expect(sums(["单位：元"], ["合同号", "本金", "利息"], [null, "万元", "千元"], ["A1", 100, 5], ["A2", "200元", 6])).toEqual([100_020_000, 1_100_000]);
    const grouped = [
      ["合同号", "债权（万元）", null],
      [null, "本金", "利息"],
      ["A1", 100, 5],
    ];
    const merges = [
      { startRow: 0, startColumn: 1, endRow: 0, endColumn: 2 },
      { startRow: 0, startColumn: 0, endRow: 1, endColumn: 0 },
    ];
    expect(readLists([listOf(grouped, { merges })]).sums).toMatchObject({ principalFen: 100_000_000, interestFen: 5_000_000 });
  });

  it("is exact or refused in every spelling that a title may have", () => {
    const units = [
      ["元", 100],
      ["千元", 100_000],
      ["万元", 1_000_000],
      ["百万元", 100_000_000],
      ["亿元", 10_000_000_000],
    ] as const;
    const words = fc.tuple(
      fc.constantFrom("单位：", "金额单位：", "金额单位:人民币", "（单位：", "Unit: ", "单位　", "货币单位："),
      fc.constantFrom(...units),
      fc.constantFrom("", "）", "  ", "、户"),
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 99_999 }), ([before, [unit, fen], behind], amount) => {
        const tape = readLists([listOf([[before + unit + behind], ["合同号", "本金"], ["A1", amount]])]);
        expect(tape.sums.principalFen).toBe(amount * fen);
      }),
    );
  });

  it("is refused where the file says another than the one chosen, until the user confirms", () => {
    const stated = [listOf([["单位：万元"], ...loans("本金", "利息")])];
    const inYuan = { unit: "yuan" } as const;
    expect(refusalOfLists(stated, (sheet) => ({ ...sheet, ...inYuan }))).toBe("unitContradicts");
    expect(readLists(stated, (sheet) => ({ ...sheet, ...inYuan, isConfirmed: true })).sums.principalFen).toBe(30_000);
    expect(refusalOfLists([listOf([["单位：百亿元"], ...loans("本金", "利息")])])).toBe("unitUnread");
    expect(refusalOfLists([listOf([["单位：万元", "单位：元"], ...loans("本金", "利息")])])).toBe("unitUnread");
    expect(refusalOfLists([listOf([["单位：元"], ...loans("本金（美元）", "利息")])])).toBe("currencyContradicts");
    expect(refusalOfLists([listOf([["币种：美元  单位：元"], ...loans("本金", "利息")])])).toBe("currencyContradicts");
  });

  it("is that of the number shown, where the format writes it, and doubtful where it only makes the number smaller", () => {
    const look = { isDate: false, scale: 4, unit: "wanYuan", currency: null, isPercent: false, zeroFill: 0 } as const;
    const list = (cell: RawCell, unit: string) => [listOf([[`单位：${unit}`], ["合同号", "本金"], ["A1", cell]])];
    for (const unit of ["元", "万元"]) expect(readLists(list({ value: 1_030_303, look }, unit)).sums.principalFen).toBe(103_030_300);
    const silent = { value: 1_030_303, look: { ...look, unit: null } };
    expect(readLists(list(silent, "万元")).sums.principalFen).toBe(103_030_300);
    expect(refusalOfLists(list(silent, "元"))).toBe("unitOfShown");
    expect(readLists(list(silent, "元"), (sheet) => ({ ...sheet, isConfirmed: true })).sums.principalFen).toBe(103_030_300);
    expect(
      inspected(
        listOf([
          ["合同号", "本金"],
          ["A1", { value: 1_030_303, look }],
        ]),
      ).columns[1],
    ).toMatchObject({ shownUnit: "wanYuan", samples: ["103.0303万元"] });
  });

  it("says how it came about", () => {
    const choices = (rows: RawCell[][], confirm = false) =>
      readLists([listOf(rows)], (sheet) => ({ ...sheet, ...(confirm ? { unit: "yuan", isConfirmed: true } : {}) })).choices.map(({ code, unit, text }) => [
        code,
        unit,
        text,
      ]);
    expect(choices(loans("本金", "利息"))).toEqual([["unitChosen", "yuan", "本金, 利息"]]);
    expect(choices([["单位：元"], ...loans("本金（万元）", "利息")])).toEqual([
      ["unitStated", "wanYuan", "本金（万元）"],
      ["unitStated", "yuan", "利息"],
    ]);
    expect(choices([["单位：万元"], ...loans("本金", "利息")], true)).toEqual([["unitConfirmed", "yuan", "本金, 利息"]]);
  });
});
