/** Days of a sheet count from 1899-12-30, where they are after February 1900. */
const epoch = Date.UTC(1899, 11, 30);
const dayMs = 86_400_000;

export const daySerial = (isoDate: string): number => Math.round((Date.parse(`${isoDate}T00:00:00Z`) - epoch) / dayMs);

const dateOf = (serial: number): Date => new Date(epoch + serial * dayMs);

/** The day of the month. */
export const dayOfMonth = (serial: number): number => dateOf(serial).getUTCDate();

/** The last day of the month so many months on. */
export function monthEnd(serial: number, months: number): number {
  const date = dateOf(serial);
  return Math.round((Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0) - epoch) / dayMs);
}

/** The same day so many months on, or the last of a shorter month. */
export function sameDay(serial: number, months: number): number {
  const end = monthEnd(serial, months);
  return end - dayOfMonth(end) + Math.min(dayOfMonth(end), dayOfMonth(serial));
}
