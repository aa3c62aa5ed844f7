import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";

/** The parts of a workbook by their names, unpacked by hand: nothing is shared with the writer. */
export function partsOf(file: string): ReadonlyMap<string, string> {
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const parts = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [packed, nameLength, extraLength, commentLength, start] = [
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
      bytes.readUInt32LE(at + 42),
    ];
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    const data = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    parts.set(name, inflateRawSync(bytes.subarray(data, data + packed)).toString("utf8"));
    at += 46 + nameLength + extraLength + commentLength;
  }
  return parts;
}

/** A cell of a sheet's part. */
export interface PartCell {
  readonly address: string;
  readonly attributes: string;
  /** What stands in it. */
  readonly inner: string;
  readonly value: string | null;
  readonly isFormula: boolean;
}

/** The cells of a sheet's part, in their order. */
export function* cellsOf(part: string): Generator<PartCell> {
  for (const [, address = "", attributes = "", inner = ""] of part.matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const value = /<v>([^<]*)<\/v>/.exec(inner)?.[1] ?? null;
    yield { address, attributes, inner, value, isFormula: /<f[ >/]/.test(inner) };
  }
}

/** Says where a part's elements don't close as they open; null where all do. */
export function illFormed(part: string): string | null {
  const open: string[] = [];
  for (const [tag, close, name = "", self] of part.matchAll(/<(\/?)([A-Za-z:]+)(?:\s+[\w:]+="[^"<]*")*\s*(\/?)>|<(?!\?)[^>]*>?/g)) {
    if (name === "") return tag;
    if (close === "/") {
      if (open.pop() !== name) return tag;
    } else if (self !== "/") open.push(name);
  }
  return open.length === 0 ? null : open.join(" ");
}
