import { once } from "node:events";
import { type FileHandle, open } from "node:fs/promises";
import { crc32, createDeflateRaw } from "node:zlib";

/** A part of a workbook: its name, and its text piece by piece. */
export interface ZipPart {
  readonly name: string;
  readonly pieces: Iterable<string>;
}

interface WrittenPart {
  readonly name: Buffer;
  readonly at: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/** Fast rather than small: a twin is mostly digits. */
const level = 1;
/** 1980-01-01, so that the same twin is the same file. */
const day = 0x21;
const utf8Names = 0x0800;
const deflated = 8;

/** Parts packed into one file, one after the other, without holding any of them whole. */
export async function writeZip(file: string, parts: Iterable<ZipPart>): Promise<void> {
  const handle = await open(file, "w", 0o600);
  try {
    const written: WrittenPart[] = [];
    let at = 0;
    for (const part of parts) {
      const one = await writePart(handle, part, at);
      written.push(one);
      at += 30 + one.name.length + one.packed;
    }
    const directory = Buffer.concat(written.map(directoryEntry));
    await handle.write(directory, 0, directory.length, at);
    const end = endOf(written.length, directory.length, at);
    await handle.write(end, 0, end.length, at + directory.length);
  } finally {
    await handle.close();
  }
}

async function writePart(handle: FileHandle, { name, pieces }: ZipPart, at: number): Promise<WrittenPart> {
  const bytes = Buffer.from(name, "utf8");
  const packer = createDeflateRaw({ level });
  let [crc, size, packed] = [0, 0, 0];
  const reading = (async () => {
    for await (const chunk of packer as AsyncIterable<Buffer>) {
      await handle.write(chunk, 0, chunk.length, at + 30 + bytes.length + packed);
      packed += chunk.length;
    }
  })();
  try {
    for (const piece of pieces) {
      const chunk = Buffer.from(piece, "utf8");
      crc = crc32(chunk, crc);
      size += chunk.length;
      if (!packer.write(chunk)) await Promise.race([once(packer, "drain"), reading]);
    }
  } catch (cause) {
    // Whoever leaves in the middle leaves nothing open behind.
    packer.destroy();
    await reading.catch(() => undefined);
    throw cause;
  }
  packer.end();
  await reading;
  const part = { name: bytes, at, crc, packed, size };
  const head = Buffer.concat([localHead(part), bytes]);
  await handle.write(head, 0, head.length, at);
  return part;
}

function localHead({ name, crc, packed, size }: WrittenPart): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(utf8Names, 6);
  head.writeUInt16LE(deflated, 8);
  head.writeUInt16LE(day, 12);
  head.writeUInt32LE(crc, 14);
  head.writeUInt32LE(packed, 18);
  head.writeUInt32LE(size, 22);
  head.writeUInt16LE(name.length, 26);
  return head;
}

function directoryEntry({ name, at, crc, packed, size }: WrittenPart): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(20, 4);
  entry.writeUInt16LE(20, 6);
  entry.writeUInt16LE(utf8Names, 8);
  entry.writeUInt16LE(deflated, 10);
  entry.writeUInt16LE(day, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(packed, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(at, 42);
  return Buffer.concat([entry, name]);
}

function endOf(count: number, size: number, at: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return end;
}
