/** Parts of the window in the order they are read: a key goes from one to the next. */
const paneSelector = "nav, header, aside, [data-pane], section[aria-label], footer";
const focusable = 'a[href], button:not([disabled]), input:not([disabled]), select, textarea, [tabindex="0"]';

const isShown = (element: Element) => element instanceof HTMLElement && element.offsetParent !== null;

/** Where the focus goes in a pane: where it was last, else to its first control. */
function entryOf(pane: Element): HTMLElement | undefined {
  return [...pane.querySelectorAll<HTMLElement>(focusable)].find((element) => isShown(element) && element.tabIndex >= 0);
}

/** Puts the focus into the pane so many further on, round and round. */
export function goToPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll(paneSelector)]
    .filter((pane) => isShown(pane) && pane.parentElement?.closest(paneSelector) === null && entryOf(pane) !== undefined)
    .toSorted((one, other) => positionOf(one) - positionOf(other));
  const here = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes[here < 0 ? 0 : (here + step + panes.length) % panes.length];
  if (next !== undefined) entryOf(next)?.focus();
}

/** Left to right, and top to bottom within. */
function positionOf(pane: Element): number {
  const { left, top } = pane.getBoundingClientRect();
  return Math.round(left / 50) * 100_000 + top;
}
