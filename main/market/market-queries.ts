import type { Insertable, Kysely, Selectable } from "kysely";
import type { MarketAverage, MarketAverageInput, MarketDeal, MarketDealInput } from "../../shared/contract/market-channels.ts";
import { cashWorthFen, marketFactsSchema, noFacts } from "../../shared/domain/market-facts.ts";
import { canonicalJson } from "../db/canonical-json.ts";
import type { DeskSchema } from "../db/schema.ts";

/** Price over a balance; null unless both are published. */
function ratioOf(priceFen: number | null, balanceFen: number | null): number | null {
  return priceFen === null || balanceFen === null ? null : priceFen / balanceFen;
}

function dealFrom(row: Selectable<DeskSchema["market_deal"]>): MarketDeal {
  const facts = row.facts === null ? noFacts : marketFactsSchema.parse(JSON.parse(row.facts));
  return {
    id: row.id,
    seeded: row.seeded === 1,
    buyer: row.buyer,
    seller: row.seller,
    reportedOn: row.reported_on,
    priceFen: row.price_fen,
    principalFen: row.principal_fen,
    claimFen: row.claim_fen,
    kind: row.kind,
    source: row.source,
    note: row.note,
    roundId: row.bid_round_id,
    priceToPrincipal: ratioOf(row.price_fen, row.principal_fen),
    priceToClaim: ratioOf(row.price_fen, row.claim_fen),
    priceToNet: ratioOf(row.price_fen, facts.netFen),
    worthToPrincipal: ratioOf(cashWorthFen(row.price_fen, facts), row.principal_fen),
    facts,
  };
}

function dealColumns(deal: MarketDealInput) {
  return {
    buyer: deal.buyer,
    seller: deal.seller,
    reported_on: deal.reportedOn,
    price_fen: deal.priceFen,
    principal_fen: deal.principalFen,
    claim_fen: deal.claimFen,
    kind: deal.kind,
    source: deal.source,
    note: deal.note,
    ...(deal.facts === undefined ? {} : { facts: canonicalJson(deal.facts) }),
  } satisfies Insertable<DeskSchema["market_deal"]>;
}

function averageFrom(row: Selectable<DeskSchema["market_average"]>): MarketAverage {
  return {
    id: row.id,
    seeded: row.seeded === 1,
    dealKind: row.deal_kind,
    period: row.period,
    ratio: row.ratio,
    isUpperBound: row.is_upper_bound === 1,
    base: row.base,
    source: row.source,
    asOf: row.as_of,
  };
}

function averageColumns(average: MarketAverageInput) {
  return {
    deal_kind: average.dealKind,
    period: average.period,
    ratio: average.ratio,
    is_upper_bound: average.isUpperBound ? 1 : 0,
    base: average.base,
    source: average.source,
    as_of: average.asOf,
  } satisfies Insertable<DeskSchema["market_average"]>;
}

export async function listMarketDeals(db: Kysely<DeskSchema>): Promise<MarketDeal[]> {
  const rows = await db.selectFrom("market_deal").selectAll().orderBy("reported_on", "desc").orderBy("id").execute();
  return rows.map(dealFrom);
}

/** Inserts, or with an id updates, a deal; undefined where the id isn't there. What the desk edits is its own and no longer seeded. */
export async function writeMarketDeal(
  db: Kysely<DeskSchema>,
  id: number | null,
  deal: MarketDealInput,
  seeded = false,
  roundId: number | null = null,
): Promise<MarketDeal | undefined> {
  // Which sale of ours it came from stays, whatever the desk makes of the record.
  const columns = { ...dealColumns(deal), seeded: seeded ? 1 : 0, ...(roundId === null ? {} : { bid_round_id: roundId }) };
  const row =
    id === null
      ? await db.insertInto("market_deal").values(columns).returningAll().executeTakeFirstOrThrow()
      : await db.updateTable("market_deal").set(columns).where("id", "=", id).returningAll().executeTakeFirst();
  return row && dealFrom(row);
}

export async function findMarketDeal(db: Kysely<DeskSchema>, id: number): Promise<MarketDeal | undefined> {
  const row = await db.selectFrom("market_deal").selectAll().where("id", "=", id).executeTakeFirst();
  return row && dealFrom(row);
}

/** The record of a sale of ours. */
export async function findSaleRecord(db: Kysely<DeskSchema>, roundId: number): Promise<MarketDeal | undefined> {
  const row = await db.selectFrom("market_deal").selectAll().where("bid_round_id", "=", roundId).executeTakeFirst();
  return row && dealFrom(row);
}

export async function removeMarketDeal(db: Kysely<DeskSchema>, id: number): Promise<void> {
  await db.deleteFrom("market_deal").where("id", "=", id).execute();
}

export async function listMarketAverages(db: Kysely<DeskSchema>): Promise<MarketAverage[]> {
  const rows = await db.selectFrom("market_average").selectAll().orderBy("as_of", "desc").orderBy("id").execute();
  return rows.map(averageFrom);
}

export async function writeMarketAverage(
  db: Kysely<DeskSchema>,
  id: number | null,
  average: MarketAverageInput,
  seeded = false,
): Promise<MarketAverage | undefined> {
  const columns = { ...averageColumns(average), seeded: seeded ? 1 : 0 };
  const row =
    id === null
      ? await db.insertInto("market_average").values(columns).returningAll().executeTakeFirstOrThrow()
      : await db.updateTable("market_average").set(columns).where("id", "=", id).returningAll().executeTakeFirst();
  return row && averageFrom(row);
}

export async function findMarketAverage(db: Kysely<DeskSchema>, id: number): Promise<MarketAverage | undefined> {
  const row = await db.selectFrom("market_average").selectAll().where("id", "=", id).executeTakeFirst();
  return row && averageFrom(row);
}

export async function removeMarketAverage(db: Kysely<DeskSchema>, id: number): Promise<void> {
  await db.deleteFrom("market_average").where("id", "=", id).execute();
}
