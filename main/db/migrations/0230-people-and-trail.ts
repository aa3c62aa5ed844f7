import type { Database } from "better-sqlite3";
import type { Migration } from "./migration.ts";

/** Rows that were written stay as they were written. */
function appendOnly(raw: Database, table: string): void {
  raw.exec(`
CREATE TRIGGER ${table}_stays BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
CREATE TRIGGER ${table}_kept BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;`);
}

/**
 * Deals that exist, by what they were set to. A choice of the register was no decision of a committee: whoever stood before one
 * begins as a draft, and who stood behind one is carried over without the limit, the votes and the names that nobody wrote down.
 */
const carriedStates: readonly (readonly [condition: string, state: string])[] = [
  ["status = 'withdrawn'", "withdrawn"],
  ["status = 'lost'", "lost"],
  ["stage = 'collecting'", "closed"],
  ["stage = 'closing' OR status = 'won'", "won"],
  ["stage = 'bidding'", "bid"],
];

function carryDeals(raw: Database): void {
  const state = `CASE ${carriedStates.map(([condition, to]) => `WHEN ${condition} THEN '${to}'`).join(" ")} END`;
  raw.exec(`
INSERT INTO submission (deal_id, state, carried_from, made_by_name, made_at)
SELECT id, ${state}, stage || '/' || status, '', updated_at FROM deal WHERE ${state} IS NOT NULL;`);
}

/**
 * Persons of the workstation with their keys; the trail of what was done, each event hashed with the one before, and apart from
 * it what may be erased; papers before the committee, and what was decided of them; dates of a sale; what a closed sale was
 * said to be before it was said anew.
 */
export const peopleAndTrail: Migration = {
  version: 230,
  name: "0230-people-and-trail",
  up: (raw) => {
    raw.exec(`
CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  roles TEXT NOT NULL CHECK (json_valid(roles)),
  public_key TEXT NOT NULL,
  key_box TEXT NOT NULL CHECK (json_valid(key_box)),
  added_at TEXT NOT NULL,
  retired_at TEXT
) STRICT;
CREATE UNIQUE INDEX person_name ON person (name) WHERE retired_at IS NULL;
CREATE TABLE audit_event (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  deal_id INTEGER,
  subject TEXT NOT NULL CHECK (json_valid(subject)),
  person_id INTEGER,
  signer TEXT,
  value_hash TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL,
  signature TEXT,
  CHECK ((person_id IS NULL) = (signer IS NULL) AND (signer IS NULL) = (signature IS NULL))
) STRICT;
CREATE INDEX audit_event_deal ON audit_event (deal_id, id);
CREATE TABLE audit_value (
  event_id INTEGER PRIMARY KEY REFERENCES audit_event (id),
  salt TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;
CREATE TABLE submission (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  deal_id INTEGER NOT NULL REFERENCES deal (id),
  state TEXT NOT NULL CHECK (state IN ('submitted', 'returned', 'checked', 'agenda', 'approved', 'rejected', 'bid', 'won', 'lost', 'withdrawn', 'signed', 'closed')),
  carried_from TEXT,
  run_id INTEGER REFERENCES pricing_run (id),
  run_hash TEXT,
  inputs_hash TEXT,
  memo_hash TEXT,
  memo BLOB,
  asked_fen INTEGER CHECK (asked_fen BETWEEN 1 AND 9007199254740991),
  reasoning TEXT NOT NULL DEFAULT '' CHECK (length(reasoning) <= 4000),
  made_by INTEGER REFERENCES person (id),
  made_by_name TEXT NOT NULL CHECK (length(made_by_name) <= 60),
  made_at TEXT NOT NULL,
  rule TEXT CHECK (json_valid(rule)),
  limit_fen INTEGER CHECK (limit_fen BETWEEN 1 AND 9007199254740991),
  terms TEXT NOT NULL DEFAULT '' CHECK (length(terms) <= 2000),
  conditions TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(conditions)),
  expires_on TEXT CHECK (expires_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  CHECK ((carried_from IS NULL) = (run_id IS NOT NULL))
) STRICT;
CREATE INDEX submission_deal ON submission (deal_id, id);
CREATE TABLE committee_action (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  submission_id INTEGER NOT NULL REFERENCES submission (id),
  kind TEXT NOT NULL,
  person_id INTEGER REFERENCES person (id),
  name TEXT NOT NULL CHECK (length(name) <= 60),
  at TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 4000),
  detail TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(detail)),
  signed_hash TEXT,
  signature TEXT
) STRICT;
CREATE INDEX committee_action_submission ON committee_action (submission_id, id);
CREATE TABLE house_rule (
  name TEXT PRIMARY KEY,
  content TEXT NOT NULL CHECK (json_valid(content))
) STRICT, WITHOUT ROWID;
CREATE TABLE bid_date (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  deal_id INTEGER NOT NULL REFERENCES deal (id),
  kind TEXT NOT NULL CHECK (kind IN ('dataRoom', 'questions', 'deposit', 'deadline', 'opening', 'round', 'depositBack', 'payment', 'signing', 'other')),
  round INTEGER CHECK (round BETWEEN 1 AND 99),
  on_day TEXT NOT NULL CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  at_time TEXT CHECK (at_time GLOB '[0-2][0-9]:[0-5][0-9]'),
  note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 400),
  is_done INTEGER NOT NULL DEFAULT 0 CHECK (is_done IN (0, 1))
) STRICT;
CREATE INDEX bid_date_deal ON bid_date (deal_id, on_day);
CREATE TABLE round_statement (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  round_id INTEGER NOT NULL REFERENCES bid_round (id),
  closing TEXT NOT NULL CHECK (json_valid(closing)),
  said_by TEXT NOT NULL,
  said_at TEXT NOT NULL
) STRICT;
CREATE INDEX round_statement_round ON round_statement (round_id, id);
ALTER TABLE market_deal ADD COLUMN bid_round_id INTEGER REFERENCES bid_round (id);`);
    for (const table of ["audit_event", "committee_action", "round_statement"]) appendOnly(raw, table);
    carryDeals(raw);
  },
};
