import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { JobEvent } from "../../../shared/contract/job-events.ts";
import { openTestDesk, retailTape, type TestDesk, testDeal } from "../pricing/test-desk.ts";
import type { KilledAt } from "./kill-an-import.ts";
import { longListRows, writeLongList } from "./long-list.ts";

let desk: TestDesk;
let list: string;
beforeEach(() => {
  desk = openTestDesk();
  list = writeLongList(desk.copyOf(retailTape, "long.csv"));
});
afterEach(() => desk.close());

const rowTables = ["loan", "guarantor", "collateral", "tape_finding"];
const loansOfTape = () => Number(desk.db.raw.prepare("SELECT count(*) FROM loan WHERE tape_id = (SELECT max(id) FROM tape)").pluck().get());

/** The first event of an import that has come so far. */
function importAt(share: number): Promise<JobEvent> {
  return new Promise((settle) => {
    desk.onJob((event) => {
      if (event.kind === "importTape" && event.state === "running" && (event.progress ?? 0) >= share) settle(event);
    });
  });
}

describe("while an import is under way", () => {
  it("a write is answered and stored before the import has ended, and the import goes on", async () => {
    const other = await desk.deals.create({ ...testDeal, cutOffDate: "2025-09-30" });
    const { id } = await desk.deals.create({ ...testDeal, cutOffDate: "2025-09-30" });
    const importing = desk.tapes.importAsProposed(id, desk.admit(list));
    await importAt(0.5);
    const model = await desk.assumptions.model(other.id);
    await desk.assumptions.saveModel(other.id, { ...model, bidPriceFen: 123_00 });
    // A write of many steps, as long as it holds the file: the rest of the import waits for it.
    const counted = await desk.db.kysely.transaction().execute(async (trx) => {
      await trx.updateTable("deal").set({ notes: "两步" }).where("id", "=", other.id).execute();
      const before = loansOfTape();
      await trx.updateTable("deal").set({ owner: "张经理" }).where("id", "=", other.id).execute();
      return { before, after: loansOfTape() };
    });
    expect(counted.after).toBe(counted.before);
    expect(counted.before).toBeGreaterThan(0);
    expect(counted.before).toBeLessThan(longListRows);
    expect((await importing).report.counts.loansKept).toBe(longListRows);
    expect(loansOfTape()).toBe(longListRows);
    expect(await desk.assumptions.model(other.id)).toMatchObject({ bidPriceFen: 123_00 });
    expect(await desk.deals.get(other.id)).toMatchObject({ notes: "两步", owner: "张经理" });
  });

  it("nobody sees its rows, and then all of them at once", async () => {
    const { id } = await desk.deals.create({ ...testDeal, cutOffDate: "2025-09-30" });
    const importing = desk.tapes.importAsProposed(id, desk.admit(list));
    await importAt(0.5);
    expect(desk.countRows("loan")).toBeGreaterThan(0);
    expect(await desk.tapes.list(id)).toEqual([]);
    expect(await desk.deals.get(id)).toMatchObject({ package: null });
    const tapeId = Number(desk.db.raw.prepare("SELECT max(id) FROM tape").pluck().get());
    await expect(desk.tapes.tapeOf(tapeId)).rejects.toMatchObject({ code: "tape.notFound" });
    await expect(desk.tapes.undo(tapeId)).rejects.toMatchObject({ code: "tape.notFound" });
    await expect(desk.packages.load(id)).rejects.toMatchObject({ code: "deal.noTape" });
    const record = await importing;
    expect(await desk.tapes.list(id)).toEqual([record]);
    expect(await desk.deals.get(id)).toMatchObject({ package: { loans: longListRows } });
  });

  it("a second one has ids of its own", async () => {
    const deals = [await desk.deals.create({ ...testDeal, cutOffDate: "2025-09-30" }), await desk.deals.create({ ...testDeal, cutOffDate: "2025-09-30" })];
    const tapes = await Promise.all(deals.map(({ id }) => desk.tapes.importAsProposed(id, desk.admit(list))));
    const stored = await Promise.all(tapes.map(({ id }) => desk.tapes.tapeOf(id)));
    const [first, second] = stored.sort((a, b) => a.firstLoanId - b.firstLoanId);
    expect(second?.firstLoanId).toBeGreaterThanOrEqual((first?.firstLoanId ?? 0) + (first?.loanCount ?? 0));
    for (const { id, firstLoanId, loanCount } of stored) {
      const ids = desk.db.raw.prepare("SELECT min(id) first, max(id) last, count(*) loans FROM loan WHERE tape_id = ?").get(id);
      expect(ids).toEqual({ first: firstLoanId, last: firstLoanId + loanCount - 1, loans: longListRows });
    }
  });

  it.each([
    ["beginning", 0.05],
    ["storing", 0.6],
  ] as const)("cancelling it while it is %s leaves nothing, and it may begin again", async (_stage, share) => {
    const { id } = await desk.deals.create({ ...testDeal, cutOffDate: "2025-09-30" });
    const cancelling = importAt(share).then(({ jobId }) => desk.cancel(jobId));
    await expect(desk.tapes.importAsProposed(id, desk.admit(list))).rejects.toMatchObject({ code: "job.cancelled" });
    await cancelling;
    await desk.tapes.sweep();
    for (const table of [...rowTables, "tape"]) expect(desk.countRows(table)).toBe(0);
    expect((await desk.tapes.importAsProposed(id, desk.admit(list))).report.counts.loansKept).toBe(longListRows);
  });
});

describe("a process that is killed", () => {
  it.each([
    ["as a list begins to be read", "beginning", 1],
    ["while its rows are stored", "storing", 1],
    ["before they are published", "staged", 1],
    ["while an import is undone", "undone", 2],
  ] as const)("%s leaves nothing half: what it had before is whole, the rest goes at the next start", async (_when, stage: KilledAt, records) => {
    const script = fileURLToPath(new URL("./kill-an-import.ts", import.meta.url));
    const { stdout, signal } = spawnSync(process.execPath, [script, stage], { encoding: "utf8" });
    expect(signal).toBe("SIGKILL");
    const left = openTestDesk(stdout);
    try {
      expect(left.db.raw.pragma("integrity_check", { simple: true })).toBe("ok");
      const [last, first] = await left.deals.list(false);
      expect(first).toMatchObject({ package: { loans: 465 } });
      expect(last).toMatchObject({ package: null });
      expect(await left.tapes.list(last?.id ?? 0)).toHaveLength(records - 1);
      expect(stage !== "storing" || left.countRows("loan") > 465).toBe(true);
      await left.tapes.sweep();
      expect(left.countRows("loan")).toBe(465);
      expect(left.countRows("tape")).toBe(records);
      expect(left.db.raw.pragma("foreign_key_check")).toEqual([]);
      expect(await left.packages.load(first?.id ?? 0)).toMatchObject({ columns: { loanCount: 465 } });
    } finally {
      await left.close();
      rmSync(dirname(stdout), { recursive: true });
    }
  });
});
