import { existsSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { guardDatabase } from "../../../main/db/database-guard.ts";
import { openDatabase } from "../../../main/db/open-database.ts";
import { migrations } from "../../../main/db/schema.ts";
import { deskErrorOfSqlite } from "../../../main/db/sqlite-errors.ts";
import { openTestDesk, type TestDesk } from "../pricing/test-desk.ts";

const now = () => "2026-11-25T08:00:00.000Z";

/** The code that the window is told of a call that failed. */
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => "done",
    (error: unknown) => deskErrorOfSqlite(error)?.code ?? String(error),
  );

describe("on a full disk", () => {
  let desk: TestDesk;
  beforeEach(() => {
    desk = openTestDesk();
  });
  afterEach(() => desk.close());

  /** Lets the database grow no further, which SQLite takes as it takes a full disk. */
  const fillDisk = () => {
    desk.db.raw.exec("VACUUM");
    desk.db.raw.pragma(`max_page_count = ${Number(desk.db.raw.pragma("page_count", { simple: true }))}`);
  };
  const freeDisk = () => desk.db.raw.pragma("max_page_count = 1073741823");

  it("each write of several statements says so, keeps nothing of itself, and works once there is space again", async () => {
    fillDisk();
    expect(await codeOf(desk.deals.openSample())).toBe("db.full");
    expect(desk.db.raw.inTransaction).toBe(false);
    expect((await desk.deals.list(false)).map((deal) => deal.package)).toEqual([null]);
    freeDisk();
    const { id: dealId } = await desk.deals.openSample();
    const { assumptions, cases } = await desk.assumptions.model(dealId);
    await desk.pricing.price(dealId, { assumptions, cases, bidPriceFen: null });
    fillDisk();
    const save = () => desk.runs.save(dealId, "第一次");
    expect(await codeOf(save())).toBe("db.full");
    expect([desk.db.raw.inTransaction, desk.countRows("pricing_run")]).toEqual([false, 0]);
    freeDisk();
    expect(await codeOf(save())).toBe("done");
  });
});

describe("the database's file", () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "desk-file-"));
    file = join(folder, "desk.sqlite");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it.each(["removed", "replaced"] as const)("is missed when it is %s under the running app, and what was in it is copied once", async (how) => {
    const db = openDatabase(file, { migrations, now });
    const copies: (string | null)[] = [];
    const guard = guardDatabase(db, now, (copy) => copies.push(copy));
    expect(guard.isThere()).toBe(true);
    db.raw.exec("INSERT INTO setting (key, value) VALUES ('theme', '\"dark\"')");
    renameSync(file, join(folder, "moved.sqlite"));
    if (how === "replaced") writeFileSync(file, "another");
    expect([guard.isThere(), guard.isThere()]).toEqual([false, false]);
    expect(copies).toHaveLength(1);
    await db.close();
    const copy = openDatabase(copies[0] ?? "no copy", { migrations, now });
    expect(copy.raw.prepare("SELECT value FROM setting WHERE key = 'theme'").pluck().get()).toBe('"dark"');
    await copy.close();
  });

  it("is not made anew in the place of a link that leads nowhere", () => {
    symlinkSync(join(folder, "unplugged", "desk.sqlite"), file);
    expect(() => openDatabase(file, { migrations, now })).toThrow("db.unreachable");
    expect(existsSync(file)).toBe(false);
  });
});
