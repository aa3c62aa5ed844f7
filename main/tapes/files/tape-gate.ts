import { open } from "node:fs/promises";
import { extname } from "node:path";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { foreignArchive, foreignExtensions, foreignKind } from "./foreign-file.ts";
import { readLimits as limits } from "./read-limits.ts";
import { TapeError } from "./tape-error.ts";

const mebibyte = 1024 * 1024;
const zipMagic = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const oleMagic = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const textExtensions = new Set([".csv", ".txt", ".tsv"]);

/** Whether a file is a list by its name, or a kind of list that its own sentence refuses, such as an .xls. */
export function mayBeTape(path: string): boolean {
  const extension = extname(path).toLowerCase();
  return textExtensions.has(extension) || [".xlsx", ".xls"].includes(extension) || extension in foreignExtensions;
}

export interface GatedFile {
  readonly format: "xlsx" | "csv";
  readonly byteSize: number;
}

/** Refuses a file before anything of it is unpacked. Size and names are taken from the central directory. */
export async function passGate(path: string): Promise<GatedFile> {
  const { byteSize, head, isEncryptedOle } = await readHead(path);
  if (byteSize === 0) throw new TapeError("emptyFile");
  if (byteSize > limits.fileBytes) throw new TapeError("fileTooLarge", { limitMb: limits.fileBytes / mebibyte });
  const extension = extname(path).toLowerCase();
  const isZip = head.subarray(0, 4).equals(zipMagic);
  if (head.subarray(0, 8).equals(oleMagic)) throw new TapeError(isEncryptedOle ? "encryptedWorkbook" : "legacyXls");
  const foreign = (isZip ? null : foreignKind(head)) ?? foreignExtensions[extension] ?? null;
  if (foreign !== null) throw new TapeError(foreign);
  if (textExtensions.has(extension)) {
    if (isZip) throw new TapeError("notText");
    return { format: "csv", byteSize };
  }
  if (extension === ".xls" && !isZip) throw new TapeError("notXlsx");
  if (extension !== ".xlsx") throw new TapeError("unsupportedFile", { extension });
  if (!isZip) throw new TapeError("notXlsx");
  await checkArchive(path);
  return { format: "xlsx", byteSize };
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
export async function withArchive<T>(path: string, use: (archive: ZipFile) => Promise<T>): Promise<T> {
  let archive: ZipFile | null = null;
  try {
    archive = await openPromise(path, { autoClose: false, lazyEntries: true, strictFileNames: true, validateEntrySizes: true });
    return await use(archive);
  } catch (error) {
    if (error instanceof TapeError) throw error;
    throw new TapeError("damagedZip");
  } finally {
    archive?.close();
  }
}

async function checkArchive(path: string): Promise<void> {
  await withArchive(path, async (archive) => {
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
    const foreign = foreignArchive(names);
    if (foreign !== null) throw new TapeError(foreign);
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
