import type { Migration } from "./migration.ts";

/**
 * What the desk believes of a sale, its terms and ways of paying; the sales that it went into, and every bid in them. Bids are
 * written down as they come and never changed: one that was keyed in by mistake is struck and stays.
 */
export const bidRows: Migration = {
  version: 200,
  name: "0200-bids",
  up: (raw) => {
    raw.exec(`
CREATE TABLE bid_plan (
  deal_id INTEGER PRIMARY KEY REFERENCES deal (id),
  beliefs TEXT NOT NULL CHECK (json_valid(beliefs)),
  sale TEXT NOT NULL CHECK (json_valid(sale)),
  structures TEXT NOT NULL CHECK (json_valid(structures))
) STRICT;
CREATE TABLE bid_round (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  deal_id INTEGER NOT NULL REFERENCES deal (id),
  sale_form TEXT NOT NULL CHECK (sale_form IN ('sealed', 'ascending', 'listing', 'negotiated', 'dutch')),
  list_fen INTEGER NOT NULL CHECK (list_fen BETWEEN 1 AND 9007199254740991),
  step_fen INTEGER NOT NULL CHECK (step_fen BETWEEN 1 AND 9007199254740991),
  deposit_fen INTEGER CHECK (deposit_fen BETWEEN 1 AND 9007199254740991),
  extension_minutes INTEGER NOT NULL CHECK (extension_minutes BETWEEN 0 AND 120),
  one_bidder_rule TEXT NOT NULL CHECK (one_bidder_rule IN ('higherOfBoth', 'listPrice', 'noSale')),
  raiser TEXT NOT NULL CHECK (length(raiser) <= 80),
  ends_at TEXT,
  opened_at TEXT NOT NULL,
  opened_by TEXT NOT NULL,
  closed_at TEXT,
  result TEXT CHECK (result IN ('won', 'lost', 'passed', 'noSale')),
  reason TEXT CHECK (reason IN ('aboveLimit', 'withdrawn', 'findings', 'funding', 'notApproved', 'other')),
  winner TEXT NOT NULL DEFAULT '' CHECK (length(winner) <= 120),
  winner_fen INTEGER CHECK (winner_fen BETWEEN 1 AND 9007199254740991),
  reserve_fen INTEGER CHECK (reserve_fen BETWEEN 1 AND 9007199254740991),
  deposit_back_on TEXT CHECK (deposit_back_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
  CHECK ((closed_at IS NULL) = (result IS NULL))
) STRICT;
CREATE UNIQUE INDEX bid_round_open ON bid_round (deal_id) WHERE closed_at IS NULL;
CREATE TABLE bid_event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  round_id INTEGER NOT NULL REFERENCES bid_round (id),
  kind TEXT NOT NULL CHECK (kind IN ('ownBid', 'rivalBid', 'limit')),
  amount_fen INTEGER NOT NULL CHECK (amount_fen BETWEEN 1 AND 9007199254740991),
  at TEXT NOT NULL,
  typed_by TEXT NOT NULL,
  bidder TEXT NOT NULL DEFAULT '' CHECK (length(bidder) <= 120),
  note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 400),
  is_struck INTEGER NOT NULL DEFAULT 0 CHECK (is_struck IN (0, 1))
) STRICT;
CREATE INDEX bid_event_round ON bid_event (round_id);`);
  },
};
