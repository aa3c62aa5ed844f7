import type { Migration } from "./migration.ts";

/** Lists of repayments (还款记录), and the day of a loan's last payment; and the run from which the memo of a run leads a bridge. */
export const repaymentsAndPredecessors: Migration = {
  version: 240,
  name: "0240-repayments-and-predecessors",
  up: (raw) => {
    raw.exec(`
ALTER TABLE loan ADD COLUMN last_payment_date TEXT CHECK (last_payment_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
CREATE TABLE repayment (
  id INTEGER PRIMARY KEY,
  tape_id INTEGER NOT NULL REFERENCES tape (id),
  loan_id INTEGER REFERENCES loan (id),
  link TEXT NOT NULL CHECK (link IN ('loan', 'debtor', 'orphan')),
  contract_no TEXT,
  debtor_name TEXT,
  debtor_id TEXT,
  paid_on TEXT CHECK (paid_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  amount_fen INTEGER CHECK (amount_fen BETWEEN 0 AND 9007199254740991),
  note TEXT,
  sheet TEXT NOT NULL,
  row_number INTEGER NOT NULL
) STRICT;
CREATE INDEX repayment_tape ON repayment (tape_id);
CREATE INDEX repayment_loan ON repayment (loan_id) WHERE loan_id IS NOT NULL;
CREATE INDEX repayment_debtor_name ON repayment (tape_id, debtor_name) WHERE link = 'debtor';
CREATE INDEX repayment_debtor_id ON repayment (tape_id, debtor_id) WHERE link = 'debtor';
ALTER TABLE run_mark ADD COLUMN predecessor_id INTEGER REFERENCES pricing_run (id);`);
  },
};
