import { describe, expect, it } from "vitest";
import { type RawCell, uncachedFormula } from "../../../main/tapes/files/raw-sheet.ts";
import { findingsOf, listOf, readLists } from "./list-of.ts";

const header = ["债务人名称", "统一社会信用代码", "借款合同编号", "借据号", "本金余额"];
const read = (...rows: RawCell[][]) => readLists([listOf([header, ...rows])]);
const names = (tape: ReturnType<typeof read>) => tape.loans.map(({ contractNo }) => contractNo);

describe("several drawdowns under one contract", () => {
  it("are loans of their own, named by both numbers", () => {
    const tape = read(["甲", "1", "HT-1", "JJ-1", 10], ["甲", "1", "HT-1", "JJ-2", 20], ["乙", "2", "HT-2", "JJ-3", 30]);
    expect([names(tape), findingsOf(tape)]).toEqual([["HT-1/JJ-1", "HT-1/JJ-2", "HT-2"], []]);
  });

  it("are repeats where the drawdown repeats, or has no number", () => {
    const tape = read(["甲", "1", "HT-1", "JJ-1", 10], ["甲", "1", "ht–1", "JJ\u200b-1", 20], ["甲", "1", "HT-1", null, 30], ["甲", "1", "HT-1", "JJ-2", 40]);
    expect(names(tape)).toEqual(["HT-1/JJ-1", "HT-1/JJ-2"]);
    expect(findingsOf(tape)).toEqual([
      [3, "contractNo", "duplicateContract"],
      [4, "contractNo", "duplicateContract"],
    ]);
  });

  it("are joined by their own number too", () => {
    const items = listOf(
      [
        ["借据号", "抵押物类型", "评估价值"],
        ["JJ-2", "住宅", 5],
      ],
      { name: "C" },
    );
    const tape = readLists([listOf([header, ["甲", "1", "HT-1", "JJ-1", 10], ["甲", "1", "HT-1", "JJ-2", 20]]), items]);
    expect(tape.collateral.map(({ contractNo, link }) => [contractNo, link])).toEqual([["HT-1/JJ-2", "joined"]]);
  });
});

describe("numbers that lost digits", () => {
  it("are never repeats, keep names of their own, and take no collateral where several look alike", () => {
    const lost = 6_228_480_000_000_012_000;
    const loans = listOf([
      ["借据号", "本金"],
      [lost, 10],
      [lost, 20],
      [7_228_480_000_000_012_000, 30],
    ]);
    const items = listOf(
      [
        ["借据号", "抵押物类型", "评估价值"],
        [lost, "住宅", 5],
        [7_228_480_000_000_012_000, "住宅", 6],
      ],
      { name: "C" },
    );
    const tape = readLists([loans, items]);
    expect(names(tape)).toEqual(["6228480000000012000 #2", "6228480000000012000 #3", "7228480000000012000"]);
    expect(tape.collateral.map(({ link }) => link)).toEqual(["orphan", "joined"]);
    expect(tape.rejections).toEqual([]);
  });
});

describe("a row that names several contracts", () => {
  const summary = (...rows: RawCell[][]) => listOf([["债务人名称", "借款合同编号", "本金余额"], ...rows], { name: "S" });
  const loans = listOf([header, ["甲", "1", "HT-001", null, 10], ["甲", "1", "HT-002", null, 20], ["乙", "2", "HT-003", null, 30]]);

  it.each(["HT-001、HT-002", "HT-001,HT-002", "HT-001；ht–002", "HT-001\nHT-002", "HT-001和HT-002", "HT-001、HT-002等2笔", "HT-001等2笔"])(
    "sums them up where each is listed, whichever sheet comes first: %s",
    (contracts) => {
      for (const sheets of [
        [summary(["甲", contracts, 30]), loans],
        [loans, summary(["甲", contracts, 30])],
      ]) {
        const tape = readLists(sheets);
        expect([tape.sums.principalFen, tape.rejections.map(({ code, raw }) => [code, raw.length > 0])]).toEqual([6000, [["sumOfListed", true]]]);
      }
    },
  );

  it("is a loan of its own where they aren't listed", () => {
    const tape = readLists([summary(["甲", "HT-001、HT-002", 30], ["乙", "HT-003/2021、2022", 40], ["丙", "（2021）年/银贷/第0001号", 50])]);
    expect([tape.counts.loansKept, tape.sums.principalFen, tape.rejections]).toEqual([3, 12_000, []]);
  });

  it("in a list of collateral or guarantors speaks of each of them", () => {
    const items = listOf(
      [
        ["合同编号", "抵押物类型", "坐落", "评估价值"],
        ["HT-001、HT-002", "住宅", "一号", 5],
        ["HT-003、HT-999", "商铺", "二号", 6],
      ],
      { name: "C" },
    );
    const guarantors = listOf(
      [
        ["合同编号", "保证人"],
        ["HT-001、HT-003", "王五"],
      ],
      { name: "G" },
    );
    const tape = readLists([loans, items, guarantors]);
    expect(tape.collateral.map(({ contractNo, link }) => [contractNo, link])).toEqual([
      ["HT-001", "joined"],
      ["HT-002", "joined"],
      ["HT-003", "joined"],
    ]);
    expect(tape.loans.map(({ furtherGuarantors }) => furtherGuarantors.length)).toEqual([1, 0, 1]);
    expect(findingsOf(tape)).toEqual([
      [2, "contractNo", "collateralOfSeveral"],
      [3, "contractNo", "collateralOrphan"],
    ]);
  });
});

describe("a formula without a stored result", () => {
  it("is named where it should give a name or an identifier", () => {
    const tape = read(
      ["甲", uncachedFormula, "HT-1", null, 10],
      [uncachedFormula, "2", "HT-2", null, 20],
      [uncachedFormula, uncachedFormula, "HT-3", uncachedFormula, 30],
    );
    expect(findingsOf(tape)).toEqual([
      [2, "debtorId", "formulaWithoutValue"],
      [3, "debtorName", "formulaWithoutValue"],
      [4, "drawdownNo", "formulaWithoutValue"],
      [4, "debtorName", "formulaWithoutValue"],
      [4, "debtorId", "formulaWithoutValue"],
      [4, "debtorName", "missingDebtor"],
    ]);
  });
});

describe("collateral that names its debtor", () => {
  const loans = listOf([header, ["甲公司", "91A", "HT-1", null, 10], ["甲公司", "91A", "HT-2", null, 20], ["乙公司", null, "HT-3", null, 30]]);
  const items = (...rows: RawCell[][]) =>
    readLists([loans, listOf([["债务人名称", "统一社会信用代码", "抵押物类型", "坐落", "评估价值"], ...rows], { name: "C" })]);

  it("secures all loans of the debtor, by identifier or else by name, once", () => {
    const tape = items(["甲公司", null, "住宅", "一号", 5], [null, "９１a", "商铺", "二号", 6], [" 乙公司 ", null, "住宅", "三号", 7]);
    expect(tape.collateral.map(({ contractNo, rowNumber, assetKey }) => [rowNumber, contractNo, assetKey])).toEqual([
      [2, "HT-1", 0],
      [2, "HT-2", 0],
      [3, "HT-1", 2],
      [3, "HT-2", 2],
      [4, "HT-3", null],
    ]);
    expect(tape.counts).toMatchObject({ collateralRows: 3, collateralKept: 3, collateralJoined: 3 });
    expect(tape.sums).toMatchObject({ appraisalFen: 1800, appraisalJoinedFen: 1800 });
    expect(findingsOf(tape).map(([row, , code]) => [row, code])).toEqual([2, 3, 4].map((row) => [row, "collateralByDebtor"]));
  });

  it("is an orphan where nobody of the name owes, and rejected where it names nobody", () => {
    const tape = items(["丙公司", null, "住宅", "一号", 5], [null, null, "住宅", "二号", 6]);
    expect(tape.counts).toMatchObject({ collateralOrphans: 1, collateralRejected: 1 });
    expect(findingsOf(tape)).toEqual([
      [3, "contractNo", "missingContract"],
      [2, "securedDebtor", "collateralOrphan"],
    ]);
  });
});

describe("a list of repayments", () => {
  const loans = listOf([
    [...header, "最近还款日"],
    ["甲公司", "91A", "HT-1", null, 10, "2024-03-01"],
    ["甲公司", "91A", "HT-2", null, 20, null],
    ["乙公司", "91B", "HT-3", null, 30, "2024-12-31"],
  ]);
  const list = (head: string[], ...rows: RawCell[][]) => readLists([loans, listOf([head, ...rows], { name: "R" })]);
  const linked = (tape: ReturnType<typeof readLists>) => tape.repayments.map((one) => [one.rowNumber, one.link, one.repaymentDate, one.repaymentAmountFen]);
  const lastDays = (tape: ReturnType<typeof readLists>) => tape.loans.map(({ lastPaymentDate }) => lastPaymentDate);

  it("is known by its heads, joined by contract, and dates the loan where it knows a later day", () => {
    const tape = list(
      ["借款合同编号", "债务人名称", "还款日期", "还款金额", "备注"],
      ["HT-1", "甲公司", "2024-06-30", 1.5, "扣划"],
      ["HT-1", "甲公司", "2024-05-31", 1, null],
      ["HT-3", "乙公司", "2023-01-31", 2, null],
      ["HT-9", "丙公司", "2024-01-31", 2, null],
      ["HT-2", "甲公司", null, null, null],
      [null, null, "2024-01-31", 3, null],
    );
    expect(linked(tape)).toEqual([
      [2, "loan", "2024-06-30", 150],
      [3, "loan", "2024-05-31", 100],
      [4, "loan", "2023-01-31", 200],
      [5, "orphan", "2024-01-31", 200],
    ]);
    expect(lastDays(tape)).toEqual(["2024-06-30", null, "2024-12-31"]);
    expect(findingsOf(tape)).toEqual([
      [6, "repaymentDate", "missingRepayment"],
      [7, "contractNo", "missingContract"],
      [5, "contractNo", "repaymentOrphan"],
    ]);
    // Nothing is taken off what the loans owe.
    expect(tape.sums.principalFen).toBe(6000);
    expect(tape.counts).toMatchObject({ repaymentRows: 6, repaymentsJoined: 3, loanRows: 3 });
  });

  it("stays with a debtor of several loans, and dates none of them; a debtor of one has its loan dated", () => {
    const tape = list(["债务人名称", "还款日期", "还款金额"], ["甲公司", "2025-01-31", 1], ["乙公司", "2025-02-28", 2], ["乙公司", "2025-03-31", 0]);
    expect(linked(tape).map(([, link]) => link)).toEqual(["debtor", "loan", "loan"]);
    expect(lastDays(tape)).toEqual(["2024-03-01", null, "2025-02-28"]);
    expect(findingsOf(tape)).toEqual([[2, "contractNo", "repaymentOfSeveral"]]);
  });
});

describe("guarantors of a list of their own", () => {
  const loans = listOf([
    [...header, "保证人"],
    ["甲公司", "91A", "HT-1", null, 10, "张三、李四"],
    ["甲公司", "91A", "HT-2", null, 20, null],
    ["乙公司", "91B", "HT-3", null, 30, null],
  ]);
  const list = (head: string[], ...rows: RawCell[][]) => readLists([loans, listOf([head, ...rows], { name: "G" })]);
  const listed = (tape: ReturnType<typeof readLists>) =>
    tape.loans.map(({ guarantors, furtherGuarantors }) => [
      guarantors,
      furtherGuarantors.map((one) => [one.guarantors, one.guaranteeCapFen, one.guaranteeEnd]),
    ]);

  it("are joined by contract, each with its own limit and end", () => {
    const tape = list(
      ["合同编号", "保证人名称", "最高保证金额", "保证期间届满日"],
      ["HT-1", "李四", 5, "2026-01-31"],
      ["HT-1", "王五", null, null],
      ["HT-9", "赵六", 1, null],
      ["HT-3", null, 1, null],
    );
    expect(listed(tape)).toEqual([
      [
        ["张三"],
        [
          ["李四", 500, "2026-01-31"],
          ["王五", null, null],
        ],
      ],
      [[], []],
      [[], []],
    ]);
    expect(findingsOf(tape)).toEqual([
      [5, "guarantors", "missingGuarantor"],
      [4, "contractNo", "guarantorOrphan"],
    ]);
    expect(tape.counts).toMatchObject({ guarantorRows: 4, guarantorsJoined: 2 });
  });

  it("are joined by debtor where the list names no contract", () => {
    const tape = list(["债务人名称", "保证人"], ["甲公司", "王五"]);
    expect(listed(tape).map(([, further]) => further)).toEqual([[["王五", null, null]], [["王五", null, null]], []]);
  });
});

describe("debtors' names and identifiers", () => {
  it("that contradict each other are told once", () => {
    const tape = read(
      ["甲公司", "91A", "1", null, 1],
      ["甲有限公司", "91A", "2", null, 1],
      ["甲有限公司", "91A", "3", null, 1],
      ["甲公司", "91B", "4", null, 1],
      ["甲 公司", "91Ａ", "5", null, 1],
    );
    expect(tape.warnings.map(({ row, code, raw }) => [row, code, raw])).toEqual([
      [3, "idWithTwoNames", "91A: 甲公司 / 甲有限公司"],
      [5, "nameWithTwoIds", "甲公司: 91A / 91B"],
    ]);
  });

  it("say nothing of namesakes, nor of a company's old number", () => {
    const tape = read(
      ["张伟", "410305198001012345", "1", null, 1],
      ["张伟", "41030519900101234X", "2", null, 1],
      ["乙公司", "91410300MA3X9ABC7T", "3", null, 1],
      ["乙公司", "MA3X9ABC-7", "4", null, 1],
    );
    expect(findingsOf(tape)).toEqual([]);
  });

  it("that say that they aren't known are none", () => {
    const tape = read(["不详", "不详", "1", null, 1], ["待查", "000000", "2", null, 1], ["#N/A", "#N/A", "3", null, 1]);
    expect(tape.counts).toMatchObject({ debtors: 0, loansWithoutDebtor: 3 });
    expect(findingsOf(tape).filter(([, , code]) => code === "missingDebtor")).toHaveLength(3);
  });
});

describe("cells that are merged downwards", () => {
  const merge = (startColumn: number, startRow: number, endRow: number) => ({ startColumn, endColumn: startColumn, startRow, endRow });

  it("hold for every row, but an amount counts once and is named", () => {
    const rows = [
      header,
      ["甲公司", "91A", "HT-1", "JJ-1", 10],
      [null, null, null, "JJ-2", 20],
      ["乙公司", "91B", "HT-2", "JJ-3", 50],
      [null, null, null, "JJ-4", null],
    ];
    const merges = [merge(0, 1, 2), merge(1, 1, 2), merge(2, 1, 2), merge(0, 3, 4), merge(1, 3, 4), merge(2, 3, 4), merge(4, 3, 4)];
    const tape = readLists([listOf(rows, { merges })]);
    expect(tape.loans.map(({ contractNo, debtorName, debtorId, principalFen }) => [contractNo, debtorName, debtorId, principalFen])).toEqual([
      ["HT-1/JJ-1", "甲公司", "91A", 1000],
      ["HT-1/JJ-2", "甲公司", "91A", 2000],
      ["HT-2", "乙公司", "91B", 5000],
    ]);
    expect(findingsOf(tape)).toEqual([
      [5, "principal", "missingPrincipal"],
      [4, "principal", "mergedAmount"],
    ]);
  });

  it("in their tens of thousands are all heeded", () => {
    const rows: RawCell[][] = [header];
    const merges = Array.from({ length: 20_000 }, (_, at) => {
      rows.push([`债务人${at}`, `91${at}`, `HT-${at}`, "1", 1], [null, null, `HT-${at}`, "2", 1]);
      return [merge(0, 2 * at + 1, 2 * at + 2), merge(1, 2 * at + 1, 2 * at + 2)];
    }).flat();
    expect(readLists([listOf(rows, { merges })]).counts).toMatchObject({ loansKept: 40_000, debtors: 20_000, loansWithoutDebtor: 0 });
  });
});

describe("what a sheet doesn't show", () => {
  const rows: RawCell[][] = [header, ["甲", "1", "HT-1", null, 10], ["乙", "2", "HT-2", null, 20], ["合计", null, null, null, 10]];
  const hideThird = (row: { rowNumber: number; cells: readonly RawCell[] }) => (row.rowNumber === 3 ? { ...row, isHidden: true as const } : row);

  it("counts and is named, or is left out where the user says so", () => {
    const kept = readLists([listOf(rows, { change: hideThird })]);
    expect([kept.sums.principalFen, kept.reconciliation[0]?.outcome]).toEqual([3000, "agreesWithoutHidden"]);
    expect(findingsOf(kept)).toEqual([
      [3, null, "hiddenRow"],
      [4, "principal", "statedTotalDiffers"],
    ]);
    const left = readLists([listOf(rows, { change: hideThird })], (sheet) => ({ ...sheet, hiddenRows: "leave" }));
    expect([left.counts.loanRows, left.sums.principalFen, left.reconciliation[0]?.outcome]).toEqual([1, 1000, "agrees"]);
    expect(left.unused.rows).toContainEqual({ sheet: "L", kind: "hidden", count: 1, first: [3] });
  });

  it("is a choice said of a hidden column and of a hidden sheet", () => {
    const tape = readLists([listOf(rows, { hidden: true, hiddenColumns: [4] })]);
    expect(tape.choices.map(({ code }) => code)).toEqual(["unitChosen", "hiddenSheetRead", "hiddenColumnRead"]);
  });

  it("is left out of the proposal where another sheet shows such a list", () => {
    const shown = listOf(rows);
    const old = listOf([header, ["丙", "3", "HT-9", null, 90]], { name: "旧版", hidden: true });
    expect(readLists([old, shown]).loans.map(({ sheet }) => sheet)).toEqual(["L", "L"]);
    expect(readLists([old]).loans.map(({ sheet }) => sheet)).toEqual(["旧版"]);
  });
});

describe("what is filled and not used", () => {
  it("is named by column", () => {
    const tape = readLists([
      listOf([
        [...header, "授信额度", "", "抵押率"],
        ["甲", "1", "HT-1", null, 10, 100, "无表头", null],
        ["乙", "2", "HT-2", null, 20, null, null, null],
      ]),
    ]);
    expect(tape.unused.columns).toEqual([
      { sheet: "L", column: "F", header: "授信额度", filled: 1 },
      { sheet: "L", column: "G", header: "", filled: 1 },
    ]);
  });
});
