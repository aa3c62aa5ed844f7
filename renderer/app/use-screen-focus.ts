import { type RefObject, useEffect, useRef } from "react";
import { dealIdOf, useRoute } from "../desk/routes.ts";

/**
 * Where the focused element went with the screen that was left, the new screen takes the focus: the next Tab goes on in it
 * and not at the top of the window. What stays, such as the navigation, keeps it.
 */
export function useScreenFocus(): RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement | null>(null);
  const route = useRoute();
  const place = `${route.screen} ${dealIdOf(route) ?? ""}`;
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    if (document.activeElement === null || document.activeElement === document.body) main.current?.focus();
  }, [place]);
  return main;
}
