/** A drawn grid has a table behind it for screen readers, of the rows in view alone: the grid copies itself. */
const table = "table:not([role=grid])";

/** The table that an element is in or holds, that of a chart's figures included. */
export const tableOf = (element: Element): HTMLTableElement | null =>
  element.closest<HTMLTableElement>(table) ??
  element.querySelector<HTMLTableElement>(`:scope > ${table}`) ??
  element.closest("figure")?.querySelector<HTMLTableElement>(table) ??
  null;
