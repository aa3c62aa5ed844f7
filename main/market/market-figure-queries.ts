import type { Insertable, Kysely, Selectable } from "kysely";
import type { MarketFigure, MarketFigureInput } from "../../shared/domain/market-figures.ts";
import type { DeskSchema } from "../db/schema.ts";

function figureFrom(row: Selectable<DeskSchema["market_figure"]>): MarketFigure {
  return {
    id: row.id,
    seeded: row.seeded === 1,
    measure: row.measure,
    scope: row.scope,
    period: row.period,
    moneyFen: row.money_fen,
    share: row.share,
    isLowerBound: row.is_lower_bound === 1,
    source: row.source,
    asOf: row.as_of,
  };
}

function figureColumns(figure: MarketFigureInput, seeded: boolean) {
  return {
    seeded: seeded ? 1 : 0,
    measure: figure.measure,
    scope: figure.scope,
    period: figure.period,
    money_fen: figure.moneyFen,
    share: figure.share,
    is_lower_bound: figure.isLowerBound ? 1 : 0,
    source: figure.source,
    as_of: figure.asOf,
  } satisfies Insertable<DeskSchema["market_figure"]>;
}

export async function listMarketFigures(db: Kysely<DeskSchema>): Promise<MarketFigure[]> {
  const rows = await db.selectFrom("market_figure").selectAll().orderBy("id").execute();
  return rows.map(figureFrom);
}

/** Inserts, or with an id updates, a figure; undefined where the id isn't there. */
export async function writeMarketFigure(
  db: Kysely<DeskSchema>,
  id: number | null,
  figure: MarketFigureInput,
  seeded = false,
): Promise<MarketFigure | undefined> {
  const columns = figureColumns(figure, seeded);
  const row =
    id === null
      ? await db.insertInto("market_figure").values(columns).returningAll().executeTakeFirstOrThrow()
      : await db.updateTable("market_figure").set(columns).where("id", "=", id).returningAll().executeTakeFirst();
  return row && figureFrom(row);
}

export async function findMarketFigure(db: Kysely<DeskSchema>, id: number): Promise<MarketFigure | undefined> {
  const row = await db.selectFrom("market_figure").selectAll().where("id", "=", id).executeTakeFirst();
  return row && figureFrom(row);
}

export async function removeMarketFigure(db: Kysely<DeskSchema>, id: number): Promise<void> {
  await db.deleteFrom("market_figure").where("id", "=", id).execute();
}
