import type { Kysely } from "kysely";
import type { DeskSchema } from "../db/schema.ts";

interface FindingKind {
  readonly tapeId: number;
  readonly kind: "rejection" | "warning";
}

/** Findings of a kind in the order in which they were made, those behind the one that was read last. */
export function readFindings(db: Kysely<DeskSchema>, { tapeId, kind, after, limit }: FindingKind & { readonly after: number; readonly limit: number }) {
  return db
    .selectFrom("tape_finding")
    .select(["id", "sheet", "row", "field", "code", "raw"])
    .where("tape_id", "=", tapeId)
    .where("kind", "=", kind)
    .where("id", ">", after)
    .orderBy("id")
    .limit(limit)
    .execute();
}

export async function countFindings(db: Kysely<DeskSchema>, { tapeId, kind }: FindingKind): Promise<number> {
  const { count } = await db
    .selectFrom("tape_finding")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("tape_id", "=", tapeId)
    .where("kind", "=", kind)
    .executeTakeFirstOrThrow();
  return count;
}
