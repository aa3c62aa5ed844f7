import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { backupTasks } from "../../../main/backups/backup-tasks.ts";
import { putBack } from "../../../main/backups/put-back.ts";
import { openDatabase } from "../../../main/db/open-database.ts";
import { migrations } from "../../../main/db/schema.ts";
import { createDeskKeys } from "../../../main/keys/desk-keys.ts";
import { keyFromSecret, newDataKey, readKeyFile } from "../../../main/keys/key-file.ts";
import type { KeyStore } from "../../../main/keys/key-store.ts";
import { DeskError } from "../../../shared/result.ts";
import { corporateTape, openTestDesk, type TestDesk, testDeal } from "../pricing/test-desk.ts";
import { encryptClosed, everyRow, filesWith, isThere, now, orderEncryption, passphrase } from "./encrypted.ts";

const desks: TestDesk[] = [];
let desk: TestDesk;
beforeEach(() => {
  desk = open();
});
afterEach(async () => {
  for (const one of desks.splice(0)) await one.close();
});

function open(...parts: Parameters<typeof openTestDesk>): TestDesk {
  const opened = openTestDesk(...parts);
  desks.push(opened);
  return opened;
}

async function importTape(into = desk): Promise<void> {
  const { id } = await into.deals.create({ ...testDeal, notes: "金丝雀备注 canary-notes", cutOffDate: "2025-09-30" });
  await into.tapes.importAsProposed(id, into.admit(corporateTape));
}

/** Names and identifiers of all debtors. */
function canariesOf({ db }: TestDesk): string[] {
  const texts = db.raw.prepare("SELECT debtor_name FROM loan UNION SELECT debtor_id FROM loan UNION SELECT name FROM guarantor").pluck().all() as (
    | string
    | null
  )[];
  return [...texts.filter((text): text is string => text !== null && text.length > 1), "canary-notes"];
}

const codeOf = async (work: () => unknown): Promise<string> => {
  try {
    await work();
    return "done";
  } catch (error) {
    if (error instanceof DeskError) return error.code;
    throw error;
  }
};
const hashOf = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");

describe("a lost laptop", () => {
  it("has nothing of a debtor to be read in any file: not in the desk, its log while it is written, its backups old and new", async () => {
    await importTape();
    await desk.backups.make("now");
    const canaries = canariesOf(desk);
    expect(canaries.length).toBeGreaterThan(20);
    const folder = dirname(desk.db.file);
    const { order } = await orderEncryption(desk);
    await desk.shut();
    const rows = everyRow(desk.db.file, null);
    // The rig can fail: in clear they are all there.
    const found = filesWith(folder, canaries);
    expect(found).toContain("desk.db");
    expect(found.filter((name) => name.startsWith("backups"))).toHaveLength(1);

    await encryptClosed(desk.db.file, order);
    const [backup] = filesWith(folder, canaries);
    await backupTasks.encryptBackup({ file: join(folder, backup ?? ""), key: order.key, nativeBinding: null, databaseFile: desk.db.file });
    expect(filesWith(folder, canaries)).toEqual([]);
    expect(isThere(desk.db.file, "-plain", "-encrypted", "-encrypted.part")).toEqual([]);
    expect(everyRow(desk.db.file, order.key)).toEqual(rows);

    const later = openDatabase(desk.db.file, { migrations, now, key: order.key });
    later.raw.prepare("UPDATE deal SET owner = 'canary-owner'").run();
    expect(filesWith(folder, [...canaries, "canary-owner"])).toEqual([]);
    await later.close();
  });

  it("has no key in clear beside the file", async () => {
    const { order, code } = await orderEncryption(desk);
    await desk.shut();
    await encryptClosed(desk.db.file, order);
    const hex = Buffer.from(order.key).toString("hex");
    const base64 = Buffer.from(order.key).toString("base64");
    expect(filesWith(dirname(desk.db.file), [hex, base64, code, passphrase])).toEqual([]);
  });
});

describe("a forgotten passphrase", () => {
  it("leaves the recovery code, by which another passphrase is set", async () => {
    await importTape();
    const { order, code } = await orderEncryption(desk);
    await desk.shut();
    await encryptClosed(desk.db.file, order);
    const keyFile = readKeyFile(desk.db.file) ?? order.keyFile;
    expect(await codeOf(() => keyFromSecret(keyFile, "passphrase", `${passphrase} `))).toBe("lock.wrongPassphrase");
    expect(await codeOf(() => keyFromSecret(keyFile, "recovery", `${code}0`))).toBe("lock.codeLength");
    const other = (await desk.handlers["encryption.newCode"]()).recoveryCode;
    expect(await codeOf(() => keyFromSecret(keyFile, "recovery", other))).toBe("lock.wrongCode");
    expect(await keyFromSecret(keyFile, "recovery", code.replaceAll("-", " "))).toEqual(Buffer.from(order.key));

    const again = open(desk.db.file, undefined, undefined, order.key);
    await again.handlers["encryption.setPassphrase"]({ passphrase: "ein neuer Satz" });
    const changed = readKeyFile(again.db.file) ?? order.keyFile;
    expect(await keyFromSecret(changed, "passphrase", "ein neuer Satz")).toEqual(Buffer.from(order.key));
    expect(await codeOf(() => keyFromSecret(changed, "passphrase", passphrase))).toBe("lock.wrongPassphrase");
    expect(await keyFromSecret(changed, "recovery", code)).toEqual(Buffer.from(order.key));
  });

  it("is asked for only where the system's key store doesn't open the desk, which then has the key again", async () => {
    const { order, code } = await orderEncryption(desk);
    await desk.shut();
    await encryptClosed(desk.db.file, order);
    const drawers = new Map<string, Uint8Array>();
    const store: KeyStore = {
      name: "drawer",
      seal: (key) => {
        drawers.set(String(drawers.size), key);
        return String(drawers.size - 1);
      },
      open: (sealed) => drawers.get(sealed) ?? null,
    };
    const { keyFile } = order;
    writeFileSync(`${desk.db.file}-key`, JSON.stringify({ ...keyFile, store: { name: "drawer", sealed: "lost" } }));
    let asked = 0;
    const keys = createDeskKeys(store, async () => {
      asked += 1;
      expect(keys.lock.state()).toEqual({ isLocked: true, hasPassphrase: true, isStoreLost: true });
      expect(await codeOf(() => keys.lock.open("passphrase", "wrong"))).toBe("lock.wrongPassphrase");
      await keys.lock.open("recovery", code);
    });
    expect(await keys.keyFor(desk.db.file)).toEqual(Buffer.from(order.key));
    expect(asked).toBe(1);
    const atNextStart = createDeskKeys(store, () => Promise.reject(new Error("asked again")));
    expect(await atNextStart.keyFor(desk.db.file)).toEqual(Buffer.from(order.key));
  });

  it("a code that was not typed as shown encrypts nothing, and neither does a desk without any passphrase or key store", async () => {
    const { recoveryCode } = await desk.handlers["encryption.newCode"]();
    const shown = (await desk.handlers["encryption.newCode"]()).recoveryCode;
    expect(await codeOf(() => desk.handlers["encryption.encrypt"]({ recoveryCode, passphrase }))).toBe("encryption.codeDiffers");
    expect(await codeOf(() => desk.handlers["encryption.encrypt"]({ recoveryCode: shown, passphrase: null }))).toBe("encryption.passphraseMissing");
    expect(desk.encryptOrders).toEqual([]);
  });
});

describe("a wrong key", () => {
  it("or none opens nothing and changes nothing", async () => {
    const { order } = await orderEncryption(desk);
    await desk.shut();
    await encryptClosed(desk.db.file, order);
    const before = hashOf(desk.db.file);
    expect(await codeOf(() => openDatabase(desk.db.file, { migrations, now, key: newDataKey() }))).toBe("db.damaged");
    expect(await codeOf(() => openDatabase(desk.db.file, { migrations, now }))).toBe("db.keyMissing");
    expect(hashOf(desk.db.file)).toBe(before);
  });

  it("a key file that is lost comes back from a backup", async () => {
    const { order } = await orderEncryption(desk);
    await desk.shut();
    await encryptClosed(desk.db.file, order);
    mkdirSync(join(dirname(desk.db.file), "backups"), { recursive: true });
    copyFileSync(`${desk.db.file}-key`, join(dirname(desk.db.file), "backups", "desk-v1-x.db-key"));
    rmSync(`${desk.db.file}-key`);
    const keys = createDeskKeys(null, () => keys.lock.open("passphrase", passphrase));
    expect(await keys.keyFor(desk.db.file)).toEqual(Buffer.from(order.key));
    expect(readKeyFile(desk.db.file)).toEqual(order.keyFile);
  });
});

describe("a backup of an encrypted desk", () => {
  it("is checked, encrypted, and restored on the desk itself", async () => {
    await importTape();
    const { order } = await orderEncryption(desk);
    await desk.shut();
    await encryptClosed(desk.db.file, order);
    const again = open(desk.db.file, undefined, undefined, order.key);
    const canaries = canariesOf(again);
    const { id, fileName } = await again.backups.make("now");
    const rows = everyRow(again.db.file, order.key);
    expect(again.backups.list().backups).toMatchObject([{ fileName, state: "usable", isEncrypted: true, needsCode: false, held: { deals: 1 } }]);
    again.db.raw.prepare("UPDATE deal SET owner = 'later'").run();
    await again.backups.restore(id, null);
    await again.shut();
    putBack(again.db.file, now(), { key: order.key });
    expect(everyRow(again.db.file, order.key)).toEqual(rows);
    expect(filesWith(dirname(again.db.file), canaries)).toEqual([]);
  });

  it("moves to another workstation by the recovery code, to a desk in clear and to one with a key of its own", async () => {
    await importTape();
    const { order, code } = await orderEncryption(desk);
    await desk.shut();
    await encryptClosed(desk.db.file, order);
    const old = open(desk.db.file, undefined, undefined, order.key);
    const { fileName } = await old.backups.make("now");
    const rows = everyRow(old.db.file, order.key);
    for (const key of [null, newDataKey()]) {
      const moved = open(undefined, undefined, undefined, key);
      if (key !== null) writeFileSync(`${moved.db.file}-key`, JSON.stringify({ ...order.keyFile, id: "0".repeat(32) }));
      const folder = join(dirname(moved.db.file), "backups");
      mkdirSync(folder);
      for (const end of ["", ".json", "-key"]) copyFileSync(join(dirname(old.db.file), "backups", `${fileName}${end}`), join(folder, `${fileName}${end}`));
      const [found] = moved.backups.list().backups;
      expect(found).toMatchObject({ fileName, state: "usable", needsCode: true, held: { deals: 1 } });
      const id = found?.id ?? "";
      expect(await codeOf(() => moved.backups.restore(id, null))).toBe("backup.needsCode");
      const other = (await moved.handlers["encryption.newCode"]()).recoveryCode;
      expect(await codeOf(() => moved.backups.restore(id, other))).toBe("lock.wrongCode");
      await moved.backups.restore(id, code);
      await moved.shut();
      putBack(moved.db.file, now(), { key });
      expect(everyRow(moved.db.file, key ?? order.key)).toEqual(rows);
      expect(moved.keys).toEqual(key === null ? [Buffer.from(order.key)] : []);
    }
  });

  it("in clear from before comes back encrypted", async () => {
    await importTape();
    const canaries = canariesOf(desk);
    const { fileName } = await desk.backups.make("now");
    const { order } = await orderEncryption(desk);
    await desk.shut();
    const kept = ["", ".json"].map((end) => [end, readFileSync(join(dirname(desk.db.file), "backups", `${fileName}${end}`))] as const);
    const rows = everyRow(desk.db.file, null);
    await encryptClosed(desk.db.file, order);
    const again = open(desk.db.file, undefined, undefined, order.key);
    const folder = join(dirname(again.db.file), "backups");
    mkdirSync(folder);
    for (const [end, bytes] of kept) writeFileSync(join(folder, `${fileName}${end}`), bytes);
    expect(again.handlers["encryption.state"]()).toMatchObject({ isEncrypted: true, hasPassphrase: true, plainBackups: 1 });
    await again.backups.restore(again.backups.list().backups[0]?.id ?? "", null);
    await again.backups.encryptPlain();
    expect(again.backups.list().backups).toMatchObject([{ fileName, state: "usable", isEncrypted: true, isNoted: true }]);
    await again.shut();
    putBack(again.db.file, now(), { key: order.key });
    expect(everyRow(again.db.file, order.key)).toEqual(rows);
    expect(filesWith(dirname(again.db.file), canaries)).toEqual([]);
  });
});
