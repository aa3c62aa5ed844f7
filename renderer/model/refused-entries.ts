import { useEffect } from "react";
import { z } from "zod";
import type { StoreApi } from "zustand";
import type { ModelEdit } from "../../shared/contract/assumption-channels.ts";
import { call } from "../desk/desk-client.ts";
import { draftKeeper } from "../desk/draft-keeper.ts";
import { showError } from "../desk/session-store.ts";
import { isUnread } from "../ui/fields/unread.ts";
import { type EditedValue, type EditPath, pathKey, storedAt } from "./edit-path.ts";
import type { WorkbenchState } from "./workbench-store.ts";

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

/** Keeps what the workbench's fields refused, which no pricing saves, and puts it back when the deal is opened again. */
export function useRefusedEntries(dealId: number, store: StoreApi<WorkbenchState>): void {
  useEffect(() => {
    const place = { form: "workbench", dealId, recordId: null } as const;
    const keeper = draftKeeper<string>({ store: (content) => call("drafts.keep", { ...place, content }), forget: () => call("drafts.drop", place) });
    let isOpen = true;
    let isKept = false;
    const keep = ({ draft, invalidPaths }: WorkbenchState) => {
      const entries = draft === null ? [] : refusedEntries(draft, invalidPaths);
      if (entries.length > 0) keeper.keep(JSON.stringify(entries));
      else if (isKept) keeper.drop();
      isKept = entries.length > 0;
    };
    const putBack = (content: string) => {
      const { draft, edit } = store.getState();
      if (draft === null) return;
      isKept = true;
      const entries = entriesToPutBack(JSON.parse(content), draft);
      for (const { path, value } of entries) edit(path, value);
      if (entries.length === 0) keep(store.getState());
    };
    const begin = () =>
      call("drafts.of", { form: "workbench", dealId }).then(([latest]) => {
        if (isOpen && latest !== undefined) putBack(latest.content);
      }, showError);
    let hasBegun = false;
    const unsubscribe = store.subscribe((state, before) => {
      if (!hasBegun && state.draft !== null) {
        hasBegun = true;
        void begin();
      }
      if (state.draft !== before.draft && (isKept || state.invalidPaths.size > 0)) keep(state);
    });
    const unwatch = keeper.watch();
    return () => {
      isOpen = false;
      unsubscribe();
      unwatch();
    };
  }, [dealId, store]);
}
