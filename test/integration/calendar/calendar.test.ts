import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inputOf } from "../../../shared/contract/deal-channels.ts";
import type { BidDateInput } from "../../../shared/domain/bid-dates.ts";
import { openTestDesk, type TestDesk } from "../pricing/test-desk.ts";

let desk: TestDesk;
let dealId: number;
const deposit: BidDateInput = { kind: "deposit", round: null, onDay: "2025-12-03", atTime: "17:00", note: "一千万元", isDone: false };
const stack = { area: "register" } as const;

beforeAll(async () => {
  desk = openTestDesk();
  const sample = await desk.deals.openSample();
  dealId = sample.id;
  await desk.deals.update(dealId, { ...inputOf(sample), bidDeadline: "2025-12-10" });
});
afterAll(() => desk.close());

const listed = async () => (await desk.calendar.list()).map(({ id, kind, onDay }) => [id === null ? "deal" : "own", kind, onDay]);

describe("the calendar of bids", () => {
  it("holds the deadline of a deal's entry until one is entered with its hour", async () => {
    expect(await listed()).toEqual([["deal", "deadline", "2025-12-10"]]);
    await desk.calendar.save(null, dealId, { ...deposit, kind: "deadline", onDay: "2025-12-10", atTime: "10:00" });
    expect(await listed()).toEqual([["own", "deadline", "2025-12-10"]]);
  });

  it("is in the order of the hours, and each edit can be undone", async () => {
    const saved = await desk.calendar.save(null, dealId, deposit);
    expect(saved).toMatchObject({ ...deposit, dealId });
    await desk.calendar.save(saved.id, dealId, { ...deposit, isDone: true });
    expect((await desk.calendar.list()).map(({ kind, isDone }) => [kind, isDone])).toEqual([
      ["deposit", true],
      ["deadline", false],
    ]);
    await desk.calendar.remove(saved.id ?? 0);
    expect(await listed()).toHaveLength(1);
    for (const kind of ["dateRemoved", "dateEdited", "dateAdded"] as const) {
      const next = await desk.journal.next(stack);
      expect((await desk.journal.move(stack, "undo", next.undo?.stepId ?? null))?.label.kind).toBe(kind);
    }
    expect(await listed()).toEqual([["own", "deadline", "2025-12-10"]]);
    await desk.journal.move(stack, "redo", (await desk.journal.next(stack)).redo?.stepId ?? null);
    expect(await desk.calendar.list()).toContainEqual(saved);
  });

  it("puts a day without an hour before the first hour of the next", async () => {
    const other = await desk.deals.create({ ...inputOf(await desk.deals.get(dealId)), name: "次日零点", bidDeadline: null });
    const midnight = await desk.calendar.save(null, dealId, { ...deposit, onDay: "2025-12-21", atTime: "00:00" });
    const dayLong = await desk.calendar.save(null, other.id, { ...deposit, onDay: "2025-12-20", atTime: null });
    expect((await desk.calendar.list()).map(({ id }) => id).slice(-2)).toEqual([dayLong.id, midnight.id]);
    await desk.calendar.remove(midnight.id ?? 0);
    await desk.calendar.remove(dayLong.id ?? 0);
  });

  it("refuses a date that is gone, of another deal, or of an archived one, whose dates are left out", async () => {
    const [first] = await desk.calendar.list();
    const other = await desk.deals.create({ ...inputOf(await desk.deals.get(dealId)), name: "另一项目", bidDeadline: null });
    await expect(desk.calendar.save(first?.id ?? 0, other.id, deposit)).rejects.toMatchObject({ code: "calendar.notFound" });
    await expect(desk.calendar.remove(99_999)).rejects.toMatchObject({ code: "calendar.notFound" });
    await desk.deals.archive(dealId, true);
    await expect(desk.calendar.save(null, dealId, deposit)).rejects.toMatchObject({ code: "deal.archived" });
    expect(await desk.calendar.list()).toEqual([]);
    await desk.deals.archive(dealId, false);
  });
});
