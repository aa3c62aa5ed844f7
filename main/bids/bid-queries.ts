import type { Kysely } from "kysely";
import {
  type BidBeliefs,
  bidBeliefsSchema,
  type SaleTerms,
  type StructureTerms,
  saleTermsSchema,
  structureTermsSchema,
  usualBeliefs,
  usualStructures,
  usualTerms,
} from "../../shared/domain/bid-plan.ts";
import { canonicalJson } from "../db/canonical-json.ts";
import type { DeskSchema } from "../db/schema.ts";

export interface BidPlan {
  readonly beliefs: BidBeliefs;
  readonly sale: SaleTerms;
  readonly structures: StructureTerms;
}

/** What a deal begins with. */
export const usualPlan: BidPlan = { beliefs: usualBeliefs, sale: usualTerms, structures: usualStructures };

/** Null: the desk stated nothing yet. */
export async function findPlan(db: Kysely<DeskSchema>, dealId: number): Promise<BidPlan | null> {
  const row = await db.selectFrom("bid_plan").selectAll().where("deal_id", "=", dealId).executeTakeFirst();
  if (row === undefined) return null;
  const read = (text: string): unknown => JSON.parse(text);
  return {
    beliefs: bidBeliefsSchema.parse(read(row.beliefs)),
    sale: saleTermsSchema.parse(read(row.sale)),
    structures: structureTermsSchema.parse(read(row.structures)),
  };
}

export async function putPlan(db: Kysely<DeskSchema>, dealId: number, { beliefs, sale, structures }: BidPlan): Promise<void> {
  const row = { beliefs: canonicalJson(beliefs), sale: canonicalJson(sale), structures: canonicalJson(structures) };
  await db
    .insertInto("bid_plan")
    .values({ deal_id: dealId, ...row })
    .onConflict((conflict) => conflict.column("deal_id").doUpdateSet(row))
    .execute();
}

/** Deals of which a sale came to an end: rounds of one deal say no more than one does. */
export async function countClosedDeals(db: Kysely<DeskSchema>): Promise<number> {
  const { count } = await db
    .selectFrom("bid_round")
    .select((is) => is.fn.count<number>("deal_id").distinct().as("count"))
    .where("closed_at", "is not", null)
    .executeTakeFirstOrThrow();
  return count;
}
