import type { Generated } from "kysely";
import type { Fixed } from "./column-types.ts";

/** A form of a deal's memo; the latest counts, the others are its versions. */
interface MemoFormTable {
  id: Generated<number>;
  deal_id: Fixed<number>;
  body: string;
  saved_by: Fixed<string>;
  begun_at: Fixed<string>;
  saved_at: string;
}

interface MemoTemplateTable {
  id: Generated<number>;
  name: Fixed<string>;
  body: string;
}

export interface MemoTables {
  memo_form: MemoFormTable;
  memo_template: MemoTemplateTable;
}
