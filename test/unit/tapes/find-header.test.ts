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
    const chosen = inspectSheet(sheetOf(rows), { all: rows.length, hidden: 0 }, { choice: { name: "S", kind: "collateral", headerRows: [2] } });
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
