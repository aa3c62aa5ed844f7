import type { Migration } from "./migration.ts";

/** Drawdowns (借据) under one contract as parts of one claim, and the drawdown's number of a loan; and confirmations that came along from an earlier version of a tape. */
export const claimParts: Migration = {
  version: 330,
  name: "0330-claim-parts",
  up: (raw) => {
    const day = (name: string) => `${name} TEXT CHECK (${name} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`;
    const fen = (name: string) => `${name} INTEGER CHECK (${name} BETWEEN 0 AND 9007199254740991)`;
    raw.exec(`
ALTER TABLE loan ADD COLUMN drawdown_no TEXT;
CREATE TABLE claim_part (
  id INTEGER PRIMARY KEY,
  tape_id INTEGER NOT NULL REFERENCES tape (id),
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  drawdown_no TEXT,
  ${fen("principal_fen")},
  ${fen("interest_fen")},
  ${fen("fees_fen")},
  ${fen("claim_total_fen")},
  five_tier_class TEXT,
  ${day("drawdown_date")},
  ${day("maturity_date")},
  ${day("overdue_date")},
  days_past_due INTEGER CHECK (days_past_due >= 0),
  ${day("last_payment_date")},
  remark TEXT,
  sheet TEXT NOT NULL,
  row_number INTEGER NOT NULL
) STRICT;
CREATE INDEX claim_part_tape ON claim_part (tape_id);
CREATE INDEX claim_part_loan ON claim_part (loan_id);
ALTER TABLE quality_confirmation ADD COLUMN is_carried INTEGER NOT NULL DEFAULT 0 CHECK (is_carried IN (0, 1));`);
  },
};
