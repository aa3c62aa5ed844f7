import { useEffect, useRef } from "react";
import { create } from "zustand";
import type { ChosenFile } from "../../shared/contract/tape-channels.ts";
import type { KeyUnder } from "../desk/i18n.ts";
import { useSession } from "../desk/session-store.ts";

interface DropHandlers {
  /** Null where the screen only says why it can't. */
  readonly take: ((file: ChosenFile) => void) | null;
  /** Takes back what the screen says of an earlier file: the one that is dropped now has its own answer. */
  readonly forget?: () => void;
}

/** What the screen does with a tape that is dropped on it. */
interface DropTarget extends DropHandlers {
  readonly says: KeyUnder<"drop">;
}

/** Why a dropped file wasn't taken, and its name where it was the one. */
interface DropFailure {
  readonly error: unknown;
  readonly fileName: string | null;
}

interface Drops {
  readonly target: DropTarget | null;
  readonly failure: DropFailure | null;
}

export const useDrops = create<Drops>()(() => ({ target: null, failure: null }));

/** Has tapes that are dropped on the window given to the screen while it is there. */
export function useDropTarget(says: DropTarget["says"], handlers: DropHandlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  const isTaking = handlers.take !== null;
  useEffect(() => {
    const take = isTaking ? (file: ChosenFile) => latest.current.take?.(file) : null;
    const target: DropTarget = { says, take, forget: () => latest.current.forget?.() };
    useDrops.setState({ target });
    return () => useDrops.setState((state) => (state.target === target ? { target: null } : state));
  }, [says, isTaking]);
}

/** A dialog is in front of every screen. */
export const isDialogOpen = (): boolean => document.querySelector('[role="dialog"]') !== null;

/** The screen that takes a tape now. Where there is none, `bringOne` is called, and the first that takes one is waited for. */
export async function takingTarget(bringOne: () => void): Promise<DropHandlers & { readonly take: (file: ChosenFile) => void }> {
  const takingIn = ({ target }: Drops) => (target === null || target.take === null ? null : { ...target, take: target.take });
  const now = takingIn(useDrops.getState());
  if (now !== null) return now;
  return new Promise((settle) => {
    const stop = useDrops.subscribe((state) => {
      const found = takingIn(state);
      if (found === null) return;
      stop();
      settle(found);
    });
    bringOne();
  });
}

/** Says at the foot of the window why a dropped file wasn't taken, in the place of what was said there before. */
export function sayDropFailure(error: unknown, fileName: string | null = null): void {
  useSession.setState({ error: null, notice: null });
  useDrops.setState({ failure: { error, fileName } });
}

export function clearDropFailure(): void {
  useDrops.setState({ failure: null });
}
