import { createContext, useContext } from "react";
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
  return {
    stored: storedAt(scope.root, path),
    isInvalid: scope.invalidPaths.has(pathKey(path)),
    readOnly: scope.readOnly,
    range: scope.rangeAt(path),
    edit: (next: EditedValue) => scope.edit(path, next),
  };
}

export function useEditedNumber(path: EditPath) {
  const field = useEdited(path);
  const stored: Entered<number> = typeof field.stored === "number" || isUnread(field.stored) ? field.stored : null;
  return { ...field, stored };
}
