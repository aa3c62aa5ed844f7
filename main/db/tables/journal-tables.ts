import type { Generated } from "kysely";
import type { Fixed, Flag } from "./column-types.ts";

interface JournalStepTable {
  id: Generated<number>;
  stack: Fixed<string>;
  /** StepLabel as JSON. */
  label: string;
  /** StepChange[] as JSON. */
  changes: string;
  /** Keys typed into one field in one go have this in common. */
  typing: Fixed<string | null>;
  is_undone: Flag;
  made_at: string;
}

/** Steps that can be undone and redone. */
export interface JournalTables {
  journal_step: JournalStepTable;
}
