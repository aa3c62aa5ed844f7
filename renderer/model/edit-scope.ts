import { createContext, useCallback, useContext, useMemo } from "react";
import type { NumberRange } from "../../shared/domain/number-range.ts";
import { type Entered, isUnread } from "../ui/fields/unread.ts";
import { type EditedValue, type EditPath, pathKey, storedAt } from "./edit-path.ts";

/** What an assumption field needs: the record under edit, where to report a change, which paths are refused. */
export interface EditScope {
  readonly root: unknown;
  readonly edit: (path: EditPath, next: EditedValue) => void;
  readonly invalidPaths: ReadonlySet<string>;
  readonly readOnly: boolean;
  /** What the schema of the record asks of the number at a path. */
  readonly rangeAt: (path: EditPath) => NumberRange | null;
}

export const EditScopeContext = createContext<EditScope | null>(null);

export function useEdited(path: EditPath) {
  const scope = useContext(EditScopeContext);
  if (scope === null) throw new Error("an assumption field stands outside its edit scope");
  const { edit: editAt, rangeAt } = scope;
  const key = pathKey(path);
  // The same from edit to edit, so that a field is drawn again only where its own number changes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the path
  const edit = useCallback((next: EditedValue) => editAt(path, next), [editAt, key]); // oxlint-disable-line react-hooks/exhaustive-deps -- the key is the path
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the path
  const range = useMemo(() => rangeAt(path), [rangeAt, key]); // oxlint-disable-line react-hooks/exhaustive-deps -- the key is the path
  return { stored: storedAt(scope.root, path), isInvalid: scope.invalidPaths.has(key), readOnly: scope.readOnly, range, edit };
}

export function useEditedNumber(path: EditPath) {
  const field = useEdited(path);
  const stored: Entered<number> = typeof field.stored === "number" || isUnread(field.stored) ? field.stored : null;
  return { ...field, stored };
}
