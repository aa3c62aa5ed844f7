import { EngineInputError } from "../engine-errors.ts";
import { type DatedFlow, dayNumber } from "./discounting.ts";

/**
 * Days on which the flows of months 0, 1, 2, … fall after a cut-off date: the same day of the month, or the last one
 * where the cut-off is the last of its month or a month is too short (METHOD §2). Numbers as of `dayNumber`.
 * @throws EngineInputError where the date is no calendar date
 */
export function monthDays(cutOffDate: string, count: number): number[] {
  const first = dayNumber(cutOffDate);
  const [year, month, day] = cutOffDate.split("-").map(Number);
  const isMonthEnd = first + 1 === monthStart(year, month + 1);
  let start = monthStart(year, month);
  return Array.from({ length: count }, (_, later) => {
    const next = monthStart(year, month + later + 1);
    const onDay = isMonthEnd ? next - 1 : Math.min(next - 1, start + day - 1);
    start = next;
    return onDay;
  });
}

/** First day of a month; months beyond 12 run on into later years. */
function monthStart(year: number, month: number): number {
  const text = (part: number, width: number) => String(part).padStart(width, "0");
  const onYear = year + Math.floor((month - 1) / 12);
  if (onYear > 9999) throw new EngineInputError("outOfRange", "cutOffDate");
  return dayNumber(`${text(onYear, 4)}-${text(((month - 1) % 12) + 1, 2)}-01`);
}

/** Monthly flows on their days. */
export function onDays(flowsYuan: readonly number[], days: readonly number[]): DatedFlow[] {
  return flowsYuan.map((amountYuan, month) => ({ day: days[month], amountYuan }));
}
