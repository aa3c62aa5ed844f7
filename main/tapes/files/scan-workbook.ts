import type { Entry, ZipFile } from "yauzl";
import type { RawMerge } from "./raw-sheet.ts";
import { TapeError } from "./tape-error.ts";
import { withArchive } from "./tape-gate.ts";

/** What the row reader doesn't tell of a sheet: its merged areas and the formulas without a stored result. */
export interface PartScan {
  readonly merges: readonly RawMerge[];
  /** Cell references such as "C7". */
  readonly uncached: ReadonlySet<string>;
}

const maxMerges = 10_000;
const maxUncached = 1_000_000;
/** Longest piece of a cell or merge that may lie across two chunks. */
const carryLimit = 65_536;
// Some writers prefix every element name ("<x:c r=…>").
const cellEnds = ["</c>", ":c>"] as const;
const mergeStart = "mergeCell ";

/**
 * Unpacks every XML part once, with limits, and keeps only what is listed above.
 *
 * This pass also proves the sizes in the central directory (yauzl compares them) and that no part has a DOCTYPE,
 * before a parser sees the file.
 */
export async function scanWorkbook(path: string): Promise<ReadonlyMap<string, PartScan>> {
  return withArchive(path, async (archive) => {
    const scans = new Map<string, PartScan>();
    const entries: Entry[] = [];
    for await (const entry of archive.eachEntry()) entries.push(entry);
    for (const entry of entries) {
      if (!/\.(xml|rels)$/i.test(entry.fileName)) continue;
      const isSheet = /^xl\/worksheets\/[^/]+\.xml$/i.test(entry.fileName);
      scans.set(entry.fileName, await scanPart(archive, entry, isSheet));
    }
    return scans;
  });
}

async function scanPart(archive: ZipFile, entry: Entry, isSheet: boolean): Promise<PartScan> {
  const merges = new Map<string, RawMerge>();
  const uncached = new Set<string>();
  const stream = await archive.openReadStreamPromise(entry);
  let carry = "";
  let isFirst = true;
  for await (const chunk of stream) {
    const bytes = chunk as Buffer; // a byte stream without encoding yields buffers
    if (isFirst && (bytes[0] === 0xfe || bytes[0] === 0xff || bytes[0] === 0)) throw new TapeError("damagedWorkbook");
    isFirst = false;
    const text = carry + bytes.toString("latin1");
    if (/<!DOCTYPE/i.test(text)) throw new TapeError("doctype", { entry: entry.fileName });
    if (isSheet) {
      if (malformedReference.test(text)) throw new TapeError("damagedWorkbook");
      collectMerges(text, merges);
      collectUncached(text, uncached);
    }
    const cut = isSheet ? Math.max(...cellEnds.map((end) => text.lastIndexOf(end) + 1), text.lastIndexOf(mergeStart)) : 0;
    const keep = isSheet ? carryLimit : 16;
    carry = text.slice(Math.max(cut, text.length - keep, 0));
  }
  return { merges: [...merges.values()], uncached };
}

function collectMerges(text: string, merges: Map<string, RawMerge>): void {
  for (const match of text.matchAll(/mergeCell ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g)) {
    if (merges.size >= maxMerges) return;
    const [key, startColumn = "", startRow, endColumn = "", endRow] = match;
    merges.set(key, {
      startRow: Number(startRow) - 1,
      startColumn: columnFromLetters(startColumn),
      endRow: Number(endRow) - 1,
      endColumn: columnFromLetters(endColumn),
    });
  }
}

// The bounded attribute part keeps the expression linear on hostile text.
const formulaWithoutValue =
  /<(?:\w{1,8}:)?c r="([A-Z]{1,3}\d{1,7})"[^>]{0,100}>\s{0,9}<(?:\w{1,8}:)?f(?:\s[^>]{0,300})?(?:\/>|>[^<]*<\/(?:\w{1,8}:)?f>)\s{0,9}(?:<(?:\w{1,8}:)?v\s?\/>|<(?:\w{1,8}:)?v><\/(?:\w{1,8}:)?v>)?\s{0,9}<\/(?:\w{1,8}:)?c>/g;

/** A reference that isn't a letter column and a row, of which the row reader would make some column or other. */
const malformedReference = /<(?:\w{1,8}:)?c\s(?:[^>]{0,100}\s)?r="(?![A-Z]{1,3}[1-9]\d{0,6}")(?:[^"]{0,40}"|[^"]{41})/;

function collectUncached(text: string, uncached: Set<string>): void {
  if (!/<(?:\w{1,8}:)?f[\s/>]/.test(text)) return;
  for (const match of text.matchAll(formulaWithoutValue)) {
    if (uncached.size >= maxUncached) throw new TapeError("damagedWorkbook");
    const isCachedEmptyText = match[0].includes('t="str"') && /<(?:\w{1,8}:)?v/.test(match[0]);
    if (match[1] !== undefined && !isCachedEmptyText) uncached.add(match[1]);
  }
}

export function columnFromLetters(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
