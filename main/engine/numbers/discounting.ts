import { EngineInputError } from "../engine-errors.ts";
import { annualPower } from "./exact-power.ts";
import { sumOf } from "./summation.ts";

/** A flow on a day; receipts positive, payments negative, yuan. `day` counts days from any fixed day. */
export interface DatedFlow {
  readonly day: number;
  readonly amountYuan: number;
}

/** Discount factor (折现因子) of month m at an annual effective rate: (1 + rate)^(−m/12) (METHOD §1, §2). 1 at month 0. */
export function monthlyFactor(annualRate: number, month: number): number {
  if (!(annualRate > -1)) throw new EngineInputError("outOfRange", "annualRate");
  return annualPower(1 + annualRate, -month);
}

/** Year fraction (年化期限) between two day numbers, actual/365, negative backwards (METHOD §2). */
export function yearFraction(fromDay: number, toDay: number): number {
  return (toDay - fromDay) / 365;
}

/**
 * Day number of a calendar date 'YYYY-MM-DD' in the Gregorian calendar, 1970-01-01 = 0, without a time zone.
 * @throws EngineInputError notANumber for another form, outOfRange for a day that does not exist
 */
export function dayNumber(isoDate: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate);
  if (!match) throw new EngineInputError("notANumber", "isoDate");
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) throw new EngineInputError("outOfRange", "isoDate");
  // Years start in March, so that the leap day is the last one (days-from-civil).
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Present value (现值) of monthly flows at the annual effective rate, at month 0, yuan. */
export function monthlyPresentValue(flowsYuan: ArrayLike<number>, annualRate: number): number {
  return sumOf(Float64Array.from(flowsYuan, (flow, month) => flow * monthlyFactor(annualRate, month)));
}

/** Net present value of dated flows (XNPV, act/365) on the day of the earliest flow, yuan; 0 for no flows. */
export function datedPresentValue(flows: readonly DatedFlow[], annualRate: number): number {
  if (!(annualRate > -1)) throw new EngineInputError("outOfRange", "annualRate");
  const firstDay = flows.reduce((least, flow) => Math.min(least, flow.day), Number.POSITIVE_INFINITY);
  return sumOf(flows.map((flow) => flow.amountYuan * (1 + annualRate) ** -yearFraction(firstDay, flow.day)));
}
