import type { TapeReport, UnusedParts } from "../../../shared/domain/import-report.ts";
import type { ParsedGuarantor, ParsedLoan } from "../../../shared/domain/parsed-tape.ts";
import type { TapeMapping } from "../../../shared/domain/tape-mapping.ts";
import { cellTexts, type PlainLines } from "../bytes/plain-lines.ts";
import { displayCell } from "../cells/cell-text.ts";
import { identifierKey } from "../cells/parse-cells.ts";
import { severalContracts } from "../cells/several-contracts.ts";
import type { DateSystem, RawRow, RawSheet } from "../files/raw-sheet.ts";
import { TapeError } from "../files/tape-error.ts";
import { cellOf, planSheets, type SheetPlan } from "../header/sheet-plan.ts";
import { DebtorRegister } from "../known/debtor-register.ts";
import { LoanIdentities, type LoanIdentity } from "../known/loan-identities.ts";
import type { FilledRow } from "../shape/merge-fill.ts";
import type { MendedRow } from "../shape/record-shape.ts";
import { ClaimRows, isClaimList } from "./claim-rows.ts";
import { countTape, sumAppraisals } from "./count-tape.ts";
import { FindingLog } from "./finding-log.ts";
import { linkCollateral } from "./link-collateral.ts";
import { linkFacts, OwnFacts } from "./link-facts.ts";
import { linkGuarantors, withListed } from "./link-guarantors.ts";
import { linkRepayments } from "./link-repayments.ts";
import { OpenSheet } from "./open-sheet.ts";
import { PlainLoans } from "./plain-loans.ts";
import { readCollateralRow, readOwnItem, statesItems, type UnlinkedCollateral } from "./read-collateral-row.ts";
import { readFactRow, type UnlinkedFacts } from "./read-fact-row.ts";
import { readGuarantorRow, type UnlinkedGuarantor } from "./read-guarantor-row.ts";
import { readLoanRow } from "./read-loan-row.ts";
import { readRepaymentRow, type UnlinkedRepayment } from "./read-repayment-row.ts";
import { otherDates, type Problem, rawText, remarksOn } from "./record-remarks.ts";
import type { RowProblem } from "./row-cells.ts";
import type { Guarantees, TapeSink } from "./tape-sink.ts";

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

const rowCounts = { loans: "loanRows", collateral: "collateralRows", guarantors: "guarantorRows", repayments: "repaymentRows", facts: "factRows" } as const;

/** What is to be known of a tape beside its rows. */
export interface ReadTape {
  readonly report: TapeReport;
  readonly cutOffDate: string | null;
}

/** Parses rows into a tape, one at a time, under a confirmed mapping, and gives them out. Collateral is joined when all rows are in. */
export class TapeBuilder {
  readonly #plans: ReadonlyMap<string, SheetPlan>;
  readonly #sheets = new Map<string, OpenSheet>();
  readonly #plain = new Map<string, PlainLoans>();
  readonly #dateSystem: DateSystem;
  readonly #cutOffDate: string | null;
  readonly #sink: TapeSink;
  readonly #findings: FindingLog;
  readonly #identities = new LoanIdentities();
  readonly #debtors: DebtorRegister;
  /** Guarantees of the loans' own rows, held back where a list of guarantors has its say; null where there is none. */
  readonly #guarantees: Map<number, Guarantees> | null;
  readonly #rejectedKeys = new Set<string>();
  readonly #collateral: UnlinkedCollateral[] = [];
  readonly #placesOfOwn = new Map<UnlinkedCollateral, number>();
  readonly #claims = new ClaimRows();
  readonly #guarantors: UnlinkedGuarantor[] = [];
  readonly #repayments: UnlinkedRepayment[] = [];
  readonly #facts: UnlinkedFacts[] = [];
  /** Null where no list says more of loans than their rows. */
  readonly #ownFacts: OwnFacts | null;
  readonly #several: { readonly sheet: OpenSheet; readonly record: WholeRow; readonly parts: readonly string[] }[] = [];
  readonly #counts = { loanRows: 0, collateralRows: 0, guarantorRows: 0, repaymentRows: 0, factRows: 0, skippedRows: 0 };
  readonly #sums = { principalFen: 0, interestFen: 0, feesFen: 0 };
  readonly #hiddenRows = new Map<string, number>();

  constructor(mapping: TapeMapping, dateSystem: DateSystem, sink: TapeSink) {
    this.#dateSystem = dateSystem;
    this.#sink = sink;
    this.#findings = new FindingLog(sink);
    this.#cutOffDate = mapping.cutOffDate;
    const plans = planSheets(mapping);
    this.#plans = new Map(plans.map((plan) => [plan.name, plan]));
    this.#debtors = new DebtorRegister(plans.some(({ role }) => role !== "loans"));
    this.#ownFacts = plans.some(({ role }) => role === "facts") ? new OwnFacts() : null;
    this.#guarantees = plans.some(({ role }) => role === "guarantors") ? new Map() : null;
  }

  get sheetNames(): readonly string[] {
    return [...this.#plans.keys()];
  }

  /** Begins a sheet with its first rows, which are added like the others afterwards. */
  open(head: RawSheet, dateSystem = this.#dateSystem): void {
    const plan = this.#plans.get(head.name);
    if (plan === undefined) throw new TapeError("sheetNotFound", { sheet: head.name });
    const sheet = new OpenSheet(plan, head, dateSystem);
    this.#sheets.set(head.name, sheet);
    // Guarantors of a list of their own are put together with those of the rows at the end.
    const plain =
      this.#guarantees === null && this.#ownFacts === null && ![...this.#plans.values()].some(isClaimList)
        ? PlainLoans.of(plan, dateSystem, this.#cutOffDate)
        : null;
    if (plain !== null) this.#plain.set(head.name, plain);
    this.#findings.openSheet(head.name);
    const { takenCurrency } = sheet;
    if (takenCurrency !== null) this.#findings.add("warning", { sheet: plan.name, row: null, field: "currency", code: "takenAsYuan", raw: takenCurrency });
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

  /** Whether plain lines of a sheet are better left uncut. */
  readsLines(sheetName: string): boolean {
    return this.#plain.get(sheetName)?.isWorthIt === true;
  }

  /** Adds lines of an open sheet, as if each were a row. */
  addLines(sheetName: string, lines: PlainLines, from: number, to: number): void {
    const [sheet, plain] = [this.#sheets.get(sheetName), this.#plain.get(sheetName)];
    let seen = from;
    for (let line = from; line < to; line += 1) {
      if (sheet?.takesLines(lines.width) && plain?.read(lines, line) && this.#addPlain(sheet, plain)) continue;
      sheet?.seeLines(lines, seen, line);
      this.addRow(sheetName, { rowNumber: lines.firstRow + line, cells: cellTexts(lines, line) });
      seen = line + 1;
    }
    sheet?.seeLines(lines, seen, to);
  }

  /** Adds the loan of a plain line; false where its contract is known already. */
  #addPlain({ plan, reconciler }: OpenSheet, plain: PlainLoans): boolean {
    const { record } = plain;
    const contract = record.numberedIn(this.#identities.contracts, plain.slotOf("contractNo"));
    if (this.#identities.hasContract(contract)) return false;
    const place = this.#identities.count;
    this.#identities.addNumbered(contract, record.numberedIn(this.#identities.drawdowns, plain.slotOf("drawdownNo")), record);
    this.#counts.loanRows += 1;
    this.#sums.principalFen += plain.amount("principal") ?? 0;
    this.#sums.interestFen += plain.amount("interest") ?? 0;
    this.#sums.feesFen += plain.amount("fees") ?? 0;
    this.#sink.addRecord(record);
    reconciler.addKept(plain.fen);
    const id = record.numberedIn(this.#debtors.ids, plain.slotOf("debtorId"));
    this.#warn(plan, record.rowNumber, this.#debtors.addNumbered(id, record.numberedIn(this.#debtors.names, plain.slotOf("debtorName")), place));
    return true;
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
      this.#findings.add("rejection", {
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
    this.#warn(plan, row.rowNumber, remarksOn(sheet, row, how, sharedAmounts));
    this.#warn(plan, row.rowNumber, read.problems);
  }

  #readRecord(sheet: OpenSheet, row: RawRow, isFurther: boolean): ReadRecord {
    const { plan, dateSystem } = sheet;
    switch (plan.role) {
      case "loans":
        return this.#readLoan(sheet, row, isFurther);
      case "collateral": {
        const read = readCollateralRow(row, plan, dateSystem);
        return keep(this.#collateral, read.collateral, read);
      }
      case "guarantors": {
        const read = readGuarantorRow(row, plan, dateSystem);
        return keep(this.#guarantors, read.guarantor, read);
      }
      case "repayments": {
        const read = readRepaymentRow(row, plan, dateSystem);
        return keep(this.#repayments, read.repayment, read);
      }
      case "facts": {
        const read = readFactRow(row, plan, dateSystem);
        return keep(this.#facts, read.facts, read);
      }
    }
  }

  #reject({ plan, reconciler }: OpenSheet, row: RawRow, rejection: Problem, wasHeld: boolean): void {
    reconciler.add(row, { isKept: false, isHidden: false, wasHeld });
    this.#findings.add("rejection", { sheet: plan.name, row: row.rowNumber, ...rejection });
    const contract = displayCell(cellOf(row, plan, "contractNo"));
    if (plan.role === "loans" && contract !== "") this.#rejectedKeys.add(identifierKey(contract));
  }

  #readLoan({ plan, dateSystem }: OpenSheet, row: RawRow, isFurther: boolean): ReadRecord {
    const isKnown = (identity: LoanIdentity) => !isFurther && (this.#identities.isKnown(identity) || this.#claims.isKnown(identity, plan));
    const read = readLoanRow(row, plan, dateSystem, isKnown);
    const isPart = read.loan !== null && this.#claims.takes(plan, read.identity);
    const isSaid = isPart && !isFurther && this.#claims.isSaid(read.loan);
    const rejection = isSaid ? { field: "contractNo" as const, code: "duplicateContract" as const, raw: read.loan.contractNo } : read.rejection;
    const ofItem = statesItems(plan) ? this.#readOwnItem(plan, row, dateSystem, { rejection, part: isPart && !isSaid ? read.loan : null }) : noProblems;
    if (read.loan === null || rejection !== null) return { rejection, problems: [] };
    const { loan, identity } = read;
    if (isPart) this.#claims.add(loan);
    const ofDebtor = isPart ? noProblems : this.#keepLoan(loan, identity);
    const problems = [read.problems, ofItem, ofDebtor, otherDates(loan, this.#cutOffDate)].filter(({ length }) => length > 0);
    return { rejection: null, problems: problems.flat() };
  }

  /** Gives out a loan: of one row, or joined of several. */
  #keepLoan(loan: ParsedLoan, identity: LoanIdentity): readonly RowProblem[] {
    const place = this.#identities.count;
    const isRepeated = this.#identities.add(identity, loan);
    if (isRepeated) this.#claims.countOf(loan.sheet).drawdownsAsLoans += 1;
    this.#giveOut(isRepeated ? { ...loan, contractNo: nameForNow(loan.contractNo, place) } : loan, place);
    return this.#debtors.add(loan, place);
  }

  /** Gives out the claims that were joined from the drawdowns of their contracts, a claim to a step. */
  *#giveClaims(): Generator<void> {
    for (const { loan, parts, findings } of this.#claims.claims()) {
      const place = this.#identities.count;
      const drawdownNo = parts.length === 1 ? loan.drawdownNo : null;
      const ofDebtor = this.#keepLoan(loan, { contractNo: loan.contractNo, drawdownNo, isCertain: true });
      for (const item of this.#claims.itemsOf(parts)) this.#placesOfOwn.set(item, place);
      for (const part of this.#claims.joinedAt(place, parts)) {
        this.#sink.addPart(part, place);
        if (part.drawdownNo !== null) this.#identities.nameByDrawdown(part.drawdownNo, place);
      }
      for (const { field, code, raw } of ofDebtor) this.#findings.add("warning", { sheet: loan.sheet, row: loan.rowNumber, field, code, raw });
      for (const finding of findings) this.#findings.add("warning", finding);
      yield;
    }
  }

  /** What a loan's row states of an item that secures it, also a row that repeats a loan for the next of its items. */
  #readOwnItem(
    plan: SheetPlan,
    row: RawRow,
    dateSystem: DateSystem,
    { rejection, part }: { readonly rejection: RowProblem | null; readonly part: ParsedLoan | null },
  ): readonly RowProblem[] {
    if (rejection !== null && rejection.code !== "duplicateContract") return noProblems;
    const { item, problems } = readOwnItem(row, plan, dateSystem, rejection?.raw ?? "");
    if (item === null) return problems;
    this.#counts.collateralRows += 1;
    this.#collateral.push(item);
    if (part !== null) this.#claims.addItem(part, item);
    else if (rejection === null) this.#placesOfOwn.set(item, this.#identities.count);
    return problems;
  }

  #giveOut(loan: ParsedLoan, place: number): void {
    const { guarantors, furtherGuarantors, guaranteeCapFen, guaranteeEnd } = loan;
    this.#ownFacts?.add(loan);
    this.#sums.principalFen += loan.principalFen;
    this.#sums.interestFen += loan.interestFen ?? 0;
    this.#sums.feesFen += loan.feesFen ?? 0;
    if (this.#guarantees === null || guarantors.length === 0) return this.#sink.addLoan(loan);
    this.#guarantees.set(place, { guarantors, furtherGuarantors, guaranteeCapFen, guaranteeEnd });
    this.#sink.addLoan({ ...loan, guarantors: [] });
  }

  /** What only the whole file tells, a row to a step. */
  *finish(leftSheets: UnusedParts["sheets"] = []): Generator<void, ReadTape> {
    for (const sheet of this.#sheets.values()) this.#rejectHeld(sheet, sheet.headings.release());
    yield* this.#giveClaims();
    this.#addSeveral();
    for (const [place, contractNo] of this.#identities.distinct()) yield this.#sink.renameLoan(place, contractNo);
    const known = {
      identities: this.#identities,
      debtors: this.#debtors,
      rejected: this.#rejectedKeys,
      placesOfOwn: this.#placesOfOwn,
      claims: this.#claims.places,
    };
    const { guarantees, joined, findings } = linkGuarantors(this.#guarantors, known);
    for (const finding of findings) yield this.#findings.add("warning", finding);
    yield* this.#giveGuarantees(guarantees);
    const { collateral, ...linked } = linkCollateral(this.#collateral, known, this.#cutOffDate);
    for (const finding of linked.findings) yield this.#findings.add("warning", finding);
    for (const finding of linked.repeated) yield this.#findings.add("rejection", finding);
    for (const [at, item] of collateral.entries()) yield this.#sink.addCollateral(item, linked.places[at] ?? null);
    const said = linkFacts(this.#facts, known, { collateral, places: linked.places }, this.#ownFacts ?? new OwnFacts());
    for (const finding of said.findings) yield this.#findings.add("warning", finding);
    for (const [place, values] of said.filled) yield this.#sink.fillLoan(place, values);
    const paid = linkRepayments(this.#repayments, known, this.#cutOffDate);
    for (const finding of paid.findings) yield this.#findings.add("warning", finding);
    for (const [at, repayment] of paid.repayments.entries()) yield this.#sink.addRepayment(repayment, paid.places[at] ?? null);
    for (const [place, day] of paid.lastDays) yield this.#sink.setLastPayment(place, day);
    const sheets = [...this.#sheets.values()];
    const reconciliation = sheets.flatMap((sheet) => this.#reconcile(sheet));
    return {
      report: {
        counts: {
          ...countTape(this.#identities.count, collateral, { ...this.#counts, partsJoined: this.#claims.joined }),
          guarantorsJoined: joined,
          repaymentsJoined: paid.joined,
          factsJoined: said.joined,
          ...this.#debtors.counts(),
        },
        sums: { ...this.#sums, ...sumAppraisals(collateral) },
        reconciliation,
        ...this.#findings.report,
        unused: { sheets: [...leftSheets], columns: sheets.flatMap(({ unused }) => unused.columns), rows: sheets.flatMap(({ unused }) => unused.rows) },
        choices: sheets.flatMap((sheet) => [...sheet.choices(this.#hiddenRows.get(sheet.plan.name) ?? 0), ...this.#claims.choicesOf(sheet.plan.name)]),
      },
      cutOffDate: this.#cutOffDate,
    };
  }

  *#giveGuarantees(listed: ReadonlyMap<number, readonly ParsedGuarantor[]>): Generator<void> {
    const places = new Set([...(this.#guarantees?.keys() ?? []), ...listed.keys()]);
    for (const place of [...places].sort((a, b) => a - b)) {
      const own = this.#guarantees?.get(place) ?? withoutGuarantees;
      yield this.#sink.addGuarantees(place, withListed(own, listed.get(place) ?? []));
    }
  }

  #reconcile({ plan, reconciler }: OpenSheet) {
    const lines = reconciler.lines();
    for (const { field, outcome, statedFen } of lines) {
      if (outcome !== "differs" && outcome !== "agreesWithoutHidden") continue;
      const raw = statedFen === null ? "" : (statedFen / 100).toFixed(2);
      this.#findings.add("warning", { sheet: plan.name, row: reconciler.statedRow, field, code: "statedTotalDiffers", raw });
    }
    return lines;
  }

  #warn(plan: SheetPlan, row: number, problems: readonly Problem[]): void {
    for (const { field, code, raw } of problems) this.#findings.add("warning", { sheet: plan.name, row, field, code, raw });
  }
}

/** Keeps a row of a list that joins loans once all are in. */
function keep<Row>(rows: Row[], row: Row | null, read: { readonly rejection: RowProblem | null; readonly problems?: readonly RowProblem[] }): ReadRecord {
  if (row === null) return { rejection: read.rejection, problems: [] };
  rows.push(row);
  return { rejection: null, problems: read.problems ?? [] };
}

const noProblems: readonly RowProblem[] = [];
const withoutGuarantees: Guarantees = { guarantors: [], furtherGuarantors: [], guaranteeCapFen: null, guaranteeEnd: null };

/** A name that no other loan has, until the end tells its own: no number holds a line break. */
const nameForNow = (contractNo: string, place: number) => `${contractNo}\n${place}`;
