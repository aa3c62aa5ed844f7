import { type Kysely, sql } from "kysely";
import type { BidDate } from "../../shared/contract/calendar-channels.ts";
import type { BidDateInput } from "../../shared/domain/bid-dates.ts";
import type { DeskSchema } from "../db/schema.ts";

function withDeal(db: Kysely<DeskSchema>) {
  return db.selectFrom("bid_date").innerJoin("deal", "deal.id", "bid_date.deal_id").selectAll("bid_date").select("deal.name as deal_name");
}
type StoredDate = Awaited<ReturnType<ReturnType<typeof withDeal>["executeTakeFirstOrThrow"]>>;

const dateFrom = (row: StoredDate): BidDate => ({
  id: row.id,
  dealId: row.deal_id,
  dealName: row.deal_name,
  kind: row.kind,
  round: row.round,
  onDay: row.on_day,
  atTime: row.at_time,
  note: row.note,
  isDone: row.is_done === 1,
});

/** Dates that were entered for deals that are not archived. */
export async function listBidDates(db: Kysely<DeskSchema>): Promise<BidDate[]> {
  const rows = await withDeal(db).where("deal.archived", "=", 0).execute();
  return rows.map(dateFrom);
}

/** The deadlines of the deals' own entries, of deals at work for which none is entered here. */
export async function listDeadlines(db: Kysely<DeskSchema>): Promise<BidDate[]> {
  const rows = await db
    .selectFrom("deal")
    .select(["deal.id", "deal.name", "deal.bid_deadline"])
    .where("deal.archived", "=", 0)
    .where("deal.status", "in", ["active", "onHold"])
    .where("deal.bid_deadline", "is not", null)
    .where((is) =>
      is.not(
        is.exists(is.selectFrom("bid_date").select(sql`1`.as("one")).whereRef("bid_date.deal_id", "=", "deal.id").where("bid_date.kind", "=", "deadline")),
      ),
    )
    // A sale that is closed has no deadline any more.
    .where((is) =>
      is.not(
        is.exists(
          is.selectFrom("bid_round").select(sql`1`.as("one")).whereRef("bid_round.deal_id", "=", "deal.id").where("bid_round.closed_at", "is not", null),
        ),
      ),
    )
    .execute();
  return rows.flatMap(({ id, name, bid_deadline: onDay }) =>
    onDay === null ? [] : [{ id: null, dealId: id, dealName: name, kind: "deadline" as const, round: null, onDay, atTime: null, note: "", isDone: false }],
  );
}

export async function findBidDate(db: Kysely<DeskSchema>, id: number): Promise<BidDate | undefined> {
  const row = await withDeal(db).where("bid_date.id", "=", id).executeTakeFirst();
  return row && dateFrom(row);
}

/** Inserts, or with an id updates, a date; answers its id. */
export async function writeBidDate(db: Kysely<DeskSchema>, id: number | null, dealId: number, date: BidDateInput): Promise<number> {
  const columns = {
    kind: date.kind,
    round: date.round,
    on_day: date.onDay,
    at_time: date.atTime,
    note: date.note,
    is_done: date.isDone ? 1 : 0,
  };
  if (id === null)
    return (
      await db
        .insertInto("bid_date")
        .values({ deal_id: dealId, ...columns })
        .returning("id")
        .executeTakeFirstOrThrow()
    ).id;
  await db.updateTable("bid_date").set(columns).where("id", "=", id).execute();
  return id;
}

export async function removeBidDate(db: Kysely<DeskSchema>, id: number): Promise<void> {
  await db.deleteFrom("bid_date").where("id", "=", id).execute();
}
