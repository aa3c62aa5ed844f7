import { createHash, randomBytes } from "node:crypto";
import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readFileSync, readSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { crc32 } from "node:zlib";
import type { Database } from "better-sqlite3";
import { syncToDisk } from "./database-backup.ts";

/*
 * `quick_check` sees whether a page is a page, not whether its content is the one that was written: an amount with another digit
 * passes. So the desk's file has its sums beside it, one for each page, for as long as nothing is folded into the file. SQLite
 * changes the file only as it folds its log, so the sums go before that and come again once it is over.
 */

const magic = "AMCS0001";
const markBytes = 16;
const pageBytesAt = 16;
/** Magic, mark, bytes of a page, number of pages. */
const headBytes = magic.length + markBytes + 8;
const hashBytes = 32;
/** Pages that are read at once. */
const pagesAtOnce = 256;

const sumsFileOf = (file: string): string => `${file}-sums`;

/** Takes the sums away, for good: after a power cut there must be none beside a file that was changed since. */
export function dropSums(file: string): void {
  if (!existsSync(sumsFileOf(file))) return;
  rmSync(sumsFileOf(file));
  syncToDisk(dirname(file), "folder");
}

/** A new mark in the desk itself, by which a file of another time, put in its place by hand, is told from a damaged one. */
export function markDesk(raw: Database): string {
  const mark = randomBytes(markBytes).toString("hex");
  raw.prepare("INSERT INTO desk_mark (name, value) VALUES ('sums', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value").run(mark);
  return mark;
}

/** No mark of a desk: those are 32 hexadecimal digits. */
const markOfCopy = "copy";

const hasMarks = (raw: Database): boolean => raw.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'desk_mark'").get() !== undefined;

const markOf = (raw: Database): unknown => (hasMarks(raw) ? raw.prepare("SELECT value FROM desk_mark WHERE name = 'sums'").pluck().get() : undefined);

/** In a copy of a desk: the sums are those of the desk's own file. */
export function unmarkCopy(raw: Database): void {
  if (hasMarks(raw)) raw.prepare("UPDATE desk_mark SET value = ? WHERE name = 'sums'").run(markOfCopy);
}

function sumPages(file: string): { readonly pageBytes: number; readonly sums: Uint32Array } {
  const handle = openSync(file, "r");
  try {
    const header = Buffer.alloc(pageBytesAt + 2);
    readSync(handle, header, 0, header.length, 0);
    const stated = header.readUInt16BE(pageBytesAt);
    const pageBytes = stated === 1 ? 65_536 : Math.max(512, stated);
    const sums = new Uint32Array(Math.ceil(fstatSync(handle).size / pageBytes));
    const chunk = Buffer.alloc(pageBytes * pagesAtOnce);
    let page = 0;
    for (let read = readSync(handle, chunk, 0, chunk.length, 0); read > 0; read = readSync(handle, chunk, 0, chunk.length, page * pageBytes))
      for (let at = 0; at < read; at += pageBytes, page += 1) sums[page] = crc32(chunk.subarray(at, Math.min(read, at + pageBytes)));
    return { pageBytes, sums };
  } finally {
    closeSync(handle);
  }
}

/** Writes the sums of a file into which nothing is left to be folded. */
export function writeSums(file: string, mark: string): void {
  const { pageBytes, sums } = sumPages(file);
  const head = Buffer.alloc(headBytes);
  head.write(magic, "latin1");
  head.write(mark, magic.length, "hex");
  head.writeUInt32LE(pageBytes, magic.length + markBytes);
  head.writeUInt32LE(sums.length, magic.length + markBytes + 4);
  const body = Buffer.concat([head, Buffer.from(sums.buffer)]);
  const unfinished = `${sumsFileOf(file)}.part`;
  writeFileSync(unfinished, Buffer.concat([body, createHash("sha256").update(body).digest()]), { mode: 0o600 });
  const handle = openSync(unfinished, "r+");
  fsyncSync(handle);
  closeSync(handle);
  renameSync(unfinished, sumsFileOf(file));
  syncToDisk(dirname(file), "folder");
}

interface StoredSums {
  readonly mark: string;
  readonly pageBytes: number;
  readonly sums: Uint32Array;
}

/** Null where there are none, or they are damaged themselves. */
function readSums(file: string): StoredSums | null {
  if (!existsSync(sumsFileOf(file))) return null;
  const bytes = readFileSync(sumsFileOf(file));
  const body = bytes.subarray(0, Math.max(0, bytes.length - hashBytes));
  if (body.length < headBytes || body.toString("latin1", 0, magic.length) !== magic) return null;
  if (!createHash("sha256").update(body).digest().equals(bytes.subarray(body.length))) return null;
  const count = body.readUInt32LE(magic.length + markBytes + 4);
  if (body.length !== headBytes + count * 4) return null;
  const sums = Uint32Array.from({ length: count }, (_, page) => body.readUInt32LE(headBytes + page * 4));
  return { mark: body.toString("hex", magic.length, magic.length + markBytes), pageBytes: body.readUInt32LE(magic.length + markBytes), sums };
}

/** Characters in which a mark may differ that damage has hit; marks of two times differ in 30 of 32. */
const mostDamaged = 4;

/**
 * Whether the sums are those of this file. Damage may have hit the mark itself: then it is missing, no mark, or nearly the one
 * that was written, and the first page tells, which states how long the file is and where its tables begin.
 */
function areOf({ mark, sums }: StoredSums, found: unknown, foundSums: Uint32Array): boolean {
  if (found === mark) return true;
  if (found === markOfCopy || foundSums.length !== sums.length || foundSums[0] !== sums[0]) return false;
  if (typeof found !== "string" || !/^[0-9a-f]{32}$/.test(found)) return true;
  return Array.from(found).filter((letter, at) => letter !== mark[at]).length <= mostDamaged;
}

/**
 * Whether pages of the desk's file are others than those that were written; false where that can't be told, since the app
 * ended before it could sum them up or the file is another. `raw` is the open desk.
 */
export function isOtherThanSummed(file: string, raw: Database): boolean {
  const stored = readSums(file);
  if (stored === null) return false;
  const { pageBytes, sums } = sumPages(file);
  if (!areOf(stored, markOf(raw), sums)) return false;
  const isSame = pageBytes === stored.pageBytes && sums.length === stored.sums.length && sums.every((sum, page) => sum === stored.sums[page]);
  // What was folded meanwhile took the sums away first.
  return !isSame && existsSync(sumsFileOf(file));
}
