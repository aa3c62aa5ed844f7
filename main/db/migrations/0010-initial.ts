import type { Migration } from "./migration.ts";

/*
 * Code lists are written out here and not taken from shared/, since a released step must not change when a list grows:
 * a list that grows needs a step of its own that rebuilds the table. STRICT with CHECKs, so that "12万" or a negative
 * balance cannot be stored whatever the code above does.
 */
const money = (column: string) => `${column} INTEGER NOT NULL CHECK (${column} BETWEEN 0 AND 9007199254740991)`;
const optionalMoney = (column: string) => `${column} INTEGER CHECK (${column} BETWEEN 0 AND 9007199254740991)`;
const date = (column: string) => `${column} TEXT CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`;
const json = (column: string) => `${column} TEXT NOT NULL CHECK (json_valid(${column}))`;
const flag = (column: string) => `${column} INTEGER NOT NULL DEFAULT 0 CHECK (${column} IN (0, 1))`;
const codes = (...list: string[]) => list.map((code) => `'${code}'`).join(", ");

const dealTables = `
CREATE TABLE setting (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE seed_applied (name TEXT NOT NULL PRIMARY KEY, applied_at TEXT NOT NULL) STRICT;
CREATE TABLE deal (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  seller TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN (${codes("corporateBulk", "singleCorporate", "retailBulk", "other")})),
  process TEXT NOT NULL CHECK (process IN (${codes("publicBidding", "invitedBidding", "negotiated")})),
  ${date("cut_off_date")},
  ${date("bid_deadline")},
  stage TEXT NOT NULL CHECK (stage IN (${codes("screening", "dueDiligence", "pricing", "committee", "bidding", "closing", "collecting")})),
  status TEXT NOT NULL CHECK (status IN (${codes("active", "onHold", "won", "lost", "withdrawn")})),
  owner TEXT NOT NULL,
  notes TEXT NOT NULL,
  ${flag("archived")},
  ${flag("is_sample")},
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX deal_sample ON deal (is_sample) WHERE is_sample = 1;`;

const tapeTables = `
CREATE TABLE tape (
  id INTEGER PRIMARY KEY,
  deal_id INTEGER NOT NULL REFERENCES deal (id),
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL CHECK (length(file_sha256) = 64),
  imported_at TEXT NOT NULL,
  undone_at TEXT,
  first_loan_id INTEGER NOT NULL,
  loan_count INTEGER NOT NULL CHECK (loan_count >= 0),
  ${money("principal_fen")},
  ${money("interest_fen")},
  ${money("fees_fen")},
  ${money("appraisal_fen")},
  ${json("report")},
  ${json("mapping")}
) STRICT;
CREATE UNIQUE INDEX tape_active ON tape (deal_id) WHERE undone_at IS NULL;
CREATE INDEX tape_deal ON tape (deal_id, id);
CREATE TABLE tape_finding (
  id INTEGER PRIMARY KEY,
  tape_id INTEGER NOT NULL REFERENCES tape (id),
  kind TEXT NOT NULL CHECK (kind IN ('rejection', 'warning')),
  sheet TEXT NOT NULL,
  row INTEGER CHECK (row > 0),
  field TEXT,
  code TEXT NOT NULL,
  raw TEXT NOT NULL
) STRICT;
CREATE INDEX tape_finding_tape ON tape_finding (tape_id);`;

const loanTables = `
CREATE TABLE loan (
  id INTEGER PRIMARY KEY,
  tape_id INTEGER NOT NULL REFERENCES tape (id),
  sheet TEXT NOT NULL,
  row_number INTEGER NOT NULL CHECK (row_number > 0),
  contract_no TEXT NOT NULL CHECK (contract_no <> ''),
  debtor_name TEXT,
  debtor_id TEXT,
  branch TEXT,
  industry TEXT,
  region TEXT,
  product TEXT,
  ${money("principal_fen")},
  ${optionalMoney("interest_fen")},
  ${optionalMoney("fees_fen")},
  ${optionalMoney("claim_total_fen")},
  five_tier_class TEXT CHECK (five_tier_class IN (${codes("normal", "specialMention", "substandard", "doubtful", "loss")})),
  security_kind TEXT CHECK (security_kind IN (${codes("unsecured", "guaranteed", "mortgaged", "mortgagedAndGuaranteed", "pledged", "mixed")})),
  ${date("drawdown_date")},
  ${date("maturity_date")},
  ${date("overdue_date")},
  days_past_due INTEGER,
  litigation_stage TEXT CHECK (litigation_stage IN (${codes("notSued", "sued", "judged", "inExecution", "executionTerminated", "bankruptcy")})),
  court TEXT,
  age INTEGER,
  remark TEXT,
  UNIQUE (tape_id, contract_no)
) STRICT;
CREATE TABLE guarantor (
  id INTEGER PRIMARY KEY,
  tape_id INTEGER NOT NULL REFERENCES tape (id),
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  name TEXT NOT NULL
) STRICT;
CREATE INDEX guarantor_tape ON guarantor (tape_id);
CREATE INDEX guarantor_loan ON guarantor (loan_id);
CREATE TABLE collateral (
  id INTEGER PRIMARY KEY,
  tape_id INTEGER NOT NULL REFERENCES tape (id),
  loan_id INTEGER REFERENCES loan (id),
  link TEXT NOT NULL CHECK (link IN ('joined', 'orphan', 'rejectedLoan')),
  sheet TEXT NOT NULL,
  row_number INTEGER NOT NULL CHECK (row_number > 0),
  contract_no TEXT NOT NULL,
  collateral_kind TEXT CHECK (collateral_kind IN (${codes("residential", "shop", "office", "industrial", "land", "construction", "equipment", "inventory", "equity", "receivables", "other")})),
  address TEXT,
  ${optionalMoney("appraisal_fen")},
  area_sqm REAL,
  lien_rank INTEGER,
  ${optionalMoney("senior_claims_fen")},
  ${optionalMoney("secured_cap_fen")},
  seizure TEXT CHECK (seizure IN (${codes("first", "waiting", "none", "unknown")})),
  ${date("appraisal_date")},
  CHECK ((loan_id IS NOT NULL) = (link = 'joined'))
) STRICT;
CREATE INDEX collateral_tape ON collateral (tape_id, loan_id);
CREATE INDEX collateral_loan ON collateral (loan_id);`;

const pricingTables = `
CREATE TABLE assumption_set (
  id INTEGER PRIMARY KEY,
  ${flag("seeded")},
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  ${date("as_of")} NOT NULL,
  ${json("assumptions")},
  ${json("sources")},
  ${json("cases")}
) STRICT;
CREATE TABLE deal_model (
  deal_id INTEGER PRIMARY KEY REFERENCES deal (id),
  assumption_set_id INTEGER NOT NULL REFERENCES assumption_set (id),
  ${json("assumptions")},
  ${json("sources")},
  ${json("cases")},
  bid_price_fen INTEGER CHECK (bid_price_fen BETWEEN 1 AND 9007199254740991),
  updated_at TEXT NOT NULL
) STRICT;
CREATE TABLE pricing_run (
  id INTEGER PRIMARY KEY,
  deal_id INTEGER NOT NULL REFERENCES deal (id),
  tape_id INTEGER NOT NULL REFERENCES tape (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  created_at TEXT NOT NULL,
  engine_version TEXT NOT NULL,
  seed INTEGER,
  ${json("assumptions")},
  ${json("sources")},
  ${json("cases")},
  bid_price_fen INTEGER CHECK (bid_price_fen BETWEEN 1 AND 9007199254740991),
  inputs BLOB NOT NULL,
  inputs_hash TEXT NOT NULL CHECK (length(inputs_hash) = 64),
  ${json("result")},
  loan_results BLOB NOT NULL,
  run_hash TEXT NOT NULL CHECK (length(run_hash) = 64),
  UNIQUE (deal_id, name)
) STRICT;
CREATE TRIGGER pricing_run_no_update BEFORE UPDATE ON pricing_run BEGIN SELECT RAISE(ABORT, 'a pricing run is immutable'); END;
CREATE TRIGGER pricing_run_no_delete BEFORE DELETE ON pricing_run BEGIN SELECT RAISE(ABORT, 'a pricing run is immutable'); END;`;

const marketTables = `
CREATE TABLE market_deal (
  id INTEGER PRIMARY KEY,
  ${flag("seeded")},
  buyer TEXT NOT NULL,
  seller TEXT NOT NULL,
  reported_on TEXT NOT NULL CHECK (reported_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]*'),
  ${optionalMoney("price_fen")},
  ${optionalMoney("principal_fen")},
  ${optionalMoney("claim_fen")},
  kind TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source <> ''),
  note TEXT NOT NULL
) STRICT;
CREATE TABLE market_average (
  id INTEGER PRIMARY KEY,
  ${flag("seeded")},
  deal_kind TEXT NOT NULL CHECK (deal_kind IN (${codes("corporateBulk", "singleCorporate", "retailBulk", "other")})),
  period TEXT NOT NULL,
  ratio REAL NOT NULL CHECK (ratio BETWEEN 0 AND 2),
  ${flag("is_upper_bound")},
  base TEXT NOT NULL CHECK (base IN ('principal', 'claim', 'notStated')),
  source TEXT NOT NULL CHECK (source <> ''),
  ${date("as_of")} NOT NULL
) STRICT;`;

/** The first schema: deals, tapes with their loans, pricing and its immutable runs, market references. */
export const initialSchema: Migration = {
  version: 10,
  name: "0010-initial",
  up: (raw) => {
    raw.exec([dealTables, tapeTables, loanTables, pricingTables, marketTables].join("\n"));
  },
};
