import { assertRowWithinLimits, type RawRow, type SheetSource, type TapeSource } from "./raw-sheet.ts";
import { ReadMeter, type ReadWatch, unwatched } from "./read-meter.ts";
import { findWantedTexts, readSharedStrings } from "./shared-strings.ts";
import { readSheetLayout } from "./sheet-layout.ts";
import { type SharedFacts, SheetRows } from "./sheet-rows.ts";
import type { FileBytes } from "./tape-gate.ts";
import { readWorkbookDirectory, type SheetEntry } from "./workbook-directory.ts";
import { openParts, readXml, type WorkbookParts } from "./workbook-parts.ts";
import { readCellLooks } from "./workbook-styles.ts";

/** All worksheets of an xlsx that has passed the gate, hidden ones too. Formulas give their stored result only. */
export async function openWorkbook(file: FileBytes, watch: ReadWatch = unwatched): Promise<TapeSource> {
  const meter = new ReadMeter(watch);
  const parts = await openParts(file, meter);
  const { entries, dateSystem, sharedStrings, styles, hasOpenFormulas } = await readWorkbookDirectory(parts);
  const sheetParts = entries.map(({ part }) => part);
  const hasManyTexts = sharedStrings !== null && parts.size(sharedStrings) > manyTextBytes;
  const sheetBytes = sheetParts.reduce((sum, part) => sum + parts.size(part), 0);
  // Each sheet for its layout and for its rows.
  meter.expect((hasManyTexts ? 3 : 2) * sheetBytes + (sharedStrings === null ? 0 : parts.size(sharedStrings)));
  const wanted = hasManyTexts ? await findWantedTexts(parts, sheetParts) : null;
  const strings = await readSharedStrings(parts, sharedStrings, wanted);
  const looks = await readCellLooks(parts, styles);
  const shared = { strings, looks, dateSystem, hasOpenFormulas };
  const sheets: SheetSource[] = [];
  for (const entry of entries) {
    const layout = await readSheetLayout(parts, entry.part);
    sheets.push({ name: entry.name, hidden: entry.hidden, ...layout, blocks: () => readRows(parts, entry, shared) });
  }
  return { format: "xlsx", encoding: null, delimiter: null, dateSystem, sheets, sha256: () => null };
}

/** Shared texts beyond this are kept only where a cell refers to them, which takes one more look at the sheets. */
const manyTextBytes = 128 * 1024 * 1024;

async function* readRows(parts: WorkbookParts, entry: SheetEntry, shared: SharedFacts): AsyncGenerator<readonly RawRow[]> {
  const reader = new SheetRows(entry.name, shared);
  const counted = { cells: 0 };
  for await (const _ of readXml(parts, entry.part, reader)) {
    const rows = reader.take();
    for (const row of rows) assertRowWithinLimits(entry.name, row, counted);
    if (rows.length > 0) yield rows;
  }
}
