import { once } from "node:events";
import { type FileHandle, open } from "node:fs/promises";
import { crc32, createDeflateRaw } from "node:zlib";
import { directoryEntry, endOfZip, localHead, localHeadBytes, type ZippedPart } from "../../files/zip-heads.ts";

/** A part of a workbook: its name, and its text piece by piece. */
export interface ZipPart {
  readonly name: string;
  readonly pieces: Iterable<string>;
}

/** Fast rather than small: a twin is mostly digits. */
const level = 1;

/** Parts packed into one file, one after the other, without holding any of them whole. */
export async function writeZip(file: string, parts: Iterable<ZipPart>): Promise<void> {
  const handle = await open(file, "w", 0o600);
  try {
    const written: ZippedPart[] = [];
    let at = 0;
    for (const part of parts) {
      const one = await writePart(handle, part, at);
      written.push(one);
      at += localHeadBytes + one.name.length + one.packed;
    }
    const directory = Buffer.concat(written.map((one) => directoryEntry(one, "deflated")));
    await handle.write(directory, 0, directory.length, at);
    const end = endOfZip(written.length, directory.length, at);
    await handle.write(end, 0, end.length, at + directory.length);
  } finally {
    await handle.close();
  }
}

async function writePart(handle: FileHandle, { name, pieces }: ZipPart, at: number): Promise<ZippedPart> {
  const bytes = Buffer.from(name, "utf8");
  const packer = createDeflateRaw({ level });
  let [crc, size, packed] = [0, 0, 0];
  const reading = (async () => {
    for await (const chunk of packer as AsyncIterable<Buffer>) {
      await handle.write(chunk, 0, chunk.length, at + localHeadBytes + bytes.length + packed);
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
  const head = localHead(part, "deflated");
  await handle.write(head, 0, head.length, at);
  return part;
}
