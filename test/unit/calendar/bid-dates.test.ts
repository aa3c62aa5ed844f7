import { describe, expect, it } from "vitest";
import { dueSoon, foremost, remindedNow } from "../../../renderer/calendar/due-soon.ts";
import type { BidDate } from "../../../shared/contract/calendar-channels.ts";
import { bidDateInputSchema, dueState, lastMoment, shanghaiDay } from "../../../shared/domain/bid-dates.ts";

const date: BidDate = {
  id: 1,
  dealId: 1,
  dealName: "包",
  kind: "deposit",
  round: null,
  onDay: "2025-12-03",
  atTime: "17:00",
  note: "",
  isDone: false,
};
const at = (moment: string) => Date.parse(moment);

describe("a date of a sale", () => {
  it("strikes by the clock of Shanghai, wherever this machine stands", () => {
    expect(new Date(lastMoment(date)).toISOString()).toBe("2025-12-03T09:00:00.000Z");
    expect(new Date(lastMoment({ ...date, atTime: null })).toISOString()).toBe("2025-12-03T16:00:00.000Z");
    expect(shanghaiDay(at("2025-12-02T16:00:00Z"))).toBe("2025-12-03");
    expect(shanghaiDay(at("2025-12-02T15:59:59Z"))).toBe("2025-12-02");
  });

  it("is later, soon, today, missed or done", () => {
    const state = (moment: string, isDone = false) => dueState({ ...date, isDone }, at(moment));
    expect(state("2025-11-25T15:59:59Z")).toBe("later");
    expect(state("2025-11-25T16:00:00Z")).toBe("soon");
    expect(state("2025-12-02T16:00:00Z")).toBe("today");
    expect(state("2025-12-03T09:00:00Z")).toBe("missed");
    expect(state("2025-12-03T09:00:00Z", true)).toBe("done");
  });

  it("is reminded of in its last hour, without an hour on its day", () => {
    const dayLong = { ...date, id: 2, atTime: null };
    const reminded = (moment: string) => remindedNow([date, dayLong], at(moment)).map(({ id }) => id);
    expect(reminded("2025-12-02T15:00:00Z")).toEqual([]);
    expect(reminded("2025-12-03T07:59:59Z")).toEqual([2]);
    expect(reminded("2025-12-03T08:00:00Z")).toEqual([1, 2]);
    expect(reminded("2025-12-03T09:00:00Z")).toEqual([2]);
    expect(dueSoon([date, { ...date, isDone: true }, { ...date, onDay: "2026-02-01" }], at("2025-12-04T00:00:00Z"))).toEqual([date]);
  });

  it("presses within hours though its day is tomorrow, is reminded of across midnight, and is named before what is missed", () => {
    const early = { ...date, onDay: "2025-12-04", atTime: "00:30" };
    expect(dueState(early, at("2025-12-03T14:30:00Z"))).toBe("hours");
    expect(dueState(early, at("2025-12-03T04:00:00Z"))).toBe("soon");
    expect(dueState({ ...early, atTime: null }, at("2025-12-03T15:30:00Z"))).toBe("soon");
    expect(remindedNow([early], at("2025-12-03T15:45:00Z"))).toEqual([early]);
    const missed = { ...date, id: 3, onDay: "2025-12-01" };
    expect(foremost([missed, early], at("2025-12-03T14:30:00Z"))).toEqual(early);
    expect(foremost([missed], at("2025-12-03T14:30:00Z"))).toEqual(missed);
  });

  it("of a round says which", () => {
    const refused = bidDateInputSchema.safeParse({ ...date, kind: "round" });
    expect(refused.error?.issues[0]).toMatchObject({ path: ["round"], params: { problem: "roundMissing" } });
    expect(bidDateInputSchema.safeParse({ ...date, kind: "round", round: 2 }).success).toBe(true);
    for (const atTime of ["24:00", "9:00", "17:60"]) expect(bidDateInputSchema.safeParse({ ...date, atTime }).success).toBe(false);
  });
});
