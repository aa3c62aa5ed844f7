import { type CopiedRows, tableMarkup, tabText } from "./copied-cells.ts";

/** Puts cells on the clipboard in the course of a copy that is under way. */
export function fillClipboard(event: ClipboardEvent, rows: CopiedRows): void {
  event.clipboardData?.setData("text/plain", tabText(rows));
  event.clipboardData?.setData("text/html", tableMarkup(rows));
  event.preventDefault();
}

/** Puts cells on the clipboard as a copy of the page's own would: nothing is asked of the system that the page may not. */
export function copyCells(rows: CopiedRows): void {
  const fill = (event: ClipboardEvent) => {
    fillClipboard(event, rows);
    event.stopImmediatePropagation();
  };
  window.addEventListener("copy", fill, { capture: true, once: true });
  document.execCommand("copy");
  window.removeEventListener("copy", fill, { capture: true });
}
