/** Year, month and day of YYYY-MM-DD. */
const partsOf = (date: string) => date.split("-").map(Number) as [number, number, number]; // the reader gives no other form

/**
 * Whole months from one day to a later one, by the calendar: 31 January to 28 February is none, to 1 March one.
 * Negative where the other is earlier by a month or more.
 */
export function fullMonths(from: string, to: string): number {
  const [[year, month, day], [toYear, toMonth, toDay]] = [partsOf(from), partsOf(to)];
  return (toYear - year) * 12 + (toMonth - month) - (toDay < day ? 1 : 0);
}

/** The month of age (1, 2, …) in which a day lies: month 1 ends one month after the start, and its last day belongs to it. */
export function monthOfAge(start: string, day: string): number {
  const whole = fullMonths(start, day);
  const isOnTheDay = partsOf(start)[2] === partsOf(day)[2];
  return Math.max(1, isOnTheDay ? whole : whole + 1);
}
