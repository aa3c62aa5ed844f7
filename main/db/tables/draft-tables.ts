interface DraftTable {
  form: string;
  /** 0: of no deal. */
  deal_id: number;
  /** 0: of a record that isn't there yet. */
  record_id: number;
  /** What the form holds, as JSON. */
  content: string;
  kept_at: string;
}

/** What was typed and isn't saved. */
export interface DraftTables {
  draft: DraftTable;
}
