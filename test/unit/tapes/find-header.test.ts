import { describe, expect, it } from "vitest";
import type { RawCell, RawMerge, RawSheet } from "../../../main/tapes/files/raw-sheet.ts";
import { matchHeader } from "../../../main/tapes/header/header-dictionary.ts";
import { headerKey } from "../../../main/tapes/header/header-key.ts";
import { inspectSheet, suggestMapping } from "../../../main/tapes/header/propose-mapping.ts";

const sheetOf = (rows: RawCell[][], merges: RawMerge[] = [], name = "S"): RawSheet => ({
  name,
  hidden: false,
  merges,
  hiddenColumns: new Set(),
  records: null,
  rows: rows.map((cells, at) => ({ rowNumber: at + 1, cells })),
});

const inspect = (rows: RawCell[][], merges: RawMerge[] = []) => inspectSheet(sheetOf(rows, merges), { all: rows.length, hidden: 0 });
const fieldsOf = (rows: RawCell[][], merges: RawMerge[] = []) => inspect(rows, merges).columns.map(({ field }) => field);

describe("matchHeader", () => {
  it.each([
    ["借款合同编号", "contractNo"],
    ["借据号", "drawdownNo"],
    ["Loan Identifier", "drawdownNo"],
    ["Name of Counterparty", "debtorName"],
    ["Counterparty Identifier", "debtorId"],
    ["Date of Default", "overdueDate"],
    ["Days in Past-Due", "daysPastDue"],
    ["贷款本金余额（万元）", "principal"],
    ["剩余本金", "principal"],
    ["Outstanding Principal", "principal"],
    ["截至基准日本金余额", "principal"],
    ["欠息", "interest"],
    ["表外利息", "interest"],
    ["逾期起始日", "overdueDate"],
    ["issue_date", "drawdownDate"],
    ["债务人类型", "debtorType"],
    ["最高保证金额（万元）", "guaranteeCap"],
    ["保证期间届满日", "guaranteeEnd"],
    ["诉讼时效到期日", "limitationDate"],
    ["判决生效日期", "judgmentDate"],
    ["判决日期", undefined],
    ["申请执行时效届满日", "enforcementDeadline"],
    ["预计回收月数", "estimateMonths"],
    ["处置概率（%）", "estimateProbability"],
    ["变现折扣率", "estimateSaleShare"],
    ["haircut", "estimateHaircut"],
    ["处置费率", "estimateCostRate"],
    ["首月现金回收率", "estimateFirstMonthRate"],
    ["cash_decay", "estimateMonthlyDecay"],
    ["产权证号", undefined],
    ["原始本金", undefined],
    ["original_amount", undefined],
    ["interest_rate_pct", undefined],
    ["执行年利率（%）", undefined],
    ["保证合同编号", undefined],
    ["__proto__", undefined],
    ["constructor", undefined],
    ["toString", undefined],
    ["", undefined],
  ])("reads %s in a loan list as %s", (header, field) => {
    expect(matchHeader(header, "loans")[0]?.field).toBe(field);
  });

  it.each([
    ["产权证号", "assetNo"],
    ["抵押物编号", "assetNo"],
    ["工程款优先权金额（万元）", "priorityClaims"],
    ["其他债权人债权", "rivalClaims"],
    ["抵押或查封", "hold"],
    ["查封情况", "seizure"],
    ["诉讼时效到期日", undefined],
  ])("reads %s in a collateral list as %s", (header, field) => {
    expect(matchHeader(header, "collateral")[0]?.field).toBe(field);
  });

  it("reads one word by the kind of list", () => {
    expect(matchHeader("所在地", "loans")[0]?.field).toBe("region");
    expect(matchHeader("所在地", "collateral")[0]?.field).toBe("address");
    expect(matchHeader("面积（亩）", "collateral")).toEqual([]);
  });

  it("drops brackets, width and signs from a header", () => {
    expect(headerKey(" 评估价值 （万元）* ")).toBe("评估价值");
    expect(headerKey("ＬＯＡＮ_ID")).toBe("loanid");
  });
});

describe("inspectSheet", () => {
  it("joins a group row with names merged downwards", () => {
    const rows = [["清单"], ["合同编号", "债权金额（万元）", null, "五级分类"], [null, "本金", "利息", null], ["A1", 1, 2, "可疑"]];
    const merges = [
      { startRow: 1, startColumn: 0, endRow: 2, endColumn: 0 },
      { startRow: 1, startColumn: 1, endRow: 1, endColumn: 2 },
      { startRow: 1, startColumn: 3, endRow: 2, endColumn: 3 },
    ];
    const sheet = inspect(rows, merges);
    expect(sheet).toMatchObject({ role: "loans", headerRows: [2, 3], dataRowCount: 1 });
    expect(sheet.columns.map(({ field, group, statedUnit }) => [field, group, statedUnit])).toEqual([
      ["contractNo", null, null],
      ["principal", "债权金额（万元）", "wanYuan"],
      ["interest", "债权金额（万元）", "wanYuan"],
      ["fiveTierClass", null, null],
    ]);
  });

  describe("of three rows", () => {
    const down = (column: number, from: number, to: number): RawMerge => ({ startRow: from, startColumn: column, endRow: to, endColumn: column });
    const across = (row: number, from: number, to: number): RawMerge => ({ startRow: row, startColumn: from, endRow: row, endColumn: to });
    const loans = [
      ["A1", "甲公司", "9141", 100, 5, 6, 7],
      ["A2", "乙公司", "9142", 200, 5, 6, 7],
    ];
    const fields = ["contractNo", "debtorName", "debtorId", "principal", "interest", "interest", "interest"];

    it("finds a name that is merged down all three", () => {
      const rows = [
        ["合同编号", "债务人名称", "证件号码", "债权金额（万元）", null, null, null],
        [null, null, null, "本金余额", "利息", null, null],
        [null, null, null, null, "表内利息", "表外利息", "罚息"],
        ...loans,
      ];
      const sheet = inspect(rows, [down(0, 0, 2), down(1, 0, 2), down(2, 0, 2), across(0, 3, 6), down(3, 1, 2), across(1, 4, 6)]);
      expect(sheet).toMatchObject({ headerRows: [1, 2, 3], dataRowCount: 2 });
      expect(sheet.columns.map(({ field }) => field)).toEqual(fields);
      expect(sheet.columns.map(({ statedUnit }) => statedUnit).slice(3)).toEqual(["wanYuan", "wanYuan", "wanYuan", "wanYuan"]);
      expect(sheet.columns[4]).toMatchObject({ header: "表内利息", group: "债权金额（万元） / 利息" });
    });

    it("takes the word that a name lacks from the topmost group", () => {
      const rows = [
        ["某行清单"],
        ["合同编号", "债务人", null, "债权", null, null, null],
        [null, "基本信息", null, "本金", "欠息", null, null],
        [null, "名称", "证件号码", "余额", "表内", "表外", "罚息"],
        ...loans,
      ];
      const sheet = inspect(rows, [down(0, 1, 3), across(1, 1, 2), across(1, 3, 6), across(2, 1, 2), across(2, 4, 6)]);
      expect(sheet).toMatchObject({ headerRows: [2, 3, 4], dataRowCount: 2 });
      expect(sheet.columns.map(({ field }) => field)).toEqual(fields);
    });

    it("finds a name that only two of the rows share, and the groups of others", () => {
      const rows = [
        ["借款人信息", null, "借款合同号", "债权", null, null, null],
        ["名称", "证件号码", null, "本金余额", "利息", null, null],
        [null, null, null, null, "表内", "表外", "罚息"],
        ["甲公司", "9141", "A1", 100, 5, 6, 7],
      ];
      const sheet = inspect(rows, [across(0, 0, 1), down(2, 0, 2), across(0, 3, 6), down(0, 1, 2), down(1, 1, 2), down(3, 1, 2), across(1, 4, 6)]);
      expect(sheet).toMatchObject({ headerRows: [1, 2, 3], dataRowCount: 1 });
      expect(sheet.columns.map(({ field }) => field)).toEqual(["debtorName", "debtorId", "contractNo", "principal", "interest", "interest", "interest"]);
    });

    it("reads a list without merged cells", () => {
      const rows = [
        ["合同编号", "债务人名称", "证件号码", "债权金额", null, null, null],
        [null, null, null, "本金余额", "利息", null, null],
        [null, null, null, null, "表内利息", "表外利息", "罚息"],
        ...loans,
      ];
      expect(fieldsOf(rows)).toEqual(fields);
    });

    it("takes no title for one", () => {
      const groups = ["合同编号", "债务人名称", "证件号码", "债权金额", null, null, null];
      const names = [null, null, null, "本金余额", "表内利息", "表外利息", "罚息"];
      const merges = [down(0, 1, 2), down(1, 1, 2), down(2, 1, 2), across(1, 3, 6)];
      for (const title of [
        ["某行2025年第一期不良债权转让清单"],
        ["某行不良债权清单", null, null, null, null, null, "单位：元"],
        [null, null, null, null, null, "基准日：", "2025-06-30"],
      ]) {
        const sheet = inspect([title, groups, names, ...loans], [...merges, across(0, 0, 4)]);
        expect(sheet).toMatchObject({ headerRows: [2, 3], dataRowCount: 2 });
        expect(sheet.columns.map(({ field }) => field)).toEqual(fields);
      }
    });
  });

  it("finds a header under several title rows and takes samples", () => {
    const sheet = inspect([["某行清单"], ["单位：元"], [], ["合同号", "借款人", "本金余额"], ["A", "甲", "1"], ["B", "乙", "2"]]);
    expect(sheet).toMatchObject({ role: "loans", headerRows: [4], statedUnit: "yuan" });
    expect(sheet.columns[1]).toMatchObject({ field: "debtorName", samples: ["甲", "乙"], confidence: "certain" });
  });

  it("adds parts of the interest only where no column has the whole", () => {
    expect(fieldsOf([["合同号", "本金", "表内利息", "表外利息", "罚息"]])).toEqual(["contractNo", "principal", "interest", "interest", "interest"]);
    expect(fieldsOf([["合同号", "本金", "表内利息", "利息合计"]])).toEqual(["contractNo", "principal", null, "interest"]);
  });

  it("says when two columns claim one field", () => {
    const [, , first, second] = inspect([["合同号", "本金", "管辖法院", "受理法院"]]).columns;
    expect(first).toMatchObject({ field: "court", confidence: "ambiguous" });
    expect(second).toMatchObject({ field: null, confidence: "ambiguous", alternatives: ["court"] });
  });

  it("takes a drawdown's number for the contract's where a list has no other", () => {
    expect(fieldsOf([["借据号", "本金"]])).toEqual(["contractNo", "principal"]);
    expect(fieldsOf([["借款合同编号", "借据号", "本金"]])).toEqual(["contractNo", "drawdownNo", "principal"]);
  });

  it("leaves a sheet without a list as notes and proposes no unit", () => {
    const sheets = [
      inspect([["填报说明：按监管口径"]]),
      inspect([
        ["合同号", "本金"],
        ["A", 1],
      ]),
    ];
    expect(sheets.map(({ role }) => role)).toEqual(["notes", "loans"]);
    const mapping = suggestMapping(sheets);
    expect(mapping.cutOffDate).toBeNull();
    expect(mapping.sheets[1]).toMatchObject({ unit: null, columns: [{ unit: null }, { unit: null }] });
  });

  it("reads the header rows that the user chose", () => {
    const rows = [
      ["列一", "列二"],
      ["合同号", "本金"],
      ["A", 1],
    ];
    const chosen = inspectSheet(sheetOf(rows), { all: rows.length, hidden: 0 }, { choice: { name: "S", role: "collateral", headerRows: [2] } });
    expect(chosen).toMatchObject({ role: "collateral", headerRows: [2], dataRowCount: 1, columns: [{ field: "contractNo" }, { field: null }] });
  });

  it("takes hostile headers as plain text", () => {
    const sheet = inspect([
      ["__proto__", "合同号", "constructor", "本金"],
      ["x", "A", "y", 1],
    ]);
    expect(sheet.columns.map(({ field }) => field)).toEqual([null, "contractNo", null, "principal"]);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});
