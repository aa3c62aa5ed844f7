import type { Generated } from "kysely";
import type { RowTable } from "../../../shared/domain/field-values.ts";
import type { SheetList } from "../../../shared/domain/sheet-fields.ts";
import type { Fixed, Flag } from "./column-types.ts";

/** One edit of a package's rows: what was typed, pasted or filled in one go. */
interface SheetBatchTable {
  id: Generated<number>;
  tape_id: Fixed<number>;
  cause: Fixed<string>;
  why: Fixed<string>;
  author: Fixed<string>;
  made_at: Fixed<string>;
  /** Taken back, and not done again. */
  is_undone: Flag;
}

/** A cell that an edit changed. */
interface SheetCellTable {
  tape_id: Fixed<number>;
  batch_id: Fixed<number>;
  list: Fixed<SheetList>;
  row_id: Fixed<number>;
  /** Column of the row's table, or of the loan's own estimate. */
  place: Fixed<string>;
  old_value: Fixed<string | number | null>;
  new_value: Fixed<string | number | null>;
}

/** A row that an edit added or removed, as it was then. */
interface SheetRowTable {
  id: Generated<number>;
  tape_id: Fixed<number>;
  batch_id: Fixed<number>;
  kind: Fixed<"added" | "removed">;
  row_table: Fixed<RowTable>;
  row_id: Fixed<number>;
  /** The row as JSON, by column. */
  content: Fixed<string>;
}

/** Edits of rows, beside the rows: those hold the present values. */
export interface SheetTables {
  sheet_batch: SheetBatchTable;
  sheet_cell: SheetCellTable;
  sheet_row: SheetRowTable;
}
