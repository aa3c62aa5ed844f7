import { basename } from "node:path";
import type { Transaction } from "kysely";
import type { Deal } from "../../shared/contract/deal-channels.ts";
import type { TapeRecord } from "../../shared/contract/tape-channels.ts";
import { maxReportFindings } from "../../shared/domain/import-report.ts";
import type { TapeFinding } from "../../shared/domain/tape-findings.ts";
import type { TapeDelimiter, TapeEncoding, TapeInspection, TapeMapping } from "../../shared/domain/tape-mapping.ts";
import { DeskError } from "../../shared/result.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import type { DeskSchema } from "../db/schema.ts";
import { getOpenDeal, setCutOffDateIfEmpty } from "../deals/deal-service.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import { yieldToLoop } from "../jobs/yield-to-loop.ts";
import { findTape, insertTape, listTapes, markUndone, removeTapeRows, type StoredTape, sumStoredRows } from "./tape-queries.ts";
import { type KindedFinding, type PackedTape, pack, type tapeTasks, unpack } from "./tape-tasks.ts";
import { TapeWriter } from "./tape-writer.ts";

export interface TapeServiceParts {
  readonly db: DeskDatabase;
  readonly jobs: Pick<JobRunner<typeof tapeTasks>, "run">;
  /** Paths that the user chose, by token. */
  readonly files: { pathOf(fileToken: string): string };
  readonly now: () => string;
}

interface TapeImport {
  readonly dealId: number;
  readonly fileToken: string;
  readonly encoding: TapeEncoding | null;
  readonly delimiter?: TapeDelimiter | null;
  readonly mapping: TapeMapping;
}

export interface TapeService {
  inspect(fileToken: string, encoding: TapeEncoding | null, delimiter?: TapeDelimiter | null): Promise<TapeInspection>;
  import(request: TapeImport): Promise<TapeRecord>;
  /** Imports a file under the mapping that its inspection proposes. */
  importAsProposed(dealId: number, fileToken: string): Promise<TapeRecord>;
  list(dealId: number): Promise<TapeRecord[]>;
  /** Takes the tape's rows away; the record with its report stays, and so do saved runs. */
  undo(tapeId: number): Promise<TapeRecord>;
  tapeOf(tapeId: number): Promise<StoredTape>;
}

/** The tape, undone or not, also for another feature. */
export async function getTape(db: DeskDatabase["kysely"], tapeId: number): Promise<StoredTape> {
  const tape = await findTape(db, tapeId);
  if (tape === undefined) throw new DeskError("tape.notFound", { tapeId });
  return tape;
}

function recordOf({ firstLoanId: _first, loanCount: _count, ...record }: StoredTape): TapeRecord {
  return record;
}

/** A deal has one package at a time. */
async function assertImportable(db: DeskDatabase["kysely"], dealId: number): Promise<Deal> {
  const deal = await getOpenDeal(db, dealId);
  if (deal.package !== null) throw new DeskError("deal.hasTape", { dealId });
  return deal;
}

/** A warning put before the others, so that the limit of a report never cuts it off. */
function withWarning(packed: PackedTape, warning: TapeFinding): PackedTape {
  const { report, findings } = packed;
  return {
    ...packed,
    report: {
      ...report,
      warnings: [warning, ...report.warnings].slice(0, maxReportFindings),
      findingCounts: { ...report.findingCounts, [warning.code]: (report.findingCounts[warning.code] ?? 0) + 1 },
    },
    findings: [...pack<KindedFinding>([{ ...warning, kind: "warning" }]), ...findings],
  };
}

/** What was stored must be what the report says, to the fen; otherwise nothing is stored. */
async function assertStoredAsReported(trx: Transaction<DeskSchema>, tape: StoredTape, { report, storedCollateral }: PackedTape): Promise<void> {
  const stored = await sumStoredRows(trx, tape, yieldToLoop);
  const expected = { ...report.sums, loans: report.counts.loansKept, ...storedCollateral };
  for (const [name, value] of Object.entries(expected)) {
    const found = stored[name as keyof typeof stored]; // the keys of `expected` are those of the sums
    if (found !== value) throw new Error(`stored ${name} is ${found}, the report says ${value}`);
  }
}

async function assertForeignKeys(raw: DeskDatabase["raw"]): Promise<void> {
  for (const table of ["loan", "guarantor", "loan_estimate", "collateral", "tape_finding"]) {
    const broken = raw.pragma(`foreign_key_check(${table})`);
    if (!Array.isArray(broken) || broken.length > 0) throw new Error(`rows of ${table} point to nothing`);
    await yieldToLoop();
  }
}

async function writeTape(trx: Transaction<DeskSchema>, raw: DeskDatabase["raw"], tape: StoredTape, packed: PackedTape): Promise<void> {
  const writer = new TapeWriter({ kysely: trx, raw }, tape);
  for (const slice of packed.loans) {
    writer.writeLoans(unpack(slice));
    await yieldToLoop();
  }
  for (const slice of packed.collateral) {
    writer.writeCollateral(unpack(slice));
    await yieldToLoop();
  }
  for (const slice of packed.findings) {
    writer.writeFindings(unpack(slice));
    await yieldToLoop();
  }
}

/** Tapes of deals: inspected and parsed in a worker, stored in one transaction. */
export function createTapeService({ db, jobs, files, now }: TapeServiceParts): TapeService {
  const { kysely, raw } = db;
  const inspected = new Map<string, { readonly sha256: string; readonly rows: number }>();

  const inspect = async (fileToken: string, encoding: TapeEncoding | null, delimiter: TapeDelimiter | null = null): Promise<TapeInspection> => {
    const inspection = await jobs.run("inspectTape", { path: files.pathOf(fileToken), encoding, delimiter }, { kind: "inspectTape" });
    inspected.set(fileToken, { sha256: inspection.sha256, rows: inspection.sheets.reduce((sum, sheet) => sum + sheet.rowCount, 0) });
    return inspection;
  };

  const store = (request: TapeImport, fileName: string, parsed: PackedTape) =>
    kysely.transaction().execute(async (trx) => {
      const { dealId, mapping } = request;
      const deal = await assertImportable(trx, dealId);
      const cutOffDate = parsed.cutOffDate ?? mapping.cutOffDate;
      const isOtherDate = cutOffDate !== null && deal.cutOffDate !== null && deal.cutOffDate !== cutOffDate;
      const sheet = mapping.sheets.find(({ role }) => role === "loans")?.name ?? "";
      const packed = isOtherDate ? withWarning(parsed, { sheet, row: null, field: null, code: "cutOffDiffers", raw: cutOffDate }) : parsed;
      const { report, sha256 } = packed;
      const tape = await insertTape(trx, { dealId, fileName, fileSha256: sha256, importedAt: now(), report, mapping });
      await writeTape(trx, raw, tape, packed);
      await assertStoredAsReported(trx, tape, packed);
      await assertForeignKeys(raw);
      if (cutOffDate !== null) await setCutOffDateIfEmpty(trx, dealId, cutOffDate, now());
      return recordOf(tape);
    });

  const importTape = async (request: TapeImport): Promise<TapeRecord> => {
    await assertImportable(kysely, request.dealId);
    const path = files.pathOf(request.fileToken);
    const seen = inspected.get(request.fileToken);
    const { encoding, delimiter = null, mapping } = request;
    const input = { path, encoding, delimiter, mapping, expectedRows: seen?.rows ?? null };
    const packed = await jobs.run("parseTape", input, { kind: "importTape" });
    // The mapping was confirmed for the file as it was then.
    if (seen !== undefined && seen.sha256 !== packed.sha256) throw new DeskError("tape.inspectionExpired");
    return store(request, basename(path), packed);
  };

  const tapeOf = (tapeId: number) => getTape(kysely, tapeId);

  return {
    inspect,
    import: importTape,
    importAsProposed: async (dealId, fileToken) => {
      const { suggestedMapping } = await inspect(fileToken, null);
      return importTape({ dealId, fileToken, encoding: null, mapping: suggestedMapping });
    },
    list: async (dealId) => (await listTapes(kysely, dealId)).map(recordOf),
    undo: async (tapeId) => {
      const tape = await tapeOf(tapeId);
      await getOpenDeal(kysely, tape.dealId);
      if (tape.undoneAt !== null) return recordOf(tape);
      await kysely.transaction().execute(async (trx) => {
        await removeTapeRows(trx, tape, yieldToLoop);
        await markUndone(trx, tapeId, now());
      });
      return recordOf(await tapeOf(tapeId));
    },
    tapeOf,
  };
}
