import { z } from "zod";
import type { ModelEdit } from "../../shared/contract/assumption-channels.ts";
import { isUnread } from "../ui/fields/unread.ts";
import { type EditedValue, type EditPath, pathKey, storedAt } from "./edit-path.ts";

/** What was typed and refused, and where: a text that is no number, or a number out of its range. */
interface RefusedEntry {
  readonly path: EditPath;
  readonly value: EditedValue;
}

const keptSchema = z.array(
  z.object({ path: z.array(z.union([z.string(), z.number()])), value: z.union([z.number(), z.object({ unread: z.string().max(1000) })]) }),
);

/** The entries of a model that its schema refuses; a pricing never has them, so nothing else keeps them. */
export function refusedEntries(draft: ModelEdit, invalidPaths: ReadonlySet<string>): RefusedEntry[] {
  const entries: RefusedEntry[] = [];
  const look = (value: unknown, path: EditPath): void => {
    if (isUnread(value) || (typeof value === "number" && invalidPaths.has(pathKey(path)))) entries.push({ path, value });
    else if (Array.isArray(value)) for (const [at, each] of value.entries()) look(each, [...path, at]);
    else if (typeof value === "object" && value !== null) for (const [key, each] of Object.entries(value)) look(each, [...path, key]);
  };
  if (invalidPaths.size > 0) look(draft, []);
  return entries;
}

/** Kept entries whose places are still there and hold a number or nothing. */
export function entriesToPutBack(kept: unknown, draft: ModelEdit): RefusedEntry[] {
  const { data = [] } = keptSchema.safeParse(kept);
  return data.filter(({ path }) => {
    const stored = storedAt(draft, path);
    return typeof stored === "number" || (stored === null && holds(draft, path));
  });
}

/** Whether a place is one of the model's, although nothing stands there. */
function holds(draft: ModelEdit, path: EditPath): boolean {
  const parent = storedAt(draft, path.slice(0, -1));
  return typeof parent === "object" && parent !== null && (path.at(-1) ?? "") in parent;
}
