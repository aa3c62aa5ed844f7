import type { Database } from "better-sqlite3";
import type { Migration } from "./migration.ts";

/**
 * From here on the id of a removed row is given to no other, so that an undo finds its place free; and a loan's own
 * estimates may be stated one after the other: a group that isn't whole doesn't count.
 */
function remake(raw: Database, table: string, change: (made: string) => string): void {
  const made = String(raw.prepare("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?").pluck().get(table));
  const indexes = raw.prepare<[string], string>("SELECT sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL").pluck().all(table);
  const remade = change(made).replace(/CREATE TABLE "?\w+"?/, `CREATE TABLE ${table}_remade`);
  raw.exec(`${remade};
INSERT INTO ${table}_remade SELECT * FROM ${table};
DROP TABLE ${table};
ALTER TABLE ${table}_remade RENAME TO ${table};
${indexes.join(";\n")};`);
}

const withLastingIds = (made: string) => made.replace("id INTEGER PRIMARY KEY", "id INTEGER PRIMARY KEY AUTOINCREMENT");
const groupChecks = `,
  CHECK ((months IS NULL) = (probability IS NULL) AND (months IS NULL) = (haircut IS NULL)),
  CHECK ((first_month_rate IS NULL) = (monthly_decay IS NULL))`;
const withoutGroups = (made: string) => made.replace(groupChecks, "");

/** Edits of a package's rows: in batches that are undone as one, each cell with what it was, rows that came or went whole. */
export const sheetEdits: Migration = {
  version: 150,
  name: "0150-sheet-edits",
  up: (raw) => {
    remake(raw, "collateral", withLastingIds);
    remake(raw, "guarantor", withLastingIds);
    remake(raw, "loan_estimate", withoutGroups);
    raw.exec(`
ALTER TABLE tape ADD COLUMN id_count INTEGER NOT NULL DEFAULT 0 CHECK (id_count >= 0);
UPDATE tape SET id_count = loan_count;
ALTER TABLE tape ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tape ADD COLUMN names_revision INTEGER NOT NULL DEFAULT 0;
CREATE TABLE sheet_batch (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  tape_id INTEGER NOT NULL REFERENCES tape (id),
  cause TEXT NOT NULL CHECK (cause IN ('typed', 'pasted', 'filled', 'replaced', 'reset', 'added', 'removed')),
  why TEXT NOT NULL,
  author TEXT NOT NULL,
  made_at TEXT NOT NULL,
  is_undone INTEGER NOT NULL DEFAULT 0 CHECK (is_undone IN (0, 1))
) STRICT;
CREATE INDEX sheet_batch_tape ON sheet_batch (tape_id, id);
CREATE TABLE sheet_cell (
  tape_id INTEGER NOT NULL REFERENCES tape (id),
  batch_id INTEGER NOT NULL REFERENCES sheet_batch (id),
  list TEXT NOT NULL CHECK (list IN ('loan', 'collateral', 'guarantor')),
  row_id INTEGER NOT NULL,
  place TEXT NOT NULL,
  old_value ANY,
  new_value ANY
) STRICT;
CREATE INDEX sheet_cell_batch ON sheet_cell (batch_id, list, place);
CREATE INDEX sheet_cell_row ON sheet_cell (tape_id, list, row_id);
CREATE TABLE sheet_row (
  id INTEGER PRIMARY KEY,
  tape_id INTEGER NOT NULL REFERENCES tape (id),
  batch_id INTEGER NOT NULL REFERENCES sheet_batch (id),
  kind TEXT NOT NULL CHECK (kind IN ('added', 'removed')),
  row_table TEXT NOT NULL CHECK (row_table IN ('loan', 'loan_estimate', 'guarantor', 'collateral')),
  row_id INTEGER NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;
CREATE INDEX sheet_row_batch ON sheet_row (batch_id, row_table);
CREATE INDEX sheet_row_tape ON sheet_row (tape_id, row_table, row_id);`);
  },
};
