import { dayInArabicDigits } from "./chinese-numeral.ts";
import { plainTyped } from "./plain-typed.ts";
import { refused, type TypedDay } from "./typed-result.ts";

const longestText = 64;
const firstYear = 1900;
const lastYear = 2199;
const monthNames = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/** A time of day that says nothing more than the day; any other is refused, so that no hour is dropped unseen. */
const midnight = /[ t]0?0:00(?::00(?:\.0+)?)?$/;
const timeOfDay = /\d{1,2}:\d{2}|\d\s*[时点]|\b[ap]m\b|上午|下午/;

/** YYYY-MM-DD of a day typed in any usual spelling. A day that doesn't exist, lacks its year, or may be read in two ways is refused. */
export function readDay(text: string): TypedDay {
  if (text.trim().length > longestText) return refused("notADay");
  const typed = plainTyped(text)?.toLowerCase();
  if (typed === undefined) return refused("notADay");
  if (typed === "") return { kind: "empty" };
  const day = dayInArabicDigits(typed.replace(midnight, "").replaceAll("—", "-"));
  if (timeOfDay.test(day)) return refused("timeNotHere");
  return yearFirst(day) ?? yearLast(day) ?? monthByName(day) ?? refused(reasonOf(day));
}

/** YYYY-MM of a month typed without a day ("2025-11", "2025年11月", "Nov 2025"), else what `readDay` makes of it. */
export function readMonthOrDay(text: string): TypedDay {
  const day = readDay(text);
  if (day.kind !== "refused") return day;
  const typed = plainTyped(text)?.toLowerCase() ?? "";
  const numbered = /^(\d{4})\s?(?:年|[-/.])\s?(\d{1,2})\s?月?$/.exec(typed);
  const named = /^([a-z]{3,9})\.?,? (\d{4})$/.exec(typed);
  const [year, month] = numbered === null ? [named?.[2], monthNumber(named?.[1] ?? "")] : [numbered[1], Number(numbered[2])];
  if (year === undefined || (named !== null && month === 0)) return day;
  const first = calendarDay(Number(year), month, 1);
  return first.kind === "exact" ? { kind: "exact", value: first.value.slice(0, 7) } : first;
}

/** 2025-11-13, 2025/11/13, 2025.11.13, 2025 11 13, 20251113, 2025年11月13日. */
function yearFirst(text: string): TypedDay | undefined {
  const match =
    /^(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]?$/.exec(text) ??
    /^(\d{4})(?:\s?[-/.。、,]\s?|\s)(\d{1,2})(?:\s?[-/.。、,]\s?|\s)(\d{1,2})$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  return match === null ? undefined : calendarDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** 13.11.2025 and 11/13/2025 have one reading; 3/4/2025 has two. */
function yearLast(text: string): TypedDay | undefined {
  const match = /^(\d{1,2})\s?([-/.。])\s?(\d{1,2})\s?\2\s?(\d{4})$/.exec(text);
  if (match === null) return undefined;
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
  if (first > 12 || first === second) return calendarDay(year, second, first);
  return second > 12 ? calendarDay(year, first, second) : refused("dayOrMonthFirst");
}

/** 13 Nov 2025, Nov 13, 2025, 13-November-2025. */
function monthByName(text: string): TypedDay | undefined {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[- ]?([a-z]{3,9})\.?[-, ]{1,2}(\d{4})$/.exec(text);
  const monthFirst = /^([a-z]{3,9})\.? ?(\d{1,2})(?:st|nd|rd|th)?[-, ]{1,2}(\d{4})$/.exec(text);
  if (dayFirst !== null) return namedDay(Number(dayFirst[3]), dayFirst[2] ?? "", Number(dayFirst[1]));
  return monthFirst === null ? undefined : namedDay(Number(monthFirst[3]), monthFirst[1] ?? "", Number(monthFirst[2]));
}

function namedDay(year: number, name: string, day: number): TypedDay | undefined {
  const month = monthNumber(name);
  return month === 0 ? undefined : calendarDay(year, month, day);
}

/** 1 to 12; 0 for a word that names no month. */
function monthNumber(name: string): number {
  return monthNames.findIndex((full) => full === name || full.slice(0, 3) === name || (full === "september" && name === "sept")) + 1;
}

function calendarDay(year: number, month: number, day: number): TypedDay {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const lastDay = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (month < 1 || month > 12 || day < 1 || day > lastDay) return refused("noSuchDay");
  if (year < firstYear || year > lastYear) return refused("yearRange");
  return { kind: "exact", value: `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` };
}

/** What a text that looks like a part of a day lacks. */
function reasonOf(text: string) {
  if (/^\d{1,2}(?:[-/.。]|月|\s?月\s?)\d{1,2}[日号]?$/.test(text)) return "yearMissing";
  if (/^(?:19|20|21)\d{2}(?:\s?[-/.。年]\s?\d{0,2}\s?月?|\d{2})?$/.test(text)) return "dayMissing";
  if (/^\d{6}$/.test(text) || /^'?\d{2}[-/.。年]\d{1,2}[-/.。月]\d{1,2}日?$/.test(text) || /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}$/.test(text)) return "yearShort";
  return "notADay";
}
