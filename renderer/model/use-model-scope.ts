import { useCallback, useMemo } from "react";
import { type ModelEdit, modelEditSchema } from "../../shared/contract/assumption-channels.ts";
import { assumptionsSchema } from "../../shared/domain/assumptions.ts";
import { rangeAt } from "../../shared/domain/number-range.ts";
import { type EditedValue, type EditPath, pathsWithin } from "./edit-path.ts";
import { type EditScope, useJoint } from "./edit-scope.ts";
import { useOrigin } from "./use-origin.ts";
import { useWorkbench } from "./use-workbench.ts";

const rangeInModel = (path: EditPath) => rangeAt(modelEditSchema, path);
/** Of a number among the assumptions alone. */
export const rangeInAssumptions = (path: EditPath) => rangeAt(assumptionsSchema, path);

/** Edits of the workbench's model; `draft` is what the fields show, which may lag behind the store's. */
export function useModelScope(draft: ModelEdit | null, origin: Pick<ModelEdit, "assumptions" | "cases"> | null): EditScope {
  const edit = useWorkbench((state) => state.edit);
  const leave = useWorkbench((state) => state.leave);
  const invalidPaths = useWorkbench((state) => state.invalidPaths);
  return useMemo(
    () => ({ root: draft, origin, edit, leave, invalidPaths, readOnly: false, rangeAt: rangeInModel }),
    [draft, origin, edit, leave, invalidPaths],
  );
}

/** The same for its assumptions alone. */
export function useAssumptionsScope(draft: ModelEdit | null): EditScope {
  const editModel = useWorkbench((state) => state.edit);
  const leave = useWorkbench((state) => state.leave);
  const origin = useOrigin()?.assumptions ?? null;
  const invalid = useWorkbench((state) => state.invalidPaths);
  const edit = useCallback((path: EditPath, next: EditedValue) => editModel(["assumptions", ...path], next), [editModel]);
  const invalidPaths = useMemo(() => pathsWithin(invalid, "assumptions"), [invalid]);
  const joint = useJoint(assumptionsSchema, draft?.assumptions, invalidPaths);
  return useMemo(
    () => ({ root: draft?.assumptions, origin, edit, leave, invalidPaths, joint, readOnly: false, rangeAt: rangeInAssumptions }),
    [draft?.assumptions, origin, edit, leave, invalidPaths, joint],
  );
}
