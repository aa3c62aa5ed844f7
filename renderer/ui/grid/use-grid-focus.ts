import { type FocusEvent, type RefObject, useCallback } from "react";

interface GridFocusParts {
  readonly frame: RefObject<HTMLElement | null>;
  readonly input: RefObject<HTMLInputElement | null>;
}

/** The editor has the focus in the canvas's place; the canvas is told, so that it draws what is selected as the place where one is. */
export function useGridFocus({ frame, input }: GridFocusParts) {
  const canvasOf = useCallback(() => frame.current?.querySelector("canvas") ?? null, [frame]);
  return {
    /** Takes the canvas out of the way of the Tab key. */
    settle: useCallback(() => {
      const canvas = canvasOf();
      if (canvas !== null && canvas.tabIndex !== -1) canvas.tabIndex = -1;
    }, [canvasOf]),
    takeFocus: useCallback(() => input.current?.focus({ preventScroll: true }), [input]),
    onFocus: (event: FocusEvent) => {
      if (event.target === canvasOf() && document.activeElement === event.target) input.current?.focus({ preventScroll: true });
    },
    tellCanvas: (isFocused: boolean) => canvasOf()?.dispatchEvent(new FocusEvent(isFocused ? "focusin" : "focusout", { bubbles: true })),
  };
}
