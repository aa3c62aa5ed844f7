import { useEffect } from "react";
import type { StoreApi } from "zustand";
import { call } from "../desk/desk-client.ts";
import { draftKeeper } from "../desk/draft-keeper.ts";
import { showError } from "../desk/session-store.ts";
import { entriesToPutBack, refusedEntries } from "./refused-entries.ts";
import type { WorkbenchState } from "./workbench-store.ts";

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
