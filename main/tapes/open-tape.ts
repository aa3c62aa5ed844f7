import type { HeaderChoice, SheetInspection, TapeInspection, TapeMapping } from "../../shared/domain/tape-mapping.ts";
import { areLines, nextTurn, type RawRow, type RowGroup, rowsPerTurn, type SheetSource } from "./files/raw-sheet.ts";
import type { ReadWatch } from "./files/read-meter.ts";
import { TapeError } from "./files/tape-error.ts";
import { suggestMapping } from "./header/propose-mapping.ts";
import { OwnBuilder } from "./own/own-builder.ts";
import { isOwnHead } from "./own/own-format.ts";
import { withOwnHead } from "./own/own-mapping.ts";
import { OwnReading } from "./own/own-reading.ts";
import { type ReadTape, TapeBuilder } from "./rows/build-tape.ts";
import type { TapeSink } from "./rows/tape-sink.ts";
import { type OpenFiles, readFiles, type TapeFile } from "./sources/file-set.ts";
import { inspectedRows, ListsOfSheet, withListsBelow } from "./sources/lists-below.ts";

export interface InspectedFile extends TapeFile {
  /** Header rows within the first 100 rows of a sheet, where the user corrects what was found. */
  readonly headerChoices?: readonly HeaderChoice[] | undefined;
}

export interface TapeProgress {
  /** Share of the file's bytes that has been read, 0…1. */
  readonly share: number;
}

/** Takes rows at its own pace. */
export interface PacedSink extends TapeSink {
  /** Waited for now and then, so that no more rows wait for it than it says. */
  ready(): Promise<void>;
  /** All rows are to come again. */
  restart(): Promise<void>;
}

const neverCancelled = () => false;

/** Reads files once to say what they hold and to propose a mapping. Throws TapeError. */
export async function inspectTape(
  file: InspectedFile,
  isCancelled: () => boolean = neverCancelled,
  onProgress: (progress: TapeProgress) => void = () => undefined,
): Promise<TapeInspection> {
  const watch = watchOf(onProgress, isCancelled);
  return readFiles(file, watch, (source) => inspectSource(file, source, watch));
}

async function inspectSource(file: InspectedFile, source: OpenFiles, watch: ReadWatch): Promise<TapeInspection> {
  const isCancelled = () => watch.isCancelled();
  const sheets: SheetInspection[] = [];
  const own = new OwnReading(source.format === "csv");
  for (const sheet of source.sheets) {
    const lists = new ListsOfSheet(sheet, isOwnHead);
    let seen = 0;
    for await (const block of sheet.blocks()) {
      for (const row of block) {
        own.add(sheet.name, row);
        lists.add(row);
        seen += 1;
        if (seen % rowsPerTurn === 0) await nextTurn(isCancelled);
      }
    }
    const known = own.headsOf(sheet.name);
    sheets.push(...lists.inspections(file.headerChoices).map((one) => withOwnHead(one, known)));
  }
  return {
    format: source.format,
    encoding: source.encoding,
    delimiter: source.delimiter,
    sha256: await source.sha256(),
    byteSize: source.files.reduce((sum, { byteSize }) => sum + byteSize, 0),
    files: source.files.map(({ sheets: names, ...facts }) => ({ ...facts, sheets: [...names] })),
    sheets,
    suggestedMapping: own.finish() ? { sheets: [], cutOffDate: own.cutOffDate, currency: "CNY", isOwn: true } : suggestMapping(sheets),
  };
}

/** Reads a file under a confirmed mapping and gives its rows out. Throws TapeError; the code `cancelled` tells that the user stopped it. */
export async function readTape(
  file: TapeFile & { readonly mapping: TapeMapping },
  sink: PacedSink,
  onProgress: (progress: TapeProgress) => void,
  isCancelled: () => boolean = neverCancelled,
): Promise<ReadTape & { readonly sha256: string }> {
  const watch = watchOf(onProgress, isCancelled);
  return readFiles(file, watch, async (source, isAgain) => {
    if (isAgain) await sink.restart();
    return file.mapping.isOwn === true ? readOwnSource(source, sink, watch) : readSource(file, source, sink, watch);
  });
}

async function readSource(file: { readonly mapping: TapeMapping }, source: OpenFiles, sink: PacedSink, watch: ReadWatch) {
  const isCancelled = () => watch.isCancelled();
  const sheets = withListsBelow(source.sheets, file.mapping);
  const builder = new TapeBuilder(file.mapping, source.dateSystem, sink);
  let steps = 0;
  const pass = async () => {
    await nextTurn(isCancelled);
    await sink.ready();
  };
  for (const name of builder.sheetNames) {
    for await (const group of opened(builder, sheetNamed(sheets, name))) {
      if (areLines(group)) {
        for (let from = 0; from < group.count; from += rowsPerTurn) {
          builder.addLines(name, group, from, Math.min(from + rowsPerTurn, group.count));
          await pass();
        }
        continue;
      }
      for (const row of group) {
        builder.addRow(name, row);
        steps += 1;
        if (steps % rowsPerTurn === 0) await pass();
      }
    }
  }
  const read = new Set(builder.sheetNames);
  const ending = builder.finish(sheets.flatMap(({ name, hidden }) => (read.has(name) ? [] : [{ sheet: name, isHidden: hidden }])));
  for (let step = ending.next(); ; step = ending.next()) {
    if (step.done) return { ...step.value, sha256: await source.sha256() };
    steps += 1;
    if (steps % rowsPerTurn === 0) await pass();
  }
}

/** Reads a file that the desk exported as it was written. */
async function readOwnSource(source: OpenFiles, sink: PacedSink, watch: ReadWatch): Promise<ReadTape & { readonly sha256: string }> {
  const isCancelled = () => watch.isCancelled();
  const builder = new OwnBuilder(sink);
  const own = new OwnReading(source.format === "csv", (row) => builder.add(row));
  let steps = 0;
  const pass = async () => {
    steps += 1;
    if (steps % rowsPerTurn !== 0) return;
    await nextTurn(isCancelled);
    await sink.ready();
  };
  for (const sheet of source.sheets) {
    for await (const block of sheet.blocks()) {
      for (const row of block) {
        own.add(sheet.name, row);
        await pass();
      }
    }
  }
  if (!own.finish()) throw new TapeError("ownChanged");
  const ending = builder.finish();
  for (let step = ending.next(); ; step = ending.next()) {
    if (step.done) return { report: step.value, cutOffDate: own.cutOffDate, sha256: await source.sha256() };
    await pass();
  }
}

/** Reads a file that is no tape through the same gate, limits and decoding: `read` is given its sheets, a second time where what looked like UTF-8 turned out not to be. Throws TapeError. */
export async function readForeignList<T>(
  file: TapeFile,
  read: (source: OpenFiles) => Promise<T>,
  isCancelled: () => boolean,
  onProgress: (progress: TapeProgress) => void,
): Promise<T & { readonly sha256: string }> {
  return readFiles(file, watchOf(onProgress, isCancelled), async (source) => {
    const result = await read(source);
    return { ...result, sha256: await source.sha256() };
  });
}

/** The rows of a sheet that was begun with the first of them. */
async function* opened(builder: TapeBuilder, sheet: SheetSource): AsyncGenerator<RowGroup> {
  let head: readonly RawRow[] | null = [];
  const begin = (rows: readonly RawRow[]) => {
    builder.open({ ...sheet, rows: rows.slice(0, inspectedRows) }, sheet.dateSystem);
    head = null;
  };
  for await (const group of sheet.groups?.(() => head === null && builder.readsLines(sheet.name)) ?? sheet.blocks()) {
    if (head === null || areLines(group)) {
      yield group;
      continue;
    }
    head = [...head, ...group];
    if (head.length < inspectedRows) continue;
    const rows = head;
    begin(rows);
    yield rows;
  }
  if (head === null) return;
  const rows = head;
  begin(rows);
  yield rows;
}

function sheetNamed(sheets: readonly SheetSource[], name: string): SheetSource {
  const sheet = sheets.find((candidate) => candidate.name === name);
  if (sheet === undefined) throw new TapeError("sheetNotFound", { sheet: name });
  return sheet;
}

function watchOf(onProgress: (progress: TapeProgress) => void, isCancelled: () => boolean): ReadWatch {
  return { isCancelled, onShare: (share) => onProgress({ share }) };
}
