import { z } from "zod";

/** What falls due in a sale: data room (尽调期), questions, deposit (保证金), deadline, opening of bids, a round, deposit back, payment, signing. */
export const dateKinds = ["dataRoom", "questions", "deposit", "deadline", "opening", "round", "depositBack", "payment", "signing", "other"] as const;
export type DateKind = (typeof dateKinds)[number];

/** A day of a sale, with its hour in Asia/Shanghai where one is stated. */
export const bidDateInputSchema = z
  .object({
    kind: z.enum(dateKinds),
    /** Which round of bids; null where the date is of none. */
    round: z.number().int().min(1).max(99).nullable(),
    onDay: z.iso.date(),
    /** HH:MM; null: at any hour of the day. */
    atTime: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .nullable(),
    note: z.string().trim().max(400),
    isDone: z.boolean(),
  })
  .refine(({ kind, round }) => kind !== "round" || round !== null, { path: ["round"], params: { problem: "roundMissing" } });
export type BidDateInput = z.infer<typeof bidDateInputSchema>;

const dayMs = 86_400_000;
/** China has one time zone, and no summer time since 1991. */
const shanghaiMs = 8 * 3_600_000;

type DayAndTime = Pick<BidDateInput, "onDay" | "atTime">;

/** The moment up to which a date may be kept; one without an hour until its day ends in Shanghai. */
export function lastMoment({ onDay, atTime }: DayAndTime): number {
  const start = new Date(`${onDay}T00:00:00Z`).getTime() - shanghaiMs;
  if (atTime === null) return start + dayMs;
  const [hour, minute] = atTime.split(":").map(Number);
  return start + ((hour ?? 0) * 60 + (minute ?? 0)) * 60_000;
}

/** The day in Shanghai, wherever the workstation's clock stands. */
export const shanghaiDay = (now: number): string => new Date(now + shanghaiMs).toISOString().slice(0, 10);

/** The clock in Shanghai, HH:MM:SS. */
export const shanghaiTime = (now: number): string => new Date(now + shanghaiMs).toISOString().slice(11, 19);

/** How a date stands: kept, missed, due today, within hours though its day is tomorrow, within the coming seven days, later. */
export type DueState = "done" | "missed" | "today" | "hours" | "soon" | "later";
/** A stated hour that is no farther off presses whatever the day. */
const pressingMs = 12 * 3_600_000;

export function dueState(date: DayAndTime & Pick<BidDateInput, "isDone">, now: number): DueState {
  if (date.isDone) return "done";
  if (lastMoment(date) <= now) return "missed";
  if (date.onDay === shanghaiDay(now)) return "today";
  if (date.atTime !== null && lastMoment(date) - now <= pressingMs) return "hours";
  return date.onDay <= shanghaiDay(now + 7 * dayMs) ? "soon" : "later";
}
