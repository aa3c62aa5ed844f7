import type { Generated } from "kysely";
import type { Fixed } from "./column-types.ts";

/** The last simulation of each set of inputs; the latest of a deal has the highest id. */
interface SimulationResultTable {
  id: Generated<number>;
  deal_id: Fixed<number>;
  inputs_hash: Fixed<string>;
  result: Fixed<string>;
}

export interface SimulationTables {
  simulation_result: SimulationResultTable;
}
