import { type RefCallback, useCallback } from "react";

export type SortWay = "ascending" | "descending" | "none";

interface GridNames {
  readonly label: string;
  readonly isReadOnly: boolean;
  /** Whether and how the rows are sorted by a column. */
  readonly sortOf: (columnIndex: number) => SortWay;
}

/** Says in the table behind the canvas what it is, whether it takes typing, and by which column it is sorted. */
export function useGridNames({ label, isReadOnly, sortOf }: GridNames): RefCallback<HTMLElement> {
  return useCallback(
    (frame: HTMLElement | null) => {
      if (frame === null) return;
      const say = () => {
        for (const grid of frame.querySelectorAll('[role="grid"]')) {
          put(grid, "aria-label", label);
          put(grid, "aria-readonly", String(isReadOnly));
        }
        for (const head of frame.querySelectorAll('[role="columnheader"]')) put(head, "aria-sort", sortOf(Number(head.getAttribute("aria-colindex")) - 1));
      };
      // The grid makes the table anew as it is scrolled.
      const watch = new MutationObserver(say);
      watch.observe(frame, { childList: true, subtree: true });
      say();
      return () => watch.disconnect();
    },
    [label, isReadOnly, sortOf],
  );
}

function put(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
