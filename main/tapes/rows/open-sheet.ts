import { type LeftRowKind, maxNamedRows, type TapeChoice, type UnusedParts } from "../../../shared/domain/import-report.ts";
import { doubtsOf } from "../../../shared/domain/tape-doubts.ts";
import { shareFields } from "../../../shared/domain/tape-fields.ts";
import type { SheetInspection } from "../../../shared/domain/tape-mapping.ts";
import type { TapeUnit } from "../../../shared/domain/tape-units.ts";
import { cellTexts, isFilledCell, type PlainLines } from "../bytes/plain-lines.ts";
import { displayCell, textOrNull } from "../cells/cell-text.ts";
import { identifierKey } from "../cells/parse-cells.ts";
import type { DateSystem, RawCell, RawRow, RawSheet } from "../files/raw-sheet.ts";
import { TapeError } from "../files/tape-error.ts";
import { classifyRow, type HeadTexts, headTexts, type RowClass, type RowsSoFar } from "../header/classify-row.ts";
import { kindOfRole } from "../header/header-dictionary.ts";
import { headBelow, isNumberingRow } from "../header/later-head.ts";
import { inspectSheet } from "../header/propose-mapping.ts";
import type { TotalKind } from "../header/row-labels.ts";
import { cellOf, refuseMissing, type SheetPlan } from "../header/sheet-plan.ts";
import { unitInNote } from "../header/unit-statement.ts";
import { DittoFill } from "../shape/ditto-fill.ts";
import { type FilledRow, MergeFill } from "../shape/merge-fill.ts";
import { type MendedRow, RecordShape } from "../shape/record-shape.ts";
import { HeadingSums } from "./heading-sums.ts";
import { SheetReconciler } from "./reconcile-tape.ts";
import { choicesOf } from "./tape-choices.ts";

/** A sheet whose rows are coming in, with what its first rows and the rows so far say of them. */
export class OpenSheet implements RowsSoFar {
  readonly plan: SheetPlan;
  readonly dateSystem: DateSystem;
  readonly reconciler: SheetReconciler;
  readonly headings: HeadingSums;
  readonly #sheet: RawSheet;
  readonly #inspection: SheetInspection;
  readonly #head: HeadTexts;
  readonly #headerWidth: number;
  readonly #fill: MergeFill;
  readonly #ditto: DittoFill;
  readonly #shape: RecordShape | null;
  readonly #left = new Map<LeftRowKind, { count: number; readonly first: number[] }>();
  /** Columns without a field: what stands over them and how many records fill them. */
  readonly #unmapped: { readonly index: number; filled: number }[] = [];
  /** By what a subtotal may name the last record; null: not asked yet. */
  #lastKeys: readonly string[] | null = null;
  lastRecord: RawRow | null = null;
  /** The rows stand below the header of another list, whose columns aren't those of this one. */
  isUnderOtherHead = false;
  #notedUnit: TapeUnit | null = null;

  /** Takes the first rows of the sheet. Refuses what the file says against the mapping, unless the user confirmed it. */
  constructor(plan: SheetPlan, head: RawSheet, dateSystem: DateSystem) {
    this.dateSystem = dateSystem;
    const { mapping } = plan;
    this.plan = plan;
    this.#sheet = head;
    this.#inspection = inspectSheet(
      head,
      { all: head.rows.length, hidden: 0 },
      { choice: { name: plan.name, role: kindOfRole(plan.role), headerRows: mapping.headerRows } },
    );
    refuseDoubts(this.#inspection, plan);
    refuseMissing(plan);
    this.#head = headTexts(head.rows, mapping.headerRows);
    const headerRows = head.rows.filter(({ rowNumber }) => rowNumber <= plan.lastHeaderRow);
    this.#headerWidth = Math.max(0, ...headerRows.map(({ cells }) => filledWidth(cells)));
    for (const field of shareFields) if (headerRows.some((row) => /[%％]/.test(displayCell(cellOf(row, plan, field))))) plan.percentFields.add(field);
    this.reconciler = new SheetReconciler(plan);
    this.headings = new HeadingSums(plan);
    this.#fill = new MergeFill(plan, head.merges);
    this.#ditto = new DittoFill(plan);
    const body = head.rows.slice(headerRows.length);
    const widest = Math.max(0, ...headerRows.filter(({ rowNumber }) => mapping.headerRows.includes(rowNumber)).map(({ cells }) => cells.length));
    this.#shape = head.records === null || widest === 0 ? null : new RecordShape(plan, widest, head.records, body);
    const mapped = new Set([...plan.columns.values()].flat().map(({ index }) => index));
    const width = Math.max(this.#headerWidth, ...body.map(({ cells }) => cells.length));
    for (let index = 0; index < width; index += 1) if (!mapped.has(index)) this.#unmapped.push({ index, filled: 0 });
  }

  /** The one currency that the rows state, where the user took them for yuan. */
  get takenCurrency(): string | null {
    return this.plan.columns.has("currency") ? null : this.#inspection.listCurrency;
  }

  sumKind(row: RawRow): TotalKind | null {
    return this.reconciler.sumKind(row);
  }

  exactSumKind(row: RawRow, fewestRows: number): TotalKind | null {
    return this.reconciler.exactSumKind(row, fewestRows);
  }

  isLast(key: string): boolean {
    this.#lastKeys ??= this.lastRecord === null ? [] : this.#keysOf(this.lastRecord);
    return this.#lastKeys.includes(key);
  }

  #keysOf(record: RawRow): readonly string[] {
    return (["contractNo", "debtorName", "debtorId", "securedDebtor", "securedDebtorId"] as const).flatMap((field) => {
      const text = textOrNull(cellOf(record, this.plan, field));
      return text === null ? [] : [identifierKey(text)];
    });
  }

  get isBehindTotal(): boolean {
    return this.reconciler.isBehindTotal;
  }

  get isBehindAgreedTotal(): boolean {
    return this.reconciler.isBehindAgreedTotal;
  }

  /** What a row is; null for one of the head. */
  classify(row: RawRow): RowClass | null {
    if (row.rowNumber <= this.plan.lastHeaderRow) return null;
    return classifyRow(row, this.plan, this.#head, this);
  }

  fill(raw: RawRow): FilledRow {
    const merged = this.#fill.fill(raw);
    const { row, filled } = this.#ditto.fill(merged.row);
    if (filled.length === 0) return merged;
    const contract = this.plan.columns.get("contractNo")?.[0]?.index;
    return { ...merged, row, isFurther: merged.isFurther || filled.some((index) => index === contract) };
  }

  /** A record of a text list with its cells in their columns; null where that can't be told. */
  mend(row: RawRow): MendedRow {
    return this.#shape === null ? { row, how: "asIs" } : this.#shape.mend(row);
  }

  /** Texts of cells right of the header. */
  beyondHeader(row: RawRow): readonly string[] {
    return this.#headerWidth === 0 || row.cells.length <= this.#headerWidth
      ? noTexts
      : row.cells
          .slice(this.#headerWidth)
          .map(displayCell)
          .filter((text) => text !== "");
  }

  leave(row: RawRow, kind: LeftRowKind): void {
    const left = this.#left.get(kind) ?? { count: 0, first: [] };
    left.count += 1;
    if (left.first.length < maxNamedRows) left.first.push(row.rowNumber);
    this.#left.set(kind, left);
  }

  /** Takes a header below the list's own, for the rows behind it. */
  passHead(row: RawRow): void {
    this.isUnderOtherHead = headBelow(row, this.plan) === "other" || (this.isUnderOtherHead && isNumberingRow(row));
  }

  /** Refuses a note that says another unit than the one taken; a note that says it is the file's statement. */
  readNote(row: RawRow): void {
    const { mapping } = this.plan;
    const stated = unitInNote(row.cells);
    const said = stated?.unit ?? null;
    if (said === null || mapping.isConfirmed === true) return;
    const statedOf = (index: number) => this.#inspection.columns.find((column) => column.index === index)?.statedUnit ?? null;
    for (const field of this.plan.amounts) {
      for (const { index, unit } of this.plan.columns.get(field) ?? []) {
        if (statedOf(index) !== null || unit === null) continue;
        if (unit !== said) throw new TapeError("unitContradicts", { sheet: this.plan.name, field, column: displayCell(row.cells[0]), stated: said, unit });
        this.#notedUnit = said;
      }
    }
  }

  /** Notes a record, kept or rejected, for the marks below it that refer to it. */
  pass(row: RawRow): void {
    this.#ditto.see(row);
  }

  /** Notes a kept record: what it fills beside the mapped columns, and by what a subtotal below may name it. */
  see(row: RawRow): void {
    this.lastRecord = row;
    this.#lastKeys = null;
    for (const column of this.#unmapped) if (isFilled(row.cells[column.index])) column.filled += 1;
  }

  /** Whether lines of so many cells are records of the list as they stand, whatever the rows before say. */
  takesLines(width: number): boolean {
    const hasOwnWidth = this.#shape === null || this.#shape.isUsual(width);
    return hasOwnWidth && width <= this.#headerWidth && !this.isUnderOtherHead && !this.headings.areHeld;
  }

  /** Notes kept records that came as lines, the last of which the rows below refer to. */
  seeLines(lines: PlainLines, from: number, to: number): void {
    if (from === to) return;
    this.#ditto.seeLines(lines, from, to);
    this.lastRecord = { rowNumber: lines.firstRow + to - 1, cells: cellTexts(lines, to - 1) };
    this.#lastKeys = null;
    for (const column of this.#unmapped) {
      for (let line = from; line < to; line += 1) if (isFilledCell(lines, line, column.index)) column.filled += 1;
    }
  }

  get unused(): Pick<UnusedParts, "columns" | "rows"> {
    const headerOf = (index: number) => this.#inspection.columns.find((column) => column.index === index)?.header ?? "";
    return {
      columns: this.#unmapped.flatMap(({ index, filled }) =>
        filled === 0 ? [] : [{ sheet: this.plan.name, column: columnLetters(index), header: headerOf(index), filled }],
      ),
      rows: [...this.#left].map(([kind, { count, first }]) => ({ sheet: this.plan.name, kind, count, first })),
    };
  }

  choices(hiddenRows: number): readonly TapeChoice[] {
    const statedUnit = this.#inspection.statedUnit ?? this.#notedUnit;
    return choicesOf(this.plan, { ...this.#inspection, statedUnit }, { isHidden: this.#sheet.hidden, hiddenRows });
  }
}

const noTexts: readonly string[] = [];

function refuseDoubts(inspection: SheetInspection, { mapping }: SheetPlan): void {
  const [doubt] = doubtsOf(inspection, mapping);
  if (doubt === undefined) return;
  const { code, sheet, field, column, stated, unit } = doubt;
  throw new TapeError(code, { sheet, field, column, stated, unit: unit ?? "" });
}

function isFilled(cell: RawCell | undefined): boolean {
  return cell !== undefined && cell !== null && (typeof cell !== "string" || cell.trim() !== "");
}

function filledWidth(cells: readonly RawCell[]): number {
  return cells.findLastIndex((cell) => isFilled(cell)) + 1;
}

/** A column as a spreadsheet names it: A, B, …, AA. */
function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest === 0 ? "" : columnLetters(rest - 1)) + String.fromCharCode(65 + (index % 26));
}
