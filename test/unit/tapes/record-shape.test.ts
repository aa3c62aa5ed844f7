import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findingsOf, listOf, readLists } from "./list-of.ts";

const header = ["借款合同编号", "债务人名称", "统一社会信用代码", "贷款本金余额", "利息余额", "五级分类", "逾期日期", "备注"];
const loan = (at: number) => [
  `SL-${at}`,
  `示例${"甲乙丙丁戊庚辛壬"[at - 1]}有限公司`,
  `9199000000000${at}B`,
  `${at}000.00`,
  `${at}00.50`,
  "次级",
  "2022-01-15",
  at % 2 === 0 ? "失联" : "",
];
const loans = Array.from({ length: 8 }, (_, at) => loan(at + 1));
const width = header.length;
const read = (...rows: string[][]) => readLists([listOf([header, ...loans, ...rows], { recordWidth: width })]);
const odd = ["SL-9", "示例己有限公司", "91990000000009X", "1234567.89", "100.50", "可疑", "2022-02-15", "在营"];
const last = (tape: ReturnType<typeof read>) => tape.loans.find(({ contractNo }) => contractNo === "SL-9");

describe("a record of a text list with too many cells", () => {
  it("is read where only one amount can have been parted at its thousands", () => {
    const tape = read(odd.toSpliced(3, 1, "1", "234", "567.89"));
    expect(last(tape)).toMatchObject({ principalFen: 123_456_789, interestFen: 10_050, remark: "在营" });
    expect(findingsOf(tape)).toEqual([[10, null, "cellsJoined"]]);
  });

  it("is read where only one text can hold the delimiter", () => {
    const tape = read([...odd.slice(0, 7), "在营", "有人值守", "待查"]);
    expect(last(tape)).toMatchObject({ principalFen: 123_456_789, remark: "在营,有人值守,待查" });
    expect(last(read([odd[0] ?? "", "示例己", "有限公司", ...odd.slice(2)]))).toMatchObject({ debtorName: "示例己,有限公司", principalFen: 123_456_789 });
  });

  it("is rejected where two readings fit, or none", () => {
    expect(findingsOf(read(odd.toSpliced(3, 2, "1", "234", "567")))).toEqual([[10, null, "columnCount"]]);
    expect(findingsOf(read([...odd.slice(0, 3), "x", "y", "z", ...odd.slice(3)]))).toEqual([[10, null, "columnCount"]]);
  });

  it("keeps its cells where only a delimiter too many stands at the end, of this row or of all", () => {
    expect(last(read([...odd, ""]))).toMatchObject({ principalFen: 123_456_789, remark: "在营" });
    const trailing = readLists([listOf([header, ...loans.map((row) => [...row, ""]), [...odd, ""]], { recordWidth: width + 1 })]);
    expect([last(trailing)?.principalFen, findingsOf(trailing)]).toEqual([123_456_789, []]);
  });
});

describe("a record of a text list with too few cells", () => {
  it("is read and named where only empty cells can be missing at its end", () => {
    const tape = read(odd.slice(0, 7));
    expect([last(tape)?.principalFen, last(tape)?.overdueDate, findingsOf(tape)]).toEqual([123_456_789, "2022-02-15", [[10, null, "cellsMissing"]]]);
  });

  it("is never read with an amount from its neighbour's column", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: width - 1 }), fc.integer({ min: 1, max: 3 }), (from, count) => {
        const tape = read(odd.toSpliced(from, count));
        const kept = tape.loans.filter(({ rowNumber }) => rowNumber === 10);
        const interest = from + count > 4 && from <= 4 ? null : 10_050;
        expect(kept.filter((loan) => loan.contractNo !== "SL-9" || loan.principalFen !== 123_456_789 || loan.interestFen !== interest)).toEqual([]);
        expect(findingsOf(tape).some(([row]) => row === 10)).toBe(true);
      }),
    );
  });

  it("is no matter in a workbook, whose cells have their places", () => {
    const tape = readLists([listOf([header, ...loans, odd.slice(0, 6)])]);
    expect([tape.counts.loansKept, findingsOf(tape)]).toEqual([9, []]);
  });
});
