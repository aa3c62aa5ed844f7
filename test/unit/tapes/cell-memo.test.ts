import { expect, it } from "vitest";
import type { RawCell } from "../../../main/tapes/files/raw-sheet.ts";
import { findingsOf, listOf, readLists } from "./list-of.ts";

const header = ["借款合同编号", "债务人名称", "贷款本金余额", "五级分类", "保证人", "逾期日期"];
const rows = 3000;
const list = (rowOf: (row: number) => RawCell[]) => listOf([header, ...Array.from({ length: rows }, (_, row) => rowOf(row))]);

it("a text that comes again is read as it was before, and what can't be read is told of each row", () => {
  const tape = readLists([
    list((row) => [
      `A${row}`,
      `甲${row % 7}公司`,
      "100.00",
      row % 3 === 0 ? "次级" : "可疑",
      row % 2 === 0 ? "张三、李四" : "",
      row % 5 === 0 ? "2023-02-30" : "2023-02-28",
    ]),
  ]);
  expect(tape.loans).toHaveLength(rows);
  for (const [row, loan] of tape.loans.entries()) {
    expect(loan).toMatchObject({
      debtorName: `甲${row % 7}公司`,
      principalFen: 10_000,
      fiveTierClass: row % 3 === 0 ? "substandard" : "doubtful",
      guarantors: row % 2 === 0 ? ["张三", "李四"] : [],
      overdueDate: row % 5 === 0 ? null : "2023-02-28",
    });
  }
  expect(findingsOf(tape).filter(([, , code]) => code === "invalidDate")).toHaveLength(rows / 5);
});

it("columns of texts that seldom repeat are read one by one", () => {
  const tape = readLists([list((row) => [`A${row}`, `第${row}公司`, "100.00", "损失", `保证人${row}`, "2023-02-28"])]);
  expect(tape.loans.map(({ debtorName, guarantors }) => [debtorName, guarantors])).toEqual(
    Array.from({ length: rows }, (_, row) => [`第${row}公司`, [`保证人${row}`]]),
  );
});
