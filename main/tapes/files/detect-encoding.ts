import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import type { TapeEncoding } from "../../../shared/domain/tape-mapping.ts";
import type { ReadMeter } from "./read-meter.ts";
import { TapeError } from "./tape-error.ts";

/**
 * Byte-order mark, else UTF-8 if every byte fits, else GB18030 if every byte fits, else refused.
 *
 * A few byte pairs are valid in both, so the user sees samples and may choose; a choice that doesn't fit is refused.
 */
export async function detectEncoding(path: string, meter: ReadMeter, chosen?: TapeEncoding): Promise<TapeEncoding> {
  if (chosen !== undefined) {
    if (!(await decodesAs(path, chosen, meter))) throw new TapeError("encodingMismatch", { encoding: chosen });
    return chosen;
  }
  const marked = await readMark(path);
  if (marked !== null) {
    if (!(await decodesAs(path, marked, meter))) throw new TapeError("encodingUnknown");
    return marked;
  }
  if (await decodesAs(path, "utf-8", meter)) return "utf-8";
  meter.expect((await stat(path)).size);
  if (await decodesAs(path, "gb18030", meter)) return "gb18030";
  throw new TapeError("encodingUnknown");
}

async function readMark(path: string): Promise<TapeEncoding | null> {
  const file = await open(path, "r");
  try {
    const head = Buffer.alloc(4);
    await file.read(head, 0, 4, 0);
    if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
    if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
    if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
    if (head[0] === 0x84 && head[1] === 0x31 && head[2] === 0x95 && head[3] === 0x33) return "gb18030";
    return null;
  } finally {
    await file.close();
  }
}

/** A zero character means a binary file: no list has one. */
async function decodesAs(path: string, encoding: TapeEncoding, meter: ReadMeter): Promise<boolean> {
  try {
    for await (const text of decodeFile(path, encoding, meter)) {
      if (text.includes("\u0000")) throw new TapeError("notText");
    }
    return true;
  } catch (error) {
    if (error instanceof TapeError) throw error;
    return false;
  }
}

/** Text of a file, chunk by chunk, without a byte-order mark. Throws on the first byte that doesn't fit. */
export async function* decodeFile(path: string, encoding: TapeEncoding, meter?: ReadMeter): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes = chunk as Uint8Array; // a byte stream without encoding yields buffers
    meter?.pass(bytes.length);
    yield decoder.decode(bytes, { stream: true });
  }
  yield decoder.decode();
}
