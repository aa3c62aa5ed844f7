import type { Database } from "better-sqlite3";
import { initialSchema } from "./0010-initial.ts";
import { routeFacts } from "./0020-route-facts.ts";
import { scenarios } from "./0030-scenarios.ts";

/** One step of the schema. `up` runs inside the one transaction that also sets `user_version`; it must not begin or commit. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly up: (raw: Database) => void;
}

/** In ascending order of version; a released step is never edited, a change is a new one. */
export const migrations: readonly Migration[] = [initialSchema, routeFacts, scenarios];
