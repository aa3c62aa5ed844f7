import type { FormatLook } from "./number-format.ts";
import type { DateSystem, RawCell } from "./raw-sheet.ts";

/** A number as its format shows it: a day, a number with what the format adds to it, or what is stored. */
export function numberCell(value: number, look: FormatLook | undefined, dateSystem: DateSystem): RawCell {
  const shown = look?.(value) ?? null;
  if (shown === null) return value;
  if (!shown.isDate) return { value, look: shown };
  return dayOfSerial(value, dateSystem) ?? value;
}

export function nullIfBlank(text: string): string | null {
  return text.trim() === "" ? null : text;
}

const millisecondsPerDay = 86_400_000;
const lastSerial = 2_958_465;

/** The day and time of a serial number; null where a spreadsheet shows none. */
function dayOfSerial(serial: number, dateSystem: DateSystem): Date | null {
  if (serial < 0 || serial > lastSerial) return null;
  // The 1900 system counts a 29 February 1900 (serial 60) that never was.
  const days = dateSystem === "1904" ? serial - 24_107 : serial - (serial >= 60 ? 25_569 : 25_568);
  return new Date(Math.round(days * millisecondsPerDay));
}
