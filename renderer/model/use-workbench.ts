import { createContext, useContext, useEffect, useMemo } from "react";
import { type StoreApi, useStore } from "zustand";
import { call } from "../desk/desk-client.ts";
import { afterPaint } from "../ui/after-paint.ts";
import { createWorkbenchStore, type WorkbenchState } from "./workbench-store.ts";

const WorkbenchContext = createContext<StoreApi<WorkbenchState> | null>(null);
export const WorkbenchProvider = WorkbenchContext.Provider;

/** The store of one deal's workbench, loaded on entry and flushed on leaving. */
export function useDealWorkbench(dealId: number): StoreApi<WorkbenchState> {
  const store = useMemo(
    () =>
      createWorkbenchStore({
        loadModel: () => call("assumptions.model", { dealId }),
        price: (edit) => call("pricing.price", { dealId, edit }),
        now: () => performance.now(),
        afterPaint,
      }),
    [dealId],
  );
  useEffect(() => {
    void store.getState().load();
    return () => store.getState().dispose();
  }, [store]);
  return store;
}

export function useWorkbench<T>(select: (state: WorkbenchState) => T): T {
  const store = useContext(WorkbenchContext);
  if (store === null) throw new Error("the workbench store is missing");
  return useStore(store, select);
}
