/** A source older than so many months is no longer taken without a word. */
export const staleAfterMonths = 12;

/** Whether a day lies more than `staleAfterMonths` before the day of a moment. A text that is no day is not judged. */
export function isStale(asOf: string, at: string): boolean {
  const [day, moment] = [new Date(`${asOf}T00:00:00Z`), new Date(`${at.slice(0, 10)}T00:00:00Z`)];
  if (Number.isNaN(day.getTime()) || Number.isNaN(moment.getTime())) return false;
  const limit = new Date(moment);
  limit.setUTCMonth(limit.getUTCMonth() - staleAfterMonths);
  return day < limit;
}
