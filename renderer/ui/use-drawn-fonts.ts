import { useCallback, useSyncExternalStore } from "react";
import { DrawnFonts, type FontWeight } from "./drawn-fonts.ts";

/** Longer than any disk takes; a font that never comes must not leave the screen blank. */
const patienceMs = 5000;

/** The fonts of this page. */
export const pageFonts: DrawnFonts = new DrawnFonts(
  {
    check: (font, text) => document.fonts.check(font, text),
    load: (font, text) => document.fonts.load(font, text),
  },
  patienceMs,
);

interface UsedFonts {
  /** Whether a text can be drawn; another function as soon as it may answer otherwise. */
  readonly canDraw: (text: string, weight: FontWeight) => boolean;
  /** Another number once what was drawn or measured before is to be done again. */
  readonly repairs: number;
}

/** For what draws or measures text by itself. */
export function useDrawnFonts(): UsedFonts {
  const step = useSyncExternalStore(pageFonts.subscribe, () => pageFonts.state().step);
  const repairs = useSyncExternalStore(pageFonts.subscribe, () => pageFonts.state().repairs);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- a new function with each step
  const canDraw = useCallback((text: string, weight: FontWeight) => pageFonts.canDraw(text, weight), [step]);
  return { canDraw, repairs };
}
