import type { Migration } from "./migration.ts";

/** What the desk says of debtors with one identifier in several packages. */
export const linkedDebtors: Migration = {
  version: 321,
  name: "0321-linked-debtors",
  up: (raw) => {
    raw.exec(`
CREATE TABLE debtor_link (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  debtor_key TEXT NOT NULL UNIQUE CHECK (debtor_key <> ''),
  is_same INTEGER NOT NULL CHECK (is_same IN (0, 1))
) STRICT;`);
  },
};
