import type { Kysely } from "kysely";
import type { Inspection, InspectionHours } from "../../shared/domain/diligence.ts";
import type { DeskSchema } from "../db/schema.ts";

/** What is written down of a debtor, by the key that it has on whatever tape. */
export interface StoredInspection extends Inspection {
  readonly id: number;
  readonly key: string;
  readonly debtorName: string;
  readonly typedBy: string;
  readonly typedAt: string;
}

export async function listInspections(db: Kysely<DeskSchema>, dealId: number): Promise<StoredInspection[]> {
  const rows = await db.selectFrom("dd_task").selectAll().where("deal_id", "=", dealId).orderBy("id").execute();
  return rows.map(({ id, debtor_key, debtor_name, hours, status, finding, typed_by, typed_at }) => ({
    id,
    key: debtor_key,
    debtorName: debtor_name,
    hours,
    status,
    finding,
    typedBy: typed_by,
    typedAt: typed_at,
  }));
}

export type NewInspection = Omit<StoredInspection, "id">;

/** Answers the id of the new row. */
export async function insertInspection(db: Kysely<DeskSchema>, dealId: number, one: NewInspection): Promise<number> {
  const { key, debtorName, hours, status, finding, typedBy, typedAt } = one;
  const row = { deal_id: dealId, debtor_key: key, debtor_name: debtorName, hours, status, finding, typed_by: typedBy, typed_at: typedAt };
  const { id } = await db.insertInto("dd_task").values(row).returning("id").executeTakeFirstOrThrow();
  return id;
}

export async function updateInspection(db: Kysely<DeskSchema>, id: number, one: Omit<NewInspection, "key">): Promise<void> {
  const { debtorName, hours, status, finding, typedBy, typedAt } = one;
  const row = { debtor_name: debtorName, hours, status, finding, typed_by: typedBy, typed_at: typedAt };
  await db.updateTable("dd_task").set(row).where("id", "=", id).execute();
}

/** Null: the desk stated none. */
export async function findHours(db: Kysely<DeskSchema>, dealId: number): Promise<InspectionHours | null> {
  const row = await db.selectFrom("dd_hours").select(["hours_left", "hours_each"]).where("deal_id", "=", dealId).executeTakeFirst();
  return row === undefined ? null : { hoursLeft: row.hours_left, hoursEach: row.hours_each };
}

export async function putHours(db: Kysely<DeskSchema>, dealId: number, { hoursLeft, hoursEach }: InspectionHours): Promise<void> {
  const row = { hours_left: hoursLeft, hours_each: hoursEach };
  await db
    .insertInto("dd_hours")
    .values({ deal_id: dealId, ...row })
    .onConflict((conflict) => conflict.column("deal_id").doUpdateSet(row))
    .execute();
}
