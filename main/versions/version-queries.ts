import { type Kysely, sql } from "kysely";
import type { TapeVersion } from "../../shared/contract/version-channels.ts";
import type { ChoiceSide } from "../../shared/domain/tape-versions.ts";
import type { DeskSchema } from "../db/schema.ts";
import type { DeskEdit } from "./desk-edits.ts";
import type { DecidedPair } from "./loan-match.ts";
import type { TwoTapes } from "./match-tapes.ts";

/** The versions of a deal's tape, newest first. */
export async function listVersions(db: Kysely<DeskSchema>, dealId: number): Promise<TapeVersion[]> {
  const rows = await db
    .selectFrom("tape")
    .select([
      "id",
      "file_name",
      "imported_at",
      "cut_off_date",
      "standing",
      "loan_count",
      "principal_fen",
      "interest_fen",
      "fees_fen",
      "appraisal_fen",
      "revision",
    ])
    .select((eb) => [
      eb
        .selectFrom("sheet_batch")
        .select(({ fn }) => fn.countAll<number>().as("edits"))
        .whereRef("sheet_batch.tape_id", "=", "tape.id")
        .where("sheet_batch.is_undone", "=", 0)
        .as("edits"),
      eb
        .selectFrom("pricing_run")
        .select(({ fn }) => fn.countAll<number>().as("runs"))
        .whereRef("pricing_run.tape_id", "=", "tape.id")
        .as("runs"),
    ])
    .where("deal_id", "=", dealId)
    .where("undone_at", "is", null)
    .orderBy("id", "desc")
    .execute();
  return rows.map((row, at) => ({
    tapeId: row.id,
    number: rows.length - at,
    fileName: row.file_name,
    importedAt: row.imported_at,
    cutOffDate: row.cut_off_date,
    standing: row.standing,
    loans: row.loan_count,
    principalFen: row.principal_fen,
    interestFen: row.interest_fen,
    feesFen: row.fees_fen,
    appraisalFen: row.appraisal_fen,
    edits: row.edits ?? 0,
    runs: row.runs ?? 0,
    revision: row.revision,
  }));
}

export async function readDecided(db: Kysely<DeskSchema>, { olderTapeId, newerTapeId }: TwoTapes): Promise<(DecidedPair & { readonly id: number })[]> {
  const rows = await db
    .selectFrom("version_match")
    .select(["id", "older_loan_id", "newer_loan_id", "is_same"])
    .where("tape_id", "=", newerTapeId)
    .where("older_tape_id", "=", olderTapeId)
    .orderBy("id")
    .execute();
  return rows.map(({ id, older_loan_id, newer_loan_id, is_same }) => ({ id, olderId: older_loan_id, newerId: newer_loan_id, isSame: is_same === 1 }));
}

export interface Decider {
  readonly by: string;
  readonly at: string;
}

/** Each decision is a new row, so that its number tells the state of all. */
export async function writeDecision(
  trx: Kysely<DeskSchema>,
  { olderTapeId, newerTapeId }: TwoTapes,
  pair: { readonly olderLoanId: number; readonly newerLoanId: number; readonly isSame: boolean | null },
  decider: Decider,
): Promise<void> {
  const key = { tape_id: newerTapeId, older_tape_id: olderTapeId, older_loan_id: pair.olderLoanId, newer_loan_id: pair.newerLoanId };
  await trx
    .deleteFrom("version_match")
    .where((where) => where.and(key))
    .execute();
  if (pair.isSame === null) return;
  await trx
    .insertInto("version_match")
    .values({ ...key, is_same: pair.isSame ? 1 : 0, decided_by: decider.by, decided_at: decider.at })
    .execute();
}

/** What names an edit among those of its version. */
export const editKey = ({ list, olderRow, column }: Pick<DeskEdit, "list" | "olderRow" | "column">): string => `${list}/${olderRow}/${column ?? ""}`;

export async function readChoices(db: Kysely<DeskSchema>, { olderTapeId, newerTapeId }: TwoTapes): Promise<Map<string, ChoiceSide>> {
  const rows = await db
    .selectFrom("version_choice")
    .select(["list", "older_row_id", "place", "takes"])
    .where("tape_id", "=", newerTapeId)
    .where("older_tape_id", "=", olderTapeId)
    .execute();
  return new Map(rows.map(({ list, older_row_id, place, takes }) => [editKey({ list, olderRow: older_row_id, column: place }), takes]));
}

export async function writeChoices(
  trx: Kysely<DeskSchema>,
  { olderTapeId, newerTapeId }: TwoTapes,
  edits: readonly Pick<DeskEdit, "list" | "olderRow" | "column">[],
  takes: ChoiceSide | null,
  { by, at }: Decider,
): Promise<void> {
  const rows = JSON.stringify(edits.map(({ list, olderRow, column }) => [list, olderRow, column ?? ""]));
  const chosen = sql`SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(${rows})`;
  await sql`DELETE FROM version_choice WHERE tape_id = ${newerTapeId} AND older_tape_id = ${olderTapeId} AND (list, older_row_id, place) IN (${chosen})`.execute(
    trx,
  );
  if (takes === null) return;
  await sql`INSERT INTO version_choice (tape_id, older_tape_id, list, older_row_id, place, takes, decided_by, decided_at)
    SELECT ${newerTapeId}, ${olderTapeId}, value ->> 0, value ->> 1, value ->> 2, ${takes}, ${by}, ${at} FROM json_each(${rows})`.execute(trx);
}

const lineTables = ["debtor_estimate", "dd_task"] as const;

/** Keys under which the desk keeps what it says of the debtors of a deal. */
export async function readDebtorKeys(db: Kysely<DeskSchema>, dealId: number): Promise<string[]> {
  const keys = new Set<string>();
  for (const table of lineTables) {
    const rows = await db.selectFrom(table).select("debtor_key").where("deal_id", "=", dealId).execute();
    for (const { debtor_key } of rows) keys.add(debtor_key);
  }
  return [...keys];
}

/** What is said of a debtor, by table and id; nothing of a table that says something under the new key already. */
export async function linesToMove(db: Kysely<DeskSchema>, dealId: number, from: string, to: string) {
  const found: { readonly table: (typeof lineTables)[number]; readonly id: number }[] = [];
  for (const table of lineTables) {
    const rows = await db.selectFrom(table).select(["id", "debtor_key"]).where("deal_id", "=", dealId).where("debtor_key", "in", [from, to]).execute();
    const line = rows.find(({ debtor_key }) => debtor_key === from);
    if (line !== undefined && rows.length === 1) found.push({ table, id: line.id });
  }
  return found;
}

export async function moveLine(
  trx: Kysely<DeskSchema>,
  { table, id }: { readonly table: (typeof lineTables)[number]; readonly id: number },
  to: string,
): Promise<void> {
  await sql`UPDATE ${sql.table(table)} SET debtor_key = ${to} WHERE id = ${id}`.execute(trx);
}

/** Items of a tape that join no loan. */
export async function countOrphans(db: Kysely<DeskSchema>, tapeId: number): Promise<number> {
  const counted = await db
    .selectFrom("collateral")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("tape_id", "=", tapeId)
    .where("loan_id", "is", null)
    .executeTakeFirstOrThrow();
  return counted.count;
}
