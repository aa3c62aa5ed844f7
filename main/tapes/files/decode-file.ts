import type { Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { TextReading } from "./detect-encoding.ts";
import type { ReadMeter } from "./read-meter.ts";
import { TapeError } from "./tape-error.ts";

/** So much is read between two looks at whether the user has cancelled. */
const pieceBytes = 1 << 18;

/** Who looks at the bytes of a file as they pass. */
interface ByteWatch {
  readonly meter?: ReadMeter;
  readonly hash?: Hash;
}

/** Text of a file, chunk by chunk, without a byte-order mark. Throws at the first byte that doesn't fit. */
export async function* decodeFile(path: string, { encoding, misfit }: TextReading, { meter, hash }: ByteWatch = {}): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      throw misfit();
    }
  };
  for await (const chunk of createReadStream(path, { highWaterMark: pieceBytes })) {
    const bytes = chunk as Uint8Array; // a byte stream without encoding yields buffers
    meter?.pass(bytes.length);
    hash?.update(bytes);
    yield textOnly(decode(bytes));
  }
  yield decode();
}

/** A zero character means a binary file: no list has one. */
function textOnly(text: string): string {
  if (text.includes("\u0000")) throw new TapeError("notText");
  return text;
}
