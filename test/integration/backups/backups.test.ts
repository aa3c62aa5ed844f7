import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { finishPutBack, putBack } from "../../../main/backups/put-back.ts";
import { openDatabase } from "../../../main/db/open-database.ts";
import { migrations } from "../../../main/db/schema.ts";
import { corporateTape, openTestDesk, statedByUser, type TestDesk, testDeal } from "../pricing/test-desk.ts";

let desk: TestDesk;
beforeEach(() => {
  desk = openTestDesk();
});
afterEach(() => desk.close());

const later = (days: number) => new Date(Date.parse("2025-11-25T08:00:00.000Z") + days * 86_400_000).toISOString();
const only = () => {
  const [backup, ...more] = desk.backups.list().backups;
  if (backup === undefined || more.length > 0) throw new Error("not one backup");
  return backup;
};
const fileOf = (name: string) => join(dirname(desk.db.file), "backups", name);

function everyRow(file: string): Record<string, unknown[]> {
  const raw = new Sqlite(file, { readonly: true });
  try {
    const tables = raw
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'desk_mark'")
      .pluck()
      .all() as string[];
    return Object.fromEntries(tables.map((table) => [table, raw.prepare(`SELECT * FROM ${table}`).all()]));
  } finally {
    raw.close();
  }
}

async function importSample(): Promise<number> {
  const { id } = await desk.deals.create({ ...testDeal, cutOffDate: statedByUser.cutOffDate });
  await desk.tapes.importAsProposed(id, desk.admit(corporateTape));
  return id;
}

/** After the app has closed: the staged backup is put in place. */
async function closeAndPutBack(): Promise<string | null> {
  await desk.shut();
  return putBack(desk.db.file, later(1));
}

describe("a backup", () => {
  it("holds every row of the desk, whole in one file, with its checksum and counts beside it", async () => {
    await importSample();
    const { fileName } = await desk.backups.make("now");
    const backup = only();
    expect(backup).toMatchObject({ fileName, kind: "now", state: "usable", isNoted: true, held: { deals: 1, tapes: 1, runs: 0 } });
    expect(backup.held?.loans).toBe(desk.countRows("loan"));
    expect(everyRow(fileOf(fileName))).toEqual(everyRow(desk.db.file));
    expect(readdirSync(join(dirname(desk.db.file), "backups")).toSorted()).toEqual([fileName, `${fileName}.json`]);
  });

  it("is of one moment while the desk writes on", async () => {
    await importSample();
    const making = desk.backups.make("now");
    const made: Promise<unknown>[] = [];
    for (let deal = 0; deal < 40; deal += 1) made.push(desk.deals.create({ ...testDeal, name: `包 ${deal}` }));
    await Promise.all([making, ...made]);
    const { held, fileName } = only();
    const rows = everyRow(fileOf(fileName));
    expect(rows["deal"]).toHaveLength(held?.deals ?? -1);
    expect(desk.countRows("deal")).toBe(41);
  });

  it("is not made of a folder that is gone, and a chosen one is kept beside the database, not in it", async () => {
    const folder = join(dirname(desk.db.file), "elsewhere");
    desk.chooseFolder(folder);
    expect(await desk.handlers["backups.chooseFolder"]({ isOwn: false })).toBe(true);
    await expect(desk.backups.make("now")).rejects.toMatchObject({ code: "backup.folderUnusable" });
    expect(existsSync(folder)).toBe(false);
    expect(JSON.parse(readFileSync(join(dirname(desk.db.file), "backup-plan.json"), "utf8"))).toMatchObject({ folder });
    desk.chooseFolder(null);
    expect(await desk.handlers["backups.chooseFolder"]({ isOwn: false })).toBe(false);
    expect(await desk.handlers["backups.chooseFolder"]({ isOwn: true })).toBe(true);
    await desk.backups.make("now");
  });
});

describe("a restore", () => {
  it("brings every row back, and keeps what was there aside", async () => {
    await importSample();
    const { fileName, id } = await desk.backups.make("now");
    const before = everyRow(fileOf(fileName));
    await desk.deals.create({ ...testDeal, name: "后来的包" });
    await desk.backups.restore(id);
    expect(desk.reopened).toEqual([fileName]);
    const aside = await closeAndPutBack();
    expect(everyRow(desk.db.file)).toEqual(before);
    expect((everyRow(aside ?? "")["deal"] as { name: string }[]).map(({ name }) => name)).toContain("后来的包");
    const opened = openDatabase(desk.db.file, { migrations, now: () => later(1) });
    await opened.close();
    expect(desk.backups.list().backups.map(({ kind, held }) => [kind, held?.deals])).toEqual([
      ["aside", 2],
      ["now", 1],
    ]);
  });

  it("of a damaged backup is refused wherever the damage is, and changes nothing", async () => {
    await importSample();
    const { fileName, id } = await desk.backups.make("now");
    const whole = readFileSync(fileOf(fileName));
    for (let place = 0; place < 24; place += 1) {
      const bytes = Buffer.from(whole);
      const at = Math.floor((bytes.length * (place + 0.5)) / 24);
      bytes[at] = (bytes[at] ?? 0) ^ 0x10;
      writeFileSync(fileOf(fileName), bytes);
      await expect(desk.backups.restore(id)).rejects.toMatchObject({ code: "backup.damaged" });
    }
    writeFileSync(fileOf(fileName), whole.subarray(0, whole.length - 4096));
    await expect(desk.backups.restore(id)).rejects.toMatchObject({ code: "backup.damaged" });
    expect(desk.reopened).toEqual([]);
    expect(existsSync(`${desk.db.file}-restored`)).toBe(false);
  });

  it("that was cut short between two renames is finished at the next start", async () => {
    await importSample();
    const { fileName, id } = await desk.backups.make("now");
    await desk.backups.restore(id);
    await desk.shut();
    renameSync(desk.db.file, `${desk.db.file}.aside`);
    finishPutBack(desk.db.file);
    expect(everyRow(desk.db.file)).toEqual(everyRow(fileOf(fileName)));
  });

  it("that was asked for and never done leaves nothing at the next start", async () => {
    await desk.deals.create(testDeal);
    const { id } = await desk.backups.make("now");
    await desk.backups.restore(id);
    finishPutBack(desk.db.file);
    expect(existsSync(`${desk.db.file}-restored`)).toBe(false);
    expect(existsSync(desk.db.file)).toBe(true);
  });

  it("of a newer backup, or one that is gone, is refused by its name", async () => {
    await desk.deals.create(testDeal);
    const { fileName, id } = await desk.backups.make("now");
    const raw = new Sqlite(fileOf(fileName));
    raw.pragma("user_version = 9999");
    raw.close();
    rmSync(`${fileOf(fileName)}.json`);
    expect(only()).toMatchObject({ state: "newer", isNoted: false });
    await expect(desk.backups.restore(id)).rejects.toMatchObject({ code: "backup.newer" });
    desk.backups.remove(id);
    await expect(desk.backups.restore(id)).rejects.toMatchObject({ code: "backup.notFound" });
  });
});

describe("the schedule", () => {
  const create = (name: string) => desk.trail.within("deals.create", { ...testDeal, name }, () => desk.deals.create({ ...testDeal, name }));

  it("begins with the first deal, keeps as many as are wanted, and never one that was made by hand away", async () => {
    await desk.backups.makeIfDue();
    expect(desk.backups.list().backups).toEqual([]);
    await create("一");
    await desk.backups.make("now");
    await desk.backups.setPlan({ schedule: "daily", keep: 3 });
    for (let day = 1; day <= 6; day += 1) {
      desk.setClock(later(day));
      await create(`第 ${day} 天`);
      await desk.backups.makeIfDue();
    }
    const kept = desk.backups.list().backups.map(({ kind, madeAt }) => [kind, madeAt]);
    expect(kept).toEqual([...[6, 5, 4].map((day) => ["scheduled", later(day)]), ["now", later(0)]]);
  });

  it("makes none before its time, none of an unchanged desk, and none where it is off", async () => {
    const count = () => desk.backups.list().backups.length;
    await create("一");
    await desk.backups.makeIfDue();
    expect(count()).toBe(1);
    await create("二");
    desk.setClock(later(0.9));
    await desk.backups.makeIfDue();
    expect(count()).toBe(1);
    desk.setClock(later(1));
    await desk.backups.makeIfDue();
    expect(count()).toBe(2);
    desk.setClock(later(3));
    await desk.backups.makeIfDue();
    expect(count()).toBe(2);
    await create("三");
    await desk.backups.setPlan({ schedule: "off", keep: 3 });
    await desk.backups.makeIfDue();
    expect(count()).toBe(2);
  });
});
