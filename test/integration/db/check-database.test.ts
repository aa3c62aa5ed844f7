import { afterEach, beforeEach, expect, it } from "vitest";
import { databaseTasks } from "../../../main/db/database-tasks.ts";
import { corporateTape, openTestDesk, statedByUser, type TestDesk, testDeal } from "../pricing/test-desk.ts";

let desk: TestDesk;
beforeEach(async () => {
  desk = openTestDesk();
  const deal = await desk.deals.create({ ...testDeal, ...statedByUser });
  const fileToken = desk.admit(corporateTape);
  const { suggestedMapping } = await desk.tapes.inspect(fileToken);
  await desk.tapes.import({ dealId: deal.id, fileToken, encoding: null, mapping: { ...suggestedMapping, ...statedByUser } });
});
afterEach(() => desk.close());

it("finds nothing in a sound desk, and says how much it holds", () => {
  const { faults, loans, bytes } = databaseTasks.checkDatabase(desk.db.forWorkers);
  expect(faults).toEqual([]);
  expect(loans).toBe(465);
  expect(bytes).toBeGreaterThan(100_000);
});

it("names a row whose deal is gone, which SQLite's own check lets pass", () => {
  const { raw } = desk.db;
  raw.pragma("foreign_keys = OFF");
  raw.prepare("UPDATE tape SET deal_id = 999").run();
  raw.pragma("foreign_keys = ON");
  expect(raw.pragma("integrity_check", { simple: true })).toBe("ok");
  expect(databaseTasks.checkDatabase(desk.db.forWorkers).faults).toContainEqual(expect.stringMatching(/^tape \d+ → deal$/));
});
