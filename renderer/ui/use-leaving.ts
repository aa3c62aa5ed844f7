import { useRef, useState } from "react";

export interface Leaving {
  readonly isAsking: boolean;
  /** Esc, or Cancel: closes what holds nothing new, and asks where it does. */
  readonly leave: () => void;
  readonly stay: () => void;
  readonly discard: () => void;
  /** A dialog's `onClose`: a click beside it does nothing, since it must not lose what was typed, nor end what a double click began. */
  readonly onDialogClose: (event: object, reason: string) => void;
}

/** Leaving a form: what was typed goes only once that is confirmed. */
export function useLeaving(isDirty: boolean, discard: () => void): Leaving {
  const [isAsking, setAsking] = useState(false);
  const before = useRef<Element | null>(null);
  const stay = () => {
    setAsking(false);
    if (before.current instanceof HTMLElement) before.current.focus();
  };
  const leave = () => {
    if (!isDirty) {
      discard();
      return;
    }
    before.current = document.activeElement;
    setAsking(true);
  };
  const onDialogClose = (_event: object, reason: string) => {
    if (reason !== "escapeKeyDown") return;
    if (isAsking) stay();
    else leave();
  };
  return { isAsking, leave, stay, discard, onDialogClose };
}
