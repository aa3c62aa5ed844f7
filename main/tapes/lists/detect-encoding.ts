import type { Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { TapeEncoding } from "../../../shared/domain/tape-mapping.ts";
import type { ReadMeter } from "../files/read-meter.ts";
import { TapeError } from "../files/tape-error.ts";

/** How the bytes of a text list are read, and what it means where one of them doesn't fit. */
export interface TextReading {
  readonly encoding: TapeEncoding;
  readonly misfit: () => Error;
}

/** A list that looked like UTF-8 as far as it was looked at isn't: it is to be read again as GB18030. */
export class NotUtf8 extends Error {}

/** Bytes at the start of a file by which its encoding is told. */
const headBytes = 1 << 20;

const unknown = () => new TapeError("encodingUnknown");
const gb18030: TextReading = { encoding: "gb18030", misfit: unknown };

/** What is known of a list's encoding before its bytes are looked at. */
export interface KnownEncoding {
  readonly encoding?: TapeEncoding | undefined;
  /** A reading as UTF-8 came upon a byte that doesn't fit. */
  readonly isNotUtf8?: true;
}

/**
 * Byte-order mark, else UTF-8 if every byte fits, else GB18030 if every byte fits, else refused. The rows' own reading looks
 * at every byte, so a file is read once: only one that looks like UTF-8 for its first megabyte and isn't is read again.
 *
 * A few byte pairs are valid in both, so the user sees samples and may choose; a choice that doesn't fit is refused.
 */
export async function detectEncoding(path: string, { encoding, isNotUtf8 }: KnownEncoding): Promise<TextReading> {
  if (encoding !== undefined) return { encoding, misfit: () => new TapeError("encodingMismatch", { encoding }) };
  if (isNotUtf8) return gb18030;
  const head = await readHead(path);
  const marked = markOf(head.bytes);
  if (marked !== null) return { encoding: marked, misfit: unknown };
  return isUtf8(head.bytes, head.isWhole) ? { encoding: "utf-8", misfit: () => new NotUtf8() } : gb18030;
}

async function readHead(path: string): Promise<{ readonly bytes: Uint8Array; readonly isWhole: boolean }> {
  const file = await open(path, "r");
  try {
    const head = Buffer.alloc(headBytes);
    let length = 0;
    for (;;) {
      const { bytesRead } = await file.read(head, length, headBytes - length, length);
      length += bytesRead;
      if (bytesRead === 0 || length === headBytes) return { bytes: head.subarray(0, length), isWhole: length < headBytes };
    }
  } finally {
    await file.close();
  }
}

function markOf(head: Uint8Array): TapeEncoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  if (head[0] === 0x84 && head[1] === 0x31 && head[2] === 0x95 && head[3] === 0x33) return "gb18030";
  return null;
}

function isUtf8(head: Uint8Array, isWhole: boolean): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: !isWhole });
    return true;
  } catch {
    return false;
  }
}

/** So much is read between two looks at whether the user has cancelled. */
const pieceBytes = 1 << 18;

/** Who looks at the bytes of a file as they pass. */
interface ByteWatch {
  readonly meter?: ReadMeter;
  readonly hash?: Hash;
}

/** Bytes of a file, piece by piece. */
export async function* piecesOf(path: string, { meter, hash }: ByteWatch = {}): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(path, { highWaterMark: pieceBytes })) {
    const bytes = chunk as Buffer; // a byte stream without encoding yields buffers
    meter?.pass(bytes.length);
    hash?.update(bytes);
    yield bytes;
  }
}

/** Text of the pieces of a file, without a byte-order mark; the end of the file comes as no piece. Throws at the first byte that doesn't fit. */
export function pieceDecoder({ encoding, misfit }: TextReading): (bytes?: Uint8Array) => string {
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (bytes) => {
    try {
      return textOnly(bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true }));
    } catch (error) {
      throw error instanceof TapeError ? error : misfit();
    }
  };
}

/** A zero character means a binary file: no list has one. */
function textOnly(text: string): string {
  if (text.includes("\u0000")) throw new TapeError("notText");
  return text;
}
