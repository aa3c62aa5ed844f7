import { useCallback, useMemo } from "react";
import type { ModelEdit } from "../../shared/contract/assumption-channels.ts";
import { type EditedValue, type EditPath, pathsWithin } from "./edit-path.ts";
import type { EditScope } from "./edit-scope.ts";
import { useWorkbench } from "./use-workbench.ts";

/** Edits of the workbench's model; `draft` is what the fields show, which may lag behind the store's. */
export function useModelScope(draft: ModelEdit | null): EditScope {
  const edit = useWorkbench((state) => state.edit);
  const invalidPaths = useWorkbench((state) => state.invalidPaths);
  return useMemo(() => ({ root: draft, edit, invalidPaths, readOnly: false }), [draft, edit, invalidPaths]);
}

/** The same for its assumptions alone. */
export function useAssumptionsScope(draft: ModelEdit | null): EditScope {
  const editModel = useWorkbench((state) => state.edit);
  const invalid = useWorkbench((state) => state.invalidPaths);
  const edit = useCallback((path: EditPath, next: EditedValue) => editModel(["assumptions", ...path], next), [editModel]);
  const invalidPaths = useMemo(() => pathsWithin(invalid, "assumptions"), [invalid]);
  return useMemo(() => ({ root: draft?.assumptions, edit, invalidPaths, readOnly: false }), [draft?.assumptions, edit, invalidPaths]);
}
