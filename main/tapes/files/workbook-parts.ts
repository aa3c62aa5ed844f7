import { pipeline } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import { type Entry, openPromise } from "yauzl";
import { TapeError } from "./tape-error.ts";
import { withArchive } from "./tape-gate.ts";
import { type XmlHandler, XmlText } from "./xml-text.ts";

/** The parts of a workbook by name; case doesn't count, as in the relations of a package. */
export interface WorkbookParts {
  has(name: string): boolean;
  /** The bytes of a part, unpacked, piece by piece. */
  bytes(name: string): AsyncGenerator<Buffer>;
}

const pieceBytes = 262_144;
const stored = 0;
const deflated = 8;

export async function openParts(path: string): Promise<WorkbookParts> {
  const entries = await withArchive(path, async (archive) => {
    const found = new Map<string, Entry>();
    for await (const entry of archive.eachEntry()) found.set(entry.fileName.toLowerCase(), entry);
    return found;
  });
  return {
    has: (name) => entries.has(name.toLowerCase()),
    bytes: (name) => {
      const entry = entries.get(name.toLowerCase());
      if (entry === undefined) throw new TapeError("damagedWorkbook");
      return unpack(path, entry);
    },
  };
}

/** Unpacks one part; size and checksum must be those of the directory, which the gate has looked at. */
async function* unpack(path: string, entry: Entry): AsyncGenerator<Buffer> {
  if (entry.compressionMethod !== stored && entry.compressionMethod !== deflated) throw new TapeError("damagedZip");
  let size = 0;
  let checksum = 0;
  try {
    for await (const piece of rawPieces(path, entry)) {
      size += piece.length;
      if (size > entry.uncompressedSize) break;
      checksum = crc32(piece, checksum);
      yield piece;
    }
  } catch (error) {
    if (error instanceof TapeError) throw error;
    throw new TapeError("damagedZip");
  }
  if (size !== entry.uncompressedSize || checksum !== entry.crc32) throw new TapeError("damagedZip");
}

async function* rawPieces(path: string, entry: Entry): AsyncGenerator<Buffer> {
  const archive = await openPromise(path, { autoClose: false, lazyEntries: true });
  try {
    const packed = await archive.openReadStreamPromise(entry, { decodeFileData: false });
    const unpacked = entry.compressionMethod === stored ? packed : pipeline(packed, createInflateRaw({ chunkSize: pieceBytes }), () => undefined);
    for await (const piece of unpacked) yield piece as Buffer; // a byte stream without encoding yields buffers
  } finally {
    archive.close();
  }
}

/** Reads the XML of a part to its end and tells after each piece that it has done so. */
export async function* readXml(parts: WorkbookParts, name: string, handler: XmlHandler): AsyncGenerator<void> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const xml = new XmlText(handler);
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
