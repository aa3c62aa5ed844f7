import type { RawMerge, SheetLayout } from "./raw-sheet.ts";
import { readLimits } from "./read-limits.ts";
import { isTrue } from "./sheet-rows.ts";
import { TapeError } from "./tape-error.ts";
import type { WorkbookParts } from "./workbook-parts.ts";
import { attributesOf } from "./xml-text.ts";

const mostColumns = 16_384;
/** Columns stand before the rows, in the first piece. */
const headCharacters = 262_144;
/** The tag of a merged area is shorter; what is longer is none and isn't gathered. */
const longestMergeTag = 1024;

/**
 * Merged areas and hidden columns of a sheet, which rows can't be understood without: the areas stand behind the rows.
 * Looks for their tags only, so that a long sheet costs little more than its unpacking.
 */
export async function readSheetLayout(parts: WorkbookParts, name: string): Promise<SheetLayout> {
  const merges: RawMerge[] = [];
  let hiddenColumns: ReadonlySet<number> | null = null;
  let rest = Buffer.alloc(0);
  let isBehindRows = false;
  for await (const piece of parts.bytes(name)) {
    hiddenColumns ??= hiddenColumnsIn(piece.toString("latin1", 0, headCharacters));
    const bytes = Buffer.concat([rest, piece]);
    const from: number = isBehindRows ? 0 : bytes.indexOf("mergeCells");
    isBehindRows ||= from >= 0;
    if (!isBehindRows) {
      rest = bytes.subarray(-16);
      continue;
    }
    const text = bytes.toString("latin1", Math.max(0, from));
    const cut = Math.max(0, text.lastIndexOf("<"));
    collectMerges(name, text.slice(0, cut), merges);
    rest = text.length - cut > longestMergeTag ? Buffer.alloc(0) : Buffer.from(text.slice(cut), "latin1");
  }
  collectMerges(name, rest.toString("latin1"), merges);
  return { merges, hiddenColumns: hiddenColumns ?? new Set(), records: null };
}

const mergePattern = /<(?:\w{1,20}:)?mergeCell\s[^<>]{0,200}?ref\s{0,3}=\s{0,3}["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']/g;

function collectMerges(part: string, text: string, merges: RawMerge[]): void {
  for (const [, startColumn = "", startRow, endColumn = "", endRow] of text.matchAll(mergePattern)) {
    if (merges.length >= readLimits.items) throw new TapeError("tooManyItems", { entry: part, limit: readLimits.items });
    merges.push({
      startRow: Number(startRow) - 1,
      startColumn: columnFromLetters(startColumn),
      endRow: Number(endRow) - 1,
      endColumn: columnFromLetters(endColumn),
    });
  }
}

function hiddenColumnsIn(text: string): ReadonlySet<number> {
  const head = text.slice(0, Math.max(0, text.search(/<(?:\w{1,20}:)?sheetData[\s>/]/)) || text.length);
  const hidden = new Set<number>();
  let named = 0;
  for (const [, tag = ""] of head.matchAll(/<(?:\w{1,20}:)?col(\s[^<>]{0,400})>/g)) {
    const attributes = attributesOf(tag);
    if (!isTrue(attributes.get("hidden")) && Number(attributes.get("width") ?? 1) !== 0) continue;
    const last = Math.min(Number(attributes.get("max")), mostColumns);
    const first = Math.max(1, Number(attributes.get("min")));
    named += Math.max(0, last - first + 1);
    // Columns that are named again and again are no layout.
    if (named > 4 * mostColumns) throw new TapeError("damagedWorkbook");
    for (let column = first; column <= last; column += 1) hidden.add(column - 1);
  }
  return hidden;
}

function columnFromLetters(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
