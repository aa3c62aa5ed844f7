import { writeXlsx } from "hucre";
import type { GapLetter } from "../../shared/contract/letter-channels.ts";
import type { Task } from "../jobs/task-types.ts";

/** One contract of an annex. */
export interface AnnexLine {
  readonly contractNo: string;
  readonly debtorName: string | null;
  readonly principalYuan: number;
  readonly claimYuan: number;
}

const money = { width: 18, numFmt: "#,##0.00" };
const columns = [{ width: 8 }, { width: 28 }, { width: 32 }, money, money];

/** The letter as a workbook: its text on the first sheet, then a sheet for each gap, which names all its contracts. */
const letterWorkbook: Task<{ readonly letter: GapLetter; readonly annexes: readonly (readonly AnnexLine[])[] }, Uint8Array> = async ({ letter, annexes }) => {
  const { sheets, paragraphs, heads, gaps } = letter;
  const annexSheets = gaps.map(({ ask }, index) => ({
    name: `${sheets.annex}${index + 1}`,
    columns,
    freezePane: { rows: 2, columns: 0 },
    rows: [
      [ask],
      [heads.number, heads.contractNo, heads.debtorName, heads.principal, heads.claim],
      ...(annexes[index] ?? []).map(({ contractNo, debtorName, principalYuan, claimYuan }, at) => [at + 1, contractNo, debtorName, principalYuan, claimYuan]),
    ],
  }));
  const text = {
    name: sheets.letter,
    columns: [{ width: 100, style: { alignment: { wrapText: true, vertical: "top" as const } } }],
    rows: paragraphs.map((paragraph) => [paragraph]),
  };
  return writeXlsx({ sheets: [text, ...annexSheets] });
};

export const letterTasks = { letterWorkbook };
