/** Puts a text on the clipboard as a copy of the page's own would: nothing is asked of the system that the page may not. */
export function copyText(text: string): void {
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener("copy", fill, { capture: true, once: true });
  document.execCommand("copy");
  window.removeEventListener("copy", fill, { capture: true });
}
