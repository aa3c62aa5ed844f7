import { expect, test } from "vitest";
import { loanColumns } from "../../../../renderer/loans/loan-columns.ts";
import { selectedFigures } from "../../../../renderer/loans/selected-figures.ts";
import type { LoanRow } from "../../../../shared/contract/pricing-channels.ts";

const columns = (...keys: readonly string[]) => loanColumns.filter(({ key }) => keys.includes(key));
const rows = [
  { upbFen: 100_000_001, claimFen: 200_000_000, monthsToCash: 10, debtorName: "甲" },
  { upbFen: 300_000_002, claimFen: 400_000_000, monthsToCash: null, debtorName: "乙" },
] as unknown as readonly LoanRow[]; // the columns under test alone

test("money is added to the fen and said in the unit of the screen", () => {
  expect(selectedFigures(columns("upbFen"), rows, "yuan")).toEqual({ cells: 2, sum: "4,000,000.03", average: "2,000,000.02" });
  expect(selectedFigures(columns("upbFen", "claimFen", "debtorName"), rows, "wanYuan")).toEqual({ cells: 6, sum: "1,000.00", average: "250.00" });
});

test("what is missing counts in no average, and months are not added to money", () => {
  expect(selectedFigures(columns("monthsToCash"), rows, "wanYuan")).toEqual({ cells: 2, sum: "10.0", average: "10.0" });
  expect(selectedFigures(columns("monthsToCash", "upbFen"), rows, "wanYuan")).toEqual({ cells: 4, sum: null, average: null });
  expect(selectedFigures(columns("debtorName"), rows, "wanYuan")).toEqual({ cells: 2, sum: null, average: null });
});
