import { additiveFields, amountFields, type TapeField } from "../../../shared/domain/tape-fields.ts";
import type { ColumnInspection, MappingConfidence, SheetInspection, SheetMapping, SheetRole, TapeMapping } from "../../../shared/domain/tape-mapping.ts";
import { displayCell } from "../cells/cell-text.ts";
import type { RawRow, RawSheet } from "../files/raw-sheet.ts";
import { type FoundHeader, findHeader, type HeaderColumn, readHeader, readTitle } from "./find-header.ts";
import { type HeaderMatch, matchHeader, type SheetKind } from "./header-dictionary.ts";

const maxSamples = 5;

interface Proposal {
  readonly field: TapeField | null;
  readonly confidence: MappingConfidence;
  readonly alternatives: TapeField[];
}

/** Header rows and kind of a sheet that the user set instead of what was found. */
export interface HeaderChoice {
  readonly name: string;
  readonly kind: SheetKind;
  readonly headerRows: readonly number[];
}

/** What a sheet seems to hold, from its first rows; `rowCount` counts all of its non-empty rows. */
export function inspectSheet(sheet: RawSheet, rowCount: number, choice?: HeaderChoice): SheetInspection {
  const header = choice === undefined ? findHeader(sheet) : readHeader(sheet, choice.headerRows, choice.kind);
  const lastHeaderRow = header?.headerRows.at(-1) ?? 0;
  const titleRows = header === null ? sheet.rows.slice(0, 20) : rowsAbove(sheet.rows, header);
  const title = readTitle(titleRows);
  const dataRows = sheet.rows.filter((row) => row.rowNumber > lastHeaderRow);
  const role = header === null ? "notes" : (choice?.kind ?? roleOf(header));
  const columns = header === null ? [] : describeColumns(header, role, dataRows);
  const headRowCount = sheet.rows.filter((row) => row.rowNumber <= lastHeaderRow).length;
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    role,
    headerRows: [...(header?.headerRows ?? [])],
    columns,
    rowCount,
    dataRowCount: header === null ? 0 : rowCount - headRowCount,
    statedUnit: title.statedUnit,
    statedUnitText: title.statedUnitText,
    cutOffDate: title.cutOffDate,
    titleLines: [...title.titleLines],
  };
}

function rowsAbove(rows: readonly RawRow[], header: FoundHeader): RawRow[] {
  return rows.filter((row) => row.rowNumber < (header.headerRows[0] ?? 0));
}

/** Loans need an amount and someone or something that owes it; a collateral list needs the contract to join by. */
function roleOf(header: FoundHeader): SheetRole {
  const fields = new Set(header.columns.flatMap(({ header: text }) => matchHeader(text, header.kind).map(({ field }) => field)));
  if (header.kind === "collateral") return fields.has("contractNo") && fields.size >= 3 ? "collateral" : "notes";
  const hasAmount = fields.has("principal") || fields.has("claimTotal");
  return hasAmount && (fields.has("contractNo") || fields.has("debtorName")) ? "loans" : "notes";
}

function describeColumns(header: FoundHeader, role: SheetRole, dataRows: readonly RawRow[]): ColumnInspection[] {
  const matches = header.columns.map((column) => (role === "notes" ? [] : matchHeader(column.header, header.kind)));
  return header.columns.map((column, position) => ({
    ...column,
    ...proposeField(position, matches),
    samples: samplesOf(column, dataRows),
  }));
}

/** The field of a column, unless another column claims it as well or better. */
function proposeField(position: number, matches: readonly (readonly HeaderMatch[])[]): Proposal {
  const own = matches[position] ?? [];
  const [best] = own;
  const alternatives = own.slice(1).map(({ field }) => field);
  if (best === undefined) return { field: null, confidence: "none", alternatives: [] };
  if (alternatives.length > 0) return { field: null, confidence: "ambiguous", alternatives: own.map(({ field }) => field) };
  const rivals = matches.flatMap((list, at) => (at !== position && list.length === 1 && list[0]?.field === best.field ? [{ at, score: list[0].score }] : []));
  const isPart = best.score === 0.9 && additiveFields.some((field) => field === best.field);
  const isBeaten = rivals.some(({ at, score }) => score > best.score || (score === best.score && !isPart && at < position));
  if (isBeaten) return { field: null, confidence: "ambiguous", alternatives: [best.field] };
  const isTied = !isPart && rivals.some(({ score }) => score === best.score);
  const confidence = isTied ? "ambiguous" : best.score === 0.6 ? "likely" : "certain";
  return { field: best.field, confidence, alternatives: [] };
}

function samplesOf(column: HeaderColumn, dataRows: readonly RawRow[]): string[] {
  const samples: string[] = [];
  for (const row of dataRows) {
    const text = displayCell(row.cells[column.index]);
    if (text !== "") samples.push(text);
    if (samples.length === maxSamples) break;
  }
  return samples;
}

/** The mapping to start from. A unit is proposed only where the file states it. */
export function suggestMapping(sheets: readonly SheetInspection[]): TapeMapping {
  const dates = new Set(sheets.map(({ cutOffDate }) => cutOffDate).filter((date) => date !== null));
  return {
    sheets: sheets.map(suggestSheet),
    cutOffDate: dates.size === 1 ? ([...dates][0] ?? null) : null,
  };
}

function suggestSheet(sheet: SheetInspection): SheetMapping {
  return {
    name: sheet.name,
    role: sheet.role,
    headerRows: sheet.headerRows,
    unit: sheet.statedUnit,
    columns: sheet.columns.map(({ index, field, statedUnit }) => ({
      index,
      field,
      unit: amountFields.some((amount) => amount === field) ? statedUnit : null,
    })),
  };
}
