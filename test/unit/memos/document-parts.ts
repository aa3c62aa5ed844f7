import { inflateRawSync } from "node:zlib";

/** Parts of a Word document by their names, unpacked by hand: nothing is shared with the writer. */
export function documentParts(bytes: Buffer): ReadonlyMap<string, Buffer> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const parts = new Map<string, Buffer>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [method, packed, start] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
    const [nameLength, extraLength, commentLength] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    const data = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const held = bytes.subarray(data, data + packed);
    parts.set(name, method === 0 ? held : inflateRawSync(held));
    at += 46 + nameLength + extraLength + commentLength;
  }
  return parts;
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const unescaped = (text: string) =>
  text.replaceAll(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (_, hex?: string, code?: string, name?: string) =>
    name === undefined ? String.fromCodePoint(hex === undefined ? Number(code) : Number.parseInt(hex, 16)) : (entities[name] ?? "?"),
  );

/** The text of a part, a line for each paragraph. */
export const documentLines = (part: string): string[] =>
  part
    .split("</w:p>")
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(br|tab)\/>/g)]
        .map(([, text, sign]) => (sign === undefined ? unescaped(text ?? "") : sign === "br" ? "\n" : "\t"))
        .join(""),
    );
