import type { Kysely, Selectable } from "kysely";
import type { TapeRecord } from "../../shared/contract/tape-channels.ts";
import { type TapeSums, tapeReportSchema } from "../../shared/domain/import-report.ts";
import type { DeskSchema } from "../db/schema.ts";

/** What pricing needs of a tape beside its rows. */
export interface StoredTape extends TapeRecord {
  readonly firstLoanId: number;
  readonly loanCount: number;
}

export interface NewTape {
  readonly dealId: number;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly importedAt: string;
  readonly report: TapeRecord["report"];
  readonly mapping: unknown;
}

type Sums = TapeSums & { readonly loans: number; readonly collateral: number };

/** Loans or collateral handled in one statement while tidying up and adding up. */
const idsPerStatement = 20_000;

function tapeFrom(row: Selectable<DeskSchema["tape"]>): StoredTape {
  return {
    id: row.id,
    dealId: row.deal_id,
    fileName: row.file_name,
    fileSha256: row.file_sha256,
    importedAt: row.imported_at,
    undoneAt: row.undone_at,
    report: tapeReportSchema.parse(JSON.parse(row.report)),
    firstLoanId: row.first_loan_id,
    loanCount: row.loan_count,
  };
}

export async function listTapes(db: Kysely<DeskSchema>, dealId: number): Promise<StoredTape[]> {
  const rows = await db.selectFrom("tape").selectAll().where("deal_id", "=", dealId).orderBy("id", "desc").execute();
  return rows.map(tapeFrom);
}

export async function findTape(db: Kysely<DeskSchema>, tapeId: number): Promise<StoredTape | undefined> {
  const row = await db.selectFrom("tape").selectAll().where("id", "=", tapeId).executeTakeFirst();
  return row && tapeFrom(row);
}

/** The first id after every loan ever imported, undone tapes included, so that a saved run never names another loan. */
async function nextLoanId(db: Kysely<DeskSchema>): Promise<number> {
  const last = await db
    .selectFrom("tape")
    .select((eb) => eb(eb.ref("first_loan_id"), "+", eb.ref("loan_count")).as("end"))
    .orderBy("end", "desc")
    .executeTakeFirst();
  return Number(last?.end ?? 1);
}

export async function insertTape(db: Kysely<DeskSchema>, tape: NewTape): Promise<StoredTape> {
  const { counts, sums } = tape.report;
  const row = await db
    .insertInto("tape")
    .values({
      deal_id: tape.dealId,
      file_name: tape.fileName,
      file_sha256: tape.fileSha256,
      imported_at: tape.importedAt,
      undone_at: null,
      first_loan_id: await nextLoanId(db),
      loan_count: counts.loansKept,
      principal_fen: sums.principalFen,
      interest_fen: sums.interestFen,
      fees_fen: sums.feesFen,
      appraisal_fen: sums.appraisalFen,
      report: JSON.stringify(tape.report),
      mapping: JSON.stringify(tape.mapping),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return tapeFrom(row);
}

/** Sums over the stored rows, to hold against the report. */
export async function sumStoredRows(db: Kysely<DeskSchema>, tape: StoredTape, pause: () => Promise<void>): Promise<Sums> {
  const total = { loans: 0, principalFen: 0, interestFen: 0, feesFen: 0, collateral: 0, appraisalFen: 0, appraisalJoinedFen: 0 };
  const end = tape.firstLoanId + tape.loanCount;
  for (let from = tape.firstLoanId; from < end; from += idsPerStatement) {
    const sums = await db
      .selectFrom("loan")
      .select(({ fn }) => [
        fn.countAll<number>().as("loans"),
        fn.sum<number | null>("principal_fen").as("principal"),
        fn.sum<number | null>("interest_fen").as("interest"),
        fn.sum<number | null>("fees_fen").as("fees"),
      ])
      .where("tape_id", "=", tape.id)
      .where("id", ">=", from)
      .where("id", "<", from + idsPerStatement)
      .executeTakeFirstOrThrow();
    total.loans += sums.loans;
    total.principalFen += sums.principal ?? 0;
    total.interestFen += sums.interest ?? 0;
    total.feesFen += sums.fees ?? 0;
    await pause();
  }
  const items = await db
    .selectFrom("collateral")
    .select(({ fn }) => ["link", fn.countAll<number>().as("items"), fn.sum<number | null>("appraisal_fen").as("appraisal")])
    .where("tape_id", "=", tape.id)
    .groupBy("link")
    .execute();
  for (const { link, items: count, appraisal } of items) {
    total.collateral += count;
    total.appraisalFen += appraisal ?? 0;
    if (link === "joined") total.appraisalJoinedFen += appraisal ?? 0;
  }
  return total;
}

/** Removes the rows of a tape; its record with the report stays. Children go before the loans they point to. */
export async function removeTapeRows(db: Kysely<DeskSchema>, tape: StoredTape, pause: () => Promise<void>): Promise<void> {
  for (const table of ["guarantor", "loan_estimate", "collateral", "tape_finding"] as const) {
    await db.deleteFrom(table).where("tape_id", "=", tape.id).execute();
    await pause();
  }
  const end = tape.firstLoanId + tape.loanCount;
  for (let from = tape.firstLoanId; from < end; from += idsPerStatement) {
    await db
      .deleteFrom("loan")
      .where("tape_id", "=", tape.id)
      .where("id", ">=", from)
      .where("id", "<", from + idsPerStatement)
      .execute();
    await pause();
  }
}

export async function markUndone(db: Kysely<DeskSchema>, tapeId: number, undoneAt: string): Promise<void> {
  await db.updateTable("tape").set({ undone_at: undoneAt }).where("id", "=", tapeId).execute();
}
