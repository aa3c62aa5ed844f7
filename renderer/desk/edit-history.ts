import { useEffect } from "react";
import { create } from "zustand";
import type { EditStack, JournalStep } from "../../shared/contract/journal-channels.ts";
import { call } from "./desk-client.ts";
import { moveInTurn } from "./moves-done.ts";
import { screenNow } from "./routes.ts";
import { useSession } from "./session-store.ts";

/** A screen that stores its edits by itself. */
interface EditingScreen {
  /** Stores what still waits. True: a text that isn't stored was given up, which was the last thing done. */
  readonly settle: () => Promise<boolean>;
  /** Reads again what it shows. */
  readonly reload: () => Promise<void>;
  /** A key was pressed that undoes or redoes: what is edited from here on waits until `release`. */
  readonly hold?: () => void;
  /** That is done, or failed. */
  readonly release?: () => void;
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

/**
 * Whose step is next on a screen with edits of its own, or with none: its own, or the one that it made on another stack where that
 * came later. Steps are numbered across all stacks.
 */
async function stackOfNext(own: EditStack | null, way: "undo" | "redo"): Promise<EditStack | null> {
  const { madeEdit } = useSession.getState();
  if (madeEdit === null || madeEdit.screen !== screenNow()) return own;
  const made = await call("journal.next", { stack: madeEdit.stack });
  if (made[way]?.stepId !== madeEdit.stepId) return own;
  const before = own === null ? null : (await call("journal.next", { stack: own })).undo;
  return before === null || before.stepId < madeEdit.stepId ? madeEdit.stack : own;
}

/** Undoes or redoes a step of the stack, or the later one that its screen made on another; null where there is none. */
export function moveOnScreen(own: EditStack | null, way: "undo" | "redo"): Promise<Moved> {
  return inTurn(() => stackOfNext(own, way), way, null);
}

/** Undoes or redoes the very step of a stack; null where another one is next. */
export function moveInHistory(stack: EditStack, way: "undo" | "redo", stepId: number): Promise<Moved> {
  return inTurn(() => Promise.resolve(stack), way, stepId);
}

function inTurn(stackOf: () => Promise<EditStack | null>, way: "undo" | "redo", stepId: number | null): Promise<Moved> {
  // Of what was done before the key: an edit after it waits for this step.
  const held = [...screens];
  for (const screen of held) screen.hold?.();
  const settled = Promise.all(held.map((screen) => screen.settle()));
  settled.catch(() => undefined);
  const move = async (): Promise<Moved> => {
    const isGivenUp = (await settled).includes(true);
    const stack = isGivenUp && way === "undo" ? null : await stackOf();
    const step = stack === null ? null : await call("journal.move", { stack, way, stepId });
    if (step === null && !isGivenUp) return null;
    useTurn.setState(({ turn }) => ({ turn: turn + 1 }));
    for (const screen of screens) await screen.reload();
    return step ?? "givenUp";
  };
  return moveInTurn(() =>
    move().finally(() => {
      for (const screen of held) screen.release?.();
    }),
  );
}
