import { useEffect } from "react";

/** What holds a control and can have the focus itself: its dialog, its pane, the screen. */
const holderOf = (control: HTMLElement) => control.parentElement?.closest<HTMLElement>("[tabindex]") ?? null;

/**
 * A control that is disabled while it has the focus, such as a button that is busy, loses it to the page, and the dialog around it
 * hears no key any more: Escape goes nowhere. What holds it has the focus meanwhile, and gives it back once the control is enabled.
 */
export function useKeptFocus(): void {
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
