import type { Database } from "better-sqlite3";
import { DeskError } from "../../shared/result.ts";
import type { Migration } from "./migrations/migration.ts";
import { deskErrorOfSqlite } from "./sqlite-errors.ts";

/** The version that the app's schema has; steps must rise strictly. */
export function headVersionOf(migrations: readonly Migration[]): number {
  let last = 0;
  for (const { version, name } of migrations) {
    if (!Number.isSafeInteger(version) || version <= last) throw new Error(`migration ${version} (${name}) is out of order`);
    last = version;
  }
  return last;
}

/**
 * Brings the schema to its head: all steps and the new version in one transaction, or nothing.
 * Not Kysely's Migrator, which keeps its own tables: the version must be in the file's header, where it is read before opening.
 */
export function migrateDatabase(raw: Database, migrations: readonly Migration[]): void {
  const from = Number(raw.pragma("user_version", { simple: true }));
  const head = headVersionOf(migrations);
  if (from === head) return;
  // A step may rebuild a table that others point to; the check below covers what this lets through. It can't change inside a transaction.
  raw.pragma("foreign_keys = OFF");
  try {
    const runSteps = raw.transaction(() => {
      for (const migration of migrations) if (migration.version > from) migration.up(raw);
      const orphans = raw.pragma("foreign_key_check");
      if (!Array.isArray(orphans) || orphans.length > 0) throw new Error("rows point to nothing after migration");
      raw.pragma(`user_version = ${head}`);
    });
    runSteps.immediate();
  } catch (cause) {
    const known = deskErrorOfSqlite(cause);
    throw known?.code === "db.full" ? known : new DeskError("db.migrationFailed", { from, to: head }, { cause });
  } finally {
    raw.pragma("foreign_keys = ON");
  }
  raw.pragma("optimize");
}
