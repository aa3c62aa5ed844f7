import type { Database } from "better-sqlite3";
import type { Migration } from "./migration.ts";

const codeCheck = /CHECK \((\w+) IN \(([^()]*)\)\)/g;

/** `CHECK (x IN ('a', 'b', 'c'))` as `CHECK (x = 'a' OR x = 'b' OR x = 'c')`, which holds for the same values and for NULL. */
function oneByOne(made: string): string {
  return made.replace(codeCheck, (_check, column: string, codes: string) => {
    const tests = codes.split(",").map((code) => `${column} = ${code.trim()}`);
    return `CHECK (${tests.join(" OR ")})`;
  });
}

/**
 * Holds codes of loans and of items against their lists one by one: where more than two are listed, SQLite makes a table of
 * them for each statement and looks every row up there, which was an eighth of what storing a loan took. The rows stay as
 * they are, so only what the schema says is written anew, in the way that SQLite's page on ALTER TABLE gives.
 */
export const quickChecks: Migration = {
  version: 210,
  name: "0210-quick-checks",
  up: (raw) => {
    raw.unsafeMode(true);
    try {
      const version = Number(raw.pragma("schema_version", { simple: true }));
      raw.pragma("writable_schema = ON");
      for (const table of ["loan", "collateral"]) writeAnew(raw, table);
      raw.pragma(`schema_version = ${version + 1}`);
    } finally {
      raw.pragma("writable_schema = RESET");
      raw.unsafeMode(false);
    }
  },
};

function writeAnew(raw: Database, table: string): void {
  const made = String(raw.prepare("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?").pluck().get(table));
  raw.prepare("UPDATE sqlite_schema SET sql = ? WHERE type = 'table' AND name = ?").run(oneByOne(made), table);
}
