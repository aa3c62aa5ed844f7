import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename, extname } from "node:path";
import type { TapeDelimiter, TapeEncoding, TapeFormat } from "../../../shared/domain/tape-mapping.ts";
import { openOldWorkbook } from "../files/old-workbook.ts";
import { openDocument } from "../files/open-document.ts";
import type { SheetSource, TapeSource } from "../files/raw-sheet.ts";
import { readLimits } from "../files/read-limits.ts";
import type { ReadWatch } from "../files/read-meter.ts";
import { openWorkbook } from "../files/read-workbook.ts";
import { TapeError } from "../files/tape-error.ts";
import { type GatedFile, passGate } from "../files/tape-gate.ts";
import { countHeaderFields } from "../header/find-header.ts";
import { withWholeRecords } from "../header/join-lines.ts";
import { type KnownEncoding, NotUtf8 } from "../lists/detect-encoding.ts";
import { openCsv } from "../lists/read-csv.ts";

/** A tape: one file, or several that are read as one. */
export interface TapeFile {
  readonly path: string;
  /** Files beside the first. */
  readonly more?: readonly string[] | undefined;
  /** The user's choices for text lists; without them encoding and delimiter are detected. */
  readonly encoding?: TapeEncoding | undefined;
  readonly delimiter?: TapeDelimiter | undefined;
  /** Tried in their order on a workbook that is protected. Never stored. */
  readonly passwords?: readonly string[] | undefined;
}

/** What one of the files is, and the sheets that came out of it under the names that they have here. */
interface FileFacts {
  readonly fileName: string;
  readonly format: TapeFormat;
  readonly byteSize: number;
  readonly sheets: readonly string[];
}

export interface OpenFiles extends Omit<TapeSource, "sha256"> {
  readonly files: readonly FileFacts[];
  /** Of one file its hash, of several that of their hashes in the order of these, so that the order of choosing doesn't tell. */
  readonly sha256: () => Promise<string>;
}

interface GatedPath {
  readonly path: string;
  readonly gated: GatedFile;
}

/** The file of a set that is being read, by its path. */
interface Reading {
  path: string;
}

/**
 * Opens the files and has them read; once more where what looked like UTF-8 turned out not to be (`isAgain`). Throws TapeError,
 * which names the file where there are several.
 */
export async function readFiles<T>(file: TapeFile, watch: ReadWatch, read: (source: OpenFiles, isAgain: boolean) => Promise<T>): Promise<T> {
  const paths = [...new Set([file.path, ...(file.more ?? [])])];
  if (paths.length > readLimits.files) throw new TapeError("tooManyFiles", { limit: readLimits.files });
  const reading: Reading = { path: file.path };
  const notUtf8 = new Set<string>();
  try {
    const gated: GatedPath[] = [];
    for (const path of paths) {
      reading.path = path;
      gated.push({ path, gated: await passGate(path, file.passwords) });
    }
    for (;;) {
      try {
        return await read(await openAll(file, gated, { watch, reading, notUtf8 }), notUtf8.size > 0);
      } catch (error) {
        if (!(error instanceof NotUtf8) || notUtf8.has(reading.path)) throw error;
        notUtf8.add(reading.path);
      }
    }
  } catch (error) {
    if (!(error instanceof TapeError) || paths.length === 1) throw error;
    throw new TapeError(error.code, { ...error.values, file: basename(reading.path) });
  }
}

interface Opening {
  readonly watch: ReadWatch;
  readonly reading: Reading;
  readonly notUtf8: ReadonlySet<string>;
}

async function openAll(file: TapeFile, files: readonly GatedPath[], { watch, reading, notUtf8 }: Opening): Promise<OpenFiles> {
  const watches = sharedWatch(watch, files.length);
  const names = new Set<string>();
  const opened: { readonly source: TapeSource; readonly path: string; readonly sheets: readonly SheetSource[]; readonly facts: FileFacts }[] = [];
  for (const [at, { path, gated }] of files.entries()) {
    reading.path = path;
    const choice: TapeFile & KnownEncoding = notUtf8.has(path) ? { ...file, path, isNotUtf8: true } : { ...file, path };
    const source = await openOne(choice, gated, watches[at] ?? watch);
    const sheets = source.sheets.map((sheet) => ({ ...tracked(sheet, path, reading), name: newName(names, sheet.name, path), dateSystem: source.dateSystem }));
    const facts = { fileName: basename(path), format: gated.format, byteSize: gated.byteSize, sheets: sheets.map(({ name }) => name) };
    opened.push({ source, path, sheets, facts });
  }
  const sources = opened.map(({ source }) => source);
  const hashes = async () => Promise.all(opened.map(async ({ source, path }) => source.sha256() ?? (await hashFile(path, watch))));
  return {
    format: sources[0]?.format ?? "xlsx",
    encoding: sources.find(({ encoding }) => encoding !== null)?.encoding ?? null,
    delimiter: sources.find(({ delimiter }) => delimiter !== null)?.delimiter ?? null,
    dateSystem: sources[0]?.dateSystem ?? "1900",
    sheets: opened.flatMap(({ sheets }) => sheets),
    files: opened.map(({ facts }) => facts),
    sha256: async () => {
      const [first = "", ...others] = await hashes();
      if (others.length === 0) return first;
      return createHash("sha256")
        .update([first, ...others].sort().join(""))
        .digest("hex");
    },
  };
}

/** The sheet, which says of itself that it is being read. */
function tracked(sheet: SheetSource, path: string, reading: Reading): SheetSource {
  const { blocks, groups } = sheet;
  const begun = async function* <T>(rows: () => AsyncIterable<T>) {
    reading.path = path;
    yield* rows();
  };
  return {
    ...sheet,
    blocks: () => begun(blocks),
    ...(groups === undefined ? {} : { groups: (areLinesWanted: () => boolean) => begun(() => groups(areLinesWanted)) }),
  };
}

/** A sheet keeps its name where no other file has one of the same. */
function newName(names: Set<string>, name: string, path: string): string {
  const own = names.has(name) ? `${name} (${basename(path)})` : name;
  let free = own;
  for (let number = 2; names.has(free); number += 1) free = `${own} ${number}`;
  names.add(free);
  return free;
}

/** The share of all files, each of which counts alike. */
function sharedWatch(watch: ReadWatch, count: number): readonly ReadWatch[] {
  const shares = Array.from({ length: count }, () => 0);
  return shares.map((_, at) => ({
    isCancelled: () => watch.isCancelled(),
    onShare: (share) => {
      shares[at] = share;
      watch.onShare(shares.reduce((sum, one) => sum + one, 0) / count);
    },
  }));
}

async function openOne(file: TapeFile & KnownEncoding, gated: GatedFile, watch: ReadWatch): Promise<TapeSource> {
  if (gated.format === "xlsx") return openWorkbook(gated.bytes, watch);
  if (gated.format === "xls") return openOldWorkbook(file.path, watch, file.passwords);
  if (gated.format === "ods") return openDocument(gated.bytes, watch);
  return withWholeRecords(await openCsv(file.path, basename(file.path, extname(file.path)), file, countHeaderFields, watch));
}

async function hashFile(path: string, watch: ReadWatch): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(chunk as Uint8Array); // a byte stream without encoding yields buffers
    if (watch.isCancelled()) throw new TapeError("cancelled");
  }
  return hash.digest("hex");
}
