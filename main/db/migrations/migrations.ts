import type { Migration } from "../migration-types.ts";
import { initialSchema } from "./0010-initial.ts";

/** In ascending order of version; a released step is never edited, a change is a new one. */
export const migrations: readonly Migration[] = [initialSchema];
