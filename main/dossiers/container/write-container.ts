import { type FileHandle, open } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { directoryEntry, endOfZip, localHead, localHeadBytes, type ZippedPart } from "../../files/zip-heads.ts";

/** A part on its way into a dossier: its bytes, or the file that holds them. */
export interface GivenPart {
  readonly name: string;
  readonly content: Uint8Array | { readonly file: string };
}

const pieceBytes = 1 << 20;

/** The bytes of a part, a piece at a time. */
export async function* contentPieces({ content }: Pick<GivenPart, "content">): AsyncGenerator<Uint8Array> {
  if (content instanceof Uint8Array) {
    yield content;
    return;
  }
  const handle = await open(content.file, "r");
  try {
    for (;;) {
      const piece = Buffer.alloc(pieceBytes);
      const { bytesRead } = await handle.read(piece, 0, pieceBytes);
      if (bytesRead === 0) return;
      yield piece.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

async function writePart(handle: FileHandle, part: GivenPart, at: number): Promise<ZippedPart> {
  const name = Buffer.from(part.name, "utf8");
  const start = at + localHeadBytes + name.length;
  let [crc, size] = [0, 0];
  for await (const piece of contentPieces(part)) {
    await handle.write(piece, 0, piece.length, start + size);
    crc = crc32(piece, crc);
    size += piece.length;
  }
  const stored = { name, at, crc, packed: size, size };
  const head = localHead(stored, "stored");
  await handle.write(head, 0, head.length, at);
  return stored;
}

/** Parts one behind the other in a zip that stores them as they are: every byte of the file is one of content or of the heads. */
export async function writeContainer(file: string, parts: Iterable<GivenPart>): Promise<void> {
  const handle = await open(file, "w", 0o600);
  try {
    const written: ZippedPart[] = [];
    let at = 0;
    for (const part of parts) {
      const stored = await writePart(handle, part, at);
      written.push(stored);
      at += localHeadBytes + stored.name.length + stored.size;
    }
    const directory = Buffer.concat(written.map((one) => directoryEntry(one, "stored")));
    await handle.write(directory, 0, directory.length, at);
    const end = endOfZip(written.length, directory.length, at);
    await handle.write(end, 0, end.length, at + directory.length);
  } finally {
    await handle.close();
  }
}
