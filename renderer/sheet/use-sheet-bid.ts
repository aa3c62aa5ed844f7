import { useCallback, useEffect, useRef, useState } from "react";
import type { StoreApi } from "zustand";
import type { WorkbenchState } from "../model/workbench-store.ts";
import { afterPaint } from "../ui/after-paint.ts";

/** Prices the package again after an edit of its rows, and measures the time until the new bid is painted. */
export function useSheetBid(store: StoreApi<WorkbenchState>) {
  const [editMs, setEditMs] = useState<number | null>(null);
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);
  const reprice = useCallback(
    (startedAt = performance.now()) => {
      const { load, model } = store.getState();
      // A deal that had no package has no model either.
      void (model === null ? load() : store.getState().reprice()).then(() =>
        afterPaint(() => {
          if (!isGone.current && !store.getState().isPricing) setEditMs(performance.now() - startedAt);
        }),
      );
    },
    [store],
  );
  return { editMs, reprice };
}
