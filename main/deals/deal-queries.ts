import { type Kysely, sql } from "kysely";
import type { Deal, DealInput } from "../../shared/contract/deal-channels.ts";
import { dealStageOf, statusOf } from "../../shared/domain/committee.ts";
import type { DeskSchema } from "../db/schema.ts";

function withPackage(db: Kysely<DeskSchema>) {
  return db
    .selectFrom("deal")
    .leftJoin("tape", (join) => join.onRef("tape.deal_id", "=", "deal.id").on("tape.undone_at", "is", null).on("tape.standing", "=", "priced"))
    .selectAll("deal")
    .select((is) => [
      is.selectFrom("submission").select("state").whereRef("submission.deal_id", "=", "deal.id").orderBy("submission.id", "desc").limit(1).as("approval_state"),
      is.selectFrom("pricing_run").select("pricing_run.id").whereRef("pricing_run.deal_id", "=", "deal.id").limit(1).as("first_run_id"),
    ])
    .select(["tape.id as tape_id", "tape.loan_count", "tape.principal_fen", "tape.interest_fen", "tape.fees_fen"]);
}
type DealWithPackage = Awaited<ReturnType<ReturnType<typeof withPackage>["executeTakeFirstOrThrow"]>>;

function dealFrom(row: DealWithPackage): Deal {
  return {
    id: row.id,
    name: row.name,
    seller: row.seller,
    kind: row.kind,
    process: row.process,
    cutOffDate: row.cut_off_date,
    bidDeadline: row.bid_deadline,
    stage: dealStageOf(row.approval_state, row.tape_id !== null, row.first_run_id !== null),
    status: statusOf(row.approval_state, row.status),
    owner: row.owner,
    notes: row.notes,
    archived: row.archived === 1,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    package:
      row.tape_id === null
        ? null
        : {
            tapeId: row.tape_id,
            loans: row.loan_count ?? 0,
            upbFen: row.principal_fen ?? 0,
            claimFen: (row.principal_fen ?? 0) + (row.interest_fen ?? 0) + (row.fees_fen ?? 0),
          },
  };
}

function dealColumns(deal: DealInput) {
  return {
    name: deal.name,
    seller: deal.seller,
    kind: deal.kind,
    process: deal.process,
    cut_off_date: deal.cutOffDate,
    bid_deadline: deal.bidDeadline,
    status: deal.status,
    owner: deal.owner,
    notes: deal.notes,
  };
}

export async function listDeals(db: Kysely<DeskSchema>, archived: boolean): Promise<Deal[]> {
  const rows = await withPackage(db)
    .where("deal.archived", "=", archived ? 1 : 0)
    .orderBy("deal.updated_at", "desc")
    .orderBy("deal.id", "desc")
    .execute();
  return rows.map(dealFrom);
}

export async function findDeal(db: Kysely<DeskSchema>, dealId: number): Promise<Deal | undefined> {
  const row = await withPackage(db).where("deal.id", "=", dealId).executeTakeFirst();
  return row && dealFrom(row);
}

export async function findSampleDealId(db: Kysely<DeskSchema>): Promise<number | undefined> {
  return (await db.selectFrom("deal").select("id").where("is_sample", "=", 1).executeTakeFirst())?.id;
}

const nextDealId = sql<number>`(SELECT max(coalesce((SELECT max(id) FROM deal), 0), coalesce((SELECT max(deal_id) FROM audit_event), 0)) + 1)`;

export async function insertDeal(db: Kysely<DeskSchema>, deal: DealInput, now: string, isSample = false): Promise<number> {
  const { id } = await db
    .insertInto("deal")
    // The stage is worked out wherever it is shown; the column is what deals had before approvals were kept.
    // An id that the trail names is never given again: the deal that had it may be erased.
    .values({ id: nextDealId, ...dealColumns(deal), stage: "screening", is_sample: isSample ? 1 : 0, created_at: now, updated_at: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** False where the deal isn't there. */
export async function updateDeal(db: Kysely<DeskSchema>, dealId: number, deal: DealInput, now: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("deal")
    .set({ ...dealColumns(deal), updated_at: now })
    .where("id", "=", dealId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function updateArchived(db: Kysely<DeskSchema>, dealId: number, archived: boolean, now: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("deal")
    .set({ archived: archived ? 1 : 0, updated_at: now })
    .where("id", "=", dealId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function updateCutOffDate(db: Kysely<DeskSchema>, dealId: number, cutOffDate: string, now: string): Promise<void> {
  await db
    .updateTable("deal")
    .set({ cut_off_date: cutOffDate, updated_at: now })
    .where("id", "=", dealId)
    .where("cut_off_date", "is not", cutOffDate)
    .execute();
}
