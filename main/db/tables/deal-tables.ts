import type { Generated } from "kysely";
import type { DealKind, DealStage, DealStatus, SaleProcess } from "../../../shared/domain/codes.ts";
import type { Fixed, Flag } from "./column-types.ts";

interface DealTable {
  id: Generated<number>;
  name: string;
  seller: string;
  kind: DealKind;
  process: SaleProcess;
  cut_off_date: string | null;
  bid_deadline: string | null;
  stage: DealStage;
  status: DealStatus;
  owner: string;
  notes: string;
  archived: Flag;
  is_sample: Flag;
  created_at: Fixed<string>;
  updated_at: string;
}

/** The last day for which a deal's data is to be kept. */
interface DealRetentionTable {
  deal_id: number;
  until_day: string;
}

/** The register. */
export interface DealTables {
  deal: DealTable;
  deal_retention: DealRetentionTable;
}
