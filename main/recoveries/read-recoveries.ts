import type { RecoveryChoice, RecoveryColumns, RecoveryReading } from "../../shared/domain/recoveries.ts";
import type { TapeUnit } from "../../shared/domain/tape-units.ts";
import type { LoanExperience } from "../engine/calibration/loan-experience.ts";
import { nextTurn, type RawRow, rowsPerTurn, type SheetSource } from "../tapes/files/raw-sheet.ts";
import { readTitle, unitOfColumn } from "../tapes/header/unit-statement.ts";
import type { OpenFiles } from "../tapes/sources/file-set.ts";
import { findRecoveryHeader, type RecoveryHead } from "./recovery-headers.ts";
import { RecoveryRows, type RecoveryUnits } from "./recovery-rows.ts";

type Problem = NonNullable<RecoveryReading["problem"]>;

/** A file as it was read, with its loans where nothing stood against them. */
export interface ReadRecoveries extends Omit<RecoveryReading, "fileName" | "sha256" | "calibration"> {
  readonly loans: readonly LoanExperience[];
  readonly observedTo: string | null;
}

/** Rows at the top of a sheet among which its header is looked for. */
const headRows = 60;
const noColumns: RecoveryColumns = { loanId: null, segment: null, balance: null, startDate: null, receipts: null, receiptDate: null, observedTo: null };

/** Reads the sheet whose header names the most columns of a list of closed loans. */
export async function readRecoveries(source: OpenFiles, choice: RecoveryChoice, isCancelled: () => boolean): Promise<ReadRecoveries> {
  const found = await bestSheet(source);
  if (found === null) return refused("noHeader", null, noColumns, null);
  const { sheet, head, header } = found;
  const columns = choice.columns ?? header.columns;
  const missing = missingColumn(columns);
  if (missing !== null) return refused(missing, header, columns, choice.unit);
  const title = readTitle(
    head.filter(({ rowNumber }) => rowNumber < header.row.rowNumber),
    sheet.name,
  );
  const units = unitsOf(header, columns, title.unit, choice.unit);
  if (units === null) return refused("unitUnclear", header, columns, choice.unit);
  const rows = new RecoveryRows(columns, units, source.dateSystem);
  let steps = 0;
  for await (const block of sheet.blocks())
    for (const row of block) {
      if (row.rowNumber > header.row.rowNumber) rows.add(row);
      steps += 1;
      if (steps % rowsPerTurn === 0) await nextTurn(isCancelled);
    }
  const read = rows.finish();
  return {
    ...read,
    headers: [...header.headers],
    columns,
    unit: choice.unit,
    findings: [...read.findings],
    problem: read.loans.length === 0 ? "noLoans" : null,
  };
}

async function bestSheet(source: OpenFiles): Promise<{ sheet: SheetSource; head: RawRow[]; header: RecoveryHead } | null> {
  let best: { sheet: SheetSource; head: RawRow[]; header: RecoveryHead } | null = null;
  for (const sheet of source.sheets) {
    const head = await headOf(sheet);
    const header = findRecoveryHeader(head);
    if (header !== null && (best === null || header.fieldCount > best.header.fieldCount)) best = { sheet, head, header };
  }
  return best;
}

async function headOf(sheet: SheetSource): Promise<RawRow[]> {
  const head: RawRow[] = [];
  for await (const block of sheet.blocks()) {
    head.push(...block.slice(0, headRows - head.length));
    if (head.length >= headRows) break;
  }
  return head;
}

/** What the file can't be read without; where receipts have dates, a loan's rows must be known as its own and its age be told. */
function missingColumn({ balance, receipts, segment, receiptDate, loanId, startDate }: RecoveryColumns): Problem | null {
  if (balance === null) return "noBalance";
  if (receipts === null) return "noReceipts";
  if (segment === null) return "noSegment";
  if (receiptDate === null) return null;
  if (loanId === null) return "noLoanId";
  return startDate === null ? "noStartDate" : null;
}

/**
 * A column's own word, else the title's, else what the user chose. Where neither says one both are yuan, which moves no rate; null
 * where only one column states its unit: the other may be in another one.
 */
function unitsOf({ headers }: RecoveryHead, columns: RecoveryColumns, ofTitle: TapeUnit | null, chosen: TapeUnit | null): RecoveryUnits | null {
  const statedBy = (index: number | null) => unitOfColumn(headers.find((one) => one.index === index)?.header ?? "", null).unit ?? ofTitle;
  const [balance, receipts] = [statedBy(columns.balance), statedBy(columns.receipts)];
  if (balance !== null && receipts !== null) return { balance, receipts };
  if (chosen !== null) return { balance: balance ?? chosen, receipts: receipts ?? chosen };
  return balance === receipts ? { balance: "yuan", receipts: "yuan" } : null;
}

function refused(problem: Problem, header: RecoveryHead | null, columns: RecoveryColumns, unit: TapeUnit | null): ReadRecoveries {
  return { problem, headers: [...(header?.headers ?? [])], columns, unit, rows: 0, rowsLeftOut: 0, findings: [], loans: [], observedTo: null };
}
