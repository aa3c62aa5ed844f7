import type { Database } from "better-sqlite3";

/** One step of the schema. `up` runs inside the one transaction that also sets `user_version`; it must not begin or commit. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly up: (raw: Database) => void;
}
