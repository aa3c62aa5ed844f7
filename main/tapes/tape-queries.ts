import type { Kysely, Selectable } from "kysely";
import type { TapeRecord } from "../../shared/contract/tape-channels.ts";
import { type TapeReport, tapeReportSchema } from "../../shared/domain/import-report.ts";
import type { TapeFinding } from "../../shared/domain/tape-findings.ts";
import type { TapeStanding } from "../../shared/domain/tape-versions.ts";
import type { DeskSchema } from "../db/schema.ts";
import { changedIds, consecutiveIds, firstAddedId, type LoanIds } from "./loan-ids.ts";
import type { StagedTape, TapePlace, UnwantedTape } from "./staged-tape.ts";

/** What pricing needs of a tape beside its rows. */
export interface StoredTape extends TapeRecord {
  readonly firstLoanId: number;
  /** Ids set aside for the loans of the file. */
  readonly idCount: number;
  readonly loanCount: number;
  readonly revision: number;
  readonly namesRevision: number;
}

export interface NewTape {
  readonly dealId: number;
  readonly fileName: string;
  readonly importedAt: string;
  readonly mapping: unknown;
}

function tapeFrom(row: Selectable<DeskSchema["tape"]>): StoredTape {
  return {
    id: row.id,
    dealId: row.deal_id,
    fileName: row.file_name,
    fileSha256: row.file_sha256,
    importedAt: row.imported_at,
    undoneAt: row.undone_at,
    standing: row.standing,
    report: tapeReportSchema.parse(JSON.parse(row.report)),
    firstLoanId: row.first_loan_id,
    idCount: row.id_count,
    loanCount: row.loan_count,
    revision: row.revision,
    namesRevision: row.names_revision,
  };
}

export async function listTapes(db: Kysely<DeskSchema>, dealId: number): Promise<StoredTape[]> {
  const rows = await db.selectFrom("tape").selectAll().where("deal_id", "=", dealId).where("row_state", "<>", "staged").orderBy("id", "desc").execute();
  return rows.map(tapeFrom);
}

export async function findTape(db: Kysely<DeskSchema>, tapeId: number): Promise<StoredTape | undefined> {
  const row = await db.selectFrom("tape").selectAll().where("id", "=", tapeId).where("row_state", "<>", "staged").executeTakeFirst();
  return row && tapeFrom(row);
}

/** How often the rows of a tape changed, without its report, which takes long to read. */
export async function findRevisions(db: Kysely<DeskSchema>, tapeId: number): Promise<Pick<StoredTape, "revision" | "namesRevision"> | undefined> {
  return db.selectFrom("tape").select(["revision", "names_revision as namesRevision"]).where("id", "=", tapeId).executeTakeFirst();
}

/** The ids of the loans that a tape has now. */
export async function findLoanIds(db: Kysely<DeskSchema>, { id: tapeId, firstLoanId, idCount }: StoredTape): Promise<LoanIds> {
  const changed = await db.selectFrom("sheet_row").select("id").where("tape_id", "=", tapeId).where("row_table", "=", "loan").limit(1).executeTakeFirst();
  if (changed === undefined && idCount > 0) return consecutiveIds(firstLoanId, idCount);
  const gone = await db
    .selectFrom("sheet_row")
    .leftJoin("loan", "loan.id", "sheet_row.row_id")
    .select("sheet_row.row_id")
    .distinct()
    .where("sheet_row.tape_id", "=", tapeId)
    .where("sheet_row.row_table", "=", "loan")
    .where("sheet_row.row_id", "<", firstAddedId)
    .where("loan.id", "is", null)
    .orderBy("sheet_row.row_id")
    .execute();
  const added = await db.selectFrom("loan").select("id").where("tape_id", "=", tapeId).where("id", ">=", firstAddedId).orderBy("id").execute();
  return changedIds(
    firstLoanId,
    idCount,
    gone.map(({ row_id }) => row_id),
    added.map(({ id }) => id),
  );
}

/** The first id after every loan ever imported, undone tapes included, so that a saved run never names another loan. */
async function nextLoanId(db: Kysely<DeskSchema>): Promise<number> {
  const last = await db
    .selectFrom("tape")
    .select((eb) => eb(eb.ref("first_loan_id"), "+", eb.ref("id_count")).as("end"))
    .orderBy("end", "desc")
    .executeTakeFirst();
  return Number(last?.end ?? 1);
}

/** Loans that an import may have at most; the ids that it doesn't need are free again once it is published. */
const idsSetAside = 2 ** 28;

/** The record of an import whose rows are still to come. It counts as undone, so that it is nobody's package. */
export async function insertStagedTape(db: Kysely<DeskSchema>, tape: NewTape): Promise<TapePlace> {
  const row = await db
    .insertInto("tape")
    .values({
      deal_id: tape.dealId,
      file_name: tape.fileName,
      file_sha256: "0".repeat(64),
      imported_at: tape.importedAt,
      undone_at: tape.importedAt,
      row_state: "staged",
      first_loan_id: await nextLoanId(db),
      id_count: idsSetAside,
      loan_count: 0,
      revision: 0,
      names_revision: 0,
      principal_fen: 0,
      interest_fen: 0,
      fees_fen: 0,
      appraisal_fen: 0,
      report: "{}",
      mapping: JSON.stringify(tape.mapping),
    })
    .returning(["id", "first_loan_id"])
    .executeTakeFirstOrThrow();
  return { tapeId: row.id, firstLoanId: row.first_loan_id };
}

export interface HandTape {
  readonly dealId: number;
  readonly madeAt: string;
  readonly cutOffDate: string | null;
  readonly report: TapeReport;
}

/** A tape without any file, whose first loan is typed: it has no name, and the hash of nothing. */
export async function insertHandTape(db: Kysely<DeskSchema>, { dealId, madeAt, cutOffDate, report }: HandTape): Promise<TapePlace> {
  const { counts, sums } = report;
  const row = await db
    .insertInto("tape")
    .values({
      deal_id: dealId,
      file_name: "",
      file_sha256: "0".repeat(64),
      imported_at: madeAt,
      row_state: "stored",
      standing: "beside",
      cut_off_date: cutOffDate,
      first_loan_id: await nextLoanId(db),
      id_count: counts.loansKept,
      loan_count: counts.loansKept,
      revision: 0,
      names_revision: 0,
      principal_fen: sums.principalFen,
      interest_fen: sums.interestFen,
      fees_fen: sums.feesFen,
      appraisal_fen: sums.appraisalFen,
      report: JSON.stringify(report),
      mapping: "{}",
    })
    .returning(["id", "first_loan_id"])
    .executeTakeFirstOrThrow();
  return { tapeId: row.id, firstLoanId: row.first_loan_id };
}

/** Makes the rows of an import the package of its deal, or a version beside it, all at once. */
export async function publishTape(
  db: Kysely<DeskSchema>,
  { tapeId }: TapePlace,
  { sha256, report, standing, cutOffDate }: Pick<StagedTape, "sha256" | "report" | "cutOffDate"> & { readonly standing: TapeStanding },
): Promise<StoredTape> {
  const { counts, sums } = report;
  const row = await db
    .updateTable("tape")
    .set({
      undone_at: null,
      row_state: "stored",
      standing,
      cut_off_date: cutOffDate,
      file_sha256: sha256,
      id_count: counts.loansKept,
      loan_count: counts.loansKept,
      principal_fen: sums.principalFen,
      interest_fen: sums.interestFen,
      fees_fen: sums.feesFen,
      appraisal_fen: sums.appraisalFen,
      report: JSON.stringify(report),
    })
    .where("id", "=", tapeId)
    .where("row_state", "=", "staged")
    .returningAll()
    .executeTakeFirstOrThrow();
  return tapeFrom(row);
}

export async function insertWarning(db: Kysely<DeskSchema>, tapeId: number, { sheet, row, field, code, raw }: TapeFinding): Promise<void> {
  await db.insertInto("tape_finding").values({ tape_id: tapeId, kind: "warning", sheet, row, field, code, raw }).execute();
}

/** Tapes with rows that nobody sees: imports that were undone, and those that never ended. */
export async function findUnwantedTapes(db: Kysely<DeskSchema>): Promise<UnwantedTape[]> {
  const rows = await db
    .selectFrom("tape")
    .select(["id", "row_state"])
    .where("undone_at", "is not", null)
    .where("row_state", "<>", "removed")
    .orderBy("id")
    .execute();
  return rows.map(({ id, row_state }) => ({ tapeId: id, keepsRecord: row_state === "stored" }));
}

export async function markUndone(db: Kysely<DeskSchema>, tapeId: number, undoneAt: string): Promise<void> {
  await db.updateTable("tape").set({ undone_at: undoneAt }).where("id", "=", tapeId).execute();
}

/** Versions of a deal's tape that aren't undone, newest first. */
export function listStandings(db: Kysely<DeskSchema>, dealId: number) {
  return db
    .selectFrom("tape")
    .select(["id", "standing", "cut_off_date"])
    .where("deal_id", "=", dealId)
    .where("undone_at", "is", null)
    .orderBy("id", "desc")
    .execute();
}

export async function setStanding(db: Kysely<DeskSchema>, tapeId: number, standing: TapeStanding): Promise<void> {
  await db.updateTable("tape").set({ standing }).where("id", "=", tapeId).execute();
}
