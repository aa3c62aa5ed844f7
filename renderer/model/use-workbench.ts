import { createContext, useContext, useEffect, useMemo } from "react";
import { type StoreApi, useStore } from "zustand";
import { call } from "../desk/desk-client.ts";
import { useEditingScreen } from "../desk/edit-history.ts";
import { changeDealLook, lookOf, useLayout } from "../desk/layout-store.ts";
import { afterPaint } from "../ui/after-paint.ts";
import { newTyping } from "./new-typing.ts";
import { useRefusedEntries } from "./refused-entries.ts";
import { createWorkbenchStore, type WorkbenchState } from "./workbench-store.ts";

const WorkbenchContext = createContext<StoreApi<WorkbenchState> | null>(null);
export const WorkbenchProvider = WorkbenchContext.Provider;

/** Longer than between two keys of somebody who types. */
const pauseMs = 300;

/** The store of one deal's workbench, loaded on entry and flushed on leaving. */
export function useDealWorkbench(dealId: number): StoreApi<WorkbenchState> {
  const store = useMemo(
    () =>
      createWorkbenchStore({
        loadModel: () => call("assumptions.model", { dealId }),
        price: (edit, typing) => call("pricing.price", { dealId, edit, typing }),
        whole: () => call("pricing.whole", { dealId }),
        pause: () => new Promise((passed) => setTimeout(passed, pauseMs)),
        newTyping,
        now: () => performance.now(),
        afterPaint,
      }),
    [dealId],
  );
  useRefusedEntries(dealId, store);
  useEffect(() => {
    void store.getState().load();
    return () => store.getState().dispose();
  }, [store]);
  const screen = useMemo(() => {
    const { settle, load, hold, release } = store.getState();
    return { settle, reload: load, hold, release };
  }, [store]);
  useEditingScreen(screen);
  useLeftCase(dealId, store);
  return store;
}

/** Shows the case that was looked at last. */
function useLeftCase(dealId: number, store: StoreApi<WorkbenchState>): void {
  const left = useLayout((layout) => lookOf(layout, dealId).caseName);
  useEffect(() => store.getState().selectCase(left), [left, store]);
  useEffect(() => store.subscribe(({ caseName }, before) => caseName !== before.caseName && changeDealLook(dealId, { caseName })), [dealId, store]);
}

export function useWorkbench<T>(select: (state: WorkbenchState) => T): T {
  const store = useContext(WorkbenchContext);
  if (store === null) throw new Error("the workbench store is missing");
  return useStore(store, select);
}
