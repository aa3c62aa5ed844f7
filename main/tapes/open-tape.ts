import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename, extname } from "node:path";
import type { SheetInspection, TapeDelimiter, TapeEncoding, TapeInspection, TapeMapping } from "../../shared/domain/tape-mapping.ts";
import { areLines, nextTurn, type RawRow, type RowGroup, rowsPerTurn, type SheetSource, type TapeSource } from "./files/raw-sheet.ts";
import type { ReadWatch } from "./files/read-meter.ts";
import { openWorkbook } from "./files/read-workbook.ts";
import { TapeError } from "./files/tape-error.ts";
import { type GatedFile, passGate } from "./files/tape-gate.ts";
import { countHeaderFields, headerSearchRows } from "./header/find-header.ts";
import { withWholeRecords } from "./header/join-lines.ts";
import { type HeaderChoice, inspectSheet, suggestMapping } from "./header/propose-mapping.ts";
import { type KnownEncoding, NotUtf8 } from "./lists/detect-encoding.ts";
import { openCsv } from "./lists/read-csv.ts";
import { type ReadTape, TapeBuilder } from "./rows/build-tape.ts";
import type { TapeSink } from "./rows/tape-sink.ts";

export interface TapeFile {
  readonly path: string;
  /** The user's choices for a text list; without them encoding and delimiter are detected. */
  readonly encoding?: TapeEncoding | undefined;
  readonly delimiter?: TapeDelimiter | undefined;
}

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

/** Rows that stay in memory for finding the header and showing samples. */
const inspectedRows = headerSearchRows + 40;
/** Rows at the end in which notes on the list are looked for. */
const notedRows = 12;

/** Reads a file once to say what it holds and to propose a mapping. Throws TapeError. */
export async function inspectTape(
  file: InspectedFile,
  isCancelled: () => boolean = neverCancelled,
  onProgress: (progress: TapeProgress) => void = () => undefined,
): Promise<TapeInspection> {
  const gated = await passGate(file.path);
  return readText((known) => inspectSource({ ...file, ...known }, gated, watchOf(onProgress, isCancelled)));
}

async function inspectSource(file: InspectedFile & KnownEncoding, gated: GatedFile, watch: ReadWatch): Promise<TapeInspection> {
  const isCancelled = () => watch.isCancelled();
  const source = await openSource(file, gated, watch);
  const sheets: SheetInspection[] = [];
  for (const sheet of source.sheets) {
    const rows: RawRow[] = [];
    const tail: RawRow[] = [];
    const counted = { all: 0, hidden: 0 };
    for await (const block of sheet.blocks()) {
      for (const row of block) {
        if (rows.length < inspectedRows) rows.push(row);
        counted.all += 1;
        if (row.isHidden) counted.hidden += 1;
        if (counted.all % rowsPerTurn === 0) await nextTurn(isCancelled);
      }
      tail.push(...block.slice(-notedRows));
      tail.splice(0, tail.length - notedRows);
    }
    const choice = file.headerChoices?.find(({ name }) => name === sheet.name);
    sheets.push(inspectSheet({ ...sheet, rows }, counted, { choice, tail }));
  }
  return {
    format: source.format,
    encoding: source.encoding,
    delimiter: source.delimiter,
    sha256: source.sha256() ?? (await hashFile(file.path, isCancelled)),
    byteSize: gated.byteSize,
    sheets,
    suggestedMapping: suggestMapping(sheets),
  };
}

/** Reads a file under a confirmed mapping and gives its rows out. Throws TapeError; the code `cancelled` tells that the user stopped it. */
export async function readTape(
  file: TapeFile & { readonly mapping: TapeMapping },
  sink: PacedSink,
  onProgress: (progress: TapeProgress) => void,
  isCancelled: () => boolean = neverCancelled,
): Promise<ReadTape & { readonly sha256: string }> {
  const gated = await passGate(file.path);
  return readText(async (known) => {
    if (known.isNotUtf8) await sink.restart();
    return readSource({ ...file, ...known }, gated, sink, watchOf(onProgress, isCancelled));
  });
}

async function readSource(file: TapeFile & KnownEncoding & { readonly mapping: TapeMapping }, gated: GatedFile, sink: PacedSink, watch: ReadWatch) {
  const isCancelled = () => watch.isCancelled();
  const source = await openSource(file, gated, watch);
  const builder = new TapeBuilder(file.mapping, source.dateSystem, sink);
  let steps = 0;
  const pass = async () => {
    await nextTurn(isCancelled);
    await sink.ready();
  };
  for (const name of builder.sheetNames) {
    for await (const group of opened(builder, sheetNamed(source, name))) {
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
  const ending = builder.finish(source.sheets.flatMap(({ name, hidden }) => (read.has(name) ? [] : [{ sheet: name, isHidden: hidden }])));
  for (let step = ending.next(); ; step = ending.next()) {
    if (step.done) return { ...step.value, sha256: source.sha256() ?? (await hashFile(file.path, isCancelled)) };
    steps += 1;
    if (steps % rowsPerTurn === 0) await pass();
  }
}

/**
 * Reads a file that is no tape through the same gate, limits and decoding: `read` is given its sheets, a second time where what
 * looked like UTF-8 turned out not to be. Throws TapeError.
 */
export async function readForeignList<T>(
  file: TapeFile,
  read: (source: TapeSource) => Promise<T>,
  isCancelled: () => boolean,
  onProgress: (progress: TapeProgress) => void,
): Promise<T & { readonly sha256: string }> {
  const gated = await passGate(file.path);
  return readText(async (known) => {
    const source = await openSource({ ...file, ...known }, gated, watchOf(onProgress, isCancelled));
    const result = await read(source);
    return { ...result, sha256: source.sha256() ?? (await hashFile(file.path, isCancelled)) };
  });
}

/** The rows of a sheet that was begun with the first of them. */
async function* opened(builder: TapeBuilder, sheet: SheetSource): AsyncGenerator<RowGroup> {
  let head: readonly RawRow[] | null = [];
  const begin = (rows: readonly RawRow[]) => {
    builder.open({ ...sheet, rows: rows.slice(0, inspectedRows) });
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

function sheetNamed(source: TapeSource, name: string): SheetSource {
  const sheet = source.sheets.find((candidate) => candidate.name === name);
  if (sheet === undefined) throw new TapeError("sheetNotFound", { sheet: name });
  return sheet;
}

/** Reads a list once; a second time where what looked like UTF-8 turned out not to be. */
async function readText<T>(read: (known: KnownEncoding) => Promise<T>): Promise<T> {
  try {
    return await read({});
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error;
    return read({ isNotUtf8: true });
  }
}

async function openSource(file: TapeFile & KnownEncoding, gated: GatedFile, watch: ReadWatch): Promise<TapeSource> {
  if (gated.format === "xlsx") return openWorkbook(file.path, watch);
  return withWholeRecords(await openCsv(file.path, basename(file.path, extname(file.path)), file, countHeaderFields, watch));
}

function watchOf(onProgress: (progress: TapeProgress) => void, isCancelled: () => boolean): ReadWatch {
  return { isCancelled, onShare: (share) => onProgress({ share }) };
}

async function hashFile(path: string, isCancelled: () => boolean): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(chunk as Uint8Array); // a byte stream without encoding yields buffers
    if (isCancelled()) throw new TapeError("cancelled");
  }
  return hash.digest("hex");
}
