import { setImmediate as nextTurn } from "node:timers/promises";

/** Lets windows and other calls have their turn between slices of long work on the main process. */
export async function yieldToLoop(): Promise<void> {
  await nextTurn();
}
