import { describe, expect, it } from "vitest";
import type { RawCell } from "../../../main/tapes/files/raw-sheet.ts";
import { inspected, listOf, readLists, refusalOfLists } from "./list-of.ts";

/** Which of the amount headers are proposed for a field, under rows of amounts. */
function proposed(headers: readonly string[], ...rows: readonly number[][]): Record<string, string[]> {
  const sheet = listOf([["合同号", ...headers], ...rows.map((row, at): RawCell[] => [`A${at}`, ...row])]);
  const fields: Record<string, string[]> = {};
  for (const { field, header } of inspected(sheet).columns) if (field !== null && field !== "contractNo") fields[field] = [...(fields[field] ?? []), header];
  return fields;
}
const openFields = (headers: readonly string[], ...rows: readonly number[][]) =>
  inspected(listOf([["合同号", ...headers], ...rows.map((row, at): RawCell[] => [`A${at}`, ...row])])).openFields;

describe("the interest of a list", () => {
  it.each<[string[], string[]]>([
    [
      ["利息", "罚息", "复利"],
      ["利息", "罚息", "复利"],
    ],
    [
      ["正常利息", "逾期罚息", "复息"],
      ["正常利息", "逾期罚息", "复息"],
    ],
    [
      ["利息余额", "罚息余额", "复利余额"],
      ["利息余额", "罚息余额", "复利余额"],
    ],
    [
      ["欠息（万元）", "罚息（万元）"],
      ["欠息（万元）", "罚息（万元）"],
    ],
    [
      ["表内利息", "表外利息"],
      ["表内利息", "表外利息"],
    ],
    [
      ["表内利息", "表外利息", "罚息"],
      ["表内利息", "表外利息", "罚息"],
    ],
    [
      ["应收利息", "本金罚息", "利息复利"],
      ["应收利息", "本金罚息", "利息复利"],
    ],
    [
      ["Accrued interest", "Penalty interest", "Compound interest"],
      ["Accrued interest", "Penalty interest", "Compound interest"],
    ],
    [
      ["Interest (on book)", "Interest (off book)"],
      ["Interest (on book)", "Interest (off book)"],
    ],
    [["利息", "罚息", "复利", "利息合计"], ["利息合计"]],
    [["利息", "其中：罚息", "其中：复利"], ["利息"]],
    [["利息（含罚息、复利）", "罚息"], ["利息（含罚息、复利）"]],
    [["利罚息", "复利", "利息罚息复利"], []],
    [["利息", "罚息利率", "复利计算方式"], ["利息"]],
    [["利息起算日", "欠息"], ["欠息"]],
  ])("in the columns %j is %j", (headers, expected) => {
    expect(proposed(["本金", ...headers])["interest"] ?? []).toEqual(expected);
  });

  it("is told by the claim totals, whatever the words say", () => {
    const headers = ["本金", "利息", "罚息", "复利", "债权总额"];
    expect(proposed(headers, [100, 10, 5, 1, 116], [200, 20, 6, 2, 228], [300, 30, 7, 3, 340])["interest"]).toEqual(["利息", "罚息", "复利"]);
    expect(proposed(headers, [100, 10, 5, 1, 110], [200, 20, 6, 2, 220], [300, 30, 7, 3, 330])["interest"]).toEqual(["利息"]);
  });

  it("is the word alone where that is seen to hold the parts", () => {
    expect(proposed(["本金", "利息", "罚息", "复利"], [100, 16, 15, 1], [200, 28, 26, 2], [300, 40, 37, 3])["interest"]).toEqual(["利息"]);
  });

  it("is asked for where two columns are as good", () => {
    expect(openFields(["本金", "利息合计", "欠息合计"], [100, 10, 11], [200, 20, 21])).toEqual(["interest"]);
    const sheet = listOf([
      ["合同号", "本金", "利息合计", "欠息合计"],
      ["A1", 100, 10, 11],
    ]);
    expect(refusalOfLists([sheet])).toBe("fieldOpen");
    const chosen = readLists([sheet], (mapping) => ({
      ...mapping,
      columns: mapping.columns.map((column) => (column.index === 3 ? { ...column, field: "interest" } : column)),
    }));
    expect(chosen.sums.interestFen).toBe(1100);
    expect(readLists([sheet], (mapping) => ({ ...mapping, isConfirmed: true })).loans[0]?.interestFen).toBeNull();
    expect(openFields(["本金", "利息合计", "欠息合计"], [100, 10, 10], [200, 20, 20])).toEqual([]);
  });

  it("takes its group's word where its own says too little", () => {
    const rows: RawCell[][] = [
      ["合同号", "本金", "欠息", null, null],
      [null, "余额", "表内", "表外", "罚息"],
      ["A1", 100, 10, 5, 1],
    ];
    const merges = [{ startRow: 0, startColumn: 2, endRow: 0, endColumn: 4 }];
    const tape = readLists([listOf(rows, { merges })]);
    expect([tape.sums.principalFen, tape.sums.interestFen]).toEqual([10_000, 1600]);
    expect(tape.choices).toContainEqual({ sheet: "L", code: "columnsAdded", field: "interest", unit: null, text: "欠息/表内 + 欠息/表外 + 欠息/罚息" });
  });
});

describe("the fees of a list", () => {
  it.each<[string[], string[]]>([
    [
      ["诉讼费", "保全费", "律师费"],
      ["诉讼费", "保全费", "律师费"],
    ],
    [
      ["诉讼费", "其他费用"],
      ["诉讼费", "其他费用"],
    ],
    [["诉讼费", "律师费", "费用合计"], ["费用合计"]],
    [["代垫费用", "其中：诉讼费"], ["代垫费用"]],
  ])("in the columns %j are %j", (headers, expected) => {
    expect(proposed(["本金", "利息", ...headers])["fees"]).toEqual(expected);
  });

  it("are asked for where the word may hold the parts and nothing tells", () => {
    expect(openFields(["本金", "代垫费用", "诉讼费"], [100, 10, 5], [200, 20, 6])).toEqual(["fees"]);
    expect(proposed(["本金", "代垫费用", "诉讼费", "律师费"], [100, 10, 4, 6], [200, 20, 5, 15])["fees"]).toEqual(["代垫费用"]);
  });
});

describe("the principal of a list", () => {
  it.each<[string[], string[]]>([
    [["贷款本金", "本金余额"], ["本金余额"]],
    [["本金余额", "贷款本金"], ["本金余额"]],
    [["贷款本金", "贷款余额"], ["贷款余额"]],
    [["合同金额", "借款本金", "剩余本金"], ["剩余本金"]],
    [["原币本金余额", "折人民币本金余额"], ["折人民币本金余额"]],
    [["本金余额（原币）", "本金余额（折人民币）"], ["本金余额（折人民币）"]],
    [["本金余额", "其中：逾期本金"], ["本金余额"]],
    [["逾期本金", "本金余额"], ["本金余额"]],
    [["Original principal", "Principal balance"], ["Principal balance"]],
    [["贷款金额", "已还本金"], []],
  ])("in the columns %j is %j", (headers, expected) => {
    expect(proposed(headers)["principal"] ?? []).toEqual(expected);
  });

  it("is asked for where two balances differ, and taken where they are one", () => {
    expect(proposed(["本金余额", "未偿本金余额"], [100, 90], [200, 190])["principal"]).toBeUndefined();
    expect(proposed(["本金余额", "未偿本金余额"], [100, 100], [200, 200])["principal"]).toEqual(["本金余额"]);
  });

  it("says which column was taken, and refuses amounts in the loan's own currency", () => {
    const sheet = (header: string) => [
      listOf([
        ["合同号", header, "利息"],
        ["A1", 100, 10],
      ]),
    ];
    expect(refusalOfLists(sheet("原币本金余额"))).toBe("currencyContradicts");
    expect(refusalOfLists(sheet("本金余额（外币）"))).toBe("currencyContradicts");
    const withCurrency = listOf([
      ["合同号", "币种", "原币本金余额"],
      ["A1", "人民币", 100],
      ["A2", "美元", 100],
    ]);
    expect(readLists([withCurrency]).loans.map(({ contractNo }) => contractNo)).toEqual(["A1"]);
  });
});
