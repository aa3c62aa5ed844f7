import { spawnSync } from "node:child_process";
import { chmodSync, closeSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { backupFolderOf, writeBackup } from "../../../main/db/database-backup.ts";
import { applicationId } from "../../../main/db/database-header.ts";
import { databaseTasks } from "../../../main/db/database-tasks.ts";
import type { Migration } from "../../../main/db/migrations/migration.ts";
import { type DeskDatabase, openDatabase } from "../../../main/db/open-database.ts";
import { migrations as shipped } from "../../../main/db/schema.ts";

const now = () => "2026-11-25T08:00:00.000Z";
const notes: Migration = { version: 10, name: "notes", up: (raw) => raw.exec("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT") };
const dates: Migration = { version: 20, name: "dates", up: (raw) => raw.exec("ALTER TABLE note ADD COLUMN written_on TEXT") };

let folder: string;
let file: string;
const opened: DeskDatabase[] = [];

function open(migrations: readonly Migration[] = [notes]): DeskDatabase {
  const db = openDatabase(file, { migrations, now });
  opened.push(db);
  return db;
}
async function closeAll(): Promise<void> {
  await Promise.all(opened.splice(0).map((db) => db.close()));
}
const bytes = () => readFileSync(file).toString("base64");
const codeOf = (action: () => unknown): unknown => {
  try {
    action();
  } catch (error) {
    return error instanceof Error && "code" in error ? error.code : error;
  }
  return "opened";
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "desk-db-"));
  file = join(folder, "desk.sqlite");
});
afterEach(async () => {
  await closeAll();
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

describe("a fresh database", () => {
  it("carries the app's mark and the schema's version, and leaves no unfinished file", () => {
    const { raw, migrationBackup } = open();
    expect(raw.pragma("application_id", { simple: true })).toBe(applicationId);
    expect(raw.pragma("user_version", { simple: true })).toBe(10);
    expect(migrationBackup).toBeNull();
    expect(readdirSync(folder).sort()).toEqual(["desk.sqlite", "desk.sqlite-lock", "desk.sqlite-shm", "desk.sqlite-wal"]);
  });

  it("takes the schema that ships", () => {
    expect(open(shipped).raw.pragma("integrity_check", { simple: true })).toBe("ok");
  });
});

it("commits durably and checks strictly after writes and after every reopen", async () => {
  const expected = {
    synchronous: 2,
    journal_mode: "wal",
    locking_mode: "normal",
    wal_autocheckpoint: 0,
    foreign_keys: 1,
    recursive_triggers: 1,
    trusted_schema: 0,
    cell_size_check: 1,
    secure_delete: 1,
  };
  const found = ({ raw }: DeskDatabase) => Object.fromEntries(Object.keys(expected).map((name) => [name, raw.pragma(name, { simple: true })]));
  for (let start = 0; start < 3; start += 1) {
    const db = open();
    db.raw.exec("INSERT INTO note (text) VALUES ('a')");
    expect(found(db)).toEqual(expected);
    await closeAll();
  }
  expect(open().raw.prepare("SELECT count(*) FROM note").pluck().get()).toBe(3);
});

describe("a file that must not be opened", () => {
  it("is refused by its kind and stays byte for byte as it was", async () => {
    open([notes, dates]);
    await closeAll();
    const unchanged = bytes();
    expect(codeOf(() => open([notes]))).toBe("db.newer");
    expect(bytes()).toBe(unchanged);

    const cases: [content: Buffer | string, code: string][] = [
      ["", "db.damaged"],
      ["SQLite format 3\u0000", "db.damaged"],
      [Buffer.alloc(8192, 7), "db.damaged"],
      [Buffer.concat([Buffer.from("504b0304", "hex"), Buffer.alloc(200)]), "db.foreign"],
    ];
    for (const [content, code] of cases) {
      writeFileSync(file, content);
      expect(codeOf(() => open())).toBe(code);
      expect(readFileSync(file)).toEqual(Buffer.from(content));
      expect(readdirSync(folder)).toEqual(["desk.sqlite", "desk.sqlite-lock"]);
    }
  });

  it("is foreign where another program's database has the name", () => {
    const other = new Sqlite(file);
    other.exec("CREATE TABLE bookmark (id INTEGER)");
    other.close();
    expect(codeOf(() => open())).toBe("db.foreign");
  });

  it("is damaged where only its log is there", () => {
    writeFileSync(`${file}-wal`, "commits");
    expect(codeOf(() => open())).toBe("db.damaged");
    expect(existsSync(file)).toBe(false);
  });

  it("is damaged where a page is overwritten", async () => {
    const { raw } = open();
    const insert = raw.prepare("INSERT INTO note (text) VALUES (?)");
    raw.transaction(() => {
      for (let row = 0; row < 500; row += 1) insert.run(`row ${row} `.repeat(20));
    })();
    await closeAll();
    const handle = openSync(file, "r+");
    writeSync(handle, Buffer.alloc(4096, 0xff), 0, 4096, 4096 * 3);
    closeSync(handle);
    expect(statSync(file).size).toBeGreaterThan(4096 * 4);
    expect(codeOf(() => open())).toBe("db.damaged");
  });

  it("is looked over by a worker where it is large, so that the window needn't wait", async () => {
    const fill =
      "INSERT INTO note (text) SELECT printf('%.*c', 300, 'x') FROM (WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 40000) SELECT i FROM n)";
    open().raw.exec(fill);
    await closeAll();
    const sound = open();
    expect(sound.isLookedOver).toBe(false);
    expect(() => databaseTasks.lookOver(sound.forWorkers)).not.toThrow();
    await closeAll();
    const handle = openSync(file, "r+");
    writeSync(handle, Buffer.alloc(4096, 0xff), 0, 4096, 4096 * 1000);
    closeSync(handle);
    const damaged = open();
    expect(codeOf(() => databaseTasks.lookOver(damaged.forWorkers))).toBe("db.damaged");
  });

  it("is busy while another start has it", () => {
    open();
    expect(codeOf(() => openDatabase(file, { migrations: [notes], now }))).toBe("db.busy");
  });

  it("is read-only where the user may not write it", async () => {
    open();
    await closeAll();
    chmodSync(file, 0o444);
    chmodSync(folder, 0o555);
    expect(asPlainUser()).toBe("db.readOnly");
  });
});

/** Opens the file in a process of a user without rights: the super-user may write everything. */
function asPlainUser(): string {
  const program = `
    import { openDatabase } from ${JSON.stringify(new URL("../../../main/db/open-database.ts", import.meta.url).href)};
    try { openDatabase(${JSON.stringify(file)}, { migrations: [], now: () => "" }); console.log("opened"); }
    catch (error) { console.log(error.code ?? error.stack); }`;
  const isSuperUser = process.getuid?.() === 0;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    encoding: "utf8",
    ...(isSuperUser ? { uid: 65534, gid: 65534 } : {}),
  });
  return stdout.trim() || stderr;
}

describe("a migration", () => {
  it("writes a backup of the old schema first, which opens", async () => {
    open().raw.exec("INSERT INTO note (text) VALUES ('kept')");
    await closeAll();
    const { raw, migrationBackup } = open([notes, dates]);
    expect(raw.pragma("user_version", { simple: true })).toBe(20);
    expect(migrationBackup).toBe(join(folder, "backups", "desk-v10-20261125T080000Z.sqlite"));
    const backup = new Sqlite(migrationBackup ?? "", { readonly: true });
    expect(backup.prepare("SELECT text FROM note").pluck().all()).toEqual(["kept"]);
    expect(backup.pragma("user_version", { simple: true })).toBe(10);
    backup.close();
  });

  it("that fails half-way leaves the old schema, its rows and a backup", async () => {
    open().raw.exec("INSERT INTO note (text) VALUES ('kept')");
    await closeAll();
    const broken: Migration = {
      version: 30,
      name: "broken",
      up: (raw) => {
        raw.exec("DROP TABLE note");
        throw new Error("out of luck");
      },
    };
    expect(codeOf(() => open([notes, dates, broken]))).toBe("db.migrationFailed");
    expect(readdirSync(backupFolderOf(file))).toHaveLength(1);
    const { raw } = open();
    expect(raw.pragma("user_version", { simple: true })).toBe(10);
    expect(raw.prepare("SELECT * FROM note").all()).toEqual([{ id: 1, text: "kept" }]);
  });

  it("that leaves rows pointing to nothing is undone", async () => {
    const parts: Migration = {
      version: 20,
      name: "parts",
      up: (raw) => raw.exec("CREATE TABLE part (note_id INTEGER REFERENCES note) STRICT; INSERT INTO part VALUES (99)"),
    };
    open();
    await closeAll();
    expect(codeOf(() => open([notes, parts]))).toBe("db.migrationFailed");
    expect(open().raw.pragma("foreign_keys", { simple: true })).toBe(1);
  });

  it("out of order is a bug, found before the file is touched", () => {
    expect(() => open([dates, notes])).toThrow("out of order");
    expect(existsSync(file)).toBe(false);
  });
});

it("writes backups that never replace one another and leave nothing unfinished", () => {
  const { raw } = open();
  const paths = [1, 2, 3].map(() => writeBackup(raw, file, now));
  expect(new Set(paths).size).toBe(3);
  expect(readdirSync(backupFolderOf(file)).filter((name) => name.endsWith(".part"))).toEqual([]);
});
