import type { Migration } from "./migration.ts";

const optionalMoney = (column: string) => `${column} INTEGER CHECK (${column} BETWEEN 0 AND 9007199254740991)`;
const date = (column: string) => `${column} TEXT CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`;
const share = (column: string) => `${column} REAL CHECK (${column} BETWEEN 0 AND 1)`;

/*
 * Every new column may be null and stands at the end of its table: tapes imported before keep their rows and their
 * prices. An item of theirs has no asset_key, so it stays an asset of its own until the tape is imported again.
 */
const steps = `
ALTER TABLE loan ADD COLUMN debtor_type TEXT CHECK (debtor_type IN ('company', 'individual'));
ALTER TABLE loan ADD COLUMN ${date("limitation_date")};
ALTER TABLE loan ADD COLUMN ${date("judgment_date")};
ALTER TABLE loan ADD COLUMN ${date("enforcement_deadline")};
ALTER TABLE guarantor ADD COLUMN ${optionalMoney("cap_fen")};
ALTER TABLE guarantor ADD COLUMN ${date("period_end")};
ALTER TABLE collateral ADD COLUMN asset_no TEXT;
ALTER TABLE collateral ADD COLUMN hold TEXT CHECK (hold IN ('mortgage', 'seizure'));
ALTER TABLE collateral ADD COLUMN ${optionalMoney("priority_fen")};
ALTER TABLE collateral ADD COLUMN ${optionalMoney("rival_fen")};
ALTER TABLE collateral ADD COLUMN asset_key INTEGER CHECK (asset_key >= 0);
CREATE TABLE loan_estimate (
  loan_id INTEGER PRIMARY KEY REFERENCES loan (id),
  tape_id INTEGER NOT NULL REFERENCES tape (id),
  months INTEGER CHECK (months BETWEEN 0 AND 600),
  ${share("probability")},
  ${share("haircut")},
  ${share("cost_rate")},
  ${share("first_month_rate")},
  ${share("monthly_decay")},
  CHECK ((months IS NULL) = (probability IS NULL) AND (months IS NULL) = (haircut IS NULL)),
  CHECK ((first_month_rate IS NULL) = (monthly_decay IS NULL))
) STRICT;
CREATE INDEX loan_estimate_tape ON loan_estimate (tape_id);`;

/** What the routes beyond the collateral auction need: validity dates, guarantee terms, shared assets, ranking facts, own estimates. */
export const routeFacts: Migration = {
  version: 20,
  name: "0020-route-facts",
  up: (raw) => {
    raw.exec(steps);
  },
};
