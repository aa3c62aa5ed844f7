import { displayCell } from "../cells/cell-text.ts";
import type { RawMerge, RawRow, RawSheet } from "../files/raw-sheet.ts";
import { matchHeader, type SheetKind } from "./header-dictionary.ts";

/** Rows at the top of a sheet in which a header is looked for. */
export const headerSearchRows = 60;

export interface HeaderColumn {
  readonly index: number;
  readonly header: string;
  readonly group: string | null;
  /** The header by which its field is told: with its group's word where its own says too little. */
  readonly fullHeader: string;
}

export interface FoundHeader {
  readonly kind: SheetKind;
  readonly headerRows: readonly number[];
  readonly columns: readonly HeaderColumn[];
  /** Distinct fields that the columns name, and columns that name one. */
  readonly fieldCount: number;
  readonly matchedColumns: number;
}

/** Rows that a header may have: the columns' names, their groups, and groups of those. */
const mostHeaderRows = 3;

/** The row, with the group rows above it if there are any, that names the most fields; null if none names two. */
export function findHeader(sheet: RawSheet): FoundHeader | null {
  let best: FoundHeader | null = null;
  const rows = sheet.rows.slice(0, headerSearchRows);
  const merges = mergesOfHead(sheet);
  rows.forEach((row, position) => {
    const above = rows.slice(Math.max(0, position + 1 - mostHeaderRows), position).reverse();
    const gap = above.findIndex(({ rowNumber }, at) => rowNumber !== row.rowNumber - 1 - at);
    for (const candidate of candidatesFor(row, gap === -1 ? above : above.slice(0, gap), merges)) {
      if (candidate.fieldCount >= 2 && (best === null || isFuller(candidate, best))) best = candidate;
    }
  });
  return best;
}

function isFuller(one: FoundHeader, other: FoundHeader): boolean {
  return one.fieldCount > other.fieldCount || (one.fieldCount === other.fieldCount && one.matchedColumns > other.matchedColumns);
}

/** How many fields the header among some records names, read under one delimiter. */
export function countHeaderFields(records: readonly (readonly string[])[]): number {
  const rows = records.map((cells, at) => ({ rowNumber: at + 1, cells }));
  return findHeader({ name: "", hidden: false, merges: [], hiddenColumns: new Set(), records: null, rows })?.fieldCount ?? 0;
}

/** Header columns of rows the user chose; the last one holds the column names. */
export function readHeader(sheet: RawSheet, headerRows: readonly number[], kind: SheetKind): FoundHeader | null {
  const rows = headerRows.flatMap((number) => sheet.rows.find((row) => row.rowNumber === number) ?? []);
  const leaf = rows.pop();
  return leaf === undefined ? null : describe(kind, leaf, rows, mergesOfHead(sheet), headerRows);
}

/** Areas among the rows in which a header may stand; a list may have many more. */
function mergesOfHead({ merges, rows }: RawSheet): readonly RawMerge[] {
  const last = rows.at(-1)?.rowNumber ?? 0;
  return merges.filter(({ startRow }) => startRow < last);
}

/** `above`: the rows over it, the nearest first. */
function candidatesFor(row: RawRow, [group, top]: readonly RawRow[], merges: readonly RawMerge[]): FoundHeader[] {
  return (["loans", "collateral", "repayments", "facts"] as const).map((kind) => {
    const single = describe(kind, row, [], merges, [row.rowNumber]);
    if (group === undefined || isTitleRow(group, [row])) return single;
    const double = describe(kind, row, [group], merges, [group.rowNumber, row.rowNumber]);
    const belongs = isGroupRow(group, row, merges) || double.fieldCount > single.fieldCount;
    if (!belongs || single.columns.length < 2) return single;
    if (top === undefined || isTitleRow(top, [group, row])) return double;
    const triple = describe(kind, row, [top, group], merges, [top.rowNumber, group.rowNumber, row.rowNumber]);
    return isFuller(triple, double) || reachesDown(top, row, merges) ? triple : double;
  });
}

/** A row with one text over the whole width, or mere remarks, is a title. */
function isTitleRow(above: RawRow, rows: readonly RawRow[]): boolean {
  const filled = filledColumns(above);
  return filled.length === 0 || (filled.length < 2 && rows.flatMap(filledColumns).length > 2 && filled[0] === 0);
}

/** Whether a name in the topmost row is merged down to the last one. */
function reachesDown(top: RawRow, row: RawRow, merges: readonly RawMerge[]): boolean {
  return merges.some(
    ({ startRow, endRow, startColumn }) => startRow === top.rowNumber - 1 && endRow === row.rowNumber - 1 && displayCell(top.cells[startColumn]) !== "",
  );
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

/** `over`: the rows of groups, from the top. */
function describe(kind: SheetKind, leaf: RawRow, over: readonly RawRow[], merges: readonly RawMerge[], headerRows: readonly number[]): FoundHeader {
  const columns: HeaderColumn[] = [];
  const fields = new Set<string>();
  let matchedColumns = 0;
  const rows = [...over, leaf];
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  for (let index = 0; index < width; index += 1) {
    // Its name stands in the lowest row that has a text of its own for it; what is above are its groups.
    const at = rows.findLastIndex(({ cells }) => displayCell(cells[index]) !== "");
    if (at === -1) continue;
    const header = displayCell(rows[at]?.cells[index]);
    const groups = rows.slice(0, at).flatMap((row) => groupTextAt(row, index, merges) || []);
    const fullHeader = groups.length === 0 ? header : withGroups(header, groups, kind);
    columns.push({ index, header, group: groups.length === 0 ? null : groups.join(" / "), fullHeader });
    const match = matchHeader(fullHeader, kind)[0];
    if (match === undefined || typeof leaf.cells[index] === "number") continue;
    fields.add(match.field);
    matchedColumns += 1;
  }
  return { kind, headerRows, columns, fieldCount: fields.size, matchedColumns };
}

/** Text of the merged cell that lies over a column. */
function groupTextAt(group: RawRow, column: number, merges: readonly RawMerge[]): string {
  const own = displayCell(group.cells[column]);
  if (own !== "") return own;
  const row = group.rowNumber - 1;
  const over = merges.find((merge) => merge.startRow === row && merge.startColumn <= column && column <= merge.endColumn);
  return over === undefined ? "" : displayCell(group.cells[over.startColumn]);
}

/** Words that say nothing without their group's: 余额 under 本金, 表内 under 欠息. */
const openWords =
  /^(余额|金额|数额|合计|小计|总额|总计|表内|表外|原币|外币|人民币|折人民币|折合人民币|名称|姓名|编号|号码|证件号码?|日期|balance|amount|total|name|number|no\.?|id|date)$/i;

/** The header with the words of the nearest group that tells its field, or of all of them. */
function withGroups(header: string, groups: readonly string[], kind: SheetKind): string {
  const own = header.replaceAll(/[（(][^）)]*[）)]/g, "").trim();
  const joined = [...groups.toReversed(), groups.join("")].flatMap((group) => [`${group}${header}`, `${header}${group}`]);
  if (!openWords.test(own) && matchHeader(header, kind).length > 0) return header;
  return joined.find((text) => matchHeader(text, kind).length > 0) ?? header;
}
