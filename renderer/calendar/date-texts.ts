import type { TFunction } from "i18next";
import type { BidDate } from "../../shared/contract/calendar-channels.ts";
import { formatDate } from "../../shared/format.ts";

/** What is due, in words. */
export const whatIsDue = ({ kind, round }: Pick<BidDate, "kind" | "round">, t: TFunction): string =>
  kind === "round" && round !== null ? t("calendar.ofRound", { round }) : t(`calendar.kindOf.${kind}`);

/** When it is due: the day, and the hour in Beijing where one is stated. */
export const whenDue = ({ onDay, atTime }: Pick<BidDate, "onDay" | "atTime">): string => `${formatDate(onDay)}${atTime === null ? "" : ` ${atTime}`}`;

/** What a date is told from the others by. */
export const dateName = (date: BidDate, t: TFunction): string => `${date.dealName} · ${whatIsDue(date, t)} · ${whenDue(date)}`;
