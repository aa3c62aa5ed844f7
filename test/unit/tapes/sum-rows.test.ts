import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RawCell } from "../../../main/tapes/files/raw-sheet.ts";
import { findingsOf, listOf, readLists } from "./list-of.ts";

const header = ["序号", "债务人名称", "借款合同编号", "贷款本金余额", "利息余额", "备注"];
const loans: RawCell[][] = [
  [1, "示例甲实业有限公司", "SL-1", 100, 10, null],
  [2, "示例甲实业有限公司", "SL-2", 200, 20, null],
  [3, "示例乙商贸有限公司", "SL-3", 400, 40, null],
];
const total = (label: string, column: number): RawCell[] => ([null, null, null, 700, 70, null] as RawCell[]).with(column, label);
const read = (...rows: RawCell[][]) => readLists([listOf([header, ...rows])]);
const left = (tape: ReturnType<typeof read>) => tape.unused.rows.flatMap(({ kind, first }) => first.map((row) => [row, kind]));

describe("a row that sums up others", () => {
  const frames = ["", "资产包", "本资产包", "本息", "本金", "债权", "贷款", "全部", "以上", "清单", "各户", "总"];
  const words = ["合计", "总计", "共计", "总额", "合计数", "汇总", "总和", "Total", "SUM", "Grand Total", "合 计", "总　计", "合計", "总共", "Σ"];
  const ends = ["金额", "1", "（一）", "：人民币元", "", "：", ":", "（3笔）", "(10户，3笔)", "3笔", "【万元】", " "];
  const label = fc.tuple(fc.constantFrom(...frames), fc.constantFrom(...words), fc.constantFrom(...ends)).map((parts) => parts.join(""));

  it("is a total by its label, in whatever column and however it is written, and never a loan", () => {
    fc.assert(
      fc.property(label, fc.constantFrom(0, 1, 2, 5), (text, column) => {
        const tape = read(...loans, total(text, column));
        expect([tape.counts.loanRows, tape.counts.loansKept, tape.sums.principalFen]).toEqual([3, 3, 70_000]);
        expect(left(tape)).toEqual([[5, "total"]]);
        expect(tape.reconciliation.map(({ outcome }) => outcome)).toEqual(["agrees", "agrees"]);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    "小计",
    "本页小计",
    "本页合计",
    "累计",
    "过次页",
    "Subtotal",
    "郑州分行小计",
    "示例甲实业有限公司 汇总",
    "示例甲实业有限公司合计",
    "SL-2 Total",
    "示例甲实业有限公司 计数",
  ])("is a subtotal by the label %s", (text) => {
    for (const column of [1, 2]) {
      const tape = read(loans[0] ?? [], loans[1] ?? [], ([null, null, null, 300, 30, null] as RawCell[]).with(column, text), loans[2] ?? []);
      expect([tape.counts.loanRows, tape.sums.principalFen, left(tape)[0]?.[0]]).toEqual([3, 70_000, 4]);
    }
  });

  it("is known without a label by its sum, where it names nobody", () => {
    const group: RawCell[] = [null, null, null, 300, 30, null];
    const tape = read(loans[0] ?? [], loans[1] ?? [], group, loans[2] ?? [], total("", 5));
    expect(left(tape)).toEqual([
      [4, "total"],
      [6, "total"],
    ]);
    expect(tape.counts).toMatchObject({ loanRows: 3, loansKept: 3 });
  });

  it("is a loan without a contract where nothing says that it is a sum", () => {
    const tape = read(...loans, [null, null, null, 123, 45, null], [null, "示例丙有限公司", null, 700, 70, null]);
    expect(tape.rejections.map(({ row, code }) => [row, code])).toEqual([
      [5, "missingContract"],
      [6, "missingContract"],
    ]);
  });

  it("that repeats its debtor's name is told by the contract of the row before, or by its sum", () => {
    const named = (contract: string, principal: number): RawCell[] => [null, "示例甲实业有限公司", contract, principal, 30, null];
    expect(left(read(loans[0] ?? [], loans[1] ?? [], named("SL-2 汇总", 200)))).toEqual([[4, "subtotal"]]);
    expect(left(read(loans[0] ?? [], loans[1] ?? [], named("甲户合计", 300)))).toEqual([[4, "total"]]);
  });

  it("may look like a contract: such a loan is kept and named", () => {
    const tape = read(...loans, [4, "示例丁有限公司", "A-合计", 55, 5, null]);
    expect(tape.loans.map(({ contractNo }) => contractNo)).toEqual(["SL-1", "SL-2", "SL-3", "A-合计"]);
    expect(findingsOf(tape)).toEqual([[5, "contractNo", "looksLikeTotal"]]);
  });

  it("may stand above the rows it sums up", () => {
    const tape = read(total("合计", 1), ...loans);
    expect([left(tape), tape.reconciliation[0]?.outcome]).toEqual([[[2, "total"]], "agrees"]);
  });
});

describe("a total of a list", () => {
  const four: RawCell[][] = [...loans, [4, "示例乙商贸有限公司", "SL-4", 800, 80, null]];
  const sums = (label: string, ...amounts: number[]): RawCell[] => [label, null, null, ...amounts, null];

  it("is known beside the numbers of loans and debtors, which are no contract and no debtor", () => {
    for (const row of [
      ["合计", null, 3, 700, 70, null],
      ["合计", "2户", "3笔", 700, 70, null],
      ["总计", 2, 3, 700, 70, null],
      [null, null, 3, 700, 70, null],
    ] as RawCell[][]) {
      const tape = read(...loans, row);
      expect([tape.counts.loanRows, tape.sums.principalFen, left(tape), tape.reconciliation[0]?.outcome]).toEqual([3, 70_000, [[5, "total"]], "agrees"]);
    }
  });

  it("is known by its amounts where its label is none of the known ones", () => {
    for (const label of ["资产包", "ИТОГО", "全部贷款", "集计"]) {
      expect(left(read(...loans, [null, null, label, 700, 70, null]))).toEqual([[5, "total"]]);
    }
    expect(read(...loans, [null, null, "无号", 700, 71, null]).counts.loanRows).toBe(4);
  });

  it("is not replaced by the sums of its parts that stand below it", () => {
    for (const parts of [
      ["郑州分行合计", "洛阳分行合计"],
      ["其中：抵押类", "其中：信用类"],
      ["　抵押类", "　信用类"],
    ]) {
      const tape = read(...four, sums("合计", 1500, 150), sums(parts[0] ?? "", 300, 30), sums(parts[1] ?? "", 1200, 120));
      expect(left(tape)).toEqual([
        [6, "total"],
        [7, "subtotal"],
        [8, "subtotal"],
      ]);
      expect(tape.reconciliation.map(({ outcome }) => outcome)).toEqual(["agrees", "agrees"]);
    }
  });

  it("is what is worked out of it no further total", () => {
    const rows = [sums("占比", 0.9, 0.1), sums("户均", 500, 50), sums("差异", 0, 0), [null, null, "核对", 0, 0, null] as RawCell[]];
    const tape = read(...loans, sums("合计", 700, 70), ...rows);
    expect([tape.counts.loanRows, tape.reconciliation[0]?.statedFen]).toEqual([3, 70_000]);
    expect(left(tape).map(([, kind]) => kind)).toEqual(["total", ...rows.map(() => "subtotal")]);
  });

  it("of one block among several is that of a part", () => {
    const tape = read(loans[0] ?? [], loans[1] ?? [], sums("合计", 300, 30), loans[2] ?? [], four[3] ?? [], sums("合计", 1200, 120), sums("合计", 1500, 150));
    expect(left(tape)).toEqual([
      [4, "total"],
      [8, "total"],
      [7, "subtotal"],
    ]);
    expect(tape.reconciliation.map(({ outcome }) => outcome)).toEqual(["agrees", "agrees"]);
  });

  it("that differs is said, whatever stands below it", () => {
    expect(findingsOf(read(...loans, sums("合计", 800, 70), sums("其中：抵押类", 300, 30)))).toEqual([[5, "principal", "statedTotalDiffers"]]);
  });
});

describe("a row that sums up its debtor's or its group's loans", () => {
  const sum = (seq: string | null, name: string | null, remark: string | null = null): RawCell[] => [seq, name, null, 300, 30, remark];

  it("is a subtotal below them by its label or its amounts", () => {
    for (const row of [sum("小计", "示例甲实业有限公司"), sum(null, "示例甲实业有限公司", "小计"), sum(null, "示例甲实业有限公司")]) {
      const tape = read(loans[0] ?? [], loans[1] ?? [], row, loans[2] ?? []);
      expect([tape.counts.loanRows, tape.rejections, left(tape)]).toEqual([3, [], [[4, "subtotal"]]]);
    }
  });

  it("is a heading above them by its amounts", () => {
    for (const row of [sum(null, "示例甲实业有限公司"), sum("一、郑州分行", null), sum("一", "郑州分行")]) {
      const dated = loans.map((loan) => [...loan, "2022-01-15"]);
      const other = [null, "示例乙商贸有限公司", null, 400, 40, null];
      const tape = readLists([listOf([[...header, "逾期日期"], row, ...dated.slice(0, 2), other, dated[2] ?? [], total("合计", 1)])]);
      expect([tape.counts.loanRows, tape.rejections]).toEqual([3, []]);
      expect(left(tape)).toEqual([
        [2, "subtotal"],
        [5, "subtotal"],
        [7, "total"],
      ]);
      expect(tape.reconciliation[0]?.outcome).toBe("agrees");
    }
  });

  it("is a loan without a contract where the rows behind it don't add up to it, named in the order of the rows", () => {
    const tape = read([null, "示例丙有限公司", null, 301, 30, null], loans[0] ?? [], [2, "示例甲实业有限公司", "SL-2", null, 20, null], loans[2] ?? []);
    expect(findingsOf(tape)).toEqual([
      [2, "contractNo", "missingContract"],
      [4, "principal", "missingPrincipal"],
    ]);
    expect([tape.counts.loanRows, tape.counts.loansKept]).toEqual([4, 2]);
  });

  it("is a loan where it equals one of the same debtor and says no less", () => {
    const twin: RawCell[] = [null, "示例甲实业有限公司", null, 100, 10, null];
    expect([read(twin, ...loans).counts.loanRows, read(loans[0] ?? [], twin).counts.loanRows]).toEqual([4, 2]);
  });

  it("is a loan where only another debtor's one loan happens to equal it", () => {
    const tape = read([null, "示例丙有限公司", null, 100, 10, null], ...loans);
    expect(tape.rejections.map(({ row }) => row)).toEqual([2]);
  });
});

describe("a row that is no record", () => {
  it.each([
    ["notes", ["注：金额以合同为准"]],
    ["notes", ["制表人：张三", null, null, "复核：李四"]],
    ["notes", [null, null, null, null, null, "数据由出让方提供"]],
    ["notes", [null, null, "说明：本清单所列债权截至基准日，利息以人民法院认定为准。"]],
    ["page", ["第1页"]],
    ["page", [null, null, null, null, "第 2 页 / 共 3 页"]],
    ["page", ["- 3 -"]],
    ["page", ["Page 2 of 9"]],
    ["header", header],
    ["header", ["序号", "债务人名称", "借款合同编号", "贷款本金余额", "利息余额"]],
    ["header", [1, 2, 3, 4, 5, 6]],
    ["header", ["栏次", "1", "2", "3", "4", "5=3+4"]],
    ["header", ["（1）", "（2）", "（3）", "（4）"]],
    ["header", ["A", "B", "C", "D", "E", "F"]],
    ["header", ["No.", "Debtor", "Contract No.", "Principal", "Interest", "Remark"]],
    ["units", [null, null, null, "元", "元"]],
    ["units", [null, "文本", "文本", "（元）", "单位：元"]],
  ] as [string, RawCell[]][])("is left out by name: %s %j", (kind, row) => {
    const tape = read(...loans, row);
    expect([left(tape), tape.counts.loanRows]).toEqual([[[5, kind]], 3]);
  });

  it("is a header of another list, below which nothing is read as of this one", () => {
    const swapped = ["序号", "借款合同编号", "债务人名称", "贷款本金余额", "利息余额", "备注"];
    const tape = read(...loans, swapped, [1, "SL-9", "示例丁有限公司", 900, 90, null], header, [4, "示例丁有限公司", "SL-4", 800, 80, null]);
    expect(tape.loans.map(({ contractNo }) => contractNo)).toEqual(["SL-1", "SL-2", "SL-3", "SL-4"]);
    expect([left(tape), tape.rejections.map(({ row, code }) => [row, code])]).toEqual([
      [
        [5, "header"],
        [7, "header"],
      ],
      [[6, "otherHeader"]],
    ]);
    const items = read(...loans, ["借款合同编号", "抵押物类型", "坐落", "评估价值"], ["SL-1", "住宅", "一号", 500]);
    expect(items.rejections.map(({ row, code }) => [row, code])).toEqual([[6, "otherHeader"]]);
  });

  it("is no numbering where its numbers are a loan's", () => {
    expect(read(...loans, [4, "示例丁有限公司", "5", 6, 7, null]).counts.loansKept).toBe(4);
  });

  it("is left out where a page repeats both header rows and the title", () => {
    const title = ["示例银行债权清单"];
    const groups = [null, "债务人", null, "债权金额", null, null];
    const head = [title, groups, header];
    const merges = [
      { startRow: 1, startColumn: 1, endRow: 1, endColumn: 2 },
      { startRow: 1, startColumn: 3, endRow: 1, endColumn: 4 },
    ];
    const tape = readLists([listOf([...head, ...loans, ...head, [4, "示例丁有限公司", "SL-4", 800, 80, null]], { merges })]);
    expect([tape.counts.loansKept, left(tape).map(([row]) => row), tape.rejections]).toEqual([4, [7, 8, 9], []]);
  });
});
