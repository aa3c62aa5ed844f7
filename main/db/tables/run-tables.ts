import type { ColumnType } from "kysely";
import type { CaseName } from "../../../shared/domain/codes.ts";
import type { Fixed } from "./column-types.ts";

/** Triggers refuse UPDATE and DELETE. */
interface PricingRunTable {
  id: ColumnType<number, number | undefined, never>;
  deal_id: Fixed<number>;
  tape_id: Fixed<number>;
  name: Fixed<string>;
  created_at: Fixed<string>;
  engine_version: Fixed<string>;
  seed: Fixed<number | null>;
  assumptions: Fixed<string>;
  sources: Fixed<string>;
  cases: Fixed<string>;
  bid_price_fen: Fixed<number | null>;
  inputs: Fixed<Uint8Array>;
  inputs_hash: Fixed<string>;
  result: Fixed<string>;
  loan_results: Fixed<Uint8Array>;
  run_hash: Fixed<string>;
  /** Null in a run that was saved before runs had one. */
  content_hash: Fixed<string | null>;
}

/** What is said of a run after it was saved. Triggers refuse DELETE and changes of what is fixed. */
interface RunMarkTable {
  run_id: Fixed<number>;
  deal_id: Fixed<number>;
  /** The name it goes by now. */
  name: string;
  note: string;
  is_starred: number;
  /** The run from which a bridge leads to it in its memo; null: none is wanted. */
  predecessor_id: number | null;
  /** The case that was on screen, whose return is listed. */
  case_name: Fixed<CaseName>;
  saved_by: Fixed<string>;
}

/** Saved runs. */
export interface RunTables {
  pricing_run: PricingRunTable;
  run_mark: RunMarkTable;
}
