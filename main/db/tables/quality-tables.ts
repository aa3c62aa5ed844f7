import type { Generated } from "kysely";
import type { QualityKind } from "../../../shared/domain/quality.ts";
import type { Fixed } from "./column-types.ts";

/** Exceptions of a tape that somebody looked at and took for right, or for known: one, or all of a kind that there were. */
interface QualityConfirmationTable {
  id: Generated<number>;
  deal_id: Fixed<number>;
  tape_id: Fixed<number>;
  kind: Fixed<QualityKind>;
  row_count: Fixed<number>;
  /** Null: all of the kind that were open. */
  contract_no: Fixed<string | null>;
  reason: Fixed<string>;
  author: Fixed<string>;
  confirmed_at: Fixed<string>;
  /** 1: made in an earlier version of the tape, and holds for what that version's loans still say. */
  is_carried: Generated<number>;
}

/**
 * What a confirmation covers: a number for each exception, made of its row and the values that tell it, so that another value opens
 * it again. Kept apart, where an undo needn't copy it; ids are given once, so what no confirmation refers to is dead.
 */
interface QualityPrintTable {
  confirmation_id: Fixed<number>;
  tape_id: Fixed<number>;
  /** Doubles, 8 bytes each. */
  prints: Fixed<Uint8Array>;
}

export interface QualityTables {
  quality_confirmation: QualityConfirmationTable;
  quality_print: QualityPrintTable;
}
