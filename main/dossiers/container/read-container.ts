import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { DeskError } from "../../../shared/result.ts";
import { directoryEntry, directoryEntryBytes, endBytes, localHead, localHeadBytes, type ZippedPart } from "../../files/zip-heads.ts";

/** A part where it stands in the file. */
interface FoundPart {
  readonly name: string;
  readonly start: number;
  readonly size: number;
  readonly crc: number;
}

export interface OpenContainer {
  readonly bytes: number;
  /** In their order. */
  readonly parts: readonly FoundPart[];
  /** Reads a part; refused as damaged where it isn't what its head says. */
  read(part: FoundPart, mostBytes: number): Promise<Buffer>;
  /** SHA-256 of a part, read piece by piece. */
  hash(part: FoundPart): Promise<string>;
}

const mostFileBytes = 1024 ** 3;
const mostParts = 1000;
const mostNameBytes = 120;
const pieceBytes = 1 << 20;
const localMagic = 0x04034b50;
const endMagic = 0x06054b50;
const safeName = /^[a-z0-9][a-z0-9.-]*(?:\/[a-z0-9][a-z0-9.-]*)*$/;

const damaged = (part: string) => new DeskError("dossier.damaged", { part });
/** What isn't the content of any part. */
const containerName = "zip";

async function bytesAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await handle.read(bytes, 0, length, at);
  return bytes.subarray(0, bytesRead);
}

interface Directory {
  readonly at: number;
  readonly count: number;
  readonly bytes: Buffer;
}

/** The list of parts at the end; whatever stands behind or between is no dossier of ours. */
async function readDirectory(handle: FileHandle, fileBytes: number): Promise<Directory> {
  const end = await bytesAt(handle, Math.max(0, fileBytes - endBytes), endBytes);
  if (end.length < endBytes || end.readUInt32LE(0) !== endMagic) throw damaged(containerName);
  const [count, size, at] = [end.readUInt16LE(10), end.readUInt32LE(12), end.readUInt32LE(16)];
  const isPlain = end.readUInt32LE(4) === 0 && end.readUInt16LE(8) === count && end.readUInt16LE(20) === 0;
  if (!isPlain || at + size + endBytes !== fileBytes) throw damaged(containerName);
  if (count > mostParts) throw new DeskError("dossier.tooManyParts", { limit: mostParts });
  if (size > mostParts * (directoryEntryBytes + mostNameBytes)) throw new DeskError("dossier.tooManyParts", { limit: mostParts });
  return { at, count, bytes: await bytesAt(handle, at, size) };
}

interface FoundHead extends ZippedPart {
  /** 0: stored as it is. */
  readonly method: number;
}

/** What a part's own head says; null where no part begins there. */
async function readHead(handle: FileHandle, at: number): Promise<FoundHead | null> {
  const head = await bytesAt(handle, at, localHeadBytes + mostNameBytes);
  if (head.length < localHeadBytes || head.readUInt32LE(0) !== localMagic) return null;
  const nameLength = head.readUInt16LE(26);
  if (nameLength > mostNameBytes) return null;
  const name = head.subarray(localHeadBytes, localHeadBytes + nameLength);
  const size = head.readUInt32LE(22);
  return { at, crc: head.readUInt32LE(14), packed: size, size, name, method: head.readUInt16LE(8) };
}

/** What the directory calls the part at a place. */
function nameInDirectory({ bytes }: Pick<Directory, "bytes">, at: number): string {
  if (bytes.length < at + directoryEntryBytes) return containerName;
  const name = bytes.toString("utf8", at + directoryEntryBytes, at + directoryEntryBytes + bytes.readUInt16LE(at + 28));
  return safeName.test(name) && name.length <= mostNameBytes ? name : containerName;
}

/** By what a dossier's parts go: the first lists the others in their order. */
export const manifestName = "manifest.json";
const mostManifestBytes = 1024 ** 2;

/** The name that the manifest has for the part at a place in the order; null where it says none. */
async function listedName(handle: FileHandle, first: FoundPart | undefined, index: number): Promise<string | null> {
  if (index === 0) return manifestName;
  if (first === undefined || first.size > mostManifestBytes) return null;
  try {
    const { parts } = JSON.parse((await bytesAt(handle, first.start, first.size)).toString("utf8")) as { parts: { name: unknown }[] };
    const name = parts[index - 1]?.name;
    return typeof name === "string" && safeName.test(name) ? name : null;
  } catch {
    return null;
  }
}

/** A zip of another program packs its parts; a dossier never does. */
const isPacked = ({ bytes }: Directory, entryAt: number, head: FoundHead | null) =>
  head !== null && head.method !== 0 && bytes.length >= entryAt + directoryEntryBytes && bytes.readUInt16LE(entryAt + 10) === head.method;

async function partsIn(handle: FileHandle, directory: Directory): Promise<FoundPart[]> {
  const parts: FoundPart[] = [];
  const names = new Set<string>();
  let [at, entryAt] = [0, 0];
  for (let index = 0; index < directory.count; index += 1) {
    const head = await readHead(handle, at);
    const expected = head === null ? null : directoryEntry(head, "stored");
    const isAgreed = expected?.equals(directory.bytes.subarray(entryAt, entryAt + expected.length)) === true;
    const whole = head === null ? null : localHead(head, "stored");
    const isPlain = whole !== null && (await bytesAt(handle, at, whole.length)).equals(whole);
    if (!isAgreed || !isPlain || head === null || expected === null || whole === null) {
      if (isPacked(directory, entryAt, head)) throw new DeskError("dossier.packed");
      throw damaged((await listedName(handle, parts[0], index)) ?? nameInDirectory(directory, entryAt));
    }
    const name = head.name.toString("utf8");
    if (!safeName.test(name)) throw new DeskError("dossier.unsafeName");
    if (names.has(name)) throw new DeskError("dossier.duplicatePart", { part: name });
    names.add(name);
    parts.push({ name, start: at + whole.length, size: head.size, crc: head.crc });
    at += whole.length + head.size;
    entryAt += expected.length;
    if (at > directory.at) throw damaged(name);
  }
  if (at !== directory.at || entryAt !== directory.bytes.length) throw damaged(containerName);
  return parts;
}

async function* pieces(handle: FileHandle, { start, size }: FoundPart): AsyncGenerator<Buffer> {
  for (let read = 0; read < size; ) {
    const piece = await bytesAt(handle, start + read, Math.min(pieceBytes, size - read));
    if (piece.length === 0) return;
    read += piece.length;
    yield piece;
  }
}

/**
 * Opens a dossier's container and leaves it when `use` is done. Every byte that isn't content is held against what we would have
 * written there, so that none can be another one unnoticed; names and sizes are checked before anything is read.
 */
export async function withContainer<T>(file: string, use: (container: OpenContainer) => Promise<T>): Promise<T> {
  let handle: FileHandle;
  try {
    handle = await open(file, "r");
  } catch (cause) {
    throw new DeskError("file.notFound", {}, { cause });
  }
  try {
    const bytes = (await handle.stat()).size;
    const isZip = (await bytesAt(handle, 0, 4)).equals(Buffer.from([0x50, 0x4b, 3, 4]));
    // The first byte may be the one that was changed.
    const isEnded = (await bytesAt(handle, Math.max(0, bytes - endBytes), 4)).equals(Buffer.from([0x50, 0x4b, 5, 6]));
    if (!isZip && !isEnded) throw new DeskError("dossier.notDossier");
    if (bytes > mostFileBytes) throw new DeskError("dossier.tooLarge", { limitMb: mostFileBytes / 1024 ** 2 });
    const parts = await partsIn(handle, await readDirectory(handle, bytes));
    return await use({
      bytes,
      parts,
      read: async (part, mostBytes) => {
        if (part.size > mostBytes) throw new DeskError("dossier.partTooLarge", { part: part.name, limitMb: mostBytes / 1024 ** 2 });
        const content = await bytesAt(handle, part.start, part.size);
        if (content.length !== part.size || crc32(content) !== part.crc) throw damaged(part.name);
        return content;
      },
      hash: async (part) => {
        const sum = createHash("sha256");
        for await (const piece of pieces(handle, part)) sum.update(piece);
        return sum.digest("hex");
      },
    });
  } finally {
    await handle.close();
  }
}
