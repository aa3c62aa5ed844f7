import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closeToOthers, logFileIn, prepareDataFolder } from "../../../main/app/data-folder.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "desk-folder-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe("the data folder", () => {
  it("is made for its owner alone, and the trial leaves nothing in it", () => {
    const made = join(folder, "new", "desk");
    expect(prepareDataFolder(made)).toBeNull();
    expect([modeOf(made), readdirSync(made)]).toEqual(["700", []]);
  });

  it("is refused with a code where nothing can be made or written", () => {
    const file = join(folder, "a file");
    writeFileSync(file, "");
    for (const place of [file, join(file, "desk"), "/proc/desk"]) expect(prepareDataFolder(place)).toMatchObject({ code: "db.readOnly" });
  });

  it("takes from others what an older version left readable, and leaves what isn't the desk's", () => {
    mkdirSync(join(folder, "logs"));
    mkdirSync(join(folder, "backups"));
    const own = ["desk.sqlite", "desk.sqlite-wal", "logs/main.log", "backups/desk-v10.sqlite"].map((name) => join(folder, name));
    const foreign = join(folder, "notes.txt");
    for (const file of [...own, foreign]) {
      writeFileSync(file, "");
      chmodSync(file, 0o644);
    }
    for (const name of ["logs", "backups"]) chmodSync(join(folder, name), 0o755);
    closeToOthers(folder, "desk.sqlite");
    expect(own.map(modeOf)).toEqual(["600", "600", "600", "600"]);
    expect([modeOf(join(folder, "logs")), modeOf(join(folder, "backups")), modeOf(foreign)]).toEqual(["700", "700", "644"]);
  });

  it("has its log beside the database where a file has the name of the log's folder", () => {
    expect(logFileIn(folder)).toBe(join(folder, "logs", "main.log"));
    writeFileSync(join(folder, "logs"), "");
    expect(logFileIn(folder)).toBe(join(folder, "main.log"));
    closeToOthers(folder, "desk.sqlite");
  });
});
