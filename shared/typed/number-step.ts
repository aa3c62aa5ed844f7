import type { TypedKind } from "./number-words.ts";

/** What an arrow key adds to a number of a kind, in its stored unit; with Shift ten times as much. */
export const stepOf: Readonly<Record<TypedKind, number>> = { percent: 0.01, months: 1, factor: 0.1, count: 1, yuan: 1000 };

/** A step of a sum of money: a thousandth to a hundredth of it, and a round number. */
export function moneyStep(fen: number): number {
  return Math.max(100, 10 ** (Math.floor(Math.log10(Math.max(1, Math.abs(fen)))) - 3));
}

/** The number after so many steps, on whole steps' digits and not beyond what the arithmetic of decimals adds. */
export function stepped(from: number, step: number, steps: number): number {
  return Number((from + steps * step).toFixed(10));
}

interface PressedKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** How many steps a key asks for; null for any other key. */
export function stepsOfKey({ key, shiftKey, ctrlKey, altKey, metaKey }: PressedKey): number | null {
  if (ctrlKey || altKey || metaKey || (key !== "ArrowUp" && key !== "ArrowDown")) return null;
  return (key === "ArrowUp" ? 1 : -1) * (shiftKey ? 10 : 1);
}
