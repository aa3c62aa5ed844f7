import { fieldsOfRole } from "../../../shared/domain/tape-doubts.ts";
import { amountFields, statedFacts, type TapeField } from "../../../shared/domain/tape-fields.ts";
import type { ColumnInspection, HeaderChoice, SheetInspection, SheetMapping, SheetRole, TapeMapping } from "../../../shared/domain/tape-mapping.ts";
import { powerOfUnit, type TapeUnit } from "../../../shared/domain/tape-units.ts";
import { displayCell, isShown } from "../cells/cell-text.ts";
import { ownAmount, parseAmount } from "../cells/parse-amount.ts";
import { identifierKey } from "../cells/parse-cells.ts";
import { parseDate } from "../cells/parse-date.ts";
import type { RawRow, RawSheet } from "../files/raw-sheet.ts";
import type { MoneyWords } from "../words/money-words.ts";
import { isGrantedAmount, readAmountHeader } from "./amount-header.ts";
import { type FoundHeader, findHeader, readHeader } from "./find-header.ts";
import { kindOfRole, matchHeader } from "./header-dictionary.ts";
import { isNumberingRow } from "./later-head.ts";
import { type ProposedColumn, type ProposedFields, proposeFields } from "./propose-fields.ts";
import { isUnitLine, readTitle, type TitleFacts, unitInNote, unitOfColumn, unitRow } from "./unit-statement.ts";

const maxSamples = 5;

/** What is known of a sheet beside its first rows. */
interface SheetContext {
  readonly choice?: HeaderChoice | undefined;
  /** Its last rows, where notes stand. */
  readonly tail?: readonly RawRow[];
}

/** Non-empty rows of a whole sheet, and those among them that it doesn't show. */
export interface CountedRows {
  readonly all: number;
  readonly hidden: number;
}

/** What a sheet seems to hold, from its first rows. */
export function inspectSheet(sheet: RawSheet, counted: CountedRows, { choice, tail = [] }: SheetContext = {}): SheetInspection {
  const header = choice === undefined ? findHeader(sheet) : readHeader(sheet, choice.headerRows, kindOfRole(choice.role));
  if (header === null) return { ...describeNotes(sheet, counted), role: "notes" };
  const lastHeaderRow = header.headerRows.at(-1) ?? 0;
  const head = sheet.rows.filter((row) => row.rowNumber <= lastHeaderRow);
  const dataRows = sheet.rows.slice(head.length).filter((row, at) => at > 1 || !isNumberingRow(row));
  const [below] = dataRows;
  const isLine = isUnitLine(below);
  const notes = tail.filter(({ rowNumber, cells }) => rowNumber > lastHeaderRow && unitInNote(cells) !== null);
  const title = withNotes(readTitle([...rowsAbove(head, header), ...(isLine && below !== undefined ? [below] : [])], sheet.name), notes);
  const role = choice?.role ?? roleOf(header);
  const columns = header.columns.map((column) => ({ ...column, statement: unitOfColumn(column.header, column.group) }));
  const proposed = proposeFields(columns, header.kind, dataRows, title.unit);
  const units = isLine ? null : unitRow(below?.cells ?? []);
  return {
    ...describeNotes(sheet, counted),
    ...describeTitle(title),
    cutOffDate: title.cutOffDate ?? dateOfRows(proposed.proposals, columns, dataRows),
    role,
    headerRows: [...header.headerRows],
    columns: columns.map((column, at) => describeColumn({ column, proposal: proposed.proposals[at], sheet, sheetUnit: title.unit, dataRows, units })),
    dataRowCount: counted.all - head.length,
    openFields: role === "notes" ? [] : [...proposed.openFields],
    listCurrency: proposed.listCurrency,
    rowUnits: [...proposed.rowUnits],
    ...repeatedContract(role, proposed.proposals, columns, dataRows),
  };
}

/** A contract that rows with different drawdowns have: they may be loans of their own, or parts of one claim. */
function repeatedContract(
  role: SheetRole,
  proposals: ProposedFields["proposals"],
  columns: readonly ProposedColumn[],
  rows: readonly RawRow[],
): Pick<SheetInspection, "repeatedContract"> {
  const [contract, drawdown] = (["contractNo", "drawdownNo"] as const).map((wanted) => columns[proposals.findIndex(({ field }) => field === wanted)]);
  if (role !== "loans" || contract === undefined || drawdown === undefined) return {};
  const drawdowns = new Map<string, string>();
  let last = "";
  for (const { cells } of rows) {
    const [text, number] = [displayCell(cells[contract.index]), identifierKey(displayCell(cells[drawdown.index]))];
    // A cell that is merged over the drawdowns of its contract is empty below.
    if (text !== "") last = text;
    if (last === "" || number === "") continue;
    const known = drawdowns.get(identifierKey(last));
    if (known !== undefined && known !== number) return { repeatedContract: last };
    drawdowns.set(identifierKey(last), number);
  }
  return {};
}

/** The one day that a column of cut-off dates states; null where there is none, or rows differ. */
function dateOfRows(proposals: ProposedFields["proposals"], columns: readonly ProposedColumn[], rows: readonly RawRow[]): string | null {
  const column = columns[proposals.findIndex(({ field }) => field === "cutOffDate")];
  if (column === undefined) return null;
  const days = new Set<string | null>();
  for (const { cells } of rows) {
    const parsed = parseDate(cells[column.index], "1900");
    if (parsed.kind !== "missing") days.add(parsed.kind === "date" ? parsed.date : null);
  }
  return days.size === 1 ? ([...days][0] ?? null) : null;
}

function describeNotes(sheet: RawSheet, counted: CountedRows): Omit<SheetInspection, "role"> {
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    headerRows: [],
    columns: [],
    rowCount: counted.all,
    dataRowCount: 0,
    hiddenRowCount: counted.hidden,
    openFields: [],
    listCurrency: null,
    rowUnits: [],
    ...describeTitle(readTitle(sheet.rows.slice(0, 20), sheet.name)),
  };
}

function describeTitle(title: TitleFacts) {
  return {
    statedUnit: title.unit,
    statedCurrency: title.currency,
    statedUnitText: title.unitText,
    cutOffDate: title.cutOffDate,
    titleLines: [...title.titleLines],
  };
}

/** A unit in the notes below a list holds where the title says none; where it says another, neither does. */
function withNotes(title: TitleFacts, notes: readonly RawRow[]): TitleFacts {
  if (notes.length === 0) return title;
  const noted = readTitle(notes);
  const currency = title.currency ?? noted.currency;
  if (title.unitText === null) return { ...title, unit: noted.unit, unitText: noted.unitText, currency };
  if (title.unit === null || noted.unitText === null || title.unit === noted.unit) return { ...title, currency };
  return { ...title, unit: null, unitText: `${title.unitText} / ${noted.unitText}`, currency };
}

function rowsAbove(rows: readonly RawRow[], header: FoundHeader): RawRow[] {
  return rows.filter((row) => row.rowNumber < (header.headerRows[0] ?? 0));
}

/** Loans need an amount and someone or something that owes it; lists of collateral, guarantors and repayments the contract or the debtor to join by. */
function roleOf(header: FoundHeader): SheetRole {
  const fields = new Set(header.columns.flatMap(({ fullHeader }) => matchHeader(fullHeader, header.kind).map(({ field }) => field)));
  if (header.kind === "collateral") {
    const isJoined = fields.has("contractNo") || fields.has("securedDebtor") || fields.has("securedDebtorId");
    return isJoined && fields.size >= 3 ? "collateral" : "notes";
  }
  if (header.kind === "repayments") {
    const isJoined = fields.has("contractNo") || fields.has("debtorName") || fields.has("debtorId");
    return isJoined && fields.has("repaymentDate") && fields.has("repaymentAmount") ? "repayments" : "notes";
  }
  if (header.kind === "facts") return statesFacts(fields) ? "facts" : "notes";
  const hasAmount = fields.has("principal") || fields.has("claimTotal");
  const names = fields.has("contractNo") || fields.has("drawdownNo") || fields.has("debtorName");
  if (hasAmount && names) return "loans";
  const isOfGuarantors = fields.has("guarantors");
  if (!hasAmount && !isOfGuarantors && statesFacts(fields) && !header.columns.some(({ fullHeader }) => isOfPrincipal(fullHeader))) return "facts";
  if (!names) return "notes";
  if (isOfGuarantors) return "guarantors";
  // Loans whose balance isn't told: the user says which column it is.
  const isWhose = (fields.has("contractNo") || fields.has("drawdownNo")) && fields.has("debtorName");
  return isWhose && header.columns.some(({ fullHeader }) => isOfPrincipal(fullHeader)) ? "loans" : "notes";
}

/** Two facts at least on loans that an identifier names; a debtor's name is one where its identifier stands beside it. */
function statesFacts(fields: ReadonlySet<TapeField>): boolean {
  const isNamed = fields.has("contractNo") || fields.has("drawdownNo") || fields.has("debtorId") || fields.has("assetNo");
  return isNamed && statedFacts.filter((field) => fields.has(field)).length >= 2;
}

function isOfPrincipal(header: string): boolean {
  return isGrantedAmount(header) || readAmountHeader(header)?.field === "principal";
}

interface DescribedColumn {
  readonly column: ProposedColumn;
  readonly proposal: ProposedFields["proposals"][number] | undefined;
  readonly sheet: RawSheet;
  readonly sheetUnit: TapeUnit | null;
  readonly dataRows: readonly RawRow[];
  readonly units: ReadonlyMap<number, MoneyWords> | null;
}

function describeColumn({ column, proposal, sheet, sheetUnit, dataRows, units }: DescribedColumn): ColumnInspection {
  const { index, header, group, statement } = column;
  const below = units?.get(index);
  const unit = below?.unit ?? statement.unit ?? sheetUnit;
  const rows = units === null ? dataRows : dataRows.slice(1);
  const looks = rows.flatMap(({ cells }) => {
    const cell = cells[index];
    return isShown(cell) && !cell.look.isPercent ? [cell.look] : [];
  });
  return {
    index,
    header,
    group,
    field: proposal?.field ?? null,
    confidence: proposal?.confidence ?? "none",
    alternatives: [...(proposal?.alternatives ?? [])],
    statedUnit: below?.unit ?? statement.unit,
    statedCurrency: below?.currency ?? statement.currency,
    isHidden: sheet.hiddenColumns.has(index),
    shownUnit: looks.find((look) => look.unit !== null)?.unit ?? null,
    isUnitUnclear: statement.isUnread || looks.some((look) => look.unit === null && look.scale !== 0 && look.scale !== (unit === null ? 0 : powerOfUnit(unit))),
    statesOwn: doStateOwn(index, rows),
    samples: samplesOf(index, rows),
    typical: doStateOwn(index, rows) || looks.some((look) => look.unit !== null || look.scale !== 0) ? null : typicalOf(index, rows),
  };
}

/** Whether each amount of a column states its unit in its cell ("120万元"), and there are any. */
function doStateOwn(index: number, rows: readonly RawRow[]): boolean {
  let isAny = false;
  for (const { cells } of rows) {
    const cell = cells[index] ?? null;
    if (typeof cell === "number") return false;
    const own = ownAmount(cell);
    if (own === null || own.kind === "problem") return false;
    if (own.kind === "amount" && own.fen !== 0) isAny = true;
  }
  return isAny;
}

/** Median and mean of the amounts above zero, as they stand. */
function typicalOf(index: number, rows: readonly RawRow[]): ColumnInspection["typical"] {
  const amounts = rows
    .flatMap(({ cells }) => {
      const amount = parseAmount(cells[index] ?? null, "yuan");
      return amount.kind === "amount" && amount.fen > 0 ? [amount.fen / 100] : [];
    })
    .sort((a, b) => a - b);
  const median = amounts[Math.floor(amounts.length / 2)];
  return median === undefined ? null : { median, mean: amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length };
}

function samplesOf(index: number, rows: readonly RawRow[]): string[] {
  const samples: string[] = [];
  for (const row of rows) {
    const text = displayCell(row.cells[index]);
    if (text !== "") samples.push(text);
    if (samples.length === maxSamples) break;
  }
  return samples;
}

const isAmountField = (field: TapeField | null): boolean => amountFields.some((amount) => amount === field);

/** The mapping to start from. A unit is proposed only where the file states it. */
export function suggestMapping(sheets: readonly SheetInspection[]): TapeMapping {
  const dates = new Set(sheets.map(({ cutOffDate }) => cutOffDate).filter((date) => date !== null));
  return {
    sheets: sheets.map((sheet) => ({ ...suggestSheet(sheet), role: suggestRole(sheet, sheets) })),
    cutOffDate: dates.size === 1 ? ([...dates][0] ?? null) : null,
    currency: sheets.some(statesYuan) ? "CNY" : null,
  };
}

/** A unit is one of yuan where no other currency is said with it; where rows state their currency, each is read by its own. */
function statesYuan({ role, statedUnit, statedCurrency, columns }: SheetInspection): boolean {
  if (role === "notes" || (statedCurrency !== null && statedCurrency !== "CNY")) return false;
  return (
    statedUnit !== null ||
    statedCurrency === "CNY" ||
    columns.some(
      (column) =>
        column.field === "currency" ||
        column.field === "amountUnit" ||
        column.statedUnit !== null ||
        (column.statesOwn && isAmountField(column.field)) ||
        column.statedCurrency === "CNY",
    )
  );
}

/** A hidden sheet, a summary without contracts and loans without a balance are left out where another sheet has such a list. */
function suggestRole(sheet: SheetInspection, sheets: readonly SheetInspection[]): SheetRole {
  const alike = sheets.filter((other) => other !== sheet && other.role === sheet.role);
  const has = (one: SheetInspection, field: TapeField) => one.columns.some((column) => column.field === field);
  if (sheet.hidden && alike.some((other) => !other.hidden)) return "notes";
  const isSummary =
    sheet.role === "loans" && (["contractNo", "principal"] as const).some((field) => !has(sheet, field) && alike.some((other) => has(other, field)));
  return isSummary ? "notes" : sheet.role;
}

/** A guarantor list that names contracts has the identifiers of its guarantors, not those of debtors. */
function isFieldOf(sheet: SheetInspection, field: TapeField): boolean {
  if (!fieldsOfRole(sheet.role).includes(field)) return false;
  const hasContract = sheet.columns.some((column) => column.field === "contractNo");
  return sheet.role !== "guarantors" || !hasContract || (field !== "debtorName" && field !== "debtorId");
}

function suggestSheet(sheet: SheetInspection): SheetMapping {
  return {
    ...(sheet.listOf === undefined ? {} : { listOf: sheet.listOf }),
    name: sheet.name,
    role: sheet.role,
    headerRows: sheet.headerRows,
    unit: sheet.statedUnit,
    columns: sheet.columns.map(({ index, field, statedUnit, statesOwn }) => ({
      index,
      field: field !== null && isFieldOf(sheet, field) ? field : null,
      unit: isAmountField(field) ? statedUnit : null,
      ...(statesOwn ? { statesOwn } : {}),
    })),
  };
}
