import type { Migration } from "./migration.ts";

/**
 * What the desk says of its own file, the day from which a deal's data is due to go, and the one way past the triggers that
 * keep runs and statements: while a deal, or one of its runs, is named in `erasing`, in the transaction that erases it.
 */
export const safekeeping: Migration = {
  version: 285,
  name: "0285-safekeeping",
  up: (raw) => {
    raw.exec(`
CREATE TABLE desk_mark (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE deal_retention (
  deal_id INTEGER PRIMARY KEY REFERENCES deal (id),
  until_day TEXT NOT NULL CHECK (until_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE TABLE erasing (deal_id INTEGER PRIMARY KEY, run_id INTEGER) STRICT;
DROP TRIGGER pricing_run_no_delete;
CREATE TRIGGER pricing_run_no_delete BEFORE DELETE ON pricing_run
  WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE deal_id = OLD.deal_id AND (run_id IS NULL OR run_id = OLD.id))
  BEGIN SELECT RAISE(ABORT, 'a pricing run is immutable'); END;
DROP TRIGGER run_mark_no_delete;
CREATE TRIGGER run_mark_no_delete BEFORE DELETE ON run_mark
  WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE deal_id = OLD.deal_id AND (run_id IS NULL OR run_id = OLD.run_id))
  BEGIN SELECT RAISE(ABORT, 'a pricing run is immutable'); END;
DROP TRIGGER committee_action_kept;
CREATE TRIGGER committee_action_kept BEFORE DELETE ON committee_action
  WHEN NOT EXISTS (SELECT 1 FROM erasing JOIN submission ON submission.deal_id = erasing.deal_id WHERE submission.id = OLD.submission_id)
  BEGIN SELECT RAISE(ABORT, 'committee_action is append-only'); END;
DROP TRIGGER round_statement_kept;
CREATE TRIGGER round_statement_kept BEFORE DELETE ON round_statement
  WHEN NOT EXISTS (SELECT 1 FROM erasing JOIN bid_round ON bid_round.deal_id = erasing.deal_id WHERE bid_round.id = OLD.round_id)
  BEGIN SELECT RAISE(ABORT, 'round_statement is append-only'); END;`);
  },
};
