import type { Migration } from "./migration.ts";

/*
 * What a desk says of a run after it was saved. The run itself is never written again: its hash covers the name under which
 * it was saved, so the name it goes by now stands here. Runs saved before get one as they were called, the base case, and nobody's name.
 */
const steps = `
CREATE TABLE run_mark (
  run_id INTEGER PRIMARY KEY REFERENCES pricing_run (id),
  deal_id INTEGER NOT NULL REFERENCES deal (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
  is_starred INTEGER NOT NULL DEFAULT 0 CHECK (is_starred IN (0, 1)),
  case_name TEXT NOT NULL DEFAULT 'base' CHECK (case_name IN ('low', 'base', 'high')),
  saved_by TEXT NOT NULL DEFAULT '',
  UNIQUE (deal_id, name)
) STRICT;
INSERT INTO run_mark (run_id, deal_id, name) SELECT id, deal_id, name FROM pricing_run;
CREATE TRIGGER run_mark_keeps_its_run BEFORE UPDATE OF run_id, deal_id, case_name, saved_by ON run_mark
  BEGIN SELECT RAISE(ABORT, 'who saved a run, and in which case, is immutable'); END;
CREATE TRIGGER run_mark_no_delete BEFORE DELETE ON run_mark BEGIN SELECT RAISE(ABORT, 'a pricing run is immutable'); END;`;

/** Name, note and star of a run, and who saved it. */
export const runMarks: Migration = { version: 80, name: "0080-run-marks", up: (raw) => raw.exec(steps) };
