import { createContext, useCallback, useContext, useMemo } from "react";
import type { z } from "zod";
import { type JointRefusal, jointRefusalsOf } from "../../shared/domain/joint-refusals.ts";
import type { NumberRange } from "../../shared/domain/number-range.ts";
import { type Entered, isUnread } from "../ui/fields/unread.ts";
import { type EditedValue, type EditPath, pathKey, storedAt } from "./edit-path.ts";

/** What an assumption field needs: the record under edit, where to report a change, which paths are refused. */
export interface EditScope {
  readonly root: unknown;
  /** The set that the record came from, of the same shape; null or missing: none is known. */
  readonly origin?: unknown;
  readonly edit: (path: EditPath, next: EditedValue) => void;
  /** A field is left: what is typed next is another edit. */
  readonly leave?: (() => void) | undefined;
  readonly invalidPaths: ReadonlySet<string>;
  /** What is refused for two fields together, by the path of the one that is to be changed. */
  readonly joint?: ReadonlyMap<string, JointRefusal>;
  readonly readOnly: boolean;
  /** What the schema of the record asks of the number at a path. */
  readonly rangeAt: (path: EditPath) => NumberRange | null;
}

export const EditScopeContext = createContext<EditScope | null>(null);

const nothingJoint: ReadonlyMap<string, JointRefusal> = new Map();

/** What the schema of a record refuses for two of its fields together; asked only while something is refused. */
export function useJoint(schema: z.ZodType, root: unknown, invalidPaths: ReadonlySet<string>): ReadonlyMap<string, JointRefusal> {
  const isRefused = invalidPaths.size > 0;
  return useMemo(() => (isRefused ? jointRefusalsOf(schema.safeParse(root)) : nothingJoint), [schema, root, isRefused]);
}

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
  const original = scope.origin === undefined || scope.origin === null ? undefined : storedAt(scope.origin, path);
  return {
    stored: storedAt(scope.root, path),
    original,
    isInvalid: scope.invalidPaths.has(key),
    joint: scope.joint?.get(key) ?? null,
    readOnly: scope.readOnly,
    range,
    edit,
    leave: scope.leave,
  };
}

export function useEditedNumber(path: EditPath) {
  const field = useEdited(path);
  const stored: Entered<number> = typeof field.stored === "number" || isUnread(field.stored) ? field.stored : null;
  const original = typeof field.original === "number" || field.original === null ? field.original : undefined;
  return { ...field, stored, original };
}
