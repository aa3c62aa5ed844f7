import type { TapeReport } from "../../shared/domain/import-report.ts";

/** Where the rows of a tape go: its record, which nobody sees yet, and the ids set aside for its loans. */
export interface TapePlace {
  readonly tapeId: number;
  readonly firstLoanId: number;
}

/** What is to be known of a tape whose rows are stored and that nobody sees yet. */
export interface StagedTape {
  readonly sha256: string;
  readonly report: TapeReport;
  readonly cutOffDate: string | null;
}

/** A tape with rows that nobody sees: an import that was undone, cancelled or cut short. */
export interface UnwantedTape {
  readonly tapeId: number;
  /** The record of an undone import stays, with its report. */
  readonly keepsRecord: boolean;
}
