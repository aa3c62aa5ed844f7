import { accessSync, closeSync, constants, existsSync, lstatSync, openSync, readSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { Database } from "better-sqlite3";
import { DeskError } from "../../shared/result.ts";

/** "AMCD": marks a file as a database of this app. */
export const applicationId = 0x414d4344;

const magic = "SQLite format 3\u0000";
const headerBytes = 100;
const pageBytesAt = 16;
const pageCountAt = 28;
const userVersionAt = 60;
const applicationIdAt = 68;

const hasBytes = (file: string) => existsSync(file) && statSync(file).size > 0;

function assertWritable(file: string): void {
  try {
    // The log lies beside the file, so its folder must be writable as well.
    accessSync(dirname(file), constants.W_OK | constants.X_OK);
    if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK);
  } catch (cause) {
    throw new DeskError("db.readOnly", {}, { cause });
  }
}

function readHeader(file: string): Buffer {
  const header = Buffer.alloc(headerBytes);
  const handle = openSync(file, "r");
  try {
    if (readSync(handle, header, 0, headerBytes, 0) < headerBytes) throw new DeskError("db.damaged");
  } finally {
    closeSync(handle);
  }
  return header;
}

/** Whether a file is one of SQLite in clear; one that can't be read counts as none, and opening it says why. */
export function isPlainFile(file: string): boolean {
  try {
    return statSync(file).isFile() && isPlain(readHeader(file));
  } catch {
    return false;
  }
}

const isPlain = (header: Buffer): boolean => header.toString("latin1", 0, magic.length) === magic;

/** Behind the salt of an encrypted file SQLite's fixed fractions stand in clear, and how many bytes of a page are kept for its checksum. */
const hasEncryptedHeader = (header: Buffer): boolean => !isPlain(header) && (header[20] ?? 0) > 0 && header.toString("hex", 21, 24) === "402020";

export const seemsEncrypted = (file: string): boolean => statSync(file).size >= headerBytes && hasEncryptedHeader(readHeader(file));

/**
 * Looks at a database file before SQLite does, because SQLite takes an empty file for a new database.
 * Answers whether the file is there; refuses what isn't ours, or is newer than `headVersion`, without touching it. Of an
 * encrypted file only its key tells that.
 */
export function checkDatabaseFile(file: string, headVersion: number, isEncrypted = false): "absent" | "present" {
  assertWritable(file);
  if (!existsSync(file)) {
    // A link that leads nowhere: a new database in its place would hide the old one.
    if (lstatSync(file, { throwIfNoEntry: false }) !== undefined) throw new DeskError("db.unreachable");
    // A log without its database: its commits would be played into a new file.
    if (hasBytes(`${file}-wal`)) throw new DeskError("db.damaged");
    return "absent";
  }
  if (!statSync(file).isFile()) throw new DeskError("db.foreign");
  const header = readHeader(file);
  if (isEncrypted) return "present";
  if (!isPlain(header)) throw new DeskError(isOtherKind(header) ? "db.foreign" : hasEncryptedHeader(header) ? "db.keyMissing" : "db.damaged");
  if (header.readUInt32BE(applicationIdAt) !== applicationId) throw new DeskError("db.foreign");
  assertKnownVersion(header.readUInt32BE(userVersionAt), headVersion);
  assertWhole(file, header);
  return "present";
}

/** Looks over every page; takes seconds where there are a million loans. */
export function assertSound(raw: Database): void {
  if (raw.pragma("quick_check(1)", { simple: true }) !== "ok") throw new DeskError("db.damaged");
}

export function assertKnownVersion(version: number, headVersion: number): void {
  if (version > headVersion) throw new DeskError("db.newer", { version, known: headVersion });
}

/** A file that was cut off lacks pages that its header counts; while there is a log, they may be there. */
function assertWhole(file: string, header: Buffer): void {
  const pageBytes = header.readUInt16BE(pageBytesAt);
  const counted = header.readUInt32BE(pageCountAt) * (pageBytes === 1 ? 65_536 : pageBytes);
  if (statSync(file).size < counted && !hasBytes(`${file}-wal`)) throw new DeskError("db.damaged");
}

/** A file of some other program by its first bytes: zip (xlsx), PDF, old Excel. */
function isOtherKind(header: Buffer): boolean {
  return ["504b0304", "25504446", "d0cf11e0"].includes(header.toString("hex", 0, 4));
}
