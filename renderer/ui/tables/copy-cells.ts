import { type CopiedRows, tableMarkup, tabText } from "./copied-cells.ts";

/** Puts cells on the clipboard as a copy of the page's own would: nothing is asked of the system that the page may not. */
export function copyCells(rows: CopiedRows): void {
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", tabText(rows));
    event.clipboardData?.setData("text/html", tableMarkup(rows));
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener("copy", fill, { capture: true, once: true });
  document.execCommand("copy");
  window.removeEventListener("copy", fill, { capture: true });
}
