import { useEffect } from "react";
import { create } from "zustand";
import type { EditStack, JournalStep } from "../../shared/contract/journal-channels.ts";
import { call } from "./desk-client.ts";

/** A screen that stores its edits by itself. */
interface EditingScreen {
  /** Stores what still waits. True: a text that isn't stored was given up, which was the last thing done. */
  readonly settle: () => Promise<boolean>;
  /** Reads again what it shows. */
  readonly reload: () => Promise<void>;
}

const screens = new Set<EditingScreen>();

/** Has the screen store what waits before a step is undone, and read again after it. */
export function useEditingScreen(screen: EditingScreen): void {
  useEffect(() => {
    screens.add(screen);
    return () => void screens.delete(screen);
  }, [screen]);
}

/** Counts what was undone and redone: a field that keeps its text while it has the focus lets it go with the next count. */
const useTurn = create<{ readonly turn: number }>()(() => ({ turn: 0 }));
export const useHistoryTurn = () => useTurn((state) => state.turn);

export type Moved = JournalStep | "givenUp" | null;

/** One after the other, so that keys pressed fast undo as many steps. */
let moving: Promise<unknown> = Promise.resolve();

/** Undoes or redoes a step of the stack; null where there is none, or another one than `stepId` is next. */
export function moveInHistory(stack: EditStack, way: "undo" | "redo", stepId: number | null = null): Promise<Moved> {
  const move = async (): Promise<Moved> => {
    let isGivenUp = false;
    for (const screen of screens) isGivenUp = (await screen.settle()) || isGivenUp;
    const step = isGivenUp && way === "undo" ? null : await call("journal.move", { stack, way, stepId });
    if (step === null && !isGivenUp) return null;
    useTurn.setState(({ turn }) => ({ turn: turn + 1 }));
    for (const screen of screens) await screen.reload();
    return step ?? "givenUp";
  };
  const mine = moving.then(move);
  moving = mine.catch(() => undefined);
  return mine;
}
