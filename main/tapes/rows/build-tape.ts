import type { TapeCounts, TapeSums, UnusedParts } from "../../../shared/domain/import-report.ts";
import type { ParsedCollateral, ParsedLoan, ParsedTape } from "../../../shared/domain/parsed-tape.ts";
import type { TapeField } from "../../../shared/domain/tape-fields.ts";
import type { TapeFinding } from "../../../shared/domain/tape-findings.ts";
import type { TapeMapping } from "../../../shared/domain/tape-mapping.ts";
import { displayCell } from "../cells/cell-text.ts";
import { identifierKey } from "../cells/parse-cells.ts";
import { severalContracts } from "../cells/several-contracts.ts";
import type { DateSystem, RawRow, RawSheet } from "../files/raw-sheet.ts";
import { TapeError } from "../files/tape-error.ts";
import { mayBeLabel, suffixedLabel } from "../header/row-labels.ts";
import { cellOf, planSheets, type SheetPlan } from "../header/sheet-plan.ts";
import { DebtorRegister } from "./debtor-register.ts";
import { linkCollateral } from "./link-collateral.ts";
import { linkGuarantors } from "./link-guarantors.ts";
import { LoanIdentities } from "./loan-identities.ts";
import type { FilledRow } from "./merge-fill.ts";
import { OpenSheet } from "./open-sheet.ts";
import { readCollateralRow, type UnlinkedCollateral } from "./read-collateral-row.ts";
import { readGuarantorRow, type UnlinkedGuarantor } from "./read-guarantor-row.ts";
import { readLoanRow } from "./read-loan-row.ts";
import type { MendedRow } from "./record-shape.ts";
import type { RowProblem } from "./row-cells.ts";

/** A record with its cells in their columns, if that can be told. */
interface WholeRow extends FilledRow {
  readonly how: NonNullable<MendedRow>["how"] | "unclear";
  /** It counts in the running sums of its sheet already. */
  readonly wasHeld?: boolean;
}

/** What was read of a record, or why it is left out. */
interface ReadRecord {
  readonly rejection: RowProblem | null;
  readonly problems: readonly RowProblem[];
}

const rowCounts = { loans: "loanRows", collateral: "collateralRows", guarantors: "guarantorRows" } as const;

type Problem = Pick<TapeFinding, "field" | "code" | "raw">;

/** Parses rows into a tape, one at a time, under a confirmed mapping. Collateral is joined when all rows are in. */
export class TapeBuilder {
  readonly #plans: ReadonlyMap<string, SheetPlan>;
  readonly #sheets = new Map<string, OpenSheet>();
  readonly #dateSystem: DateSystem;
  readonly #cutOffDate: string | null;
  readonly #loans: ParsedLoan[] = [];
  readonly #identities = new LoanIdentities();
  readonly #debtors = new DebtorRegister();
  readonly #rejectedKeys = new Set<string>();
  readonly #collateral: UnlinkedCollateral[] = [];
  readonly #guarantors: UnlinkedGuarantor[] = [];
  readonly #several: { readonly sheet: OpenSheet; readonly record: WholeRow; readonly parts: readonly string[] }[] = [];
  readonly #rejections: TapeFinding[] = [];
  readonly #warnings: TapeFinding[] = [];
  readonly #counts = { loanRows: 0, collateralRows: 0, guarantorRows: 0, skippedRows: 0 };
  readonly #hiddenRows = new Map<string, number>();

  constructor(mapping: TapeMapping, dateSystem: DateSystem) {
    this.#dateSystem = dateSystem;
    this.#cutOffDate = mapping.cutOffDate;
    this.#plans = new Map(planSheets(mapping).map((plan) => [plan.name, plan]));
  }

  get sheetNames(): readonly string[] {
    return [...this.#plans.keys()];
  }

  /** Begins a sheet with its first rows, which are added like the others afterwards. */
  open(head: RawSheet): void {
    const plan = this.#plans.get(head.name);
    if (plan === undefined) throw new TapeError("sheetNotFound", { sheet: head.name });
    const sheet = new OpenSheet(plan, head);
    this.#sheets.set(head.name, sheet);
    const { takenCurrency } = sheet;
    if (takenCurrency !== null) this.#warnings.push({ sheet: plan.name, row: null, field: "currency", code: "takenAsYuan", raw: takenCurrency });
  }

  addRow(sheetName: string, raw: RawRow): void {
    const sheet = this.#sheets.get(sheetName);
    if (sheet === undefined) throw new TapeError("sheetNotFound", { sheet: sheetName });
    const mended = sheet.mend(raw);
    const filled = sheet.fill(mended?.row ?? raw);
    const { row } = filled;
    const rowClass = sheet.classify(row);
    if (rowClass === null || rowClass === "blank") return;
    if (rowClass !== "record") return this.#leave(sheet, row, rowClass);
    const isHidden = row.isHidden === true;
    if (isHidden && sheet.plan.mapping.hiddenRows === "leave") {
      sheet.reconciler.add(row, { isKept: false, isHidden });
      return sheet.leave(row, "hidden");
    }
    if (mended?.how === "asIs" && sheet.headings.mayBeHeading(row)) return this.#rejectHeld(sheet, sheet.headings.hold(row, sheet.reconciler));
    const record: WholeRow = { ...filled, how: mended?.how ?? "unclear" };
    const parts = sheet.plan.role === "loans" ? severalContracts(displayCell(cellOf(row, sheet.plan, "contractNo"))) : null;
    if (parts === null) return this.#addRecord(sheet, record);
    sheet.reconciler.hold(row);
    this.#several.push({ sheet, record: { ...record, wasHeld: true }, parts });
  }

  #leave(sheet: OpenSheet, row: RawRow, kind: "total" | "subtotal" | "notes" | "header" | "page" | "units"): void {
    this.#counts.skippedRows += 1;
    sheet.leave(row, kind);
    if (kind === "header") sheet.passHead(row);
    if (kind === "notes") sheet.readNote(row);
    if (kind === "total") this.#warn(sheet.plan, row.rowNumber, sheet.reconciler.state(row));
    if (kind === "total" || kind === "subtotal") sheet.reconciler.passSum();
  }

  #addRecord(sheet: OpenSheet, record: WholeRow): void {
    this.#keepOrReject(sheet, record);
    for (const heading of sheet.headings.completedBy(record.row)) {
      this.#counts.skippedRows += 1;
      sheet.leave(heading, "subtotal");
    }
  }

  /** Rows that name several contracts sum them up where each is listed too; else they are loans of their own. */
  #addSeveral(): void {
    for (const { sheet, record, parts } of this.#several) {
      const isSum = parts.every((part) => this.#identities.named(part).length > 0);
      if (!isSum) this.#keepOrReject(sheet, record);
      else {
        this.#counts.loanRows += 1;
        const raw = displayCell(cellOf(record.row, sheet.plan, "contractNo"));
        this.#reject(sheet, record.row, { field: "contractNo", code: "sumOfListed", raw }, true);
      }
    }
  }

  /** Rows that were held back for records that didn't come are records themselves, without a contract. */
  #rejectHeld(sheet: OpenSheet, rows: readonly RawRow[]): void {
    for (const row of rows) {
      this.#counts[rowCounts[sheet.plan.role]] += 1;
      sheet.reconciler.add(row, { isKept: false, isHidden: false, wasHeld: true });
      this.#rejections.push({
        sheet: sheet.plan.name,
        row: row.rowNumber,
        field: "contractNo",
        code: "missingContract",
        raw: displayCell(cellOf(row, sheet.plan, "contractNo")),
      });
    }
  }

  #keepOrReject(sheet: OpenSheet, { row, how, sharedAmounts, isFurther, wasHeld = false }: WholeRow): void {
    const { plan } = sheet;
    sheet.pass(row);
    this.#counts[rowCounts[plan.role]] += 1;
    if (sheet.isUnderOtherHead) return this.#reject(sheet, row, { field: null, code: "otherHeader", raw: rawText(row) }, wasHeld);
    if (how === "unclear") return this.#reject(sheet, row, { field: null, code: "columnCount", raw: rawText(row) }, wasHeld);
    const read = this.#readRecord(sheet, row, isFurther);
    if (read.rejection !== null) return this.#reject(sheet, row, read.rejection, wasHeld);
    sheet.reconciler.add(row, { isKept: true, isHidden: row.isHidden === true, wasHeld });
    sheet.see(row);
    if (row.isHidden) this.#hiddenRows.set(plan.name, (this.#hiddenRows.get(plan.name) ?? 0) + 1);
    this.#warn(plan, row.rowNumber, [...remarksOn(sheet, row, how, sharedAmounts), ...read.problems]);
  }

  #readRecord(sheet: OpenSheet, row: RawRow, isFurther: boolean): ReadRecord {
    if (sheet.plan.role === "loans") return this.#readLoan(sheet, row, isFurther);
    return sheet.plan.role === "collateral" ? this.#readCollateral(sheet, row) : this.#readGuarantor(sheet, row);
  }

  #reject({ plan, reconciler }: OpenSheet, row: RawRow, rejection: Problem, wasHeld: boolean): void {
    reconciler.add(row, { isKept: false, isHidden: false, wasHeld });
    this.#rejections.push({ sheet: plan.name, row: row.rowNumber, ...rejection });
    const contract = displayCell(cellOf(row, plan, "contractNo"));
    if (plan.role === "loans" && contract !== "") this.#rejectedKeys.add(identifierKey(contract));
  }

  #readLoan({ plan }: OpenSheet, row: RawRow, isFurther: boolean): ReadRecord {
    const read = readLoanRow(row, plan, this.#dateSystem, (identity) => !isFurther && this.#identities.isKnown(identity));
    if (read.loan === null) return { rejection: read.rejection, problems: [] };
    const { loan } = read;
    const place = this.#loans.push(loan) - 1;
    this.#identities.add(read.identity, place);
    return { rejection: null, problems: [...read.problems, ...this.#debtors.add(loan, place), ...this.#lateDates(loan)] };
  }

  #readCollateral({ plan }: OpenSheet, row: RawRow): ReadRecord {
    const read = readCollateralRow(row, plan, this.#dateSystem);
    if (read.collateral === null) return { rejection: read.rejection, problems: [] };
    this.#collateral.push(read.collateral);
    return { rejection: null, problems: read.problems };
  }

  #readGuarantor({ plan }: OpenSheet, row: RawRow): ReadRecord {
    const read = readGuarantorRow(row, plan, this.#dateSystem);
    if (read.guarantor === null) return { rejection: read.rejection, problems: [] };
    this.#guarantors.push(read.guarantor);
    return { rejection: null, problems: read.problems };
  }

  /** What happened to a loan can't have happened after the day of the list. */
  #lateDates({ drawdownDate, overdueDate }: ParsedLoan): readonly RowProblem[] {
    const cutOff = this.#cutOffDate;
    if (cutOff === null) return [];
    const isLate = (date: string | null): date is string => date !== null && date > cutOff;
    const late = (field: TapeField, raw: string): RowProblem => ({ field, code: "dateAfterCutOff", raw });
    return [...(isLate(drawdownDate) ? [late("drawdownDate", drawdownDate)] : []), ...(isLate(overdueDate) ? [late("overdueDate", overdueDate)] : [])];
  }

  finish(leftSheets: UnusedParts["sheets"] = []): ParsedTape {
    for (const sheet of this.#sheets.values()) this.#rejectHeld(sheet, sheet.headings.release());
    this.#addSeveral();
    const known = { loans: this.#identities.distinct(this.#loans), identities: this.#identities, debtors: this.#debtors, rejected: this.#rejectedKeys };
    const { loans, joined, findings } = linkGuarantors(this.#guarantors, known);
    const linked = linkCollateral(this.#collateral, known);
    for (const finding of [...findings, ...linked.findings]) this.#warnings.push(finding);
    const sheets = [...this.#sheets.values()];
    const reconciliation = sheets.flatMap((sheet) => this.#reconcile(sheet));
    return {
      loans,
      collateral: linked.collateral,
      rejections: inOrderOfRows(this.#rejections, [...this.#sheets.keys()]),
      warnings: this.#warnings,
      counts: { ...countTape(loans, linked.collateral, this.#counts), guarantorsJoined: joined, ...this.#debtors.counts() },
      sums: sumTape(loans, linked.collateral),
      reconciliation,
      unused: { sheets: leftSheets, columns: sheets.flatMap(({ unused }) => unused.columns), rows: sheets.flatMap(({ unused }) => unused.rows) },
      choices: sheets.flatMap((sheet) => sheet.choices(this.#hiddenRows.get(sheet.plan.name) ?? 0)),
      cutOffDate: this.#cutOffDate,
    };
  }

  #reconcile({ plan, reconciler }: OpenSheet) {
    const lines = reconciler.lines();
    for (const { field, outcome, statedFen } of lines) {
      if (outcome !== "differs" && outcome !== "agreesWithoutHidden") continue;
      const raw = statedFen === null ? "" : (statedFen / 100).toFixed(2);
      this.#warnings.push({ sheet: plan.name, row: reconciler.statedRow, field, code: "statedTotalDiffers", raw });
    }
    return lines;
  }

  #warn(plan: SheetPlan, row: number, problems: readonly Problem[]): void {
    for (const { field, code, raw } of problems) this.#warnings.push({ sheet: plan.name, row, field, code, raw });
  }
}

const rowCodes = { joined: "cellsJoined", short: "cellsMissing" } as const;

/** What is said of a kept record beside what its fields say. */
function remarksOn(sheet: OpenSheet, row: RawRow, how: "asIs" | "joined" | "short", sharedAmounts: readonly number[]): readonly Problem[] {
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

function rawText(row: RawRow): string {
  return row.cells.map(displayCell).join(" | ").slice(0, maxRaw);
}

function fieldAt(plan: SheetPlan, index: number): TapeField | null {
  return plan.amounts.find((field) => plan.columns.get(field)?.some((column) => column.index === index)) ?? null;
}

/** Findings as their rows stand in the file: rows that were held back come late. */
function inOrderOfRows(findings: readonly TapeFinding[], sheets: readonly string[]): readonly TapeFinding[] {
  const placeOf = new Map(sheets.map((name, at) => [name, at]));
  const place = ({ sheet }: TapeFinding) => placeOf.get(sheet) ?? 0;
  return findings.toSorted((a, b) => place(a) - place(b) || (a.row ?? 0) - (b.row ?? 0));
}

/** A tape from sheets that are in memory. */
export function buildTape(sheets: readonly RawSheet[], mapping: TapeMapping, dateSystem: DateSystem): ParsedTape {
  const builder = new TapeBuilder(mapping, dateSystem);
  for (const name of builder.sheetNames) {
    const sheet = sheets.find((candidate) => candidate.name === name);
    if (sheet === undefined) throw new TapeError("sheetNotFound", { sheet: name });
    builder.open(sheet);
    for (const row of sheet.rows) builder.addRow(name, row);
  }
  return builder.finish();
}

/** A collateral row counts once, also where it secures several loans. */
function countTape(
  loans: readonly ParsedLoan[],
  collateral: readonly ParsedCollateral[],
  rows: Pick<TapeCounts, "loanRows" | "collateralRows" | "guarantorRows" | "skippedRows">,
): Omit<TapeCounts, "debtors" | "loansWithoutDebtor" | "guarantorsJoined"> {
  const own = ownRows(collateral);
  const linked = (link: ParsedCollateral["link"]) => own.filter((row) => row.link === link).length;
  return {
    ...rows,
    loansKept: loans.length,
    loansRejected: rows.loanRows - loans.length,
    collateralKept: own.length,
    collateralRejected: rows.collateralRows - own.length,
    collateralJoined: linked("joined"),
    collateralOrphans: linked("orphan"),
    collateralOnRejectedLoans: linked("rejectedLoan"),
  };
}

/** Each row of the file once; those of several loans stand one behind the other. */
function ownRows(collateral: readonly ParsedCollateral[]): readonly ParsedCollateral[] {
  return collateral.filter((row, at) => {
    const before = collateral[at - 1];
    return before === undefined || before.rowNumber !== row.rowNumber || before.sheet !== row.sheet;
  });
}

function sumTape(loans: readonly ParsedLoan[], collateral: readonly ParsedCollateral[]): TapeSums {
  const sums = { principalFen: 0, interestFen: 0, feesFen: 0, appraisalFen: 0, appraisalJoinedFen: 0 };
  for (const { principalFen, interestFen, feesFen } of loans) {
    sums.principalFen += principalFen;
    sums.interestFen += interestFen ?? 0;
    sums.feesFen += feesFen ?? 0;
  }
  for (const { appraisalFen, link } of ownRows(collateral)) {
    sums.appraisalFen += appraisalFen ?? 0;
    if (link === "joined") sums.appraisalJoinedFen += appraisalFen ?? 0;
  }
  return sums;
}
