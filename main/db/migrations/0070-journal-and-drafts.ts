import type { Database } from "better-sqlite3";
import type { Migration } from "./migration.ts";

/** Rows that an undo may bring back under the id that they had. */
const revivedTables = ["assumption_set", "scenario", "market_deal", "market_average"] as const;

/** From here on the id of a removed row is given to no other: what brings the row back must find its place free. */
function keepIdsFromReuse(raw: Database, table: (typeof revivedTables)[number]): void {
  const made = String(raw.prepare("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?").pluck().get(table));
  const remade = made
    .replace(`CREATE TABLE ${table} `, `CREATE TABLE ${table}_remade `)
    .replace("id INTEGER PRIMARY KEY", "id INTEGER PRIMARY KEY AUTOINCREMENT");
  raw.exec(`${remade};
INSERT INTO ${table}_remade SELECT * FROM ${table};
DROP TABLE ${table};
ALTER TABLE ${table}_remade RENAME TO ${table};`);
}

/**
 * What undo and redo rest on: the steps of each stack of edits, those taken back marked. And what was typed and isn't saved
 * yet, by the form that it was typed in.
 */
export const journalAndDrafts: Migration = {
  version: 70,
  name: "0070-journal-and-drafts",
  up: (raw) => {
    for (const table of revivedTables) keepIdsFromReuse(raw, table);
    raw.exec(`
CREATE TABLE journal_step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  stack TEXT NOT NULL,
  label TEXT NOT NULL CHECK (json_valid(label)),
  changes TEXT NOT NULL CHECK (json_valid(changes)),
  typing TEXT,
  is_undone INTEGER NOT NULL DEFAULT 0 CHECK (is_undone IN (0, 1)),
  made_at TEXT NOT NULL
) STRICT;
CREATE INDEX journal_step_stack ON journal_step (stack, id);
CREATE TABLE draft (
  form TEXT NOT NULL,
  deal_id INTEGER NOT NULL DEFAULT 0,
  record_id INTEGER NOT NULL DEFAULT 0,
  content TEXT NOT NULL CHECK (json_valid(content)),
  kept_at TEXT NOT NULL,
  PRIMARY KEY (form, deal_id, record_id)
) STRICT, WITHOUT ROWID;`);
  },
};
