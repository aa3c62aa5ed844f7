import type { ParsedLoan } from "../../../shared/domain/parsed-tape.ts";
import type { TapeField } from "../../../shared/domain/tape-fields.ts";
import type { TapeFinding } from "../../../shared/domain/tape-findings.ts";
import { displayCell } from "../cells/cell-text.ts";
import type { RawRow } from "../files/raw-sheet.ts";
import { mayBeLabel, suffixedLabel } from "../header/row-labels.ts";
import { cellOf, type SheetPlan } from "../header/sheet-plan.ts";
import type { OpenSheet } from "./open-sheet.ts";
import type { RowProblem } from "./row-cells.ts";

export type Problem = Pick<TapeFinding, "field" | "code" | "raw">;

const rowCodes = { joined: "cellsJoined", short: "cellsMissing" } as const;

/** What is said of a kept record beside what its fields say. */
export function remarksOn(sheet: OpenSheet, row: RawRow, how: "asIs" | "joined" | "short", sharedAmounts: readonly number[]): readonly Problem[] {
  const { plan } = sheet;
  const remarks: Problem[] = [];
  const contract = displayCell(cellOf(row, plan, "contractNo"));
  if (row.isHidden) remarks.push({ field: null, code: "hiddenRow", raw: contract });
  if (row.isJoined) remarks.push({ field: null, code: "linesJoined", raw: rawText(row) });
  if (row.isIrregular) remarks.push({ field: null, code: "strayQuote", raw: rawText(row) });
  if (how !== "asIs") remarks.push({ field: null, code: rowCodes[how], raw: rawText(row) });
  const beyond = sheet.beyondHeader(row);
  if (beyond.length > 0) remarks.push({ field: null, code: "columnCount", raw: beyond.join(" | ").slice(0, maxRaw) });
  if (mayBeLabel(contract) && suffixedLabel(contract) !== null) remarks.push({ field: "contractNo", code: "looksLikeTotal", raw: contract });
  for (const index of sharedAmounts) remarks.push({ field: fieldAt(plan, index), code: "mergedAmount", raw: displayCell(row.cells[index]) });
  return remarks;
}

const maxRaw = 200;

export function rawText(row: RawRow): string {
  return row.cells.map(displayCell).join(" | ").slice(0, maxRaw);
}

function fieldAt(plan: SheetPlan, index: number): TapeField | null {
  return plan.amounts.find((field) => plan.columns.get(field)?.some((column) => column.index === index)) ?? null;
}

/** What happened to a loan can't have happened after the day of the list. */
export function otherDates({ drawdownDate, overdueDate, cutOffDate }: ParsedLoan, cutOff: string | null): readonly RowProblem[] {
  if (cutOffDate !== null && cutOff !== null && cutOffDate !== cutOff) return [{ field: "cutOffDate", code: "cutOffOfRow", raw: cutOffDate }];
  if (cutOff === null || ((drawdownDate ?? "") <= cutOff && (overdueDate ?? "") <= cutOff)) return [];
  const isLate = (date: string | null): date is string => date !== null && date > cutOff;
  const late = (field: TapeField, raw: string): RowProblem => ({ field, code: "dateAfterCutOff", raw });
  return [...(isLate(drawdownDate) ? [late("drawdownDate", drawdownDate)] : []), ...(isLate(overdueDate) ? [late("overdueDate", overdueDate)] : [])];
}
