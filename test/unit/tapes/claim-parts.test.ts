import { describe, expect, it } from "vitest";
import type { RawCell } from "../../../main/tapes/files/raw-sheet.ts";
import type { SheetMapping } from "../../../shared/domain/tape-mapping.ts";
import { inspected, listOf, readLists } from "./list-of.ts";

const header = ["债务人名称", "统一社会信用代码", "借款合同编号", "借据号", "本金余额", "利息", "逾期日期", "到期日期", "五级分类", "保证人"];
const asClaim = (sheet: SheetMapping): SheetMapping => (sheet.role === "loans" ? { ...sheet, drawdowns: "claim" } : sheet);
const read = (...rows: RawCell[][]) => readLists([listOf([header, ...rows])], asClaim);
const said = ({ rejections, warnings }: ReturnType<typeof read>) => [...rejections, ...warnings].map(({ row, field, code, raw }) => [row, field, code, raw]);

const first = ["甲公司", "1", "HT-1", "JJ-1", 10.01, 1.005, "2024-03-01", "2024-02-28", "次级", "张三"];
const second = ["甲公司", "1", "HT-1", "JJ-2", 20.02, 2.01, "2023-05-01", "2025-02-28", "可疑", "张三"];
const other = ["乙公司", "2", "HT-2", "JJ-9", 30, 3, "2024-06-01", "2024-05-31", "次级", null];

describe("drawdowns of one contract as parts of one claim", () => {
  it("add to the fen, wherever their rows stand, with the stated rules for what differs", () => {
    for (const rows of [
      [first, second, other],
      [second, other, first],
    ]) {
      const tape = read(...rows);
      const claim = tape.loans.find(({ contractNo }) => contractNo === "HT-1");
      expect(claim).toMatchObject({
        principalFen: 3003,
        interestFen: 302,
        overdueDate: "2023-05-01",
        maturityDate: "2025-02-28",
        fiveTierClass: "doubtful",
        guarantors: ["张三"],
        debtorId: "1",
      });
      expect([tape.counts.loanRows, tape.counts.loansKept, tape.counts.partsJoined, tape.counts.loansRejected, tape.counts.debtors]).toEqual([3, 2, 1, 0, 2]);
      expect([tape.sums.principalFen, tape.sums.interestFen]).toEqual([6003, 602]);
      expect(
        tape.parts
          .map(({ contractNo, part }) => [contractNo, part.drawdownNo, part.principalFen])
          .toSorted(([, a], [, b]) => String(a).localeCompare(String(b))),
      ).toEqual([
        ["HT-1", "JJ-1", 1001],
        ["HT-1", "JJ-2", 2002],
      ]);
    }
  });

  it("say which rows were joined and which rule decided", () => {
    expect(said(read(first, second, other))).toEqual([
      [2, "drawdownNo", "partsJoined", "JJ-1 (2)、JJ-2 (3)"],
      [2, "fiveTierClass", "partsWorst", "#3 ≠ #2"],
      [2, "maturityDate", "partsLatest", "2025-02-28 (3) ≠ 2024-02-28 (2)"],
      [2, "overdueDate", "partsEarliest", "2023-05-01 (3) ≠ 2024-03-01 (2)"],
    ]);
    expect(read(first, second, other).choices).toContainEqual({ sheet: "L", code: "drawdownsJoined", field: null, unit: null, text: "1" });
  });

  it("keep the drawdown's number, of a claim all of them", () => {
    expect(read(first, second, other).loans.map(({ drawdownNo }) => drawdownNo)).toEqual(["JJ-1、JJ-2", "JJ-9"]);
  });

  it("without numbers are parts too, but for a row that says the same again", () => {
    const bare = (principal: number) => ["甲公司", "1", "HT-1", null, principal, 1, "2024-03-01", "2024-02-28", "次级", null];
    const tape = read(bare(10), bare(20), bare(10));
    expect([tape.loans.map(({ principalFen }) => principalFen), tape.parts.length]).toEqual([[3000], 2]);
    expect(tape.rejections.map(({ row, code }) => [row, code])).toEqual([[4, "duplicateContract"]]);
  });

  it("are repeats where the drawdown repeats", () => {
    const tape = read(first, second, [...second]);
    expect([tape.loans.length, tape.rejections.map(({ row, code }) => [row, code])]).toEqual([1, [[4, "duplicateContract"]]]);
  });

  it("of another debtor stay apart and are told", () => {
    const tape = read(first, second, ["丙公司", "3", "HT-1", "JJ-3", 5, 0, "2024-03-01", "2024-02-28", "次级", null]);
    expect(tape.loans.map(({ contractNo, debtorName, principalFen }) => [contractNo, debtorName, principalFen])).toEqual([
      ["HT-1 #2", "甲公司", 3003],
      ["HT-1/JJ-3", "丙公司", 500],
    ]);
    expect(said(tape)).toContainEqual([4, "debtorName", "partsOtherDebtor", "丙公司 3 ≠ 甲公司 1 (2)"]);
    expect(tape.parts.length).toBe(2);
  });

  it("with other guarantors and amounts that some don't state are told", () => {
    const tape = read(first, ["甲公司", "1", "HT-1", "JJ-2", 20, null, "2024-03-01", "2024-02-28", "次级", "李四"]);
    expect(tape.loans[0]).toMatchObject({ interestFen: 101, guarantors: ["张三", "李四"] });
    expect(said(tape)).toContainEqual([2, "guarantors", "partsGuarantors", "张三 (2) ≠ 李四 (3)"]);
    expect(said(tape)).toContainEqual([2, "interest", "partsUnstated", "#3"]);
  });

  it("of two lists join, and a summary of the contracts repeats them", () => {
    const more = listOf([header, second], { name: "M" });
    expect(readLists([listOf([header, first]), more], asClaim).loans.map(({ principalFen }) => principalFen)).toEqual([3003]);
    const summary = listOf(
      [
        ["债务人名称", "借款合同编号", "本金余额"],
        ["甲公司", "HT-1", 30.03],
      ],
      { name: "S" },
    );
    const tape = readLists([listOf([header, first, second]), summary], (sheet) => (sheet.name === "L" ? asClaim(sheet) : sheet));
    expect([tape.sums.principalFen, tape.rejections.map(({ sheet, code }) => [sheet, code])]).toEqual([3003, [["S", "duplicateContract"]]]);
  });
});

describe("collateral of a claim with parts", () => {
  const withItems = [...header, "抵押物类型", "坐落", "不动产权证号", "评估价值", "抵押顺位"];
  const item = (no: string, value: number, rank: number) => ["住宅", "中原路1号", no, value, rank];

  it("stands once where each drawdown's row repeats it, and what differs is told", () => {
    const rows = [
      [...first, ...item("豫(2020)0012345号", 50, 1)],
      [...second, ...item("豫(2020)0012345号", 50, 1)],
    ];
    const tape = readLists([listOf([withItems, ...rows])], asClaim);
    expect(tape.collateral.map(({ contractNo, appraisalFen, link }) => [contractNo, appraisalFen, link])).toEqual([["HT-1", 5000, "joined"]]);
    expect([tape.sums.appraisalJoinedFen, tape.rejections.map(({ row, code, raw }) => [row, code, raw])]).toEqual([5000, [[3, "partItemRepeated", "#2"]]]);
    const differing = readLists([listOf([withItems, rows[0] ?? [], [...second, ...item("豫(2020)0012345号", 50, 2)]])], asClaim);
    expect(differing.rejections.map(({ row, field, code, raw }) => [row, field, code, raw])).toEqual([[3, "lienRank", "partItemDiffers", "2 ≠ 1 (2)"]]);
    const two = readLists([listOf([withItems, rows[0] ?? [], [...second, ...item("豫(2020)0099999号", 70, 1)]])], asClaim);
    expect([two.collateral.length, two.sums.appraisalJoinedFen]).toEqual([2, 12_000]);
  });

  it("is joined by contract or drawdown, once for the claim", () => {
    const items = (...names: string[]) =>
      listOf([["借据号", "抵押物类型", "坐落", "不动产权证号", "评估价值"], ...names.map((name) => [name, "住宅", "中原路1号", "豫(2020)0012345号", 50])], {
        name: "C",
      });
    const byDrawdown = readLists([listOf([header, first, second]), items("JJ-1", "JJ-2")], asClaim);
    expect(byDrawdown.collateral.map(({ contractNo }) => contractNo)).toEqual(["HT-1"]);
    expect([byDrawdown.counts.collateralRows, byDrawdown.counts.collateralKept, byDrawdown.counts.collateralRejected]).toEqual([2, 1, 1]);
    const byContract = readLists([listOf([header, first, second]), items("HT-1")], asClaim);
    expect([byContract.collateral.map(({ contractNo }) => contractNo), byContract.sums.appraisalJoinedFen]).toEqual([["HT-1"], 5000]);
  });
});

describe("a list whose contracts repeat by drawdown", () => {
  it("says so, that the user may choose", () => {
    expect(inspected(listOf([header, first, second])).repeatedContract).toBe("HT-1");
    expect(inspected(listOf([header, first, ["甲公司", "1", null, "JJ-2", 20]])).repeatedContract).toBe("HT-1");
    expect(inspected(listOf([header, first, other])).repeatedContract).toBeUndefined();
  });

  it("is read as loans of their own where nothing is said, and the report says so", () => {
    const tape = readLists([listOf([header, first, second])]);
    expect(tape.loans.map(({ contractNo }) => contractNo)).toEqual(["HT-1/JJ-1", "HT-1/JJ-2"]);
    expect(tape.choices).toContainEqual({ sheet: "L", code: "drawdownsAsLoans", field: null, unit: null, text: "1" });
  });
});
