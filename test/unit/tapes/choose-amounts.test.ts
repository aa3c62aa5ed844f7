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
    [["利罚息", "复利", "利息罚息复利"], ["利息罚息复利"]],
    [
      ["利息及罚息", "复利"],
      ["利息及罚息", "复利"],
    ],
    [
      ["利息", "罚息及复利"],
      ["利息", "罚息及复利"],
    ],
    [
      ["利息", "罚息/复利"],
      ["利息", "罚息/复利"],
    ],
    [["利息及罚息", "罚息"], ["利息及罚息"]],
    [
      ["利息", "本金罚息", "利息罚息"],
      ["利息", "本金罚息", "利息罚息"],
    ],
    [
      ["欠利息", "欠罚息", "欠复利"],
      ["欠利息", "欠罚息", "欠复利"],
    ],
    [
      ["判决确认利息", "迟延履行期间加倍利息"],
      ["判决确认利息", "迟延履行期间加倍利息"],
    ],
    [
      ["On-balance sheet interest", "Off-balance sheet interest"],
      ["On-balance sheet interest", "Off-balance sheet interest"],
    ],
    [
      ["Accrued interest on-book", "Accrued interest off-book"],
      ["Accrued interest on-book", "Accrued interest off-book"],
    ],
    [
      ["Normal interest", "Overdue interest", "Compound interest"],
      ["Normal interest", "Overdue interest", "Compound interest"],
    ],
    [["利息余额", "已收利息", "减免利息", "累计已还利息"], ["利息余额"]],
    [["利息（原币）", "利息（折人民币）"], ["利息（折人民币）"]],
    [["利息", "欠息天数", "首次欠息日", "利息计算方式"], ["利息"]],
    [["停息前利息", "停息后利息"], []],
    [["利息1", "利息2"], []],
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

  it.each([["违约金"], ["滞纳金"]])("are costs and %s together, which is no cost", (penalty) => {
    expect(proposed(["本金", "代垫费用", penalty], [100, 10, 5], [200, 20, 6])["fees"]).toEqual(["代垫费用", penalty]);
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
    [["期初本金余额", "期末本金余额"], ["期末本金余额"]],
    [["上期本金余额", "本期本金余额"], ["本期本金余额"]],
    [["账面本金余额", "判决本金"], ["账面本金余额"]],
    [["债权余额", "本金"], ["本金"]],
    [["债权余额"], ["债权余额"]],
    [["核销本金", "担保本金", "放款本金", "本金"], ["本金"]],
    [
      ["逾期本金", "未到期本金"],
      ["逾期本金", "未到期本金"],
    ],
    [["逾期本金", "未到期本金", "本金余额"], ["本金余额"]],
    [["本金（USD）", "本金（RMB）"], ["本金（RMB）"]],
    [["美元本金余额", "人民币本金余额"], ["人民币本金余额"]],
    [["原币余额", "折人民币余额"], ["折人民币余额"]],
    [["初始本金"], []],
    [["基准日本金余额", "最新本金余额"], []],
    [["贷款金额"], []],
  ])("in the columns %j is %j", (headers, expected) => {
    expect(proposed(headers)["principal"] ?? []).toEqual(expected);
  });

  it("is asked for where two balances differ, and taken where they are one", () => {
    expect(proposed(["本金余额", "未偿本金余额"], [100, 90], [200, 190])["principal"]).toBeUndefined();
    expect(proposed(["本金余额", "未偿本金余额"], [100, 100], [200, 200])["principal"]).toEqual(["本金余额"]);
  });

  it("is asked for where a list has only what was lent, or a claim beside its interest", () => {
    const list = (...headers: string[]) => [
      listOf([
        ["合同号", "债务人", ...headers],
        ["A1", "甲", ...headers.map(() => 100)],
      ]),
    ];
    for (const headers of [["贷款金额"], ["初始本金", "利息"], ["债权余额", "利息"], ["贷款本金", "借款本金"], ["已还本金"]]) {
      const differing = list(...headers).map((sheet) => ({ ...sheet, rows: [...sheet.rows, { rowNumber: 3, cells: ["A2", "乙", 200, 300] }] }));
      expect([headers, refusalOfLists(differing)]).toEqual([headers, "fieldOpen"]);
    }
  });

  it("added from columns that the headers don't divide is confirmed first", () => {
    const sheet = listOf([
      ["合同号", "本金余额", "判决本金"],
      ["A1", 100, 90],
    ]);
    const both = (mapping: Parameters<NonNullable<Parameters<typeof readLists>[1]>>[0]) => ({
      ...mapping,
      columns: mapping.columns.map((column) => (column.index === 2 ? { ...column, field: "principal" as const } : column)),
    });
    expect(refusalOfLists([sheet], both)).toBe("principalAdded");
    const confirmed = readLists([sheet], (mapping) => ({ ...both(mapping), isConfirmed: true }));
    expect([confirmed.sums.principalFen, confirmed.choices[0]?.text]).toEqual([19_000, "本金余额 + 判决本金"]);
  });

  it("in yuan is read whatever the loans' currency is, whose column is left out by name", () => {
    for (const currencies of [
      ["美元", "美元"],
      ["美元", "人民币"],
    ]) {
      const tape = readLists([
        listOf([["合同号", "币种", "原币本金余额", "折人民币本金余额"], ...currencies.map((currency, at) => [`A${at}`, currency, 10, 70])]),
      ]);
      expect([tape.counts.loansKept, tape.sums.principalFen]).toEqual([2, 14_000]);
      expect(tape.unused.columns.map(({ header }) => header)).toEqual(["币种", "原币本金余额"]);
    }
    const partly = listOf([
      ["合同号", "币种", "原币本金余额", "折人民币本金余额", "利息"],
      ["A1", "美元", 10, 70, 1],
      ["A2", "人民币", 10, 10, 1],
    ]);
    expect(readLists([partly]).rejections.map(({ row, code }) => [row, code])).toEqual([[2, "otherCurrency"]]);
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
