import { assertRowWithinLimits, type RawRow, type SheetSource, type TapeSource } from "./raw-sheet.ts";
import { readSharedStrings } from "./shared-strings.ts";
import { readSheetLayout } from "./sheet-layout.ts";
import { type SharedFacts, SheetRows } from "./sheet-rows.ts";
import { readWorkbookDirectory, type SheetEntry } from "./workbook-directory.ts";
import { openParts, readXml, type WorkbookParts } from "./workbook-parts.ts";
import { readCellLooks } from "./workbook-styles.ts";

/** All worksheets of an xlsx that has passed the gate, hidden ones too. Formulas give their stored result only. */
export async function openWorkbook(path: string): Promise<TapeSource> {
  const parts = await openParts(path);
  const { entries, dateSystem, sharedStrings, styles, hasOpenFormulas } = await readWorkbookDirectory(parts);
  const strings = await readSharedStrings(parts, sharedStrings);
  const looks = await readCellLooks(parts, styles);
  const shared = { strings, looks, dateSystem, hasOpenFormulas };
  const sheets: SheetSource[] = [];
  for (const entry of entries) {
    const layout = await readSheetLayout(parts, entry.part);
    sheets.push({ name: entry.name, hidden: entry.hidden, ...layout, rows: () => readRows(parts, entry, shared) });
  }
  return { format: "xlsx", encoding: null, delimiter: null, dateSystem, sheets };
}

async function* readRows(parts: WorkbookParts, entry: SheetEntry, shared: SharedFacts): AsyncGenerator<RawRow> {
  const reader = new SheetRows(shared);
  const counted = { cells: 0 };
  for await (const _ of readXml(parts, entry.part, reader)) {
    for (const row of reader.take()) {
      assertRowWithinLimits(entry.name, row, counted);
      yield row;
    }
  }
}
