import type { RawSheet } from "../../../main/tapes/files/raw-sheet.ts";
import { TapeError } from "../../../main/tapes/files/tape-error.ts";
import { type PacedSink, readTape, type TapeProgress } from "../../../main/tapes/open-tape.ts";
import { type ReadTape, TapeBuilder } from "../../../main/tapes/rows/build-tape.ts";
import type { PlainRecord } from "../../../main/tapes/rows/plain-record.ts";
import type { FindingKind, Guarantees } from "../../../main/tapes/rows/tape-sink.ts";
import type { TapeFile } from "../../../main/tapes/sources/file-set.ts";
import type { TapeReport } from "../../../shared/domain/import-report.ts";
import type { ParsedCollateral, ParsedLoan, ParsedPart, ParsedRepayment } from "../../../shared/domain/parsed-tape.ts";
import type { TapeFinding } from "../../../shared/domain/tape-findings.ts";
import type { TapeMapping } from "../../../shared/domain/tape-mapping.ts";

/** A tape with all its rows and findings. */
export interface ParsedTape extends Omit<TapeReport, "rejections" | "warnings" | "findingCounts"> {
  readonly loans: readonly ParsedLoan[];
  readonly collateral: readonly ParsedCollateral[];
  readonly repayments: readonly ParsedRepayment[];
  /** With the contract of the claim of each as it was given out. */
  readonly parts: readonly { readonly contractNo: string; readonly part: ParsedPart }[];
  readonly rejections: readonly TapeFinding[];
  readonly warnings: readonly TapeFinding[];
  readonly cutOffDate: string | null;
  readonly report: TapeReport;
}

/** Gathers what a reading gives out, as the database does. */
class WholeTape implements PacedSink {
  /** Loans that came as they were read from a line. */
  fromLines = 0;
  #loans: ParsedLoan[] = [];
  #collateral: ParsedCollateral[] = [];
  #repayments: ParsedRepayment[] = [];
  #parts: { readonly contractNo: string; readonly part: ParsedPart }[] = [];
  #findings: { readonly kind: FindingKind; readonly finding: TapeFinding }[] = [];

  addLoan(loan: ParsedLoan): void {
    this.#loans.push(loan);
  }

  addRecord(record: PlainRecord): void {
    this.fromLines += 1;
    this.#loans.push(record.loan());
  }

  addFinding(kind: FindingKind, finding: TapeFinding): void {
    this.#findings.push({ kind, finding });
  }

  renameLoan(place: number, contractNo: string): void {
    this.#change(place, { contractNo });
  }

  addGuarantees(place: number, guarantees: Guarantees): void {
    this.#change(place, guarantees);
  }

  #change(place: number, change: Partial<ParsedLoan>): void {
    const loan = this.#loans[place];
    if (loan === undefined) throw new Error(`no loan at ${place}`);
    this.#loans[place] = { ...loan, ...change };
  }

  addCollateral(item: ParsedCollateral, place: number | null): void {
    if ((place === null ? undefined : this.#loans[place]?.contractNo) !== (item.link === "joined" ? item.contractNo : undefined))
      throw new Error(`collateral of ${item.contractNo} has the place ${place}`);
    this.#collateral.push(item);
  }

  addPart(part: ParsedPart, place: number): void {
    this.#parts.push({ contractNo: this.#loans[place]?.contractNo ?? "", part });
  }

  addRepayment(repayment: ParsedRepayment): void {
    this.#repayments.push(repayment);
  }

  fillLoan(place: number, values: Readonly<Record<string, string | number | null>>): void {
    const loan = this.#loans[place] as unknown as Readonly<Record<string, unknown>> | undefined; // by the properties of its fields
    this.#change(place, Object.fromEntries(Object.entries(values).filter(([property]) => loan?.[property] == null)) as Partial<ParsedLoan>);
  }

  setLastPayment(place: number, day: string): void {
    const stated = this.#loans[place]?.lastPaymentDate ?? "";
    this.#change(place, { lastPaymentDate: stated > day ? stated : day });
  }

  async ready(): Promise<void> {}

  async restart(): Promise<void> {
    this.#loans = [];
    this.#collateral = [];
    this.#repayments = [];
    this.#parts = [];
    this.#findings = [];
  }

  tape({ report, cutOffDate }: ReadTape, sheets: readonly string[]): ParsedTape {
    const of = (wanted: FindingKind) => this.#findings.flatMap(({ kind, finding }) => (kind === wanted ? [finding] : []));
    const place = ({ sheet }: TapeFinding) => sheets.indexOf(sheet);
    const rejections = of("rejection").sort((a, b) => place(a) - place(b) || (a.row ?? 0) - (b.row ?? 0));
    return {
      ...report,
      report,
      loans: this.#loans,
      collateral: this.#collateral,
      repayments: this.#repayments,
      parts: this.#parts,
      rejections,
      warnings: of("warning"),
      cutOffDate,
    };
  }
}

const readSheets = (mapping: TapeMapping) => mapping.sheets.map(({ name }) => name);

/** Reads a file under a confirmed mapping. */
export async function parseTape(
  file: TapeFile & { readonly mapping: TapeMapping },
  onProgress: (progress: TapeProgress) => void,
  isCancelled?: () => boolean,
): Promise<ParsedTape & { readonly sha256: string; readonly fromLines: number }> {
  const whole = new WholeTape();
  const read = await readTape(file, whole, onProgress, isCancelled);
  return { ...whole.tape(read, readSheets(file.mapping)), sha256: read.sha256, fromLines: whole.fromLines };
}

/** A tape from sheets that are in memory, of which so many rows are known at first. */
export function buildTape(sheets: readonly RawSheet[], mapping: TapeMapping, dateSystem: "1900" | "1904", headRows = Number.POSITIVE_INFINITY): ParsedTape {
  const whole = new WholeTape();
  const builder = new TapeBuilder(mapping, dateSystem, whole);
  for (const name of builder.sheetNames) {
    const sheet = sheets.find((candidate) => candidate.name === name);
    if (sheet === undefined) throw new TapeError("sheetNotFound", { sheet: name });
    builder.open({ ...sheet, rows: sheet.rows.slice(0, headRows) });
    for (const row of sheet.rows) builder.addRow(name, row);
  }
  const ending = builder.finish();
  let step = ending.next();
  while (!step.done) step = ending.next();
  return whole.tape(step.value, readSheets(mapping));
}
