import { createContext, useContext, useEffect, useState } from "react";
import type { EditPath } from "./edit-path.ts";

/** A field of the assumptions as it is found: where it is and what it is called. */
export interface FieldEntry {
  readonly path: EditPath;
  readonly label: string;
}

/** What becomes of the rows of fields: some are shown, or all are only listed. */
export interface FieldRows {
  readonly shows: (field: FieldEntry) => boolean;
  /** Told of each row's fields, for a list of all there are. */
  readonly list?: (fields: readonly FieldEntry[]) => void;
}

/** Null: every row is shown. */
export const FieldRowsContext = createContext<FieldRows | null>(null);

/** Whether a row with these fields is shown: one of them is looked for, or nothing is. */
export function useIsRowShown(fields: readonly FieldEntry[]): boolean {
  const rows = useContext(FieldRowsContext);
  const [listed] = useState(fields);
  useEffect(() => rows?.list?.(listed), [rows, listed]);
  return rows === null || fields.some(rows.shows);
}
