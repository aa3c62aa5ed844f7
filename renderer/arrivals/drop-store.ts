import { useEffect, useRef } from "react";
import { create } from "zustand";
import type { ChosenFile } from "../../shared/contract/tape-channels.ts";
import type { KeyUnder } from "../desk/i18n.ts";

/** What the screen does with a tape that is dropped on it; `take` is null where it only says why it can't. */
interface DropTarget {
  readonly says: KeyUnder<"drop">;
  readonly take: ((file: ChosenFile) => void) | null;
}

export const useDropTargets = create<{ readonly target: DropTarget | null }>()(() => ({ target: null }));

/** Has tapes that are dropped on the window given to the screen while it is there. */
export function useDropTarget(says: DropTarget["says"], take: DropTarget["take"]): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  const isTaking = take !== null;
  useEffect(() => {
    const target: DropTarget = { says, take: isTaking ? (file) => latest.current?.(file) : null };
    useDropTargets.setState({ target });
    return () => useDropTargets.setState((state) => (state.target === target ? { target: null } : state));
  }, [says, isTaking]);
}
