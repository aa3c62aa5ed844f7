import { createHash } from "node:crypto";
import { copyFile, open, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type {} from "../../renderer/desk/desk-client.ts";
import { storedDesks } from "../integration/db/stored-desks.ts";
import { type DeskWindow, databaseName, newDataFolder, openDesk, removeFolder, startUntilExit } from "./desk-window.ts";

const failedExitCode = 3;
/** A desk that a release left, with the log of writes in which the app keeps it. */
let goodDatabase: string;
const folders: string[] = [];

async function newFolder(): Promise<string> {
  const folder = await newDataFolder();
  folders.push(folder);
  return folder;
}

beforeAll(async () => {
  goodDatabase = join(await newFolder(), databaseName);
  await copyFile(storedDesks.at(-1)?.file ?? "no stored desk", goodDatabase);
  changeDatabase(goodDatabase, "PRAGMA journal_mode = WAL");
});
afterAll(() => Promise.all(folders.map(removeFolder)));

async function damage(file: string, from: number, length: number): Promise<void> {
  const handle = await open(file, "r+");
  try {
    await handle.write(Buffer.alloc(length, 0xa5), 0, length, from);
  } finally {
    await handle.close();
  }
}

function changeDatabase(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  try {
    database.exec(sql);
  } finally {
    database.close();
  }
}

const hashOf = async (file: string) =>
  createHash("sha256")
    .update(await readFile(file))
    .digest("hex");

const codeIn = (stderr: string): unknown => {
  const line = stderr.split("\n").find((text) => text.startsWith('{"dialog"')) ?? "{}";
  return (JSON.parse(line) as { dialog?: unknown }).dialog;
};

const refused: readonly { readonly what: string; readonly code: string; readonly make: (file: string) => Promise<void> }[] = [
  { what: "a file of no bytes", code: "db.damaged", make: (file) => writeFile(file, "") },
  {
    what: "a database of a newer app",
    code: "db.newer",
    make: async (file) => {
      await copyFile(goodDatabase, file);
      changeDatabase(file, "PRAGMA user_version = 9999");
    },
  },
  {
    what: "a database of another program",
    code: "db.foreign",
    make: async (file) => changeDatabase(file, "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT); INSERT INTO note (text) VALUES ('a')"),
  },
  {
    what: "a database with damaged pages",
    code: "db.damaged",
    make: async (file) => {
      await copyFile(goodDatabase, file);
      await damage(file, 4096, 16_384);
    },
  },
  {
    what: "a database cut in half",
    code: "db.damaged",
    make: async (file) => {
      const bytes = await readFile(goodDatabase);
      await writeFile(file, bytes.subarray(0, Math.floor(bytes.length / 2)));
    },
  },
  { what: "a text under the database's name", code: "db.damaged", make: (file) => writeFile(file, "not a database ".repeat(100)) },
];

describe.each(refused)("$what", ({ code, make }) => {
  it("is refused by its code and stays as it was", async () => {
    const dataFolder = await newFolder();
    const file = join(dataFolder, databaseName);
    await make(file);
    const before = await hashOf(file);
    const { exitCode, stderr } = await startUntilExit({ dataFolder }, '{"dialog"');
    expect(codeIn(stderr)).toBe(code);
    expect([failedExitCode, null]).toContain(exitCode);
    expect(await hashOf(file)).toBe(before);
  });
});

describe("a data folder that can't be written", () => {
  it.each([
    ["zh_CN.UTF-8", "不可写"],
    ["en_US.UTF-8", "can't be written"],
  ])("is said, with its own exit code, under %s", async (language, words) => {
    const dataFolder = await newFolder();
    // A file where the folder should be: not even the super-user can write in it.
    const inTheWay = join(dataFolder, "file");
    await writeFile(inTheWay, "");
    const environment = { AMC_DATA_DIR: join(inTheWay, "desk"), LANG: language };
    const { exitCode, stderr } = await startUntilExit({ dataFolder, environment }, '{"dialog"');
    expect(codeIn(stderr)).toBe("db.readOnly");
    expect(stderr).toContain(words);
    expect([failedExitCode, null]).toContain(exitCode);
  });
});

describe("a database that is taken away under the running app", () => {
  it("is missed at the next change: nothing is taken as saved, and what was there is copied", async () => {
    const desk = await openDesk({ dataFolder: await newFolder() });
    const saveTheme = (theme: "light" | "dark") => desk.page.evaluate((wanted) => window.desk.call("settings.update", { theme: wanted }), theme);
    expect(await saveTheme("dark")).toMatchObject({ ok: true });
    await rm(join(desk.dataFolder, databaseName));
    expect(await saveTheme("light")).toMatchObject({ ok: false, code: "db.gone" });
    expect(await desk.page.evaluate(() => window.desk.call("settings.get", undefined))).toMatchObject({ ok: true, value: { theme: "dark" } });
    const copies = await readdir(join(desk.dataFolder, "backups"));
    expect(copies).toHaveLength(1);
    const copy = new DatabaseSync(join(desk.dataFolder, "backups", copies[0] ?? ""), { readOnly: true });
    expect(copy.prepare("SELECT value FROM setting WHERE key = 'theme'").get()).toEqual({ value: "dark" });
    copy.close();
    await desk.quit();
  });
});

it("a large database with damaged pages is looked over behind the window, which then closes", async () => {
  const dataFolder = await newFolder();
  const file = join(dataFolder, databaseName);
  await copyFile(goodDatabase, file);
  changeDatabase(
    file,
    `INSERT INTO tape_finding (tape_id, kind, sheet, code, raw)
     SELECT (SELECT min(id) FROM tape), 'warning', 's', 'digitsLost', printf('%.*c', 300, 'x')
     FROM (WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 40000) SELECT i FROM n)`,
  );
  await damage(file, 4096 * 1500, 16_384);
  const { exitCode, stderr } = await startUntilExit({ dataFolder }, '{"dialog"');
  expect(codeIn(stderr)).toBe("db.damaged");
  expect([failedExitCode, null]).toContain(exitCode);
});

describe("a second start on the same data folder", () => {
  let first: DeskWindow;

  beforeAll(async () => {
    first = await openDesk({ dataFolder: await newFolder() });
  });
  afterAll(() => first?.quit());

  it("ends by itself while the first goes on", async () => {
    const second = await startUntilExit({ dataFolder: first.dataFolder });
    expect(second.exitCode).toBe(0);
    expect(codeIn(second.stderr)).toBeUndefined();
    const deal = await first.page.evaluate(() => window.desk.call("deals.openSample", undefined));
    expect(deal).toMatchObject({ ok: true });
    expect(first.pageErrors).toEqual([]);
  });
});
