import { type RefCallback, useCallback } from "react";
import { nearestInDirection } from "./nearest-in-direction.ts";

const anyControl = "a[href], button, [role=button]";
const isOff = (control: HTMLElement) => control.matches(":disabled, [aria-disabled=true]");

/**
 * Makes the controls in an element one stop of the Tab key: the one that had the focus last, and arrows, Home and End go to the
 * others; it begins with one that isn't marked `data-aside`. Controls come and go with what is shown, so they are looked up and not listed.
 */
export function useRovingFocus<E extends HTMLElement>(selector: string = anyControl): RefCallback<E> {
  return useCallback((element: E | null) => (element === null ? undefined : rove(element, selector)), [selector]);
}

function rove(element: HTMLElement, selector: string): () => void {
  let last: HTMLElement | null = null;
  const controls = () => [...element.querySelectorAll<HTMLElement>(selector)].filter((one) => one.offsetParent !== null && !isOff(one));
  const arrange = () => {
    const all = controls();
    const first = all.find((one) => !one.hasAttribute("data-aside")) ?? all[0];
    const stop = last !== null && all.includes(last) ? last : first;
    for (const one of all) {
      const wanted = one === stop ? 0 : -1;
      if (one.tabIndex !== wanted) one.tabIndex = wanted;
    }
  };
  const enter = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement) || !target.matches(selector)) return;
    last = target;
    arrange();
  };
  const press = (event: KeyboardEvent) => {
    const from = event.target;
    if (!(from instanceof HTMLElement) || !from.matches(selector) || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    const all = controls();
    const target = event.key === "Home" ? all[0] : event.key === "End" ? all.at(-1) : nearestInDirection(from, all, event.key);
    if (target === undefined) return;
    event.preventDefault();
    target.focus();
  };
  const watch = new MutationObserver(arrange);
  watch.observe(element, { childList: true, subtree: true, attributes: true, attributeFilter: ["tabindex", "disabled", "aria-disabled"] });
  element.addEventListener("focusin", enter);
  element.addEventListener("keydown", press);
  arrange();
  return () => {
    watch.disconnect();
    element.removeEventListener("focusin", enter);
    element.removeEventListener("keydown", press);
  };
}
