import { appendFileSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/*
 * The one fault of a window that the tests bear, counted and printed at the end of their run: on a loaded machine
 * Electron 33 now and then hangs when it has nothing left to do but to end.
 */

const list = join(resolve(import.meta.dirname, "../.."), ".cache/killed-windows.txt");

/** Notes a window that was killed at its end; `whose` names its data folder. */
export function countKilledWindow(whose: string): void {
  mkdirSync(dirname(list), { recursive: true });
  appendFileSync(list, `${whose}\n`);
}

/** Called by vitest before the first window test. */
export function setup(): void {
  rmSync(list, { force: true });
}

/** Called by vitest after the last window test. */
export function teardown(): void {
  let killed = "";
  try {
    killed = readFileSync(list, "utf8");
  } catch {
    // None was killed.
  }
  const count = killed.split("\n").length - 1;
  process.stdout.write(`${count === 1 ? "1 window was killed at its end" : `${count} windows were killed at their end`} (Electron 33)\n`);
}
