import type { Migration } from "./migration.ts";

/** What is known of a market deal beside its price and balances, and figures that are published of the sector and of companies. */
export const marketFigures: Migration = {
  version: 320,
  name: "0320-market-figures",
  up: (raw) => {
    raw.exec(`
ALTER TABLE market_deal ADD COLUMN facts TEXT CHECK (json_valid(facts));
CREATE TABLE market_figure (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  seeded INTEGER NOT NULL CHECK (seeded IN (0, 1)),
  measure TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope <> ''),
  period TEXT NOT NULL,
  money_fen INTEGER,
  share REAL,
  is_lower_bound INTEGER NOT NULL CHECK (is_lower_bound IN (0, 1)),
  source TEXT NOT NULL CHECK (source <> ''),
  as_of TEXT NOT NULL CHECK (as_of IS date(as_of)),
  CHECK (money_fen IS NULL OR share IS NULL)
) STRICT;`);
  },
};
