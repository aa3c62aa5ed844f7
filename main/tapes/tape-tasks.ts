import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { TapeReport } from "../../shared/domain/import-report.ts";
import type { ParsedCollateral, ParsedLoan } from "../../shared/domain/parsed-tape.ts";
import type { TapeFinding } from "../../shared/domain/tape-findings.ts";
import type { TapeDelimiter, TapeEncoding, TapeInspection, TapeMapping } from "../../shared/domain/tape-mapping.ts";
import { DeskError } from "../../shared/result.ts";
import type { Task } from "../jobs/task-types.ts";
import { TapeError } from "./files/tape-error.ts";
import { inspectTape, parseTape } from "./open-tape.ts";
import { reportOf } from "./tape-report.ts";

type InspectTapeInput = { readonly path: string; readonly encoding: TapeEncoding | null; readonly delimiter: TapeDelimiter | null };

type ParseTapeInput = InspectTapeInput & {
  readonly mapping: TapeMapping;
  /** Rows that the inspection counted, for the progress; null where the file wasn't inspected. */
  readonly expectedRows: number | null;
};

/** Stored with each finding: a rejected row, or a remark on a kept one. */
type FindingKind = "rejection" | "warning";
export type KindedFinding = TapeFinding & { readonly kind: FindingKind };

/**
 * A parsed tape in packed slices: the main process unpacks one slice per turn of its event loop instead of a million
 * objects at once.
 */
export interface PackedTape {
  readonly sha256: string;
  readonly report: TapeReport;
  readonly cutOffDate: string | null;
  /** What is stored of collateral: a row that secures several loans once for each. */
  readonly storedCollateral: { readonly collateral: number; readonly appraisalFen: number; readonly appraisalJoinedFen: number };
  readonly loans: readonly Packed<ParsedLoan>[];
  readonly collateral: readonly Packed<ParsedCollateral>[];
  readonly findings: readonly Packed<KindedFinding>[];
}

/** Rows as the bytes of their JSON. */
export interface Packed<T> {
  readonly bytes: Uint8Array;
  /** Only for the type of the rows. */
  readonly rows?: readonly T[];
}

/** Storing a slice takes some 15 ms. */
const rowsPerSlice = 500;

export function pack<T>(rows: readonly T[]): Packed<T>[] {
  const encoder = new TextEncoder();
  const slices: Packed<T>[] = [];
  for (let start = 0; start < rows.length; start += rowsPerSlice) {
    slices.push({ bytes: encoder.encode(JSON.stringify(rows.slice(start, start + rowsPerSlice))) });
  }
  return slices;
}

export function unpack<T>(slice: Packed<T>): readonly T[] {
  // The bytes are those of `pack`, which took rows of this type.
  return JSON.parse(new TextDecoder().decode(slice.bytes)) as readonly T[];
}

/** The refusal of a file or mapping as an error with a sentence. */
async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof TapeError)) throw error;
    if (error.code === "cancelled") throw new DeskError("job.cancelled");
    throw new DeskError("tape.refused", { ...error.values, reason: error.code });
  }
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

function sumCollateral(rows: readonly ParsedCollateral[]): PackedTape["storedCollateral"] {
  const sums = { collateral: rows.length, appraisalFen: 0, appraisalJoinedFen: 0 };
  for (const { appraisalFen, link } of rows) {
    sums.appraisalFen += appraisalFen ?? 0;
    if (link === "joined") sums.appraisalJoinedFen += appraisalFen ?? 0;
  }
  return sums;
}

/** Says what a file holds and proposes a mapping. */
const inspectTapeTask: Task<InspectTapeInput, TapeInspection> = ({ path, encoding, delimiter }, context) =>
  refusing(() => inspectTape({ path, encoding: encoding ?? undefined, delimiter: delimiter ?? undefined }, () => context.isCancelled()));

/** Reads a file under a confirmed mapping. */
const parseTapeTask: Task<ParseTapeInput, PackedTape> = (input, context) =>
  refusing(async () => {
    const { path, encoding, delimiter, mapping, expectedRows } = input;
    const tape = await parseTape(
      { path, encoding: encoding ?? undefined, delimiter: delimiter ?? undefined, mapping },
      ({ rows }) => context.progress(expectedRows === null ? null : rows / Math.max(1, expectedRows)),
      () => context.isCancelled(),
    );
    const sha256 = await hashFile(path);
    context.throwIfCancelled();
    const findings = [
      ...tape.rejections.map((finding) => ({ ...finding, kind: "rejection" as const })),
      ...tape.warnings.map((finding) => ({ ...finding, kind: "warning" as const })),
    ];
    return {
      sha256,
      report: reportOf(tape),
      cutOffDate: tape.cutOffDate,
      storedCollateral: sumCollateral(tape.collateral),
      loans: pack(tape.loans),
      collateral: pack(tape.collateral),
      findings: pack(findings),
    };
  });

export const tapeTasks = { inspectTape: inspectTapeTask, parseTape: parseTapeTask };
