import type { BidDate } from "../../shared/contract/calendar-channels.ts";
import { dueState, lastMoment } from "../../shared/domain/bid-dates.ts";

/** Dates that are missed or due within seven days, the earliest first. */
export const dueSoon = (dates: readonly BidDate[], now: number): BidDate[] =>
  dates.filter((date) => ["missed", "today", "hours", "soon"].includes(dueState(date, now)));

const hourMs = 3_600_000;

/**
 * Dates of which the desk is to be reminded now: those with an hour that strikes within the coming one, and those of today
 * without one.
 */
export const remindedNow = (dates: readonly BidDate[], now: number): BidDate[] =>
  dates.filter((date) => ["today", "hours"].includes(dueState(date, now)) && (date.atTime === null || lastMoment(date) - now <= hourMs));

/** Which of several dates is named where there is room for one: what can still be kept before what is missed. */
export const foremost = (due: readonly BidDate[], now: number): BidDate | undefined => due.find((date) => dueState(date, now) !== "missed") ?? due[0];
