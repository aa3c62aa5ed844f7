import { z } from "zod";

/** How a shift moves its value: by a share of it, by whole months, or by percentage points added to a rate. */
type ShiftKind = "relative" | "months" | "points";

interface Shift {
  readonly kind: ShiftKind;
  readonly least: number;
  readonly most: number;
  /** Its name in stored rows and in files. Saved runs are hashed over it: it never changes. */
  readonly stored: string;
}

/** What a case or a scenario can shift (METHOD §5), and a sensitivity can drive, in the order in which the desk reads it. Zero is no shift. */
export const shiftTable = {
  /** −0.2 = 20 % lower. */
  collateralValueShift: { kind: "relative", least: -1, most: 2, stored: "collateralValue" },
  clearingProbabilityShift: { kind: "relative", least: -1, most: 2, stored: "clearingProbability" },
  delayMonthsShift: { kind: "months", least: -60, most: 60, stored: "delayMonths" },
  cashRecoveryShift: { kind: "relative", least: -1, most: 2, stored: "cashRecovery" },
  /** All costs, court fees excepted. */
  costsShift: { kind: "relative", least: -1, most: 2, stored: "costs" },
  /** 0.01 = one percentage point. */
  hurdleRateShift: { kind: "points", least: -0.5, most: 0.5, stored: "hurdleRate" },
} as const satisfies Readonly<Record<string, Shift>>;

export type ShiftKey = keyof typeof shiftTable;

export const shiftKeys = Object.keys(shiftTable) as ShiftKey[]; // its own keys

/** A record with an entry for each shift. */
export function eachShift<Entry>(entryOf: (key: ShiftKey) => Entry): Record<ShiftKey, Entry> {
  return Object.fromEntries(shiftKeys.map((key) => [key, entryOf(key)])) as Record<ShiftKey, Entry>; // one entry per key
}

/** A shift within its limits; months are whole. */
export const shiftSchemas = eachShift((key) => {
  const { kind, least, most } = shiftTable[key];
  const within = z.number().min(least).max(most);
  return kind === "months" ? within.int() : within;
});
