import type { ParsedCollateral, ParsedLoan, ParsedTape } from "../../shared/domain/parsed-tape.ts";
import type { TapeFinding } from "../../shared/domain/tape-findings.ts";
import { type DeskFile, WorkerConnection } from "../db/worker-connection.ts";
import type { TapePlace } from "./staged-tape.ts";
import { sumStoredRows } from "./tape-queries.ts";
import { TapeWriter } from "./tape-writer.ts";

/** Share of the work from 0 to 1; throws once the user has cancelled. */
type OnShare = (share: number) => void;

/** Adding up and holding against the report takes about a tenth of the time that storing takes. */
const storingShare = 0.9;

/**
 * Stores the rows of a tape in batches that leave the file to others in between, and holds what is stored against what was
 * read. The rows belong to a tape that is not published, so a process that is killed half-way leaves nothing to see.
 */
export async function stageTape(desk: DeskFile, place: TapePlace, tape: ParsedTape, onShare: OnShare): Promise<void> {
  const connection = new WorkerConnection(desk);
  try {
    storeRows(connection, place, tape, (share) => onShare(storingShare * share));
    await assertStoredAsRead(connection, place, tape, (share) => onShare(storingShare + (1 - storingShare) * share));
    // What publishes the tape then has little to wait for.
    connection.foldLog();
  } finally {
    connection.close();
  }
}

function storeRows(connection: WorkerConnection, place: TapePlace, tape: ParsedTape, onShare: OnShare): void {
  const { loans, collateral, rejections, warnings } = tape;
  const writer = new TapeWriter(connection, place);
  const all = Math.max(1, loans.length + collateral.length + rejections.length + warnings.length);
  let before = 0;
  const write = <Row>(rows: readonly Row[], writeRow: (row: Row) => void) => {
    connection.writeAll(rows, writeRow, (written) => onShare((before + written) / all));
    before += rows.length;
  };
  write<ParsedLoan>(loans, (loan) => writer.writeLoan(loan));
  write<ParsedCollateral>(collateral, (item) => writer.writeCollateral(item));
  write<TapeFinding>(rejections, (finding) => writer.writeFinding("rejection", finding));
  write<TapeFinding>(warnings, (finding) => writer.writeFinding("warning", finding));
}

/** What was stored must be what was read, to the fen. Of collateral a row that secures several loans is stored once for each. */
async function assertStoredAsRead({ kysely }: WorkerConnection, place: TapePlace, tape: ParsedTape, onShare: OnShare): Promise<void> {
  const { counts, sums, collateral } = tape;
  const appraisals = { appraisalFen: 0, appraisalJoinedFen: 0 };
  for (const { appraisalFen, link } of collateral) {
    appraisals.appraisalFen += appraisalFen ?? 0;
    if (link === "joined") appraisals.appraisalJoinedFen += appraisalFen ?? 0;
  }
  const expected = { ...sums, loans: counts.loansKept, collateral: collateral.length, ...appraisals };
  const stored = await sumStoredRows(kysely, { ...place, loanCount: counts.loansKept }, onShare);
  for (const [name, value] of Object.entries(expected)) {
    const found = stored[name as keyof typeof stored]; // the keys of `expected` are those of the sums
    if (found !== value) throw new Error(`stored ${name} is ${found}, the report says ${value}`);
  }
}
