import type { Generated } from "kysely";
import type { SheetList } from "../../../shared/domain/sheet-fields.ts";
import type { Fixed, Flag } from "./column-types.ts";

/** Of a version of a tape (`tape_id`) and an older one: what was decided, by whom, and when. */
interface Decision {
  id: Generated<number>;
  tape_id: Fixed<number>;
  older_tape_id: Fixed<number>;
  decided_by: string;
  decided_at: string;
}

/** Whether a loan of each is the same. */
interface VersionMatchTable extends Decision {
  older_loan_id: Fixed<number>;
  newer_loan_id: Fixed<number>;
  is_same: Flag;
}

/** Whether an edit of the older version is kept in the newer one, where the seller changed the same. */
interface VersionChoiceTable extends Decision {
  list: Fixed<SheetList>;
  older_row_id: Fixed<number>;
  /** Column; empty: the row. */
  place: Fixed<string>;
  takes: "desk" | "seller";
}

/** What was decided of versions of tapes. */
export interface VersionTables {
  version_match: VersionMatchTable;
  version_choice: VersionChoiceTable;
}
