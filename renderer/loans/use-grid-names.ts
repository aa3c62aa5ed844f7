import { type RefCallback, useCallback } from "react";
import type { LoanColumn } from "./loan-columns.ts";
import type { LoanSort } from "./use-loan-pages.ts";

/** Says in the table behind the canvas what it is, that nothing is typed into it, and by which column it is sorted. */
export function useGridNames(label: string, columns: readonly LoanColumn[], sort: LoanSort): RefCallback<HTMLElement> {
  return useCallback(
    (frame: HTMLElement | null) => {
      if (frame === null) return;
      const say = () => {
        for (const grid of frame.querySelectorAll('[role="grid"]')) {
          put(grid, "aria-label", label);
          put(grid, "aria-readonly", "true");
        }
        for (const head of frame.querySelectorAll('[role="columnheader"]')) {
          const column = columns[Number(head.getAttribute("aria-colindex")) - 1];
          const isSorted = column?.sortKey !== undefined && column.sortKey === sort.by;
          put(head, "aria-sort", isSorted ? (sort.descending ? "descending" : "ascending") : "none");
        }
      };
      // The grid makes the table anew as it is scrolled.
      const watch = new MutationObserver(say);
      watch.observe(frame, { childList: true, subtree: true });
      say();
      return () => watch.disconnect();
    },
    [label, columns, sort],
  );
}

function put(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
