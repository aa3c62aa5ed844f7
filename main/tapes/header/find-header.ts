import type { MoneyUnit } from "../../../shared/domain/codes.ts";
import { displayCell, narrowText } from "../cells/cell-text.ts";
import { parseDate } from "../cells/parse-date.ts";
import type { RawMerge, RawRow, RawSheet } from "../files/raw-sheet.ts";
import { matchHeader, type SheetKind } from "./header-dictionary.ts";

/** Rows at the top of a sheet in which a header is looked for. */
export const headerSearchRows = 60;

export interface HeaderColumn {
  readonly index: number;
  readonly header: string;
  readonly group: string | null;
  readonly statedUnit: MoneyUnit | null;
}

export interface FoundHeader {
  readonly kind: SheetKind;
  readonly headerRows: readonly number[];
  readonly columns: readonly HeaderColumn[];
  /** Distinct fields that the columns name. */
  readonly fieldCount: number;
}

export interface TitleFacts {
  readonly titleLines: readonly string[];
  readonly statedUnit: MoneyUnit | null;
  readonly statedUnitText: string | null;
  readonly cutOffDate: string | null;
}

/** The row, with the group row above it if there is one, that names the most fields; null if none names two. */
export function findHeader(sheet: RawSheet): FoundHeader | null {
  let best: FoundHeader | null = null;
  const rows = sheet.rows.slice(0, headerSearchRows);
  rows.forEach((row, position) => {
    const above = rows[position - 1];
    const group = above !== undefined && above.rowNumber === row.rowNumber - 1 ? above : null;
    for (const candidate of candidatesFor(row, group, sheet.merges)) {
      if (candidate.fieldCount >= 2 && (best === null || candidate.fieldCount > best.fieldCount)) best = candidate;
    }
  });
  return best;
}

/** How many fields the header among some records names, read under one delimiter. */
export function countHeaderFields(records: readonly (readonly string[])[]): number {
  const rows = records.map((cells, at) => ({ rowNumber: at + 1, cells }));
  return findHeader({ name: "", hidden: false, merges: [], hiddenColumns: new Set(), rows })?.fieldCount ?? 0;
}

/** Header columns of rows the user chose; the last one holds the column names. */
export function readHeader(sheet: RawSheet, headerRows: readonly number[], kind: SheetKind): FoundHeader | null {
  const [first, second] = headerRows.map((number) => sheet.rows.find((row) => row.rowNumber === number) ?? null);
  const leaf = second ?? first;
  if (leaf === null || leaf === undefined) return null;
  const group = second && first ? first : null;
  return describe(kind, leaf, group, sheet.merges, headerRows);
}

function candidatesFor(row: RawRow, group: RawRow | null, merges: readonly RawMerge[]): FoundHeader[] {
  return (["loans", "collateral"] as const).flatMap((kind) => {
    const single = describe(kind, row, null, merges, [row.rowNumber]);
    if (group === null || isTitleRow(group, row)) return [single];
    const double = describe(kind, row, group, merges, [group.rowNumber, row.rowNumber]);
    const belongs = isGroupRow(group, row, merges) || double.fieldCount > single.fieldCount;
    return belongs && single.columns.length > 1 ? [double] : [single];
  });
}

/** A row with one text over the whole width, or mere remarks, is a title. */
function isTitleRow(above: RawRow, row: RawRow): boolean {
  const filled = filledColumns(above);
  return filled.length === 0 || (filled.length < 2 && filledColumns(row).length > 2 && filled[0] === 0);
}

function isGroupRow(above: RawRow, row: RawRow, merges: readonly RawMerge[]): boolean {
  const width = filledColumns(row).length;
  return merges.some(({ startRow, endRow, startColumn, endColumn }) => {
    const isInRow = startRow === above.rowNumber - 1;
    const isGroup = endRow === startRow && endColumn > startColumn && endColumn - startColumn + 1 < width;
    return isInRow && (isGroup || endRow === row.rowNumber - 1);
  });
}

function filledColumns(row: RawRow): number[] {
  return row.cells.flatMap((cell, index) => (displayCell(cell) === "" ? [] : [index]));
}

function describe(kind: SheetKind, leaf: RawRow, group: RawRow | null, merges: readonly RawMerge[], headerRows: readonly number[]): FoundHeader {
  const columns: HeaderColumn[] = [];
  const fields = new Set<string>();
  const width = Math.max(leaf.cells.length, group?.cells.length ?? 0);
  for (let index = 0; index < width; index += 1) {
    const leafText = displayCell(leaf.cells[index]);
    const groupText = group === null ? "" : groupTextAt(group, index, merges);
    const header = leafText === "" ? displayCell(group?.cells[index]) : leafText;
    if (header === "") continue;
    const statedUnit = unitInHeader(header) ?? unitInHeader(groupText);
    columns.push({ index, header, group: leafText === "" || groupText === "" ? null : groupText, statedUnit });
    const match = matchHeader(header, kind)[0];
    if (match !== undefined && typeof leaf.cells[index] !== "number") fields.add(match.field);
  }
  return { kind, headerRows, columns, fieldCount: fields.size };
}

/** Text of the merged cell that lies over a column. */
function groupTextAt(group: RawRow, column: number, merges: readonly RawMerge[]): string {
  const own = displayCell(group.cells[column]);
  if (own !== "") return own;
  const row = group.rowNumber - 1;
  const over = merges.find((merge) => merge.startRow === row && merge.startColumn <= column && column <= merge.endColumn);
  return over === undefined ? "" : displayCell(group.cells[over.startColumn]);
}

const unitWords: Readonly<Record<string, MoneyUnit>> = { 元: "yuan", 万元: "wanYuan", 亿元: "yiYuan", yuan: "yuan" };

/** "（万元）" or "单位：元" within a header; null where the header is silent. */
export function unitInHeader(text: string): MoneyUnit | null {
  const narrow = narrowText(text);
  const match = /[([【](?:单位:?\s*)?(?:人民币|rmb|cny)?[\s/]*(万元|亿元|元|yuan)[)\]】]/i.exec(narrow);
  return match?.[1] === undefined ? (unitInTitle(narrow)?.unit ?? null) : (unitWords[match[1].toLowerCase()] ?? null);
}

function unitInTitle(text: string): { unit: MoneyUnit | null; text: string } | null {
  const match = /(?:单位|unit)\s*[:：]?\s*(?:人民币|rmb|cny)?\s*([\u4e00-\u9fff]*元|[a-z]+)/i.exec(narrowText(text));
  if (match?.[1] === undefined) return null;
  return { unit: unitWords[match[1].toLowerCase()] ?? null, text: match[0] };
}

/** What the rows over the header, or the whole of a sheet without one, say of unit and cut-off date. */
export function readTitle(rows: readonly RawRow[]): TitleFacts {
  const titleLines = rows.flatMap((row) => row.cells.map(displayCell).filter((text) => text !== ""));
  const units = titleLines.map(unitInTitle).filter((found) => found !== null);
  const dates = titleLines.map(cutOffIn).filter((date) => date !== null);
  return {
    titleLines: titleLines.slice(0, 20),
    // Two different units in one title are no statement.
    statedUnit: new Set(units.map(({ unit }) => unit)).size === 1 ? (units[0]?.unit ?? null) : null,
    statedUnitText: units[0]?.text ?? null,
    cutOffDate: new Set(dates).size === 1 ? (dates[0] ?? null) : null,
  };
}

function cutOffIn(text: string): string | null {
  const match =
    /(?:基准日|截止日|截止日期|截至|cut-?off(?: date)?)期?\s*[:：为]?\s*(\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{8})/i.exec(
      narrowText(text),
    );
  const parsed = match?.[1] === undefined ? null : parseDate(match[1], "1900");
  return parsed?.kind === "date" ? parsed.date : null;
}
