import type { Database } from "better-sqlite3";
import type { Migration } from "./migration.ts";

/** Edits of an earlier version of a tape may be carried into a later one. */
function letBatchesBeCarried(raw: Database): void {
  const made = String(raw.prepare("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = 'sheet_batch'").pluck().get());
  const remade = made.replace(/CREATE TABLE "?sheet_batch"?/, "CREATE TABLE sheet_batch_remade").replace("'removed')", "'removed', 'carried')");
  raw.exec(`${remade};
INSERT INTO sheet_batch_remade SELECT * FROM sheet_batch;
DROP TABLE sheet_batch;
ALTER TABLE sheet_batch_remade RENAME TO sheet_batch;
CREATE INDEX sheet_batch_tape ON sheet_batch (tape_id, id);`);
}

/**
 * Versions of a deal's tape. `priced`: the deal's package; `beside`: its rows are kept, and it may be priced again; `waiting`: it
 * came after the one that is priced, and what it changes isn't decided. What was decided stands by the two tapes that it is about.
 */
export const tapeVersions: Migration = {
  version: 205,
  name: "0205-tape-versions",
  up: (raw) => {
    raw.exec(`
ALTER TABLE tape ADD COLUMN standing TEXT NOT NULL DEFAULT 'priced' CHECK (standing IN ('priced', 'beside', 'waiting'));
ALTER TABLE tape ADD COLUMN cut_off_date TEXT CHECK (cut_off_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
UPDATE tape SET cut_off_date = (SELECT deal.cut_off_date FROM deal WHERE deal.id = tape.deal_id) WHERE undone_at IS NULL;
DROP INDEX tape_active;
CREATE UNIQUE INDEX tape_active ON tape (deal_id) WHERE undone_at IS NULL AND standing = 'priced';
CREATE TABLE version_match (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  tape_id INTEGER NOT NULL REFERENCES tape (id),
  older_tape_id INTEGER NOT NULL REFERENCES tape (id),
  older_loan_id INTEGER NOT NULL,
  newer_loan_id INTEGER NOT NULL,
  is_same INTEGER NOT NULL CHECK (is_same IN (0, 1)),
  decided_by TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  UNIQUE (tape_id, older_tape_id, older_loan_id, newer_loan_id)
) STRICT;
CREATE TABLE version_choice (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  tape_id INTEGER NOT NULL REFERENCES tape (id),
  older_tape_id INTEGER NOT NULL REFERENCES tape (id),
  list TEXT NOT NULL CHECK (list IN ('loan', 'collateral', 'guarantor')),
  older_row_id INTEGER NOT NULL,
  place TEXT NOT NULL,
  takes TEXT NOT NULL CHECK (takes IN ('desk', 'seller')),
  decided_by TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  UNIQUE (tape_id, older_tape_id, list, older_row_id, place)
) STRICT;`);
    letBatchesBeCarried(raw);
  },
};
