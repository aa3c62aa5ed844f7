const partsOf = (day: string) => day.split("-").map(Number) as [number, number, number]; // the contract gives no other form

/** Whole months from one month to another by the calendar, negative where it is earlier. */
export function monthsBetween(from: string, to: string): number {
  const [[year, month], [toYear, toMonth]] = [partsOf(from), partsOf(to)];
  return (toYear - year) * 12 + toMonth - month;
}

/** The last day of the quarter that ends so many quarters later. */
export function quarterEndAfter(quarterEnd: string, quarters: number): string {
  const [year, month] = partsOf(quarterEnd);
  return new Date(Date.UTC(year, month + 3 * quarters, 0)).toISOString().slice(0, 10);
}

/** In which quarter after the quarter end a day lies, 0 the first; −1 for a day that is past. */
export function quarterOf(quarterEnd: string, day: string): number {
  return day <= quarterEnd ? -1 : Math.floor((monthsBetween(quarterEnd, day) - 1) / 3);
}
