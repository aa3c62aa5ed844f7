import { open } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import type { Entry } from "yauzl";
import type { ReadMeter } from "./read-meter.ts";
import { TapeError } from "./tape-error.ts";
import { type FileBytes, withArchive } from "./tape-gate.ts";
import { type XmlHandler, XmlText } from "./xml-text.ts";

/** The parts of a workbook by name; case doesn't count, as in the relations of a package. */
export interface WorkbookParts {
  has(name: string): boolean;
  /** Bytes of a part, unpacked, as the directory states them. */
  size(name: string): number;
  /** The bytes of a part, unpacked, piece by piece. */
  bytes(name: string): AsyncGenerator<Buffer>;
}

const pieceBytes = 262_144;
const leastPieceBytes = 4096;
const localHeaderBytes = 30;
const localHeaderSign = 0x0403_4b50;
const stored = 0;
const deflated = 8;

export async function openParts(file: FileBytes, meter: ReadMeter): Promise<WorkbookParts> {
  const entries = await withArchive(file, async (archive) => {
    const found = new Map<string, Entry>();
    for await (const entry of archive.eachEntry()) found.set(entry.fileName.toLowerCase(), entry);
    return found;
  });
  return {
    has: (name) => entries.has(name.toLowerCase()),
    size: (name) => entries.get(name.toLowerCase())?.uncompressedSize ?? 0,
    bytes: (name) => {
      const entry = entries.get(name.toLowerCase());
      if (entry === undefined) throw new TapeError("damagedWorkbook");
      return unpack(file, entry, meter);
    },
  };
}

/** Unpacks one part; size and checksum must be those of the directory, which the gate has looked at. */
async function* unpack(file: FileBytes, entry: Entry, meter: ReadMeter): AsyncGenerator<Buffer> {
  if (entry.compressionMethod !== stored && entry.compressionMethod !== deflated) throw new TapeError("damagedZip");
  let size = 0;
  let checksum = 0;
  try {
    for await (const piece of rawPieces(file, entry)) {
      size += piece.length;
      if (size > entry.uncompressedSize) break;
      checksum = crc32(piece, checksum);
      meter.pass(piece.length);
      yield piece;
    }
  } catch (error) {
    if (error instanceof TapeError) throw error;
    throw new TapeError("damagedZip");
  }
  if (size !== entry.uncompressedSize || checksum !== entry.crc32) throw new TapeError("damagedZip");
}

/** A stretch of a file's bytes, as a stream. */
interface ByteReader {
  readonly header: (at: number) => Promise<Buffer>;
  readonly stream: (start: number, length: number) => Readable;
  readonly close: () => Promise<void>;
}

async function readerOf(file: FileBytes): Promise<ByteReader> {
  if (typeof file !== "string") {
    return {
      header: async (at) => file.subarray(at, at + localHeaderBytes),
      stream: (start, length) => Readable.from(piecesOf(file.subarray(start, start + length)), { objectMode: false }),
      close: async () => undefined,
    };
  }
  const handle = await open(file, "r");
  return {
    header: async (at) => {
      const header = Buffer.alloc(localHeaderBytes);
      const { bytesRead } = await handle.read(header, 0, localHeaderBytes, at);
      return header.subarray(0, bytesRead);
    },
    stream: (start, length) => handle.createReadStream({ start, end: start + length - 1, highWaterMark: pieceBytes, autoClose: false }),
    close: () => handle.close(),
  };
}

function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let from = 0; from < bytes.length; from += pieceBytes) yield bytes.subarray(from, from + pieceBytes);
}

async function* rawPieces(file: FileBytes, entry: Entry): AsyncGenerator<Buffer> {
  const reader = await readerOf(file);
  try {
    const start = await dataStart(reader, entry);
    if (entry.compressedSize === 0) return;
    const packed = reader.stream(start, entry.compressedSize);
    const chunkSize = Math.max(leastPieceBytes, Math.min(pieceBytes, entry.uncompressedSize));
    const unpacked = entry.compressionMethod === stored ? packed : pipeline(packed, createInflateRaw({ chunkSize }), () => undefined);
    for await (const piece of unpacked) yield piece as Buffer; // a byte stream without encoding yields buffers
  } finally {
    await reader.close();
  }
}

/** Where the packed bytes of a part begin, behind the header that stands before them. */
async function dataStart(reader: ByteReader, entry: Entry): Promise<number> {
  const header = await reader.header(entry.relativeOffsetOfLocalHeader);
  if (header.length < localHeaderBytes || header.readUInt32LE(0) !== localHeaderSign) throw new TapeError("damagedZip");
  return entry.relativeOffsetOfLocalHeader + localHeaderBytes + header.readUInt16LE(26) + header.readUInt16LE(28);
}

/** Reads the XML of a part to its end and tells after each piece that it has done so. */
export async function* readXml(parts: WorkbookParts, name: string, handler: XmlHandler): AsyncGenerator<void> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const xml = new XmlText(handler, name);
  for await (const piece of parts.bytes(name)) {
    xml.push(decode(decoder, piece));
    yield;
  }
  xml.push(decode(decoder));
  xml.end();
  yield;
}

/** Reads a part that is small or of which little is kept. */
export async function readWhole(parts: WorkbookParts, name: string, handler: XmlHandler): Promise<void> {
  for await (const _ of readXml(parts, name, handler));
}

function decode(decoder: InstanceType<typeof TextDecoder>, piece?: Buffer): string {
  try {
    return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch {
    throw new TapeError("damagedWorkbook");
  }
}
