import type { Migration } from "./migration.ts";

/** What the desk plans to inspect of a debtor and found there, and the hours that it has for a deal. */
export const diligenceRows: Migration = {
  version: 170,
  name: "0170-diligence-tasks",
  up: (raw) => {
    raw.exec(`
CREATE TABLE dd_task (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  deal_id INTEGER NOT NULL REFERENCES deal (id),
  debtor_key TEXT NOT NULL,
  debtor_name TEXT NOT NULL,
  hours INTEGER CHECK (hours BETWEEN 1 AND 2000),
  status TEXT NOT NULL CHECK (status IN ('open', 'underWay', 'done')),
  finding TEXT NOT NULL CHECK (length(finding) <= 2000),
  typed_by TEXT NOT NULL,
  typed_at TEXT NOT NULL,
  UNIQUE (deal_id, debtor_key)
) STRICT;
CREATE TABLE dd_hours (
  deal_id INTEGER PRIMARY KEY REFERENCES deal (id),
  hours_left INTEGER NOT NULL CHECK (hours_left BETWEEN 0 AND 100000),
  hours_each INTEGER NOT NULL CHECK (hours_each BETWEEN 1 AND 2000)
) STRICT;`);
  },
};
