import type { Migration } from "./migration.ts";

/** How the desk wants the memos of its deals, version by version, and the forms of the house. */
export const memoForms: Migration = {
  version: 290,
  name: "0290-memo-forms",
  up: (raw) => {
    raw.exec(`
CREATE TABLE memo_form (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  deal_id INTEGER NOT NULL REFERENCES deal (id),
  body TEXT NOT NULL CHECK (json_valid(body)),
  saved_by TEXT NOT NULL,
  begun_at TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;
CREATE INDEX memo_form_of_deal ON memo_form (deal_id);
CREATE TABLE memo_template (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 80),
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;`);
  },
};
