import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../../main/db/open-database.ts";
import { migrations } from "../../../main/db/schema.ts";
import { DeskError } from "../../../shared/result.ts";
import { storedDesks } from "../db/stored-desks.ts";
import { openTestDesk } from "../pricing/test-desk.ts";
import { randomBelow } from "./random-below.ts";

/** A release damages 3,000. */
const files = Number(process.env["AMC_DAMAGED_FILES"] ?? 300);
const seed = Number(process.env["AMC_DAMAGE_SEED"] ?? 20_261_201);
const pageBytes = 4096;
const now = () => "2026-12-01T00:00:00.000Z";

let folder: string;
let whole: Buffer;
let sums: Buffer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "damage-"));
  const file = join(folder, "desk.sqlite");
  copyFileSync(storedDesks.at(-1)?.file ?? "no stored desk", file);
  const desk = openDatabase(file, { migrations, now, keepsSums: true });
  await desk.close();
  whole = readFileSync(file);
  sums = readFileSync(`${file}-sums`);
});
afterAll(() => rmSync(folder, { recursive: true }));

type Damage = (bytes: Buffer, below: (limit: number) => number) => Buffer;
const pageOf = (bytes: Buffer, page: number) => bytes.subarray(page * pageBytes, (page + 1) * pageBytes);

const damages: Readonly<Record<string, Damage>> = {
  "one bit": (bytes, below) => {
    const at = below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
    return bytes;
  },
  "64 bytes": (bytes, below) => {
    const at = below(bytes.length - 64);
    for (let place = at; place < at + 64; place += 1) bytes[place] = (bytes[place] ?? 0) ^ (1 + below(255));
    return bytes;
  },
  "a page of zeros": (bytes, below) => {
    const pages = Array.from({ length: bytes.length / pageBytes }, (_, page) => page).filter((page) => pageOf(bytes, page).some((byte) => byte !== 0));
    pageOf(bytes, pages[below(pages.length)] ?? 0).fill(0);
    return bytes;
  },
  "two pages changed over": (bytes, below) => {
    const count = bytes.length / pageBytes;
    for (;;) {
      const [one, other] = [below(count), below(count)];
      if (pageOf(bytes, one).equals(pageOf(bytes, other))) continue;
      const kept = Buffer.from(pageOf(bytes, one));
      pageOf(bytes, other).copy(pageOf(bytes, one));
      kept.copy(pageOf(bytes, other));
      return bytes;
    }
  },
  "a cut end": (bytes, below) => bytes.subarray(0, bytes.length - (1 + below(bytes.length - 1))),
};

/** What a start says of the bytes: a code, or "opened". */
async function startSays(bytes: Buffer, withSums: boolean): Promise<string> {
  const file = join(folder, "damaged.sqlite");
  for (const end of ["", "-wal", "-shm", "-sums", "-lock"]) rmSync(`${file}${end}`, { force: true });
  writeFileSync(file, bytes);
  if (withSums) writeFileSync(`${file}-sums`, sums);
  try {
    await openDatabase(file, { migrations, now }).close();
    return "opened";
  } catch (error) {
    if (error instanceof DeskError) return error.code;
    throw error;
  }
}

async function tally(count: number, withSums: boolean): Promise<Record<string, number>> {
  const below = randomBelow(seed);
  const said: Record<string, number> = {};
  const kinds = Object.entries(damages);
  for (let place = 0; place < count; place += 1) {
    const [, damage] = kinds[place % kinds.length] ?? [];
    if (damage === undefined) throw new Error("no kind of damage");
    const code = await startSays(damage(Buffer.from(whole), below), withSums);
    said[code] = (said[code] ?? 0) + 1;
  }
  return said;
}

describe(`${files} damaged files`, () => {
  it("are each found at the start, and the whole file is opened", async () => {
    expect(await startSays(whole, true)).toBe("opened");
    const { "db.damaged": found = 0, "db.foreign": foreign = 0, "db.newer": newer = 0, ...others } = await tally(files, true);
    expect(others).toEqual({});
    expect(found + foreign + newer).toBe(files);
  });

  it("are found where the damage hits the mark by which the sums know the file", async () => {
    const at = whole.indexOf(sums.subarray(8, 24).toString("hex"));
    const page = Math.floor(at / pageBytes);
    const swapped = Array.from({ length: whole.length / pageBytes }, (_, other) => other).filter((other) => other !== page && other % 16 === 1);
    const hit: readonly ((bytes: Buffer) => unknown)[] = [
      ...Array.from({ length: 32 }, (_, letter) => (bytes: Buffer) => bytes.writeUInt8((bytes[at + letter] ?? 0) ^ 1, at + letter)),
      (bytes) => bytes.fill("z", at, at + 32),
      (bytes) => pageOf(bytes, page).fill(0),
      ...swapped.map((other) => (bytes: Buffer) => {
        pageOf(whole, other).copy(pageOf(bytes, page));
        return pageOf(whole, page).copy(pageOf(bytes, other));
      }),
    ];
    expect(at).toBeGreaterThan(0);
    for (const damage of hit) {
      const bytes = Buffer.from(whole);
      damage(bytes);
      expect(await startSays(bytes, true)).toBe("db.damaged");
    }
  });

  it("would not all be found without the sums: the rig can fail", async () => {
    const { opened = 0 } = await tally(100, false);
    expect(opened).toBeGreaterThan(0);
  });

  it("a file of another time with these sums beside it is no damage", async () => {
    const file = join(folder, "other.sqlite");
    writeFileSync(file, whole);
    const desk = openDatabase(file, { migrations, now, keepsSums: true });
    await desk.close();
    const other = readFileSync(file);
    expect(other.equals(whole)).toBe(false);
    expect(await startSays(other, true)).toBe("opened");
  });
});

describe("a run of a desk that ended without its sums", () => {
  it("says that it was altered wherever its stored bytes were, and never another's figures", async () => {
    const below = randomBelow(seed);
    const desk = openTestDesk(storedDesks.at(-1)?.file);
    try {
      const { raw } = desk.db;
      raw.exec("DROP TRIGGER pricing_run_no_update");
      const columns = [
        "inputs",
        "loan_results",
        "result",
        "assumptions",
        "cases",
        "sources",
        "run_hash",
        "inputs_hash",
        "created_at",
        "engine_version",
      ] as const;
      const runs = raw.prepare("SELECT id FROM pricing_run").pluck().all() as number[];
      const said: Record<string, number> = {};
      raw.pragma("ignore_check_constraints = ON");
      for (let place = 0; place < 120; place += 1) {
        const column = columns[place % columns.length] ?? "inputs";
        const runId = runs[below(runs.length)] ?? 0;
        const kept: unknown = raw.prepare(`SELECT ${column} FROM pricing_run WHERE id = ?`).pluck().get(runId);
        const bytes = Buffer.from(kept as string);
        const at = below(bytes.length);
        bytes[at] = (bytes[at] ?? 0) ^ 1;
        const put = raw.prepare(`UPDATE pricing_run SET ${column} = ? WHERE id = ?`);
        put.run(typeof kept === "string" ? bytes.toString("latin1") : bytes, runId);
        const answer = await desk.runs.open(runId).then(
          () => `opened ${column}`,
          (error: unknown) => (error instanceof DeskError ? error.code : `internal ${column}`),
        );
        said[answer] = (said[answer] ?? 0) + 1;
        put.run(kept, runId);
      }
      expect(said).toEqual({ "run.altered": 120 });
    } finally {
      await desk.close();
    }
  });
});
