import type { DataEditorRef, Rectangle } from "@glideapps/glide-data-grid";
import { type RefObject, useCallback, useEffect, useLayoutEffect } from "react";
import { type ScrolledRows, scrollByShare } from "./scroll-to-row.ts";
import type { GridPlace } from "./typing-cells.ts";

interface EditorPlaceParts {
  readonly frame: RefObject<HTMLElement | null>;
  readonly box: RefObject<HTMLElement | null>;
  readonly grid: RefObject<DataEditorRef | null>;
  readonly place: GridPlace | null;
  readonly rows: ScrolledRows;
  /** Rows on the screen, the last not included. */
  readonly seen: RefObject<{ readonly first: number; readonly last: number }>;
}

/** Room that the options of a cell take below it, in pixels. */
const optionsHeight = 210;
const leastWidth = 120;
const mostTries = 4;
/** So near the grid's own way is right, however high the list is. */
const nearRows = 40;

/** Puts the editor over a cell, within the frame in any case: the browser would scroll whatever it is in to a field that has the focus. */
function putOver(box: HTMLElement, frame: HTMLElement, cell: Rectangle | undefined): void {
  const outside = frame.getBoundingClientRect();
  const [x, y] = cell === undefined ? [0, 0] : [cell.x - outside.x, cell.y - outside.y];
  const [width, height] = [Math.min(outside.width, Math.max(cell?.width ?? 0, leastWidth)), cell?.height ?? 24];
  const left = Math.max(0, Math.min(x, outside.width - width));
  const top = Math.max(0, Math.min(y, outside.height - height));
  for (const [name, value] of Object.entries({ left, top, width, height })) box.style.setProperty(name, `${value}px`);
  box.dataset["above"] = String(y + height + optionsHeight > outside.height && y > optionsHeight);
}

/** Keeps the editor over its cell, and brings the cell into view. */
export function useEditorPlace({ frame, box, grid, place, rows, seen }: EditorPlaceParts) {
  const [column, row] = [place?.column, place?.row];
  const put = useCallback(() => {
    if (frame.current !== null && box.current !== null)
      putOver(box.current, frame.current, column === undefined ? undefined : grid.current?.getBounds(column, row));
  }, [frame, box, grid, column, row]);
  useLayoutEffect(put);
  useEffect(() => {
    const watch = new ResizeObserver(put);
    if (frame.current !== null) watch.observe(frame.current);
    return () => watch.disconnect();
  }, [frame, put]);
  const { rows: count, rowHeight, headerHeight } = rows;
  useEffect(() => {
    if (column === undefined || row === undefined) return;
    const ask = { frame: 0, tries: 0 };
    const reveal = () => {
      const scroller = frame.current?.querySelector(".dvn-scroller");
      const { first, last } = seen.current;
      if ((row >= first && row < last) || ask.tries >= mostTries || scroller === null || scroller === undefined) return;
      ask.tries += 1;
      const isFar = row < first - nearRows || row > last + nearRows;
      if (!isFar || !scrollByShare(scroller, row, { rows: count, rowHeight, headerHeight })) grid.current?.scrollTo(column, row);
      // What is seen is known two frames after the list was scrolled.
      ask.frame = requestAnimationFrame(() => {
        ask.frame = requestAnimationFrame(reveal);
      });
    };
    ask.frame = requestAnimationFrame(reveal);
    return () => cancelAnimationFrame(ask.frame);
  }, [frame, grid, seen, column, row, count, rowHeight, headerHeight]);
  return put;
}
