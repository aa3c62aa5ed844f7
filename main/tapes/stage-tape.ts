import { Worker } from "node:worker_threads";
import type { TapeReport } from "../../shared/domain/import-report.ts";
import type { ParsedCollateral, ParsedLoan, ParsedPart, ParsedRepayment } from "../../shared/domain/parsed-tape.ts";
import type { TapeFinding } from "../../shared/domain/tape-findings.ts";
import { DeskError } from "../../shared/result.ts";
import { type FoldingData, LogFolding } from "../db/log-folding.ts";
import type { DeskFile } from "../db/worker-connection.ts";
import type { PacedSink } from "./open-tape.ts";
import { RowPacker } from "./row-block.ts";
import type { PlainRecord } from "./rows/plain-record.ts";
import type { FindingKind, Guarantees } from "./rows/tape-sink.ts";
import type { TapePlace } from "./staged-tape.ts";
import type { StoredSums } from "./stored-sums.ts";
import type { StoringData, StoringOrder, StoringReply } from "./storing-thread.ts";

/** Rows that cross to the storing thread together. */
const rowsPerBlock = 4000;
/** Orders that may wait for the storing thread: it never has nothing to do, and memory doesn't grow where reading is quicker. */
const mostWaiting = 4;
/** Loans from which on a thread of its own folds the log: below it costs more than it saves. */
const loansToFold = 20_000;

/**
 * Stores the rows of a tape as they are read, by a thread of its own. The rows belong to a tape that is not published, so a
 * process that is killed half-way leaves nothing to see.
 */
export class StagedRows implements PacedSink {
  readonly #thread: StoringThread;
  readonly #place: TapePlace;
  #packers = newPackers();
  #loans = 0;
  #items = { collateral: 0, appraisalFen: 0, appraisalJoinedFen: 0 };

  constructor(storingThread: URL, desk: DeskFile, place: TapePlace) {
    this.#thread = new StoringThread(storingThread, desk, place);
    this.#place = place;
  }

  addLoan(loan: ParsedLoan): void {
    const id = this.#place.firstLoanId + this.#loans;
    this.#loans += 1;
    this.#packers.loan.add(id, loan);
    if (loan.guarantors.length > 0) this.#addGuarantors(id, loan);
    if (loan.estimate !== null) this.#packers.loan_estimate.add(id, loan.estimate);
  }

  addRecord(record: PlainRecord): void {
    const id = this.#place.firstLoanId + this.#loans;
    this.#loans += 1;
    this.#packers.loan.addRecord(id, record);
    const { guarantors, guaranteeEnd } = record;
    for (const name of guarantors) this.#packers.guarantor.add(id, { guarantors: name, guaranteeEnd });
  }

  addGuarantees(place: number, guarantees: Guarantees): void {
    this.#addGuarantors(this.#place.firstLoanId + place, guarantees);
  }

  #addGuarantors(id: number, { guarantors, furtherGuarantors, guaranteeCapFen, guaranteeEnd }: Guarantees): void {
    for (const name of guarantors) this.#packers.guarantor.add(id, { guarantors: name, guaranteeCapFen, guaranteeEnd });
    for (const guarantor of furtherGuarantors) this.#packers.guarantor.add(id, guarantor);
  }

  renameLoan(place: number, contractNo: string): void {
    this.#packers.renamed.add(this.#place.firstLoanId + place, { contractNo });
  }

  addCollateral(item: ParsedCollateral, place: number | null): void {
    this.#items.collateral += 1;
    this.#items.appraisalFen += item.appraisalFen ?? 0;
    if (item.link === "joined") this.#items.appraisalJoinedFen += item.appraisalFen ?? 0;
    this.#packers.collateral.add(place === null ? null : this.#place.firstLoanId + place, item);
  }

  addPart(part: ParsedPart, place: number): void {
    this.#packers.claim_part.add(this.#place.firstLoanId + place, part);
  }

  addRepayment(repayment: ParsedRepayment, place: number | null): void {
    this.#packers.repayment.add(place === null ? null : this.#place.firstLoanId + place, repayment);
  }

  fillLoan(place: number, values: Readonly<Record<string, string | number | null>>): void {
    this.#packers.filled.add(this.#place.firstLoanId + place, values);
  }

  setLastPayment(place: number, day: string): void {
    this.#packers.paid.add(this.#place.firstLoanId + place, { lastPaymentDate: day });
  }

  addFinding(kind: FindingKind, finding: TapeFinding): void {
    this.#packers.tape_finding.add(kind, finding);
  }

  async ready(): Promise<void> {
    if (Object.values(this.#packers).some(({ count }) => count >= rowsPerBlock)) await this.#send();
    else this.#thread.throwIfFailed();
  }

  async #send(): Promise<void> {
    const { renamed, filled, paid, ...packers } = this.#packers;
    const blocks = Object.values(packers).flatMap((packer) => (packer.count === 0 ? [] : [packer.take()]));
    if (blocks.length > 0) await this.#thread.order({ kind: "insert", blocks });
    if (this.#loans >= loansToFold) this.#thread.foldBeside();
    if (renamed.count > 0) await this.#thread.order({ kind: "rename", loans: renamed.take() });
    if (filled.count > 0) await this.#thread.order({ kind: "fill", loans: filled.take() });
    if (paid.count > 0) await this.#thread.order({ kind: "pay", loans: paid.take() });
  }

  async restart(): Promise<void> {
    this.#packers = newPackers();
    this.#loans = 0;
    this.#items = { collateral: 0, appraisalFen: 0, appraisalJoinedFen: 0 };
    await this.#thread.order({ kind: "clear" });
  }

  /** Waits until all is stored, and holds it against what was read, to the fen. Of collateral a row that secures several loans is stored once for each. */
  async finish({ counts, sums }: TapeReport): Promise<void> {
    await this.#send();
    const stored = await this.#thread.finish();
    const expected: StoredSums = { ...sums, loans: counts.loansKept, ...this.#items };
    for (const [name, value] of Object.entries(expected)) {
      const found = stored[name as keyof StoredSums]; // the keys of `expected` are those of the sums
      if (found !== value) throw new Error(`stored ${name} is ${found}, the report says ${value}`);
    }
  }

  /** Ends the thread, whatever it does. */
  async close(): Promise<void> {
    await this.#thread.close();
  }
}

/** In the order in which tables are written. */
function newPackers() {
  return {
    loan: new RowPacker("loan"),
    guarantor: new RowPacker("guarantor"),
    loan_estimate: new RowPacker("loan_estimate"),
    collateral: new RowPacker("collateral"),
    repayment: new RowPacker("repayment"),
    claim_part: new RowPacker("claim_part"),
    tape_finding: new RowPacker("tape_finding"),
    /** Loans with another contract number. */
    renamed: new RowPacker("loan"),
    /** Loans with what other lists say of them. */
    filled: new RowPacker("loan"),
    /** Loans with a day on which something was paid. */
    paid: new RowPacker("loan"),
  };
}

/** The storing thread as the reading one sees it. */
class StoringThread {
  readonly #file: URL;
  readonly #desk: DeskFile;
  readonly #worker: Worker;
  readonly #stop = new Int32Array(new SharedArrayBuffer(4));
  readonly #folding = new LogFolding();
  readonly #exit: Promise<void>;
  #folderExit: Promise<void> | null = null;
  #waiting = 0;
  #failure: Error | null = null;
  #sums: StoredSums | null = null;
  #wake: () => void = () => undefined;

  constructor(file: URL, desk: DeskFile, place: TapePlace) {
    this.#file = file;
    this.#desk = desk;
    const workerData: StoringData = { desk, place, stop: this.#stop, folding: this.#folding.shared };
    this.#worker = new Worker(file, { workerData });
    this.#exit = new Promise((settle) => {
      this.#worker.on("exit", () => {
        this.#fail(new Error("the storing thread ended"));
        settle();
      });
    });
    this.#worker.on("error", (error: unknown) => this.#fail(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on("message", (reply: StoringReply) => this.#hear(reply));
  }

  #hear(reply: StoringReply): void {
    this.#waiting -= 1;
    if (reply.kind === "refused") this.#fail(new DeskError(reply.code, reply.values));
    else if (reply.kind === "threw") this.#fail(Object.assign(new Error("a row could not be stored"), { stack: reply.stack }));
    else if (reply.kind === "stored") this.#sums = reply.sums;
    this.#wake();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.#wake();
  }

  throwIfFailed(): void {
    if (this.#failure !== null) throw this.#failure;
  }

  /** Hands an order over once few others wait. */
  async order(order: StoringOrder): Promise<void> {
    await this.#until(() => this.#waiting < mostWaiting);
    this.#waiting += 1;
    this.#worker.postMessage(order);
  }

  async finish(): Promise<StoredSums> {
    await this.order({ kind: "finish" });
    await this.#until(() => this.#sums !== null);
    return this.#sums as StoredSums; // waited for
  }

  async #until(isSo: () => boolean): Promise<void> {
    for (;;) {
      this.throwIfFailed();
      if (isSo()) return;
      await new Promise<void>((settle) => {
        this.#wake = settle;
      });
    }
  }

  /** Has the log folded by a thread of its own from now on. */
  foldBeside(): void {
    if (this.#folderExit !== null) return;
    const file = this.#file;
    const workerData: FoldingData = { desk: this.#desk, folding: this.#folding.shared };
    const folder = new Worker(file, { workerData });
    // What it fails at, the storing thread meets itself.
    folder.on("error", () => undefined);
    this.#folderExit = new Promise((settle) => folder.on("exit", () => settle()));
  }

  async close(): Promise<void> {
    Atomics.store(this.#stop, 0, 1);
    this.#folding.stop();
    this.#worker.postMessage({ kind: "close" } satisfies StoringOrder);
    await Promise.all([this.#exit, this.#folderExit]);
  }
}
