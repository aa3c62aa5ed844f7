const patienceMs = 5000;

/** Gives the focus to what the selector finds and is shown, at once or as soon as it is there. */
export function focusWhenThere(selector: string): void {
  const focusIt = () => {
    const found = [...document.querySelectorAll<HTMLElement>(selector)].find((one) => one.offsetParent !== null);
    found?.scrollIntoView({ block: "nearest" });
    found?.focus();
    return found !== undefined;
  };
  if (focusIt()) return;
  const watch = new MutationObserver(() => focusIt() && end());
  const timer = setTimeout(() => end(), patienceMs);
  const end = () => {
    watch.disconnect();
    clearTimeout(timer);
  };
  watch.observe(document.body, { childList: true, subtree: true });
}
