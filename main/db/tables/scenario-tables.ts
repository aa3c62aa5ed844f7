import type { Generated } from "kysely";
import type { Fixed } from "./column-types.ts";

interface ScenarioTable {
  id: Generated<number>;
  deal_id: Fixed<number>;
  name: string;
  /** ScenarioShifts as JSON. */
  shifts: string;
  updated_at: string;
}

/** Named scenarios of a deal. */
export interface ScenarioTables {
  scenario: ScenarioTable;
}
