export interface ScrolledRows {
  readonly rows: number;
  readonly rowHeight: number;
  readonly headerHeight: number;
}

/** What is used of the element that is scrolled. */
type Scroller = Pick<HTMLElement, "scrollTop" | "scrollHeight" | "clientHeight">;

/**
 * Brings a row into view in a list that is higher than the browser lets an element be (33.5 million physical pixels: 22.4 million at a
 * scale of 150 %). There the grid takes a place of the scroll bar for that share of the list, while its own way to a row counts
 * pixels and ends at another. False where the list is no higher than its element.
 */
export function scrollByShare(scroller: Scroller, row: number, { rows, rowHeight, headerHeight }: ScrolledRows): boolean {
  const listHeight = headerHeight + rows * rowHeight;
  if (listHeight <= scroller.scrollHeight + 5) return false;
  const seen = scroller.clientHeight;
  const wanted = headerHeight + (row + 0.5) * rowHeight - seen / 2;
  const share = Math.min(1, Math.max(0, wanted / (listHeight - seen)));
  scroller.scrollTop = share * (scroller.scrollHeight - seen);
  return true;
}
