import { useEffect } from "react";

/** What holds a control and can have the focus itself: its dialog, its pane, the screen. */
const holderOf = (control: HTMLElement) => control.parentElement?.closest<HTMLElement>("[tabindex]") ?? null;

/** Keeps where a control stands while it is there: once it is gone, it can't be asked any more. */
const holdersOf = (control: HTMLElement): HTMLElement[] => {
  const holder = holderOf(control);
  return holder === null ? [] : [holder, ...holdersOf(holder)];
};

/**
 * A control that goes with the focus, such as a button in whose place its answer comes, leaves it to what held it: the next Tab goes
 * on there, and keys that scroll do. Where the focus is given elsewhere meanwhile, by a dialog that closes or a screen that opens, it stays.
 */
function useFocusOfGone(): void {
  useEffect(() => {
    let last: { readonly control: HTMLElement; readonly holders: readonly HTMLElement[] } | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const enter = ({ target }: FocusEvent) => {
      last = target instanceof HTMLElement && target !== document.body ? { control: target, holders: holdersOf(target) } : null;
    };
    const giveBack = () => {
      if (last === null || last.control.isConnected || document.activeElement !== document.body) return;
      last.holders.find(({ isConnected }) => isConnected)?.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(() => {
      if (last === null || last.control.isConnected) return;
      clearTimeout(timer);
      timer = setTimeout(giveBack, 0);
    });
    observer.observe(document.body, { subtree: true, childList: true });
    document.addEventListener("focusin", enter, { capture: true });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener("focusin", enter, { capture: true });
    };
  }, []);
}

/**
 * A control that is disabled while it has the focus, such as a button that is busy, loses it to the page, and the dialog around it
 * hears no key any more: Escape goes nowhere. What holds it has the focus meanwhile, and gives it back once the control is enabled.
 */
export function useKeptFocus(): void {
  useFocusOfGone();
  useEffect(() => {
    let last: EventTarget | null = null;
    let kept: { readonly control: HTMLElement; readonly holder: HTMLElement } | null = null;
    const enter = ({ target }: FocusEvent) => {
      last = target;
    };
    const look = ({ target }: MutationRecord) => {
      if (!(target instanceof HTMLElement)) return;
      if (target.matches(":disabled")) {
        // The page has the focus by now, unless the control is still to lose it.
        const isLost = document.activeElement === document.body || document.activeElement === target;
        const holder = target === last && isLost ? holderOf(target) : null;
        if (holder === null) return;
        kept = { control: target, holder };
        holder.focus({ preventScroll: true });
      } else if (kept?.control === target) {
        if (document.activeElement === kept.holder) target.focus({ preventScroll: true });
        kept = null;
      }
    };
    const observer = new MutationObserver((changes) => changes.forEach(look));
    observer.observe(document.body, { subtree: true, attributes: true, attributeFilter: ["disabled"] });
    document.addEventListener("focusin", enter, { capture: true });
    return () => {
      observer.disconnect();
      document.removeEventListener("focusin", enter, { capture: true });
    };
  }, []);
}
