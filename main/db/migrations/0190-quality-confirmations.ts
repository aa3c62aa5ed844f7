import type { Migration } from "./migration.ts";

/** Which exceptions of a tape were looked at, by whom and why they stay. */
export const qualityConfirmations: Migration = {
  version: 190,
  name: "0190-quality-confirmations",
  up: (raw) => {
    raw.exec(`
CREATE TABLE quality_confirmation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  deal_id INTEGER NOT NULL REFERENCES deal (id),
  tape_id INTEGER NOT NULL REFERENCES tape (id),
  kind TEXT NOT NULL,
  row_count INTEGER NOT NULL CHECK (row_count > 0),
  contract_no TEXT,
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  author TEXT NOT NULL,
  confirmed_at TEXT NOT NULL
) STRICT;
CREATE INDEX quality_confirmation_tape ON quality_confirmation (tape_id, id);
CREATE TABLE quality_print (
  confirmation_id INTEGER PRIMARY KEY,
  tape_id INTEGER NOT NULL REFERENCES tape (id),
  prints BLOB NOT NULL CHECK (length(prints) % 8 = 0)
) STRICT;
CREATE INDEX quality_print_tape ON quality_print (tape_id);`);
  },
};
