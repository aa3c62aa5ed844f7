import { open, readFile } from "node:fs/promises";
import { extname } from "node:path";
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from "yauzl";
import type { TapeFormat } from "../../../shared/domain/tape-mapping.ts";
import { unlockWorkbook } from "../locked/unlock-workbook.ts";
import type { Unlocked } from "../locked/unlocking.ts";
import { foreignArchive, foreignExtensions, foreignKind, isOpenDocument } from "./foreign-file.ts";
import { readLimits as limits } from "./read-limits.ts";
import { TapeError } from "./tape-error.ts";

const mebibyte = 1024 * 1024;
const zipMagic = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const oleMagic = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const textExtensions = new Set([".csv", ".txt", ".tsv"]);

/** Whether a file is a list by its name, or a kind of list that its own sentence refuses, such as an .xlsm. */
export function mayBeTape(path: string): boolean {
  const extension = extname(path).toLowerCase();
  return textExtensions.has(extension) || [".xlsx", ".xls", ".ods"].includes(extension) || extension in foreignExtensions;
}

/** Where a file's bytes are: on the disk, or in memory once a password has opened it. */
export type FileBytes = string | Buffer;

export interface GatedFile {
  readonly format: TapeFormat;
  readonly byteSize: number;
  readonly bytes: FileBytes;
}

/**
 * Refuses a file before anything of it is unpacked. Size and names are taken from the central directory. A workbook that is
 * protected is opened by the first of the passwords that fits.
 */
export async function passGate(path: string, passwords: readonly string[] = []): Promise<GatedFile> {
  const { byteSize, head, isEncryptedOle } = await readHead(path);
  if (byteSize === 0) throw new TapeError("emptyFile");
  if (byteSize > limits.fileBytes) throw new TapeError("fileTooLarge", { limitMb: limits.fileBytes / mebibyte });
  const extension = extname(path).toLowerCase();
  const isZip = head.subarray(0, 4).equals(zipMagic);
  if (head.subarray(0, 8).equals(oleMagic)) {
    const limit = isEncryptedOle ? limits.protectedBytes : limits.oldWorkbookBytes;
    if (byteSize > limit) throw new TapeError("fileTooLarge", { limitMb: limit / mebibyte });
    if (!isEncryptedOle) return { format: "xls", byteSize, bytes: path };
    const bytes = opened(await unlockWorkbook(await readFile(path), passwords), passwords);
    return { format: await checkArchive(bytes), byteSize, bytes };
  }
  const foreign = (isZip ? null : foreignKind(head)) ?? foreignExtensions[extension] ?? null;
  if (foreign !== null) throw new TapeError(foreign);
  if (textExtensions.has(extension)) {
    if (isZip) throw new TapeError("notText");
    return { format: "csv", byteSize, bytes: path };
  }
  const isWorkbook = [".xlsx", ".xls", ".ods"].includes(extension);
  if (!isWorkbook) throw new TapeError("unsupportedFile", { extension });
  if (!isZip) throw new TapeError("notXlsx");
  return { format: await checkArchive(path), byteSize, bytes: path };
}

/** What a password has opened. Throws TapeError where none did. */
export function opened(unlocked: Unlocked, passwords: readonly string[]): Buffer {
  if (unlocked.kind === "open") return unlocked.bytes;
  if (unlocked.kind === "unknownLock") throw new TapeError("unknownLock");
  // Before a password was tried it is asked for, whatever else may be wrong.
  if (passwords.length === 0) throw new TapeError("encryptedWorkbook");
  throw new TapeError(unlocked.kind === "noneFits" ? "wrongPassword" : "damagedWorkbook");
}

async function readHead(path: string) {
  try {
    const file = await open(path, "r");
    try {
      const byteSize = (await file.stat()).size;
      const head = Buffer.alloc(Math.min(byteSize, 1024));
      await file.read(head, 0, head.length, 0);
      const isOle = head.subarray(0, 8).equals(oleMagic);
      return { byteSize, head, isEncryptedOle: isOle && (await holdsEncryptedPackage(file, byteSize)) };
    } finally {
      await file.close();
    }
  } catch {
    throw new TapeError("fileNotReadable");
  }
}

/** A workbook with a password is an OLE container that names this stream. */
async function holdsEncryptedPackage(file: Awaited<ReturnType<typeof open>>, byteSize: number): Promise<boolean> {
  const name = Buffer.from("EncryptedPackage", "utf16le");
  const step = mebibyte;
  const block = Buffer.alloc(step + name.length);
  for (let at = 0; at < Math.min(byteSize, limits.fileBytes); at += step) {
    const { bytesRead } = await file.read(block, 0, block.length, at);
    if (block.subarray(0, bytesRead).includes(name)) return true;
  }
  return false;
}

/** Opens the central directory; a refusal keeps its own code, all else is a damaged archive. */
export async function withArchive<T>(file: FileBytes, use: (archive: ZipFile) => Promise<T>): Promise<T> {
  let archive: ZipFile | null = null;
  try {
    const options = { autoClose: false, lazyEntries: true, strictFileNames: true, validateEntrySizes: true };
    archive = await (typeof file === "string" ? openPromise(file, options) : fromBufferPromise(file, options));
    return await use(archive);
  } catch (error) {
    if (error instanceof TapeError) throw error;
    throw new TapeError("damagedZip");
  } finally {
    archive?.close();
  }
}

/** Which kind of workbook an archive is, by the names of its parts. */
async function checkArchive(file: FileBytes): Promise<"xlsx" | "ods"> {
  return withArchive(file, async (archive) => {
    if (archive.entryCount > limits.entries) throw new TapeError("tooManyEntries", { limit: limits.entries });
    const directoryStart = Number(archive.readEntryCursor); // a number, which the types call a boolean
    const names = new Set<string>();
    const places: PackedPlace[] = [];
    let unpackedBytes = 0;
    for await (const entry of archive.eachEntry()) {
      checkEntry(entry, names);
      places.push(placeOf(entry));
      unpackedBytes += entry.uncompressedSize;
      if (names.size > limits.entries) throw new TapeError("tooManyEntries", { limit: limits.entries });
      if (unpackedBytes > limits.unpackedBytes) throw new TapeError("unpackedTooLarge", { limitMb: limits.unpackedBytes / mebibyte });
    }
    checkPlaces(places, directoryStart);
    if (isOpenDocument(names)) return "ods";
    const foreign = foreignArchive(names);
    if (foreign !== null) throw new TapeError(foreign);
    return "xlsx";
  });
}

/** Where a part stands in the file with its own header. */
interface PackedPlace {
  readonly entry: string;
  readonly start: number;
  readonly end: number;
}

const localHeaderBytes = 30;

function placeOf(entry: Entry): PackedPlace {
  const start = entry.relativeOffsetOfLocalHeader;
  return { entry: entry.fileName, start, end: start + localHeaderBytes + entry.fileNameLength + entry.compressedSize };
}

/** Parts stand one behind the other before the directory; where they share bytes, a small file unpacks to any size. */
function checkPlaces(places: PackedPlace[], directoryStart: number): void {
  places.sort((a, b) => a.start - b.start);
  places.forEach(({ entry, end }, at) => {
    const next = places[at + 1]?.start ?? directoryStart;
    if (end > next) throw new TapeError("overlappingParts", { entry });
  });
}

function checkEntry(entry: Entry, names: Set<string>): void {
  const name = entry.fileName;
  if (!isSafeName(name)) throw new TapeError("unsafeEntryName");
  const key = name.toLowerCase();
  if (names.has(key)) throw new TapeError("duplicateEntryName", { entry: name });
  names.add(key);
  if (entry.isEncrypted()) throw new TapeError("encryptedEntry", { entry: name });
  if (key.startsWith("xl/externallinks/")) throw new TapeError("externalLinks");
  if (entry.uncompressedSize > limits.entryBytes) {
    throw new TapeError("unpackedTooLarge", { limitMb: limits.entryBytes / mebibyte });
  }
  const packed = Math.max(1, entry.compressedSize);
  if (entry.uncompressedSize > limits.ratioFromBytes && entry.uncompressedSize / packed > limits.ratio) {
    throw new TapeError("compressionRatio", { entry: name, limit: limits.ratio });
  }
}

function isSafeName(name: string): boolean {
  const holdsControl = Array.from(name).some((character) => character < " ");
  if (name === "" || name.length > 255 || holdsControl || /[\\:]/.test(name) || name.startsWith("/")) return false;
  return !name.split("/").some((part) => part === ".." || part === "__proto__");
}
