import type { LeftRowKind } from "../../../shared/domain/import-report.ts";
import { fieldRecord, type TapeField } from "../../../shared/domain/tape-fields.ts";
import { displayCell, textOrNull } from "../cells/cell-text.ts";
import { identifierKey } from "../cells/parse-cells.ts";
import type { RawCell, RawRow } from "../files/raw-sheet.ts";
import { narrowText } from "../words/visible-text.ts";
import { headerKey } from "./header-key.ts";
import { headBelow, isNumberingRow } from "./later-head.ts";
import { isNote, isPageNumber, mayBeLabel, plainTotalKind, suffixedLabel, type TotalKind } from "./row-labels.ts";
import { cellOf, type SheetPlan } from "./sheet-plan.ts";
import { unitRow } from "./unit-statement.ts";

export type RowClass = "blank" | "record" | Exclude<LeftRowKind, "hidden">;

/** The texts over the rows of a list, by which they are known where a page repeats them. */
export interface HeadTexts {
  /** Keys of each header row by column. */
  readonly headerRows: readonly ReadonlyMap<number, string>[];
  /** Keys of all cells of each row above. */
  readonly titleRows: ReadonlySet<string>;
}

/** What the rows before say of a row that looks like a sum. */
export interface RowsSoFar {
  /** How the row's leading amount stands to the records before it: the sum of all, of those since the last sum, or neither. */
  sumKind(row: RawRow): TotalKind | null;
  /** The same by every amount of the row. One record is enough where the row names whose it is. */
  exactSumKind(row: RawRow, fewestRows: number): TotalKind | null;
  /** Whether a contract number or debtor, as a key, is that of the record before. */
  isLast(key: string): boolean;
  readonly lastRecord: RawRow | null;
  /** No record stands behind a total of the whole list, or behind one that agrees with it. */
  readonly isBehindTotal: boolean;
  readonly isBehindAgreedTotal: boolean;
}

export function headTexts(rows: readonly RawRow[], headerRows: readonly number[]): HeadTexts {
  const last = Math.max(0, ...headerRows);
  const head = rows.filter(({ rowNumber }) => rowNumber <= last);
  const keysOf = (row: RawRow) =>
    new Map(
      row.cells.flatMap((cell, index) => {
        const key = headerKey(displayCell(cell));
        return key === "" ? [] : [[index, key] as const];
      }),
    );
  return {
    headerRows: head.filter(({ rowNumber }) => headerRows.includes(rowNumber)).map(keysOf),
    titleRows: new Set(head.filter(({ rowNumber }) => !headerRows.includes(rowNumber)).map((row) => [...keysOf(row).values()].join(" "))),
  };
}

const idFields: readonly TapeField[] = ["debtorId", "securedDebtorId"];
const nameFields: readonly TapeField[] = ["debtorName", "securedDebtor"];

/**
 * What a row under the header is. A row with a contract number of its own is a record, unless it is labelled as a sum and
 * the rows before agree; and a row that is nothing else is a record: it is kept or rejected by name, never dropped.
 */
export function classifyRow(row: RawRow, plan: SheetPlan, head: HeadTexts, before: RowsSoFar): RowClass {
  const contract = textOrNull(cellOf(row, plan, "contractNo")) ?? textOrNull(cellOf(row, plan, "drawdownNo"));
  if (contract !== null && !mayBeOther(contract, row, plan)) return "record";
  const texts = row.cells.flatMap((cell) => {
    const text = displayCell(cell);
    return text === "" ? [] : [text];
  });
  if (texts.length === 0) return "blank";
  if (isRepeatedHead(row, head) || isNumberingRow(row) || headBelow(row, plan) !== null) return "header";
  if (texts.length <= 2 && texts.some(isPageNumber)) return "page";
  const hasAmount = plan.amounts.some((field) => holdsDigit(cellOf(row, plan, field)));
  if (!hasAmount && unitRow(row.cells) !== null) return "units";
  const name = firstText(row, plan, nameFields);
  const id = firstText(row, plan, plan.role === "facts" ? [...idFields, "assetNo"] : idFields);
  const total = totalKind({ row, plan, texts, contract, name, id, hasAmount, before });
  if (total !== null) return total;
  if (hasAmount) return "record";
  const isLabelled = isNote(texts[0] ?? "") && (contract === null || texts.length <= 2);
  // One text alone owes nothing: a heading, a note, a piece of another row.
  const saysNothing = contract === null && ((name === null && id === null) || texts.length === 1);
  return isLabelled || saysNothing ? "notes" : "record";
}

/** Whether a text where a contract number stands is one and no label, whatever else its row says. */
export function isSurelyContract(text: string): boolean {
  return /\d/.test(text) && !isCount(text) && !mayBeLabel(text);
}

/** Whether a contract number may be a label, a header, a hint or a number of loans; nearly all are like nothing else, so this must be quick. */
function mayBeOther(contract: string, row: RawRow, plan: SheetPlan): boolean {
  if (!/\d/.test(contract) || isCount(contract)) return true;
  if (mayBeLabel(contract) && (plainTotalKind(contract) !== null || suffixedLabel(contract) !== null || isNote(contract) || isPageNumber(contract)))
    return true;
  return !plan.amounts.some((field) => holdsDigit(cellOf(row, plan, field)));
}

/** "465笔" beside a total's label, or the bare number. */
function isCount(text: string): boolean {
  return text.length < 12 && /^\(?共?\s*\d{1,7}\s*(户|笔|条|件|个|人|家|份|宗)?\)?$/.test(narrowText(text));
}

function holdsDigit(cell: RawCell | undefined): boolean {
  return typeof cell === "string" ? /[\d０-９]/.test(cell) : cell !== null && cell !== undefined;
}

/** At least two header texts of one row again in their columns, and little else; or a title again. */
function isRepeatedHead(row: RawRow, { headerRows, titleRows }: HeadTexts): boolean {
  const keys = row.cells.map((cell) => (typeof cell === "string" ? headerKey(cell) : ""));
  const filled = keys.filter((key) => key !== "");
  if (titleRows.has(filled.join(" ")) && filled.length > 0) return true;
  return headerRows.some((header) => {
    const same = keys.filter((key, index) => key !== "" && header.get(index) === key).length;
    return same >= Math.min(2, header.size) && same >= 0.6 * filled.length;
  });
}

function firstText(row: RawRow, plan: SheetPlan, fields: readonly TapeField[]): string | null {
  for (const field of fields) {
    const text = textOrNull(cellOf(row, plan, field));
    if (text !== null) return text;
  }
  return null;
}

interface LabelledRow {
  readonly row: RawRow;
  readonly plan: SheetPlan;
  readonly texts: readonly string[];
  readonly contract: string | null;
  readonly name: string | null;
  readonly id: string | null;
  readonly hasAmount: boolean;
  readonly before: RowsSoFar;
}

/** Whether a row is a sum of others: by its label, by its amounts, or by both. */
function totalKind(labelled: LabelledRow): TotalKind | null {
  const { row, plan, texts, contract, name, id, before } = labelled;
  const own = labelKind(contract) ?? (saysNobody(contract) ? labelKind(name) : null);
  if (own !== null) return partOr(own, row, before);
  // A word in another column makes a sum of a row only where nothing in it says that someone owes.
  const isNobodys = [contract, name, id].every(saysNobody);
  const plain = texts.map(labelKind).find((kind) => kind !== null) ?? null;
  if (isNobodys && plain !== null) return partOr(plain, row, before);
  const suffixed = suffixedKind(labelled, isNobodys);
  if (suffixed !== null || !labelled.hasAmount) return suffixed;
  if (contract !== null) {
    // A contract without a digit, or a mere number, that is all a row says beside the very sum of the others.
    const mayBeLabelled = name === null && id === null && (!/\d/.test(contract) || isCount(contract));
    return mayBeLabelled ? before.exactSumKind(row, 2) : null;
  }
  if (isNobodys) return before.sumKind(row) ?? (before.isBehindAgreedTotal ? "subtotal" : null);
  if (id === null && before.isBehindAgreedTotal) return "subtotal";
  const isOfLast = [name, id].some((text) => text !== null && before.isLast(identifierKey(text)));
  if (!isOfLast) return null;
  const fewestRows = fewestRowsOfSum(row, before.lastRecord, plan);
  return plain !== null || (fewestRows !== null && before.exactSumKind(row, fewestRows) !== null) ? "subtotal" : null;
}

/** What a sum says beside its amounts: whose loans or which group's they are. */
const sumKinds: ReadonlySet<string> = new Set(["amount", "text", "names"]);

/**
 * Rows that must add up to a row without a contract for it to be their sum; null where it says more than a sum does, such as
 * a date. One is enough where its record does say more, so that two equal loans of a debtor are none.
 */
export function fewestRowsOfSum(row: RawRow, record: RawRow | null, plan: SheetPlan): 1 | 2 | null {
  const telling = [...plan.columns.keys()].filter((field) => !sumKinds.has(fieldRecord(field).kind) && !ownFields.has(field));
  const saysMore = (one: RawRow) => telling.some((field) => textOrNull(cellOf(one, plan, field)) !== null);
  if (saysMore(row)) return null;
  return record !== null && saysMore(record) ? 1 : 2;
}

const ownFields: ReadonlySet<TapeField> = new Set(["contractNo", "drawdownNo", "debtorId", "securedDebtorId"]);

const labelKind = (text: string | null): TotalKind | null => (text === null ? null : plainTotalKind(text));

/** Nothing, a label or a number of loans where a contract or a debtor should stand. */
function saysNobody(text: string | null): boolean {
  return text === null || plainTotalKind(text) !== null || isCount(text);
}

/** A total whose amounts are those since the last one is the total of a part. */
function partOr(kind: TotalKind, row: RawRow, before: RowsSoFar): TotalKind {
  return kind === "total" && before.exactSumKind(row, 1) === "subtotal" ? "subtotal" : kind;
}

/** The kind of a row labelled with what it is the sum of: "郑州分行合计". Behind the total of the whole list it is that of a part. */
function suffixedKind({ row, texts, contract, name, id, before }: LabelledRow, isNobodys: boolean): TotalKind | null {
  const [label] = [contract, name, ...(isNobodys ? texts : [])].flatMap((text) => (text === null ? [] : (suffixedLabel(text) ?? [])));
  if (label === undefined || !isSumOf(label.stem, { contract, name, id }, row, before)) return null;
  const isPart = label.kind === "subtotal" || before.isBehindTotal || before.isLast(identifierKey(label.stem));
  return isPart ? "subtotal" : (before.sumKind(row) ?? "total");
}

/** Whether a label with something before it is one: nobody else is named, or the rows before are what it sums up. */
function isSumOf(stem: string, { contract, name, id }: Pick<LabelledRow, "contract" | "name" | "id">, row: RawRow, before: RowsSoFar): boolean {
  const isOnlyLabel = id === null && (contract === null || name === null || suffixedLabel(name)?.stem === stem);
  return isOnlyLabel || before.isLast(identifierKey(stem)) || before.sumKind(row) !== null;
}
