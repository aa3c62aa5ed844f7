import { type Kysely, sql } from "kysely";
import { climbs, type SaleForm, type SaleTerms } from "../../shared/domain/bid-plan.ts";
import {
  type BidEvent,
  type BidEventKind,
  type LedgerLine,
  type RoundClosing,
  type RoundStatement,
  type RoundTerms,
  roundClosingSchema,
} from "../../shared/domain/bid-rounds.ts";
import { groupedBy } from "../../shared/grouped.ts";
import type { DeskSchema } from "../db/schema.ts";

export interface StoredRound extends RoundTerms {
  /** As it was stated at first. */
  readonly firstEnd: string | null;
}

/** What stands for a list price or an increment that a sealed, negotiated or falling sale has none of: no such price is a fen. */
const noneFen = 1;
const statedFen = (form: SaleForm, storedFen: number): number | null => (storedFen === noneFen && !climbs(form) ? null : storedFen);

/** The sale that a deal is in; null where it is in none. */
export async function findOpenRound(db: Kysely<DeskSchema>, dealId: number): Promise<StoredRound | null> {
  const row = await db.selectFrom("bid_round").selectAll().where("deal_id", "=", dealId).where("closed_at", "is", null).executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    saleForm: row.sale_form,
    listFen: statedFen(row.sale_form, row.list_fen),
    stepFen: statedFen(row.sale_form, row.step_fen),
    depositFen: row.deposit_fen,
    extensionMinutes: row.extension_minutes,
    oneBidderRule: row.one_bidder_rule,
    raiser: row.raiser,
    openedAt: row.opened_at,
    openedBy: row.opened_by,
    firstEnd: row.ends_at,
  };
}

interface NewRound {
  readonly dealId: number;
  readonly saleForm: SaleForm;
  readonly sale: SaleTerms;
  readonly endsAt: string | null;
  readonly openedAt: string;
  readonly openedBy: string;
}

/** Answers the id of the new row. */
export async function insertRound(db: Kysely<DeskSchema>, { dealId, saleForm, sale, endsAt, openedAt, openedBy }: NewRound): Promise<number> {
  const { id } = await db
    .insertInto("bid_round")
    .values({
      deal_id: dealId,
      sale_form: saleForm,
      list_fen: sale.listFen ?? noneFen,
      step_fen: sale.stepFen ?? noneFen,
      deposit_fen: sale.depositFen,
      extension_minutes: sale.extensionMinutes,
      one_bidder_rule: sale.oneBidderRule,
      raiser: sale.raiser,
      ends_at: endsAt,
      opened_at: openedAt,
      opened_by: openedBy,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** As they came. */
export async function listEvents(db: Kysely<DeskSchema>, roundId: number): Promise<BidEvent[]> {
  const rows = await db.selectFrom("bid_event").selectAll().where("round_id", "=", roundId).orderBy("id").execute();
  return rows.map(({ id, kind, amount_fen, at, typed_by, bidder, note, is_struck }) => ({
    id,
    kind,
    amountFen: amount_fen,
    at,
    typedBy: typed_by,
    bidder,
    note,
    isStruck: is_struck === 1,
  }));
}

interface NewEvent {
  readonly kind: BidEventKind;
  readonly amountFen: number;
  readonly at: string;
  readonly typedBy: string;
  readonly bidder?: string;
  readonly note?: string;
}

export async function appendEvent(db: Kysely<DeskSchema>, roundId: number, { kind, amountFen, at, typedBy, bidder = "", note = "" }: NewEvent): Promise<void> {
  await db.insertInto("bid_event").values({ round_id: roundId, kind, amount_fen: amountFen, at, typed_by: typedBy, bidder, note }).execute();
}

export async function strikeEvent(db: Kysely<DeskSchema>, id: number): Promise<void> {
  await db.updateTable("bid_event").set({ is_struck: 1 }).where("id", "=", id).execute();
}

export async function closeRound(db: Kysely<DeskSchema>, id: number, closing: RoundClosing, closedAt: string): Promise<void> {
  const { result, reason, winner, winnerFen, reserveFen, depositBackOn, note } = closing;
  await db
    .updateTable("bid_round")
    .set({ closed_at: closedAt, result, reason, winner, winner_fen: winnerFen, reserve_fen: reserveFen, deposit_back_on: depositBackOn, note })
    .where("id", "=", id)
    .execute();
}

/** Writes down what a closed sale is said to be: what was said before stays. */
export async function stateClosing(
  db: Kysely<DeskSchema>,
  roundId: number,
  closing: RoundClosing,
  said: { readonly by: string; readonly at: string },
): Promise<void> {
  await db
    .insertInto("round_statement")
    .values({ round_id: roundId, closing: JSON.stringify(closing), said_by: said.by, said_at: said.at })
    .execute();
}

/** What was said of a sale's end, the latest first. */
export async function listStatements(db: Kysely<DeskSchema>, roundId: number): Promise<RoundStatement[]> {
  const rows = await db.selectFrom("round_statement").selectAll().where("round_id", "=", roundId).orderBy("id", "desc").execute();
  return rows.map(({ id, said_by, said_at, closing }) => ({ id, by: said_by, at: said_at, closing: roundClosingSchema.parse(JSON.parse(closing)) }));
}

/** When a sale of the deal was closed, and what form it had; null for one that isn't. */
export async function findClosing(
  db: Kysely<DeskSchema>,
  dealId: number,
  id: number,
): Promise<{ readonly closedAt: string; readonly saleForm: SaleForm } | null> {
  const row = await db.selectFrom("bid_round").select(["closed_at", "sale_form"]).where("id", "=", id).where("deal_id", "=", dealId).executeTakeFirst();
  return row === undefined || row.closed_at === null ? null : { closedAt: row.closed_at, saleForm: row.sale_form };
}

/** The highest bid of each named rival that was not struck, by sale. */
async function rivalsByRound(db: Kysely<DeskSchema>): Promise<ReadonlyMap<number, LedgerLine["rivals"]>> {
  const rows = await db
    .selectFrom("bid_event")
    .select((of) => ["round_id", "bidder", of.fn.max("amount_fen").as("amount_fen")])
    .where("kind", "=", "rivalBid")
    .where("is_struck", "=", 0)
    .where("bidder", "<>", "")
    .groupBy(["round_id", "bidder"])
    .orderBy("amount_fen", "desc")
    .execute();
  const grouped = groupedBy(rows, ({ round_id }) => round_id);
  return new Map([...grouped].map(([id, some]) => [id, some.map(({ bidder, amount_fen }) => ({ name: bidder, amountFen: amount_fen }))]));
}

/** Closed sales of all deals, the latest first. */
export async function listClosed(db: Kysely<DeskSchema>): Promise<LedgerLine[]> {
  const rivals = await rivalsByRound(db);
  const rows = await db
    .selectFrom("bid_round as round")
    .innerJoin("deal", "deal.id", "round.deal_id")
    .selectAll("round")
    .select(["deal.name as deal_name", "deal.seller"])
    .select((is) => [
      is
        .selectFrom("bid_event")
        .select((of) => of.fn.max("amount_fen").as("most"))
        .whereRef("round_id", "=", "round.id")
        .where("kind", "=", "ownBid")
        .where("is_struck", "=", 0)
        .as("own_fen"),
      is
        .selectFrom("bid_event")
        .select("amount_fen")
        .whereRef("round_id", "=", "round.id")
        .where("kind", "=", "limit")
        .orderBy("id", "desc")
        .limit(1)
        .as("limit_fen"),
    ])
    .where("round.closed_at", "is not", null)
    .orderBy(sql`round.closed_at`, "desc")
    .orderBy("round.id", "desc")
    .execute();
  return rows.flatMap((row) =>
    row.closed_at === null || row.result === null
      ? []
      : [
          {
            roundId: row.id,
            dealId: row.deal_id,
            dealName: row.deal_name,
            seller: row.seller,
            openedAt: row.opened_at,
            closedAt: row.closed_at,
            saleForm: row.sale_form,
            result: row.result,
            reason: row.reason,
            listFen: statedFen(row.sale_form, row.list_fen),
            limitFen: row.limit_fen ?? row.list_fen,
            ownFen: row.own_fen,
            winner: row.winner,
            winnerFen: row.winner_fen,
            reserveFen: row.reserve_fen,
            depositFen: row.deposit_fen,
            depositBackOn: row.deposit_back_on,
            note: row.note,
            rivals: rivals.get(row.id) ?? [],
          },
        ],
  );
}
