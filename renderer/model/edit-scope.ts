import { createContext, useContext } from "react";
import { type EditedValue, type EditPath, pathKey, storedAt } from "./edit-path.ts";

/** What an assumption field needs: the record under edit, where to report a change, which paths are refused. */
export interface EditScope {
  readonly root: unknown;
  readonly edit: (path: EditPath, next: EditedValue) => void;
  readonly invalidPaths: ReadonlySet<string>;
  readonly readOnly: boolean;
}

export const EditScopeContext = createContext<EditScope | null>(null);

export function useEdited(path: EditPath) {
  const scope = useContext(EditScopeContext);
  if (scope === null) throw new Error("an assumption field stands outside its edit scope");
  return {
    stored: storedAt(scope.root, path),
    isInvalid: scope.invalidPaths.has(pathKey(path)),
    readOnly: scope.readOnly,
    edit: (next: EditedValue) => scope.edit(path, next),
  };
}

export function useEditedNumber(path: EditPath) {
  const field = useEdited(path);
  return { ...field, stored: typeof field.stored === "number" ? field.stored : null };
}
