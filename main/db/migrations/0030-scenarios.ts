import type { Migration } from "./migration.ts";

/** Named scenarios of a deal. Working material, unlike runs: it may be changed and removed, and is frozen nowhere. */
export const scenarios: Migration = {
  version: 30,
  name: "0030-scenarios",
  up: (raw) => {
    raw.exec(`
CREATE TABLE scenario (
  id INTEGER PRIMARY KEY,
  deal_id INTEGER NOT NULL REFERENCES deal (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  shifts TEXT NOT NULL CHECK (json_valid(shifts)),
  updated_at TEXT NOT NULL,
  UNIQUE (deal_id, name)
) STRICT;`);
  },
};
