import { type RecoveryColumns, type RecoveryFinding, type RecoveryFindingCode, recoveryFindingCodes } from "../../shared/domain/recoveries.ts";
import type { TapeUnit } from "../../shared/domain/tape-units.ts";
import type { LoanExperience } from "../engine/calibration/loan-experience.ts";
import { textOrNull } from "../tapes/cells/cell-text.ts";
import { parseAmount } from "../tapes/cells/parse-amount.ts";
import { identifierKey, parseIdentifier } from "../tapes/cells/parse-cells.ts";
import { parseDate } from "../tapes/cells/parse-date.ts";
import type { DateSystem, RawCell, RawRow } from "../tapes/files/raw-sheet.ts";
import { fullMonths, monthOfAge } from "./month-of-age.ts";

/** Units of the two amounts. */
export interface RecoveryUnits {
  readonly balance: TapeUnit;
  readonly receipts: TapeUnit;
}

/** A row that can be read: one receipt of a loan, or all of them. */
interface ReadRow {
  readonly rowNumber: number;
  readonly key: string;
  readonly segment: string;
  readonly balanceFen: number;
  readonly receiptsFen: number;
  readonly startDate: string | null;
  readonly receiptDate: string | null;
  readonly observedTo: string | null;
}

/** What the rows of a file come to. */
export interface ReadLoans {
  readonly loans: readonly LoanExperience[];
  readonly rows: number;
  readonly rowsLeftOut: number;
  readonly findings: readonly RecoveryFinding[];
  /** The day to which loans are watched that state none. */
  readonly observedTo: string | null;
}

const rowsNamed = 10;
const fenPerYuan = 100;

/**
 * Puts the rows of a list of closed loans together. A row that can't be read counts for nothing and is said; where receipts have
 * dates, and a loan so several rows, the whole loan is then left out, since what is left of it would be too little.
 */
export class RecoveryRows {
  readonly #columns: RecoveryColumns;
  readonly #units: RecoveryUnits;
  readonly #dateSystem: DateSystem;
  readonly #isDated: boolean;
  readonly #read: ReadRow[] = [];
  readonly #findings = new Map<RecoveryFindingCode, { count: number; rows: number[] }>();
  /** Loans of which a row can't be read. */
  readonly #broken = new Set<string>();
  #rows = 0;
  #rowsLeftOut = 0;

  constructor(columns: RecoveryColumns, units: RecoveryUnits, dateSystem: DateSystem) {
    this.#columns = columns;
    this.#units = units;
    this.#dateSystem = dateSystem;
    this.#isDated = columns.receiptDate !== null;
  }

  add(row: RawRow): void {
    const cell = (index: number | null): RawCell | undefined => (index === null ? undefined : row.cells[index]);
    const { loanId, segment, balance, receipts } = this.#columns;
    if ([loanId, segment, balance, receipts].every((index) => textOrNull(cell(index)) === null)) return;
    this.#rows += 1;
    const { text: id } = parseIdentifier(cell(loanId));
    const key = id === null ? `row ${row.rowNumber}` : identifierKey(id);
    const read = this.#readRow(row.rowNumber, cell, id === null && loanId !== null ? null : key);
    if (typeof read !== "string") this.#read.push(read);
    else {
      this.#leaveOut(read, row.rowNumber);
      this.#broken.add(key);
    }
  }

  /** The row's facts, or why it can't be read. */
  #readRow(rowNumber: number, cell: (index: number | null) => RawCell | undefined, key: string | null): ReadRow | RecoveryFindingCode {
    const columns = this.#columns;
    if (key === null && this.#isDated) return "loanIdMissing";
    const segment = textOrNull(cell(columns.segment));
    if (segment === null) return "segmentMissing";
    const balance = parseAmount(cell(columns.balance) ?? null, this.#units.balance);
    if (balance.kind !== "amount") return "balanceUnreadable";
    if (balance.fen <= 0) return "balanceNotPositive";
    const receiptDate = parseDate(cell(columns.receiptDate), this.#dateSystem);
    const receipts = parseAmount(cell(columns.receipts) ?? null, this.#units.receipts);
    const hasNone = receipts.kind === "missing" && this.#isDated && receiptDate.kind === "missing";
    if (receipts.kind !== "amount" && !hasNone) return "receiptsUnreadable";
    const receiptsFen = receipts.kind === "amount" ? receipts.fen : 0;
    if (receiptsFen < 0) return "receiptsNegative";
    const dates = this.#isDated ? this.#datesOf(cell, receiptDate, receiptsFen) : noDates;
    if (typeof dates === "string") return dates;
    return { rowNumber, key: key ?? `row ${rowNumber}`, segment: segment.slice(0, 120), balanceFen: balance.fen, receiptsFen, ...dates };
  }

  #datesOf(
    cell: (index: number | null) => RawCell | undefined,
    receiptDate: ReturnType<typeof parseDate>,
    receiptsFen: number,
  ): typeof noDates | RecoveryFindingCode {
    const [start, observed] = [parseDate(cell(this.#columns.startDate), this.#dateSystem), parseDate(cell(this.#columns.observedTo), this.#dateSystem)];
    if ([start, observed, receiptDate].some(({ kind }) => kind === "problem")) return "dateUnreadable";
    if (start.kind !== "date") return "startDateMissing";
    if (receiptsFen > 0 && receiptDate.kind !== "date") return "receiptDateMissing";
    return {
      startDate: start.date,
      receiptDate: receiptDate.kind === "date" ? receiptDate.date : null,
      observedTo: observed.kind === "date" ? observed.date : null,
    };
  }

  finish(): ReadLoans {
    const built = this.#isDated ? this.#datedLoans() : { loans: this.#totals(), observedTo: null };
    const findings = recoveryFindingCodes.flatMap((code) => {
      const found = this.#findings.get(code);
      return found === undefined ? [] : [{ code, ...found }];
    });
    return { ...built, rows: this.#rows, rowsLeftOut: this.#rowsLeftOut, findings };
  }

  /** A row for each loan, with all that came in. */
  #totals(): LoanExperience[] {
    const seen = new Set<string>();
    return this.#read.flatMap((row) => {
      if (seen.has(row.key)) {
        this.#leaveOut("duplicateLoan", row.rowNumber);
        return [];
      }
      seen.add(row.key);
      this.#remarkOnExcess(row.rowNumber, row.receiptsFen, row.balanceFen);
      const { key, segment } = row;
      return [{ key, segment, balanceYuan: row.balanceFen / fenPerYuan, observedMonths: 1, receipts: [{ month: 1, yuan: row.receiptsFen / fenPerYuan }] }];
    });
  }

  /** A row for each receipt; a loan without any has one row. */
  #datedLoans(): { loans: LoanExperience[]; observedTo: string | null } {
    const byLoan = new Map<string, ReadRow[]>();
    let latest: string | null = null;
    let isUsed = false;
    for (const row of this.#read) {
      const rows = byLoan.get(row.key);
      if (rows === undefined) byLoan.set(row.key, [row]);
      else rows.push(row);
      for (const day of [row.startDate, row.receiptDate]) if (day !== null && (latest === null || day > latest)) latest = day;
    }
    const loans = [...byLoan.values()].flatMap((rows) => {
      isUsed ||= rows[0]?.observedTo === null;
      return this.#datedLoan(rows, latest ?? "");
    });
    return { loans, observedTo: isUsed ? latest : null };
  }

  #datedLoan(rows: readonly ReadRow[], latest: string): LoanExperience[] {
    const [first] = rows;
    if (first === undefined || first.startDate === null) return [];
    const { key, segment, balanceFen, startDate } = first;
    const observedTo = first.observedTo ?? latest;
    const problem = this.#broken.has(key) ? null : problemOfLoan(first, rows, observedTo);
    if (this.#broken.has(key) || problem !== null) {
      for (const { rowNumber } of rows) this.#leaveOut(rowNumber === problem?.rowNumber ? problem.code : "loanLeftOut", rowNumber);
      return [];
    }
    const receipts = new Map<string, { month: number; yuan: number }>();
    let receivedFen = 0;
    for (const { rowNumber, receiptDate, receiptsFen } of rows) {
      if (receiptDate === null || receiptsFen === 0) continue;
      const fact = `${receiptDate} ${receiptsFen}`;
      if (receipts.has(fact)) {
        this.#leaveOut("duplicateReceipt", rowNumber);
        continue;
      }
      receivedFen += receiptsFen;
      receipts.set(fact, { month: monthOfAge(startDate, receiptDate), yuan: receiptsFen / fenPerYuan });
    }
    this.#remarkOnExcess(first.rowNumber, receivedFen, balanceFen);
    return [{ key, segment, balanceYuan: balanceFen / fenPerYuan, observedMonths: fullMonths(startDate, observedTo), receipts: [...receipts.values()] }];
  }

  /** More than was owed may come in, with interest and costs: it counts, and is said. */
  #remarkOnExcess(rowNumber: number, receivedFen: number, balanceFen: number): void {
    if (receivedFen > balanceFen) this.#note("receiptsAboveBalance", rowNumber);
  }

  #leaveOut(code: RecoveryFindingCode, rowNumber: number): void {
    this.#rowsLeftOut += 1;
    this.#note(code, rowNumber);
  }

  #note(code: RecoveryFindingCode, rowNumber: number): void {
    const found = this.#findings.get(code) ?? { count: 0, rows: [] };
    found.count += 1;
    if (found.rows.length < rowsNamed) found.rows.push(rowNumber);
    this.#findings.set(code, found);
  }
}

const noDates: Pick<ReadRow, "startDate" | "receiptDate" | "observedTo"> = { startDate: null, receiptDate: null, observedTo: null };

/** The first thing that is wrong with a loan whose rows can all be read. */
function problemOfLoan(first: ReadRow, rows: readonly ReadRow[], observedTo: string): { code: RecoveryFindingCode; rowNumber: number } | null {
  const start = first.startDate ?? "";
  for (const { rowNumber, segment, balanceFen, startDate, receiptDate, observedTo: own } of rows) {
    if (segment !== first.segment || balanceFen !== first.balanceFen || startDate !== first.startDate || own !== first.observedTo)
      return { code: "contradictsEarlierRow", rowNumber };
    if (receiptDate !== null && receiptDate < start) return { code: "receiptBeforeStart", rowNumber };
    if (receiptDate !== null && receiptDate > observedTo) return { code: "receiptAfterObservation", rowNumber };
  }
  return fullMonths(start, observedTo) < 1 ? { code: "watchedTooShortly", rowNumber: first.rowNumber } : null;
}
