import { initialSchema } from "./0010-initial.ts";
import { routeFacts } from "./0020-route-facts.ts";
import { scenarios } from "./0030-scenarios.ts";
import type { Migration } from "./migration.ts";

/** In ascending order of version; a released step is never edited, a change is a new one. */
export const migrations: readonly Migration[] = [initialSchema, routeFacts, scenarios];
