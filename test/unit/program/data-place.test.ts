import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { assertFreeFolder, followMoves, moveDesk } from "../../../main/program/data-place.ts";
import { DeskError } from "../../../shared/result.ts";

const codeOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error instanceof DeskError ? error.code : error;
  }
};

let folder: string;
let from: string;
let to: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "place-"));
  [from, to] = [join(folder, "from"), join(folder, "to")];
  mkdirSync(join(from, "backups"), { recursive: true });
  mkdirSync(join(from, "Code Cache"));
  writeFileSync(join(from, "desk.sqlite"), "deals");
  writeFileSync(join(from, "desk.sqlite-sums"), "sums");
  writeFileSync(join(from, "backups", "old.sqlite"), "older deals");
  writeFileSync(join(from, "backup-plan.json"), "{}");
  writeFileSync(join(from, "window.json"), "{}");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("moves a desk's own files, and finds it from where it was", () => {
  expect(followMoves(from)).toBe(from);
  moveDesk(from, to);
  expect(readdirSync(to).sort()).toEqual(["backup-plan.json", "backups", "desk.sqlite", "desk.sqlite-sums", "window.json"]);
  expect(readFileSync(join(to, "backups", "old.sqlite"), "utf8")).toBe("older deals");
  expect(readdirSync(from).sort()).toEqual(["Code Cache", "moved-to.json"]);
  expect(followMoves(from)).toBe(to);
  const further = join(folder, "further");
  moveDesk(to, further);
  expect(followMoves(from)).toBe(further);
});

it("moves a desk back to where it came from", () => {
  moveDesk(from, to);
  rmSync(join(from, "Code Cache"), { recursive: true });
  expect(codeOf(() => moveDesk(to, from))).toBe("program.folderNotEmpty");
  rmSync(join(from, "moved-to.json"));
  moveDesk(to, from);
  expect(followMoves(from)).toBe(from);
  expect(readFileSync(join(from, "desk.sqlite"), "utf8")).toBe("deals");
});

it("takes the desk that lies in a folder before a sign in it, and no sign that says nothing", () => {
  writeFileSync(join(from, "moved-to.json"), JSON.stringify({ folder: to }));
  expect(followMoves(from)).toBe(from);
  rmSync(join(from, "desk.sqlite"));
  expect(followMoves(from)).toBe(to);
  writeFileSync(join(from, "moved-to.json"), JSON.stringify({ folder: "elsewhere" }));
  expect(followMoves(from)).toBe(from);
});

it("refuses a folder that holds something, and one inside the desk's own", () => {
  mkdirSync(to);
  writeFileSync(join(to, "desk.sqlite"), "somebody's");
  expect(codeOf(() => assertFreeFolder(from, to))).toBe("program.folderNotEmpty");
  expect(codeOf(() => moveDesk(from, to))).toBe("program.folderNotEmpty");
  expect(codeOf(() => assertFreeFolder(from, join(from, "inside")))).toBe("program.folderInside");
  expect(codeOf(() => assertFreeFolder(from, from))).toBe("program.folderInside");
  expect(readFileSync(join(to, "desk.sqlite"), "utf8")).toBe("somebody's");
  expect(() => assertFreeFolder(from, join(folder, "from-now-on"))).not.toThrow();
});

it("leaves everything where it was when a file can't be copied", () => {
  symlinkSync(join(folder, "nowhere"), join(from, "backups", "broken.sqlite"));
  expect(() => moveDesk(from, to)).toThrow("broken.sqlite");
  expect(readFileSync(join(from, "desk.sqlite"), "utf8")).toBe("deals");
  expect(existsSync(join(from, "moved-to.json"))).toBe(false);
  expect(readdirSync(to)).toEqual([]);
  chmodSync(to, 0o700);
  rmSync(join(from, "backups", "broken.sqlite"));
  moveDesk(from, to);
  expect(readFileSync(join(to, "desk.sqlite"), "utf8")).toBe("deals");
});
