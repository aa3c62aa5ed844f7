import type { DateSystem, RawCell } from "../files/raw-sheet.ts";
import { hasDigitMark, narrowText } from "../words/visible-text.ts";
import { isErrorText, isMissingText, isShown, isUncached } from "./cell-text.ts";

export type DateResult =
  | { readonly kind: "missing" }
  | { readonly kind: "date"; readonly date: string }
  | { readonly kind: "problem"; readonly code: "invalidDate" | "ambiguousDate" | "formulaWithoutValue" | "errorValue" };

const missing = { kind: "missing" } as const;
const invalid = { kind: "problem", code: "invalidDate" } as const;
const ambiguous = { kind: "problem", code: "ambiguousDate" } as const;
const firstYear = 1900;
const lastYear = 2199;
/** No loan of a tape is older, and what a number would give before is a bare year, such as 2019 for 1905-07-11. */
const firstNumberedYear = 1950;
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** YYYY-MM-DD of a cell. A day that doesn't exist is refused, never rolled over; a doubtful order is refused too. */
export function parseDate(cell: RawCell | undefined, dateSystem: DateSystem): DateResult {
  if (cell === undefined || cell === null) return missing;
  if (isUncached(cell)) return { kind: "problem", code: "formulaWithoutValue" };
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? invalid : numberedDay(cell);
  if (typeof cell === "number") return parseNumber(cell, dateSystem);
  if (isShown(cell)) return parseNumber(cell.value, dateSystem);
  return typeof cell === "string" ? parseDateText(cell, dateSystem) : invalid;
}

/** The number that digits of a text say; NaN where another sign stands among them. */
function digitsAt(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = 10 * number + digit;
  }
  return number;
}

/** Whether a text is a day as it is to be written, YYYY-MM-DD: most lists write days so. */
function isPlainDay(text: string): boolean {
  if (text.length !== 10 || text[4] !== "-" || text[7] !== "-") return false;
  return isDay(digitsAt(text, 0, 4), digitsAt(text, 5, 7), digitsAt(text, 8, 10));
}

function parseDateText(raw: string, dateSystem: DateSystem): DateResult {
  if (isPlainDay(raw)) return { kind: "date", date: raw };
  if (hasDigitMark(raw)) return invalid;
  const text = narrowText(raw)
    .replace(/^'/, "")
    .replace(/[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, "");
  if (isMissingText(text)) return missing;
  if (isErrorText(text)) return { kind: "problem", code: "errorValue" };
  const chinese = /^(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]?$/.exec(text);
  if (chinese) return calendarDay(Number(chinese[1]), Number(chinese[2]), Number(chinese[3]));
  const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (yearFirst) return calendarDay(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4]));
  if (/^\d{5,8}$/.test(text)) return parseNumber(Number(text), dateSystem);
  const named = /^(\d{1,2})[- ]([a-z]{3})[a-z]*[- ,]+(\d{4})$/i.exec(text);
  if (named) return calendarDay(Number(named[3]), months.indexOf((named[2] ?? "").toLowerCase()) + 1, Number(named[1]));
  const monthFirst = /^([a-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})$/i.exec(text);
  if (monthFirst) return calendarDay(Number(monthFirst[3]), months.indexOf((monthFirst[1] ?? "").toLowerCase()) + 1, Number(monthFirst[2]));
  const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text);
  if (yearLast) return yearLastDay(Number(yearLast[1]), Number(yearLast[3]), Number(yearLast[4]));
  return /^\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$/.test(text) ? ambiguous : invalid;
}

/** Day or month first can be told only where one of them is over 12. */
function yearLastDay(first: number, second: number, year: number): DateResult {
  if (first > 12) return calendarDay(year, second, first);
  if (second > 12) return calendarDay(year, first, second);
  return first === second ? calendarDay(year, first, second) : ambiguous;
}

/** Eight digits are YYYYMMDD; smaller whole numbers are serial days of the workbook's date system. */
function parseNumber(value: number, dateSystem: DateSystem): DateResult {
  if (!Number.isFinite(value)) return invalid;
  if (Number.isInteger(value) && value >= 10_000_000 && value <= 99_999_999) {
    return calendarDay(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100);
  }
  const serial = Math.floor(value);
  if (serial < 1 || serial > 2_958_465) return invalid;
  // Excel's 1900 system counts a 29 February 1900 (serial 60) that never was.
  if (dateSystem === "1900" && serial === 60) return invalid;
  const daysFromEpoch = dateSystem === "1904" ? serial - 24_107 : serial - (serial > 60 ? 25_569 : 25_568);
  return numberedDay(new Date(daysFromEpoch * 86_400_000));
}

function numberedDay(day: Date): DateResult {
  const year = day.getUTCFullYear();
  return year < firstNumberedYear ? invalid : calendarDay(year, day.getUTCMonth() + 1, day.getUTCDate());
}

/** False for a number that isn't one, too. */
function isDay(year: number, month: number, day: number): boolean {
  if (!(year >= firstYear && year <= lastYear && month >= 1 && month <= 12 && day >= 1)) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const lastDay = month === 2 ? (isLeap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return day <= lastDay;
}

function calendarDay(year: number, month: number, day: number): DateResult {
  if (!isDay(year, month, day)) return invalid;
  return { kind: "date", date: `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` };
}
