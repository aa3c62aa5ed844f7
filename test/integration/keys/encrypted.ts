import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "better-sqlite3";
import { backupTasks } from "../../../main/backups/backup-tasks.ts";
import { removePlain, swapIn } from "../../../main/backups/encrypt-file.ts";
import { openDatabase } from "../../../main/db/open-database.ts";
import { migrations } from "../../../main/db/schema.ts";
import type { DataKey } from "../../../main/db/sqlite-file.ts";
import { openSqlite } from "../../../main/db/sqlite-file.ts";
import type { EncryptOrder } from "../../../main/keys/encryption-service.ts";
import type { TestDesk } from "../pricing/test-desk.ts";

export const now = () => "2026-12-01T00:00:00.000Z";
export const passphrase = "一把只有我知道的钥匙 42";

/** As the page orders it: a code is shown and typed back. */
export async function orderEncryption(desk: TestDesk): Promise<{ readonly order: EncryptOrder; readonly code: string }> {
  const { recoveryCode: code } = await desk.handlers["encryption.newCode"]();
  await desk.handlers["encryption.encrypt"]({ recoveryCode: code.toLowerCase(), passphrase });
  const order = desk.encryptOrders.at(-1);
  if (order === undefined) throw new Error("the app was not asked to encrypt");
  return { order, code };
}

/** What the app does to a desk that is closed. */
export async function encryptClosed(file: string, { key, keyFile }: EncryptOrder): Promise<void> {
  await backupTasks.encryptDesk({ file, key, nativeBinding: null });
  swapIn(file, keyFile);
  await openDatabase(file, { migrations, now, key }).close();
  removePlain(file);
}

/** Every file below a folder, as its bytes. */
function bytesIn(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => statSync(join(folder, name)).isFile());
  return new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
}

/** Names of the files in which one of the texts can be read. */
export const filesWith = (folder: string, texts: readonly string[]): string[] =>
  [...bytesIn(folder)].filter(([, bytes]) => texts.some((text) => bytes.includes(text))).map(([name]) => name);

export function everyRow(file: string, key: DataKey): Record<string, unknown[]> {
  const raw: Database = openSqlite(file, { fileMustExist: true, key });
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

export const isThere = (file: string, ...ends: readonly string[]): string[] => ends.filter((end) => existsSync(`${file}${end}`));
