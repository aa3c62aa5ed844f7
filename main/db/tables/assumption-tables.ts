import type { Generated } from "kysely";
import type { DealKind } from "../../../shared/domain/codes.ts";
import type { Flag } from "./column-types.ts";

interface AssumptionSetTable {
  id: Generated<number>;
  seeded: Flag;
  /** The kind of deal that a built-in set is for; a copy has its original's. */
  deal_kind: DealKind;
  name_zh: string;
  name_en: string;
  as_of: string;
  assumptions: string;
  sources: string;
  cases: string;
}

interface DealModelTable {
  deal_id: number;
  assumption_set_id: number;
  assumptions: string;
  sources: string;
  cases: string;
  bid_price_fen: number | null;
  updated_at: string;
}

/** Named sets of assumptions, and the working model of each deal. */
export interface AssumptionTables {
  assumption_set: AssumptionSetTable;
  deal_model: DealModelTable;
}
