import type { ParsedCollateral, ParsedLoan, ParsedPart, ParsedRepayment } from "../../../shared/domain/parsed-tape.ts";
import type { TapeFinding } from "../../../shared/domain/tape-findings.ts";
import type { PlainRecord } from "./plain-record.ts";

/** A rejected row, or a remark on a kept one. */
export type FindingKind = "rejection" | "warning";

/** Who guarantees a loan: names of its own row, which share limit and end, and guarantors of a list of their own. */
export type Guarantees = Pick<ParsedLoan, "guarantors" | "furtherGuarantors" | "guaranteeCapFen" | "guaranteeEnd">;

/**
 * Takes the rows of a tape as they are read, so that nobody need hold all of them. What only the whole file tells comes at the
 * end, for loans that were given out before. A place is that of a loan among the kept ones, from 0.
 */
export interface TapeSink {
  addLoan(loan: ParsedLoan): void;
  /** The same of a record, which is good only until this returns. */
  addRecord(record: PlainRecord): void;
  addFinding(kind: FindingKind, finding: TapeFinding): void;
  /** The contract number of a loan that shares its own with others. */
  renameLoan(place: number, contractNo: string): void;
  /** The guarantors of a loan that was given out without them, since a list of guarantors has its say. */
  addGuarantees(place: number, guarantees: Guarantees): void;
  /** With the place of the loan that it secures; null where none is known. */
  addCollateral(item: ParsedCollateral, place: number | null): void;
  /** A drawdown that is a part of the claim at a place. */
  addPart(part: ParsedPart, place: number): void;
  /** A payment of a list of repayments, with the place of its loan; null where it is of no single one. */
  addRepayment(repayment: ParsedRepayment, place: number | null): void;
  /** What other lists say of a loan whose own row leaves it open, by property. */
  fillLoan(place: number, values: Readonly<Record<string, string | number | null>>): void;
  /** A day on which something was paid on a loan; it counts where the loan's row states none that is later. */
  setLastPayment(place: number, day: string): void;
}
