import type { Database } from "better-sqlite3";

/** One step of the schema. `up` runs inside the one transaction that also sets `user_version`; it must not begin or commit. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly up: (raw: Database) => void;
}

/** A step that only adds a column, which rows stored before leave empty, needs no file of its own. */
export const addColumn = (version: number, name: string, table: string, column: string): Migration => ({
  version,
  name,
  up: (raw) => {
    raw.exec(`ALTER TABLE ${table} ADD COLUMN ${column}`);
  },
});
