import type { Generated } from "kysely";
import type { InspectionStatus } from "../../../shared/domain/diligence.ts";
import type { Fixed } from "./column-types.ts";

/** What the desk plans to inspect of a debtor, and what it found. */
interface DiligenceTaskTable {
  id: Generated<number>;
  deal_id: Fixed<number>;
  /** As in `debtor_estimate`. */
  debtor_key: Fixed<string>;
  debtor_name: string;
  /** Null: as many as a file takes in general. */
  hours: number | null;
  status: InspectionStatus;
  finding: string;
  typed_by: string;
  typed_at: string;
}

/** Hours that are left for a deal, and that a file takes in general. */
interface DiligenceHoursTable {
  deal_id: Fixed<number>;
  hours_left: number;
  hours_each: number;
}

export interface DiligenceTables {
  dd_task: DiligenceTaskTable;
  dd_hours: DiligenceHoursTable;
}
