import { spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { finishEncrypting, removePlain } from "../../../main/backups/encrypt-file.ts";
import { isPlainFile } from "../../../main/db/database-header.ts";
import { openDatabase } from "../../../main/db/open-database.ts";
import { migrations } from "../../../main/db/schema.ts";
import type { EncryptOrder } from "../../../main/keys/encryption-service.ts";
import { newDataKey, sealKeyFile } from "../../../main/keys/key-file.ts";
import { newRecoveryCode } from "../../../main/keys/recovery-code.ts";
import { DeskError } from "../../../shared/result.ts";
import { randomBelow } from "../damage/random-below.ts";
import { storedDesks } from "../db/stored-desks.ts";
import { encryptClosed, everyRow, isThere, now } from "./encrypted.ts";

const kills = Number(process.env["AMC_KILLS"] ?? 12);
const damages = Number(process.env["AMC_DAMAGED_FILES"] ?? 300);
const seed = Number(process.env["AMC_KILL_SEED"] ?? 20_261_201);
const encrypter = fileURLToPath(new URL("encrypt-until-killed.ts", import.meta.url));

let folder: string;
let plain: string;
let order: EncryptOrder;
let rows: Record<string, unknown[]>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "encrypting-"));
  plain = join(folder, "plain.sqlite");
  copyFileSync(storedDesks.at(-1)?.file ?? "no stored desk", plain);
  await openDatabase(plain, { migrations, now }).close();
  rows = everyRow(plain, null);
  const key = newDataKey();
  order = { key, keyFile: await sealKeyFile(key, newRecoveryCode(), "a phrase that nobody guesses", null) };
  writeFileSync(join(folder, "order.json"), JSON.stringify({ key: Buffer.from(key).toString("hex"), keyFile: order.keyFile }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = () => join(folder, "desk.sqlite");
const ends = ["", "-wal", "-shm", "-key", "-plain", "-encrypted", "-encrypted.part", "-lock", "-sums"];

function freshDesk(): void {
  for (const end of ends) rmSync(`${file()}${end}`, { force: true });
  copyFileSync(plain, file());
}

async function startSays(): Promise<string> {
  try {
    await openDatabase(file(), { migrations, now, key: order.key }).close();
    return "opened";
  } catch (error) {
    return error instanceof DeskError ? error.code : "internal";
  }
}

/** Milliseconds from its first word to its end, or null where it was killed before. */
async function encryptAndKill(afterMs: number): Promise<number | null> {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", encrypter, file(), join(folder, "order.json")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  const first = new Promise((settle) => child.stdout.once("data", settle));
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
  const closed = new Promise((settle) => child.once("close", settle));
  await Promise.race([first, closed]);
  const begun = performance.now();
  await Promise.race([setTimeout(afterMs), closed]);
  child.kill("SIGKILL");
  await closed;
  return said.includes("ended") ? performance.now() - begun : null;
}

describe(`a desk whose app was killed ${kills} times while it was encrypted`, () => {
  it("is as it was or encrypted, with every row, and nothing is left half done", { timeout: 120_000 + kills * 8000 }, async () => {
    const below = randomBelow(seed);
    freshDesk();
    const wholeMs = (await encryptAndKill(60_000)) ?? 0;
    expect(wholeMs).toBeGreaterThan(0);
    let cut = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      freshDesk();
      if ((await encryptAndKill(below(Math.ceil(wholeMs)))) === null) cut += 1;
      finishEncrypting(file());
      const key = isPlainFile(file()) ? null : order.key;
      await openDatabase(file(), { migrations, now, key }).close();
      if (key !== null) removePlain(file());
      expect(everyRow(file(), key)).toEqual(rows);
      expect(isThere(file(), "-plain", "-encrypted", "-encrypted.part")).toEqual([]);
      expect(existsSync(`${file()}-key`)).toBe(key !== null);
    }
    expect(cut).toBeGreaterThan(kills / 2);
  });
});

describe(`${damages} damaged files of an encrypted desk`, () => {
  it("are each found at the start, without the sums of its pages", { timeout: 120_000 + damages * 1000 }, async () => {
    freshDesk();
    await encryptClosed(file(), order);
    const whole = readFileSync(file());
    const below = randomBelow(seed);
    const said: Record<string, number> = {};
    for (let place = 0; place < damages; place += 1) {
      const bytes = Buffer.from(whole);
      const at = below(bytes.length - 64);
      if (place % 3 === 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
      else if (place % 3 === 1) for (let byte = at; byte < at + 64; byte += 1) bytes[byte] = (bytes[byte] ?? 0) ^ (1 + below(255));
      else bytes.fill(0, at - (at % 4096), at - (at % 4096) + 4096);
      for (const end of ends.filter((one) => one !== "-key")) rmSync(`${file()}${end}`, { force: true });
      writeFileSync(file(), bytes);
      const code = await startSays();
      said[code] = (said[code] ?? 0) + 1;
    }
    expect(said).toEqual({ "db.damaged": damages });
  });
});
