import { type Kysely, sql } from "kysely";
import { approvedStates } from "../../shared/domain/committee.ts";
import type { DeskSchema } from "../db/schema.ts";

type Desk = Kysely<DeskSchema>;

/** Tables with rows of a deal, children before what they point to. Rows of its tapes go by the sweep of tapes; tapes and deal go last. */
const dealTables = [
  "run_mark",
  "submission",
  "pricing_run",
  "bid_round",
  "bid_date",
  "bid_plan",
  "compliance_answer",
  "dd_hours",
  "dd_task",
  "deal_model",
  "debtor_estimate",
  "debtor_estimate_log",
  "deal_retention",
  "draft",
  "quality_confirmation",
  "scenario",
] as const;

/** Of what hangs on a row of the deal. */
const childTables = [
  ["committee_action", "submission_id", "submission"],
  ["bid_event", "round_id", "bid_round"],
  ["round_statement", "round_id", "bid_round"],
] as const;

export async function isApproved(db: Desk, dealId: number): Promise<boolean> {
  const found = await db.selectFrom("submission").select("id").where("deal_id", "=", dealId).where("state", "in", approvedStates).limit(1).execute();
  return found.length > 0;
}

export async function findRetention(db: Desk, dealId: number): Promise<string | null> {
  const row = await db.selectFrom("deal_retention").select("until_day").where("deal_id", "=", dealId).executeTakeFirst();
  return row?.until_day ?? null;
}

export async function writeRetention(db: Desk, dealId: number, until: string | null): Promise<void> {
  await db.deleteFrom("deal_retention").where("deal_id", "=", dealId).execute();
  if (until !== null) await db.insertInto("deal_retention").values({ deal_id: dealId, until_day: until }).execute();
}

/** Past the triggers that keep runs and statements, for as long as `work` takes. */
export async function whileErasing(db: Desk, dealId: number, runId: number | null, work: () => Promise<void>): Promise<void> {
  await db.insertInto("erasing").values({ deal_id: dealId, run_id: runId }).execute();
  await work();
  await db.deleteFrom("erasing").where("deal_id", "=", dealId).execute();
}

/** A run's id is never given again: memos and the trail name it. */
async function keepRunIds(db: Desk): Promise<void> {
  await sql`INSERT INTO desk_mark (name, value) SELECT 'lastRun', coalesce(max(id), 0) FROM pricing_run WHERE true
    ON CONFLICT (name) DO UPDATE SET value = max(CAST(value AS INTEGER), CAST(excluded.value AS INTEGER))`.execute(db);
}

const roundsOf = (dealId: number) => sql`SELECT id FROM bid_round WHERE deal_id = ${dealId}`;
/** What the market file has of the deal's sales names its seller, its winner and our price. */
const recordsOf = (dealId: number) => sql`SELECT id FROM market_deal WHERE bid_round_id IN (${roundsOf(dealId)})`;

/** What the trail says of a deal before it had an id, and what of others' events names it. */
async function eraseNamed(db: Desk, dealId: number): Promise<void> {
  await sql`DELETE FROM audit_value WHERE event_id IN (SELECT id FROM audit_event WHERE deal_id = ${dealId})
    OR (event_id IN (SELECT id FROM audit_event WHERE deal_id IS NULL)
      AND instr(content, (SELECT json_quote(name) FROM deal WHERE id = ${dealId})) > 0)
    OR event_id IN (SELECT id FROM audit_event WHERE kind IN ('market.saveDeal', 'market.removeDeal') AND subject ->> 'id' IN (${recordsOf(dealId)}))`.execute(
    db,
  );
}

/** Steps of whatever stack that would bring a row of the deal back. */
async function eraseSteps(db: Desk, dealId: number): Promise<void> {
  await sql`DELETE FROM journal_step WHERE stack = ${`deal/${dealId}`} OR EXISTS (SELECT 1 FROM json_each(changes) AS c
    WHERE (c.value ->> 'table' = 'deal' AND c.value ->> 'id' = ${dealId})
      OR (c.value ->> 'table' = 'bid_date' AND c.value ->> 'id' IN (SELECT id FROM bid_date WHERE deal_id = ${dealId}))
      OR (c.value ->> 'table' = 'market_deal' AND c.value ->> 'id' IN (${recordsOf(dealId)}))
      OR c.value -> 'removed' ->> 'bid_round_id' IN (${roundsOf(dealId)})
      OR c.value -> 'made' ->> 'deal_id' = ${dealId} OR c.value -> 'removed' ->> 'deal_id' = ${dealId})`.execute(db);
}

/** Everything of a deal but the rows of its tapes, which are undone so that the sweep takes them. */
export async function eraseDealRows(db: Desk, dealId: number, now: string): Promise<void> {
  await keepRunIds(db);
  await eraseNamed(db, dealId);
  await eraseSteps(db, dealId);
  await sql`DELETE FROM market_deal WHERE bid_round_id IN (${roundsOf(dealId)})`.execute(db);
  for (const [table, column, parent] of childTables)
    await sql`DELETE FROM ${sql.table(table)} WHERE ${sql.ref(column)} IN (SELECT id FROM ${sql.table(parent)} WHERE deal_id = ${dealId})`.execute(db);
  for (const table of dealTables) await sql`DELETE FROM ${sql.table(table)} WHERE deal_id = ${dealId}`.execute(db);
  await sql`UPDATE tape SET undone_at = ${now} WHERE deal_id = ${dealId} AND undone_at IS NULL`.execute(db);
}

/** The deal itself with the records of its tapes; false while rows of one are still there. */
export async function eraseDealItself(db: Desk, dealId: number): Promise<boolean> {
  const left = await db.selectFrom("tape").select("id").where("deal_id", "=", dealId).where("row_state", "<>", "removed").limit(1).execute();
  if (left.length > 0) return false;
  await db.deleteFrom("tape").where("deal_id", "=", dealId).execute();
  await db.deleteFrom("deal").where("id", "=", dealId).execute();
  return true;
}

export async function findRunPlace(db: Desk, runId: number): Promise<{ readonly dealId: number; readonly isInUse: boolean } | null> {
  const run = await db.selectFrom("pricing_run").select("deal_id").where("id", "=", runId).executeTakeFirst();
  if (run === undefined) return null;
  const papers = await db.selectFrom("submission").select("id").where("run_id", "=", runId).limit(1).execute();
  return { dealId: run.deal_id, isInUse: papers.length > 0 };
}

export async function eraseRunRows(db: Desk, runId: number): Promise<void> {
  await keepRunIds(db);
  await sql`DELETE FROM audit_value WHERE event_id IN (SELECT id FROM audit_event WHERE subject ->> 'runId' = ${runId})`.execute(db);
  await db.updateTable("run_mark").set({ predecessor_id: null }).where("predecessor_id", "=", runId).execute();
  await db.deleteFrom("run_mark").where("run_id", "=", runId).execute();
  await db.deleteFrom("pricing_run").where("id", "=", runId).execute();
}
