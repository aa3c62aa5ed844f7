import { basename } from "node:path";
import type { Deal } from "../../shared/contract/deal-channels.ts";
import type { ChosenFile, TapeDraft, TapeRecord } from "../../shared/contract/tape-channels.ts";
import { maxReportFindings, type TapeReport } from "../../shared/domain/import-report.ts";
import type { TapeFinding } from "../../shared/domain/tape-findings.ts";
import type { TapeDelimiter, TapeEncoding, TapeInspection, TapeMapping } from "../../shared/domain/tape-mapping.ts";
import { DeskError } from "../../shared/result.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import { getOpenDeal, setCutOffDate } from "../deals/deal-service.ts";
import type { DraftService } from "../drafts/draft-service.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import { droppedTape } from "./dropped-tape.ts";
import type { FileTokens } from "./file-tokens.ts";
import type { StagedTape, TapePlace } from "./staged-tape.ts";
import { importBounds, inspectionBounds } from "./tape-bounds.ts";
import { createTapeDrafts, type TapeDrafts } from "./tape-drafts.ts";
import { findTape, findUnwantedTapes, insertStagedTape, insertWarning, listTapes, markUndone, publishTape, type StoredTape } from "./tape-queries.ts";
import type { TapeTasks } from "./tape-tasks.ts";

export interface TapeServiceParts {
  readonly db: DeskDatabase;
  readonly jobs: Pick<JobRunner<TapeTasks>, "run">;
  /** For work that nobody waits for. */
  readonly housekeeping: Pick<JobRunner<TapeTasks>, "run">;
  /** Paths that the user chose, by token. */
  readonly files: FileTokens;
  readonly drafts: DraftService;
  readonly now: () => string;
  /** Told of what fails in the background; the next start tries again. */
  readonly onFailure: (cause: unknown) => void;
  /** Told of the loans of each import, once they are their deal's package. */
  readonly onPublished?: (loans: Pick<StoredTape, "firstLoanId" | "loanCount">) => void;
}

interface TapeImport {
  readonly dealId: number;
  readonly fileToken: string;
  readonly encoding: TapeEncoding | null;
  readonly delimiter?: TapeDelimiter | null;
  readonly mapping: TapeMapping;
  /** The caller says itself that no cut-off date is known. */
  readonly mayLackCutOff?: boolean;
}

export interface TapeService {
  /** The one tape among files that were dropped on the window. */
  takeDropped(paths: readonly string[]): Promise<ChosenFile>;
  inspect(fileToken: string, encoding: TapeEncoding | null, delimiter?: TapeDelimiter | null): Promise<TapeInspection>;
  import(request: TapeImport): Promise<TapeRecord>;
  /** Imports a file under the mapping that its inspection proposes. */
  importAsProposed(dealId: number, fileToken: string): Promise<TapeRecord>;
  list(dealId: number): Promise<TapeRecord[]>;
  /** The file that is being mapped in the deal; the last one also after its import, which may be undone. */
  draft: TapeDrafts["of"];
  keepDraft(dealId: number, fileToken: string, draft: TapeDraft): Promise<void>;
  dropDraft: TapeDrafts["drop"];
  /** Takes the tape's rows away; the record with its report stays, and so do saved runs. */
  undo(tapeId: number): Promise<TapeRecord>;
  tapeOf(tapeId: number): Promise<StoredTape>;
  /** Takes the rows away that nobody sees, of imports that were undone, cancelled or cut short. */
  sweep(): Promise<void>;
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

/** What the sums can't be read without: in which currency, and of which day. */
function assertStated({ mapping, mayLackCutOff = false }: TapeImport, deal: Deal): void {
  if (mapping.currency !== "CNY") throw new DeskError(mapping.currency === "other" ? "tape.otherCurrency" : "tape.currencyMissing");
  if ((mapping.cutOffDate ?? deal.cutOffDate) === null && !mayLackCutOff) throw new DeskError("tape.cutOffMissing");
}

/** A warning put before the others, so that the limit of a report never cuts it off. */
function withWarning(report: TapeReport, warning: TapeFinding): TapeReport {
  return {
    ...report,
    warnings: [warning, ...report.warnings].slice(0, maxReportFindings),
    findingCounts: { ...report.findingCounts, [warning.code]: (report.findingCounts[warning.code] ?? 0) + 1 },
  };
}

/** What an import is told of where the deal stood on another day than the tape. */
function dateWarning(deal: Deal, cutOffDate: string | null, mapping: TapeMapping): TapeFinding | null {
  if (cutOffDate === null || deal.cutOffDate === null || deal.cutOffDate === cutOffDate) return null;
  const sheet = mapping.sheets.find(({ role }) => role === "loans")?.name ?? "";
  return { sheet, row: null, field: null, code: "cutOffDiffers", raw: cutOffDate };
}

/**
 * Tapes of deals. A worker reads a file and stores its rows where nobody sees them, in short transactions; one more makes
 * them the deal's package, all at once. Rows that nobody sees any more go in the background.
 */
export function createTapeService({ db, jobs, housekeeping, files, drafts, now, onFailure, onPublished }: TapeServiceParts): TapeService {
  const { kysely } = db;
  /** Hashes of the files as they were inspected. */
  const inspected = new Map<string, string>();
  const tapeDrafts = createTapeDrafts(drafts, files);
  /** Tapes whose rows are coming in. */
  const underWay = new Set<number>();
  let sweeping: Promise<void> = Promise.resolve();

  const inspect = async (fileToken: string, encoding: TapeEncoding | null, delimiter: TapeDelimiter | null = null): Promise<TapeInspection> => {
    const inspection = await jobs.run("inspectTape", { path: files.pathOf(fileToken), encoding, delimiter }, { kind: "inspectTape", bounds: inspectionBounds });
    inspected.set(fileToken, inspection.sha256);
    return inspection;
  };

  const stage = ({ fileToken, encoding, delimiter = null, mapping }: TapeImport, place: TapePlace): Promise<StagedTape> => {
    const expectedSha256 = inspected.get(fileToken) ?? null;
    const input = { path: files.pathOf(fileToken), encoding, delimiter, mapping, expectedSha256, desk: db.forWorkers, place };
    return jobs.run("importTape", input, { kind: "importTape", bounds: importBounds });
  };

  const publish = ({ dealId, mapping }: TapeImport, place: TapePlace, staged: StagedTape): Promise<TapeRecord> =>
    kysely.transaction().execute(async (trx) => {
      const deal = await assertImportable(trx, dealId);
      const cutOffDate = staged.cutOffDate ?? mapping.cutOffDate;
      const warning = dateWarning(deal, cutOffDate, mapping);
      if (warning !== null) await insertWarning(trx, place.tapeId, warning);
      const report = warning === null ? staged.report : withWarning(staged.report, warning);
      const tape = await publishTape(trx, place, { ...staged, report });
      if (cutOffDate !== null) await setCutOffDate(trx, dealId, cutOffDate, now());
      return recordOf(tape);
    });

  const removeUnwanted = async (): Promise<void> => {
    const tapes = (await findUnwantedTapes(kysely)).filter(({ tapeId }) => !underWay.has(tapeId));
    if (tapes.length > 0) await housekeeping.run("removeTapes", { desk: db.forWorkers, tapes }, { kind: null });
  };
  const sweep = (): Promise<void> => {
    const mine = sweeping.then(removeUnwanted);
    sweeping = mine.catch(() => undefined);
    return mine;
  };

  const sweepLater = () => void sweep().catch(onFailure);

  const importTape = async (request: TapeImport): Promise<TapeRecord> => {
    const { dealId, fileToken, mapping } = request;
    const fileName = basename(files.pathOf(fileToken));
    const place = await kysely.transaction().execute(async (trx) => {
      assertStated(request, await assertImportable(trx, dealId));
      const made = await insertStagedTape(trx, { dealId, fileName, importedAt: now(), mapping });
      underWay.add(made.tapeId);
      return made;
    });
    try {
      const tape = await publish(request, place, await stage(request, place));
      onPublished?.({ firstLoanId: place.firstLoanId, loanCount: tape.report.counts.loansKept });
      return tape;
    } finally {
      underWay.delete(place.tapeId);
      sweepLater();
    }
  };

  const tapeOf = (tapeId: number) => getTape(kysely, tapeId);

  return {
    takeDropped: async (paths) => files.admit(await droppedTape(paths)),
    inspect,
    import: importTape,
    importAsProposed: async (dealId, fileToken) => {
      const { suggestedMapping } = await inspect(fileToken, null);
      return importTape({ dealId, fileToken, encoding: null, mapping: suggestedMapping });
    },
    list: async (dealId) => (await listTapes(kysely, dealId)).map(recordOf),
    draft: tapeDrafts.of,
    keepDraft: (dealId, fileToken, draft) => tapeDrafts.keep(dealId, fileToken, inspected.get(fileToken) ?? null, draft),
    dropDraft: tapeDrafts.drop,
    undo: async (tapeId) => {
      const tape = await tapeOf(tapeId);
      await getOpenDeal(kysely, tape.dealId);
      if (tape.undoneAt !== null) return recordOf(tape);
      await markUndone(kysely, tapeId, now());
      sweepLater();
      return recordOf(await tapeOf(tapeId));
    },
    tapeOf,
    sweep,
  };
}
