import { type Kysely, sql } from "kysely";
import type { z } from "zod";
import type { CompanyRecord } from "../../shared/contract/company-channels.ts";
import {
  type CompanyPlan,
  type CompanyQuarter,
  companyPlanSchema,
  companyQuarterRowSchema,
  type Exposure,
  exposureRowSchema,
  type Instrument,
  instrumentRowSchema,
  usualPlanOfCompany,
} from "../../shared/domain/company.ts";
import { canonicalJson } from "../db/canonical-json.ts";
import type { DeskSchema } from "../db/schema.ts";

type Desk = Kysely<DeskSchema>;

async function listRecords<T>(db: Desk, kind: CompanyRecord["kind"], schema: z.ZodType<T>): Promise<T[]> {
  const rows = await db.selectFrom("company_record").selectAll().where("kind", "=", kind).orderBy("id").execute();
  return rows.map(({ id, body, is_sample }) => schema.parse({ ...(JSON.parse(body) as object), id, isSample: is_sample === 1 }));
}

/** The latest first. */
export async function listQuarters(db: Desk): Promise<CompanyQuarter[]> {
  const quarters = await listRecords(db, "quarter", companyQuarterRowSchema);
  return quarters.toSorted((one, other) => other.quarterEnd.localeCompare(one.quarterEnd));
}

export const listInstruments = (db: Desk): Promise<Instrument[]> => listRecords(db, "instrument", instrumentRowSchema);
export const listExposures = (db: Desk): Promise<Exposure[]> => listRecords(db, "exposure", exposureRowSchema);

/** Inserts, or with an id updates, a record; null where the id isn't there. A record that the desk edits is its own. */
export async function writeRecord(db: Desk, id: number | null, { kind, record }: CompanyRecord, isSample: boolean): Promise<number | null> {
  const row = { body: canonicalJson(record), is_sample: isSample ? 1 : 0 };
  if (id === null)
    return (
      await db
        .insertInto("company_record")
        .values({ kind, ...row })
        .returning("id")
        .executeTakeFirstOrThrow()
    ).id;
  const changed = await db.updateTable("company_record").set(row).where("id", "=", id).where("kind", "=", kind).returning("id").executeTakeFirst();
  return changed?.id ?? null;
}

/** The id of the quarter's record; null where it has none. */
export async function findQuarterId(db: Desk, quarterEnd: string): Promise<number | null> {
  const row = await db
    .selectFrom("company_record")
    .select("id")
    .where("kind", "=", "quarter")
    .where(sql`json_extract(body, '$.quarterEnd')`, "=", quarterEnd)
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function hasRecord(db: Desk, id: number): Promise<boolean> {
  return (await db.selectFrom("company_record").select("id").where("id", "=", id).executeTakeFirst()) !== undefined;
}

export async function removeRecord(db: Desk, id: number): Promise<void> {
  await db.deleteFrom("company_record").where("id", "=", id).execute();
}

/** The ids of the desk's own records, or of those of the sample. */
export async function recordIds(db: Desk, isSample: boolean): Promise<number[]> {
  const rows = await db
    .selectFrom("company_record")
    .select("id")
    .where("is_sample", "=", isSample ? 1 : 0)
    .execute();
  return rows.map(({ id }) => id);
}

/** The only plan; `isStated` false: the desk stated none. */
export async function findCompanyPlan(db: Desk): Promise<{ readonly plan: CompanyPlan; readonly isStated: boolean; readonly isSample: boolean }> {
  const row = await db.selectFrom("company_plan").selectAll().where("id", "=", 1).executeTakeFirst();
  if (row === undefined) return { plan: usualPlanOfCompany, isStated: false, isSample: false };
  // Plans of before don't say after which quarter.
  const body = { plannedAfter: null, ...(JSON.parse(row.body) as object) };
  return { plan: companyPlanSchema.parse(body), isStated: true, isSample: row.is_sample === 1 };
}

export async function putCompanyPlan(db: Desk, plan: CompanyPlan, isSample: boolean): Promise<void> {
  const row = { body: canonicalJson(plan), is_sample: isSample ? 1 : 0 };
  await db
    .insertInto("company_plan")
    .values({ id: 1, ...row })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
}

export async function removeCompanyPlan(db: Desk): Promise<void> {
  await db.deleteFrom("company_plan").where("id", "=", 1).execute();
}

/** The money of a deal's latest saved run at its price, yuan by month; a deal without a run has none, and no price. */
export interface RunMoney {
  readonly dealId: number;
  readonly name: string;
  readonly cutOffDate: string | null;
  readonly priceFen: number | null;
  readonly net: readonly number[];
  readonly payments: readonly number[];
  /** Null without debt. */
  readonly draws: readonly number[] | null;
  readonly principal: readonly number[] | null;
}

/** Deals that are in the register with their latest runs; only the few arrays that a company needs are taken out of each. */
export async function readRunMoney(db: Desk): Promise<RunMoney[]> {
  const part = (path: string) => sql<string | null>`json_extract(run.result, ${sql.lit(`$.cases[1].${path}`)})`;
  const rows = await db
    .selectFrom("deal")
    .leftJoin("pricing_run as run", (join) =>
      join.onRef("run.deal_id", "=", "deal.id").on("run.id", "=", sql<number>`(SELECT max(id) FROM pricing_run WHERE deal_id = deal.id)`),
    )
    .select(["deal.id", "deal.name", "deal.cut_off_date"])
    .select([
      sql<number | null>`json_extract(run.result, '$.bidPriceFen')`.as("price_fen"),
      part("flows.net").as("net"),
      part("financing.payments").as("payments"),
      part("financing.debt.draws").as("draws"),
      part("financing.debt.principal").as("principal"),
    ])
    .where("deal.archived", "=", 0)
    .orderBy("deal.id")
    .execute();
  const list = (text: string | null) => (text === null ? null : (JSON.parse(text) as number[])); // written by the engine
  return rows.map((row) => ({
    dealId: row.id,
    name: row.name,
    cutOffDate: row.cut_off_date,
    // Runs of engine 1.0 don't say when the price is paid.
    priceFen: row.payments === null ? null : row.price_fen,
    net: list(row.net) ?? [],
    payments: list(row.payments) ?? [],
    draws: list(row.draws),
    principal: list(row.principal),
  }));
}
