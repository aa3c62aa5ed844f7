import type { Kysely, Transaction } from "kysely";
import { asNobody } from "./commit-watch.ts";
import type { DeskSchema } from "./schema.ts";

/**
 * Answers a function that writes a seed the first time it is called on a database, all of it or nothing.
 * What the desk edits or removes afterwards is never written again.
 */
export function seedOnce(db: Kysely<DeskSchema>, name: string, now: () => string, write: (trx: Transaction<DeskSchema>) => Promise<void>): () => Promise<void> {
  const apply = () =>
    db.transaction().execute(async (trx) => {
      const inserted = await trx
        .insertInto("seed_applied")
        .values({ name, applied_at: now() })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (inserted.numInsertedOrUpdatedRows === 1n) await write(trx);
    });
  let applied: Promise<void> | undefined;
  return () => {
    applied ??= asNobody(apply).catch((error: unknown) => {
      applied = undefined;
      throw error;
    });
    return applied;
  };
}
