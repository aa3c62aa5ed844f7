import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import Sqlite from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { checkBackup } from "../../../main/backups/backup-file.ts";
import { FoundBackups } from "../../../main/backups/backup-list.ts";
import { headVersionOf } from "../../../main/db/migrate-database.ts";
import { openDatabase } from "../../../main/db/open-database.ts";
import { migrations } from "../../../main/db/schema.ts";
import { randomBelow } from "./random-below.ts";

/** A release kills 1,000. */
const kills = Number(process.env["AMC_KILLS"] ?? 10);
const seed = Number(process.env["AMC_KILL_SEED"] ?? 20_261_201);
const writer = fileURLToPath(new URL("write-until-killed.ts", import.meta.url));
const now = () => "2026-12-01T00:00:00.000Z";
/** From its first word on: within a round of writes, folds, a backup and the end, which takes some tenths of a second. */
const mostMs = 700;

/** Answers what the writer had said when it was killed. */
async function writeAndKill(file: string, afterMs: number): Promise<string[]> {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", writer, file], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  const first = new Promise((settle) => child.stdout.once("data", settle));
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
  const closed = new Promise((settle) => child.once("close", settle));
  await Promise.race([first, closed]);
  await setTimeout(afterMs);
  child.kill("SIGKILL");
  await closed;
  return said.split("\n").filter((line) => /^\d+ .+$/.test(line));
}

function dealsOf(file: string): Set<string> {
  const raw = new Sqlite(file, { readonly: true });
  try {
    return new Set((raw.prepare("SELECT id, name FROM deal").all() as { id: number; name: string }[]).map(({ id, name }) => `${id} ${name}`));
  } finally {
    raw.close();
  }
}

describe(`a process killed ${kills} times while it writes, folds, backs up and closes`, () => {
  it("loses nothing that was said, opens as undamaged, and leaves whole backups alone", { timeout: 900_000 + kills * 8000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), "killed-"));
    const file = join(folder, "desk.sqlite");
    const below = randomBelow(seed);
    const kept = new Set<string>();
    try {
      for (let kill = 0; kill < kills; kill += 1) {
        const said = await writeAndKill(file, below(mostMs));
        expect(said.length).toBeGreaterThan(0);
        for (const line of said) kept.add(line);
        const desk = openDatabase(file, { migrations, now });
        expect(desk.raw.pragma("integrity_check", { simple: true })).toBe("ok");
        await desk.close();
        const found = dealsOf(file);
        expect([...kept].filter((line) => !found.has(line))).toEqual([]);
        const backups = new FoundBackups(file, headVersionOf(migrations)).in([join(dirname(file), "backups")]);
        for (const backup of backups) {
          checkBackup(backup.file);
          rmSync(backup.file);
          rmSync(`${backup.file}.json`, { force: true });
        }
      }
      // What a killed one left unfinished has no backup's name.
      const left = readdirSync(folder, { recursive: true }).map(String);
      expect(left.filter((name) => name.endsWith(".sqlite") && name.startsWith("backups"))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
