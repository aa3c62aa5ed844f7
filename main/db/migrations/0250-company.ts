import type { Migration } from "./migration.ts";

/**
 * The company behind the deals: reported quarters, instruments and exposures, its plan, the rule pack and what the desk answers
 * to it. Records are JSON that the contract's schemas read, since figures that the desk may lack come and go with the rules.
 */
export const companyRows: Migration = {
  version: 250,
  name: "0250-company",
  up: (raw) => {
    raw.exec(`
CREATE TABLE company_record (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('quarter', 'instrument', 'exposure')),
  body TEXT NOT NULL CHECK (json_valid(body)),
  is_sample INTEGER NOT NULL DEFAULT 0 CHECK (is_sample IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX company_quarter_once ON company_record (json_extract(body, '$.quarterEnd')) WHERE kind = 'quarter';
CREATE TABLE company_plan (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  body TEXT NOT NULL CHECK (json_valid(body)),
  is_sample INTEGER NOT NULL DEFAULT 0 CHECK (is_sample IN (0, 1))
) STRICT;
CREATE TABLE compliance_rule (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 40),
  body TEXT NOT NULL CHECK (json_valid(body)),
  seeded INTEGER NOT NULL DEFAULT 0 CHECK (seeded IN (0, 1))
) STRICT;
CREATE TABLE compliance_answer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  deal_id INTEGER NOT NULL REFERENCES deal (id),
  code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 40),
  body TEXT NOT NULL CHECK (json_valid(body)),
  UNIQUE (deal_id, code)
) STRICT;`);
  },
};
