import type { Kysely, Selectable } from "kysely";
import type { AssumptionSet, DealModel } from "../../shared/contract/assumption-channels.ts";
import type { DealKind } from "../../shared/domain/codes.ts";
import type { DeskSchema } from "../db/schema.ts";
import { setKindOf } from "./built-in-sets.ts";
import { termsColumns, termsFrom } from "./stored-terms.ts";

function setFrom(row: Selectable<DeskSchema["assumption_set"]>): AssumptionSet {
  return { id: row.id, dealKind: row.deal_kind, nameZh: row.name_zh, nameEn: row.name_en, asOf: row.as_of, seeded: row.seeded === 1, ...termsFrom(row) };
}

export async function listAssumptionSets(db: Kysely<DeskSchema>): Promise<AssumptionSet[]> {
  const rows = await db.selectFrom("assumption_set").selectAll().orderBy("seeded", "desc").orderBy("id").execute();
  return rows.map(setFrom);
}

export async function findAssumptionSet(db: Kysely<DeskSchema>, id: number): Promise<AssumptionSet | undefined> {
  const row = await db.selectFrom("assumption_set").selectAll().where("id", "=", id).executeTakeFirst();
  return row && setFrom(row);
}

/** The built-in set of a kind of deal. */
export async function getSeededSet(db: Kysely<DeskSchema>, kind: DealKind): Promise<AssumptionSet> {
  const seeded = db.selectFrom("assumption_set").selectAll().where("seeded", "=", 1).where("deal_kind", "=", setKindOf(kind));
  return setFrom(await seeded.orderBy("id").executeTakeFirstOrThrow());
}

export async function insertAssumptionSet(db: Kysely<DeskSchema>, set: Omit<AssumptionSet, "id">): Promise<AssumptionSet> {
  const row = await db
    .insertInto("assumption_set")
    .values({ deal_kind: set.dealKind, name_zh: set.nameZh, name_en: set.nameEn, as_of: set.asOf, seeded: set.seeded ? 1 : 0, ...termsColumns(set) })
    .returningAll()
    .executeTakeFirstOrThrow();
  return setFrom(row);
}

export async function updateAssumptionSet(db: Kysely<DeskSchema>, set: Omit<AssumptionSet, "seeded" | "dealKind">): Promise<AssumptionSet> {
  const row = await db
    .updateTable("assumption_set")
    .set({ name_zh: set.nameZh, name_en: set.nameEn, as_of: set.asOf, ...termsColumns(set) })
    .where("id", "=", set.id)
    .where("seeded", "=", 0)
    .returningAll()
    .executeTakeFirstOrThrow();
  return setFrom(row);
}

/** Models made from the set keep their own copy and name the built-in set of its kind from then on. */
export async function removeAssumptionSet(db: Kysely<DeskSchema>, { id, dealKind }: Pick<AssumptionSet, "id" | "dealKind">): Promise<void> {
  const seeded = await getSeededSet(db, dealKind);
  await db.updateTable("deal_model").set({ assumption_set_id: seeded.id }).where("assumption_set_id", "=", id).execute();
  await db.deleteFrom("assumption_set").where("id", "=", id).where("seeded", "=", 0).execute();
}

/** Deals whose models were made from the set. */
export async function modelsOfSet(db: Kysely<DeskSchema>, id: number): Promise<number[]> {
  const rows = await db.selectFrom("deal_model").select("deal_id").where("assumption_set_id", "=", id).execute();
  return rows.map((row) => row.deal_id);
}

export async function findDealModel(db: Kysely<DeskSchema>, dealId: number): Promise<DealModel | undefined> {
  const row = await db.selectFrom("deal_model").selectAll().where("deal_id", "=", dealId).executeTakeFirst();
  return row && { assumptionSetId: row.assumption_set_id, bidPriceFen: row.bid_price_fen, ...termsFrom(row) };
}

export async function writeDealModel(db: Kysely<DeskSchema>, dealId: number, model: DealModel, now: string): Promise<void> {
  const columns = { assumption_set_id: model.assumptionSetId, bid_price_fen: model.bidPriceFen, updated_at: now, ...termsColumns(model) };
  await db
    .insertInto("deal_model")
    .values({ deal_id: dealId, ...columns })
    .onConflict((conflict) => conflict.column("deal_id").doUpdateSet(columns))
    .execute();
}
