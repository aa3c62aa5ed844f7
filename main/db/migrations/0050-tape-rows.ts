import type { Migration } from "./migration.ts";

/**
 * Where the rows of a tape stand. `staged`: they are still coming in and nobody sees them; `stored`: all are there;
 * `removed`: the import was undone and its rows are gone. An undone tape that still says `stored` has rows to remove.
 */
export const tapeRows: Migration = {
  version: 50,
  name: "0050-tape-rows",
  up: (raw) => {
    raw.exec(`
ALTER TABLE tape ADD COLUMN row_state TEXT NOT NULL DEFAULT 'stored' CHECK (row_state IN ('staged', 'stored', 'removed'));
UPDATE tape SET row_state = 'removed' WHERE undone_at IS NOT NULL;`);
  },
};
