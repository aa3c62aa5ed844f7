import { inflateRawSync } from "node:zlib";
import { type ZipPart, zipOf } from "../../unit/tapes/hostile-files.ts";

/** Numbers from 0 to 1, the same for the same seed. */
export type Chance = () => number;

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const below = (chance: Chance, limit: number) => Math.floor(chance() * limit);
const oneOf = <T>(chance: Chance, list: readonly T[]): T | undefined => list[below(chance, list.length)];

/** The parts of an archive that is whole, as its directory names them. */
function partsOf(archive: Buffer): ZipPart[] {
  const end = archive.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  const parts: ZipPart[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset)) as [number, number, number]; // three offsets
    const name = archive.toString("utf8", at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(start, start + archive.readUInt32LE(at + 20));
    parts.push({ name, content: archive.readUInt16LE(at + 10) === 0 ? Buffer.from(packed) : inflateRawSync(packed) });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return parts;
}

/** What stands in the files that are read, so that a change often hits something that means something. */
const xmlPieces = [
  ...Array.from("<>&\"'=/ 019.-,"),
  '<c r="A1"><v>1</v></c>',
  '<row r="2"/>',
  "</row>",
  "</c>",
  "<v>",
  "</v>",
  '<row r="4"><c r="C4"><v>1</v></c></row>',
  ' t="s"',
  ' t="str"',
  ' s="1"',
  ' hidden="1"',
  "<!-- -->",
  "<![CDATA[7]]>",
  "&#48;",
  "&amp;",
  "_x0031_",
  "<f>1+1</f>",
  '<mergeCell ref="A4:A9"/>',
  "合计",
  "万元",
  "\u0000",
  "\ufeff",
  "e9",
  "%",
];
const textPieces = [
  ...Array.from(",;\t|\"'\n\r=019.-% "),
  "\r\n",
  '""',
  '",',
  ',"',
  "合计",
  "万元",
  "美元",
  "\u0000",
  "\ufeff",
  "\u200b",
  "１",
  "，",
  "(",
  ")",
  "e9",
  "#N/A",
  "sep=;\n",
];

/** One to three changes of a text: a piece put in, taken out, doubled, moved or replaced. */
function mutateText(text: string, chance: Chance, pieces: readonly string[]): string {
  let changed = text;
  for (let left = 1 + below(chance, 3); left > 0; left -= 1) {
    const at = below(chance, changed.length + 1);
    const length = chance() < 0.7 ? 1 + below(chance, 8) : below(chance, 200);
    const cut = changed.slice(at, at + length);
    const piece = oneOf(chance, pieces) ?? "";
    const put = [piece, "", cut + cut, piece + cut.slice(1), cut.split("").reverse().join("")][below(chance, 5)] ?? "";
    changed = changed.slice(0, at) + put + changed.slice(put === piece ? at : at + length);
  }
  return changed;
}

/** One to four whole elements or attributes dropped, doubled or moved, or a sign of a value changed: XML that stays whole. */
function mutateElements(xml: string, chance: Chance): string {
  let changed = xml;
  for (let left = 1 + below(chance, 4); left > 0; left -= 1) {
    const pattern = oneOf(chance, [
      /<row\b.*?<\/row>/gs,
      /<c\b[^>]*?(?:\/>|>.*?<\/c>)/gs,
      /<si>.*?<\/si>/gs,
      / [\w:]+="[^"]*"/g,
      /(?<=<v>)[^<]+/g,
      /(?<=<t[^>]*>)[^<]+/g,
      /(?<==")[^"]+/g,
      /<table:table-row\b.*?<\/table:table-row>/gs,
      /<table:table-cell\b[^>]*?(?:\/>|>.*?<\/table:table-cell>)/gs,
      /(?<=<text:p>)[^<]+/g,
    ]);
    const found = pattern === undefined ? undefined : oneOf(chance, [...changed.matchAll(pattern)]);
    if (found === undefined) continue;
    const [element] = found;
    const sign = below(chance, element.length);
    const edited = element.slice(0, sign) + (oneOf(chance, Array.from("0123456789ABCdts-., 万元")) ?? "") + element.slice(sign + below(chance, 2));
    const put = ["", element + element, edited, edited][below(chance, 4)] ?? "";
    changed = changed.slice(0, found.index) + put + changed.slice(found.index + element.length);
  }
  return changed;
}

/** One to eight bytes changed, or a stretch cut out, blanked or doubled, or the end cut off. */
function mutateBytes(bytes: Buffer, chance: Chance): Buffer {
  const at = below(chance, bytes.length);
  const length = 1 + below(chance, Math.min(512, bytes.length - at));
  const kind = below(chance, 5);
  if (kind === 0) return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
  if (kind === 1) return Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
  if (kind === 2) return Buffer.from(bytes.subarray(0, at));
  const changed = Buffer.from(bytes);
  if (kind === 3) changed.fill(0, at, at + length);
  else for (let left = 1 + below(chance, 8); left > 0; left -= 1) changed[below(chance, bytes.length)] = below(chance, 256);
  return changed;
}

/** A workbook with a part changed, dropped, doubled or swapped with another, packed again as it should be. */
function mutateParts(archive: Buffer, chance: Chance): Buffer {
  const parts = partsOf(archive);
  const at = below(chance, parts.length);
  const part = parts[at];
  if (part === undefined) return archive;
  const kind = chance();
  if (kind < 0.04) return zipOf(parts.filter((_, index) => index !== at));
  if (kind < 0.08) return zipOf([...parts, { ...part, name: part.name.replace(/(\d*)\.xml$/, "9.xml") }]);
  if (kind < 0.12) {
    const other = below(chance, parts.length);
    return zipOf(parts.map((one, index) => ({ ...one, content: (index === at ? parts[other] : index === other ? part : one)?.content ?? "" })));
  }
  const text = part.content.toString("utf8");
  const content = chance() < 0.3 ? mutateText(text, chance, xmlPieces) : mutateElements(text, chance);
  return zipOf(parts.map((one, index) => (index === at ? { ...one, content } : one)));
}

/** A file that is the given one but for a few changes; `extension` is its own. */
export function mutateFile(bytes: Buffer, extension: string, chance: Chance): Buffer {
  if (extension === ".xls" || chance() < 0.15) return mutateBytes(bytes, chance);
  if (extension !== ".csv" && extension !== ".txt") return mutateParts(bytes, chance);
  return Buffer.from(
    mutateText(
      bytes.toString("latin1"),
      chance,
      textPieces.map((piece) => Buffer.from(piece, "utf8").toString("latin1")),
    ),
    "latin1",
  );
}
