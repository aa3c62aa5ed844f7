import { LRUCache } from "lru-cache";
import type { Deal } from "../../shared/contract/deal-channels.ts";

import type { ChosenFile, MappingOfLastTime, TapeDraft, TapeRecord } from "../../shared/contract/tape-channels.ts";
import { maxReportFindings, type TapeReport, tapeReportSchema } from "../../shared/domain/import-report.ts";
import type { TaughtWord } from "../../shared/domain/seller-words.ts";

import type { TapeFinding } from "../../shared/domain/tape-findings.ts";
import type { HeaderChoice, TapeDelimiter, TapeEncoding, TapeInspection, TapeMapping } from "../../shared/domain/tape-mapping.ts";
import { DeskError } from "../../shared/result.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import { getOpenDeal, setCutOffDate } from "../deals/deal-service.ts";
import type { DictionaryService } from "../dictionary/dictionary-service.ts";
import type { DraftService } from "../drafts/draft-service.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import { forgetTapeSteps } from "../journal/journal-service.ts";
import { droppedTapes } from "./dropped-tape.ts";
import { createFilePasswords, type FileTokens } from "./file-tokens.ts";
import { consecutiveIds, type LoanIds } from "./loan-ids.ts";
import type { StagedTape, TapePlace } from "./staged-tape.ts";
import { importBounds, inspectionBounds } from "./tape-bounds.ts";
import { createTapeDrafts, type TapeDrafts } from "./tape-drafts.ts";
import {
  findLoanIds,
  findRevisions,
  findTape,
  findUnwantedTapes,
  insertHandTape,
  insertStagedTape,
  insertWarning,
  listStandings,
  listTapes,
  markUndone,
  publishTape,
  type StoredTape,
  setStanding,
} from "./tape-queries.ts";
import type { TapeTasks } from "./tape-tasks.ts";

export interface TapeServiceParts {
  readonly db: DeskDatabase;
  readonly jobs: Pick<JobRunner<TapeTasks>, "run">;
  /** For work that nobody waits for. */
  readonly housekeeping: Pick<JobRunner<TapeTasks>, "run">;
  /** Paths that the user chose, by token. */
  readonly files: FileTokens;
  readonly drafts: DraftService;
  readonly dictionary: Pick<DictionaryService, "words" | "recall" | "remember">;
  readonly now: () => string;
  /** Told of what fails in the background; the next start tries again. */
  readonly onFailure: (cause: unknown) => void;
  /** Told of the loans of each import that is its deal's package at once. */
  readonly onPublished?: (tape: Pick<StoredTape, "namesRevision"> & { readonly tapeId: number; readonly ids: LoanIds }) => void;
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

interface InspectionChoices {
  readonly encoding: TapeEncoding | null;
  readonly delimiter?: TapeDelimiter | null;
  readonly password?: string | undefined;
  /** Roles of lists that the caller states. */
  readonly headerChoices?: readonly HeaderChoice[];
}

interface BegunImport extends TapePlace {
  /** The deal had no package as it began. */
  readonly isFirst: boolean;
}

export interface TapeService {
  /** The files that were dropped on the window, as one tape. */
  takeDropped(paths: readonly string[]): Promise<ChosenFile>;
  inspect(fileToken: string, choices?: InspectionChoices): Promise<TapeInspection>;
  /** How lists like those of an inspected file were mapped the last time. */
  lastMapping(dealId: number, fileToken: string): Promise<MappingOfLastTime | null>;
  import(request: TapeImport): Promise<TapeRecord>;
  /** Imports a file under the mapping that its inspection proposes. */
  importAsProposed(dealId: number, fileToken: string): Promise<TapeRecord>;
  list(dealId: number): Promise<TapeRecord[]>;
  /** The file that is being mapped in the deal; the last one also after its import, which may be undone. */
  draft: TapeDrafts["of"];
  keepDraft(dealId: number, fileToken: string, draft: TapeDraft): Promise<void>;
  dropDraft: TapeDrafts["drop"];
  /** Takes the tape's rows away; the record with its report stays, and so do saved runs. Where it was the deal's package, the latest other version is. */
  undo(tapeId: number): Promise<TapeRecord>;
  tapeOf(tapeId: number): Promise<StoredTape>;
  /** Takes the rows away that nobody sees, of imports that were undone, cancelled or cut short. */
  sweep(): Promise<void>;
}

/** Files in which it is kept what was found: a desk maps one or two at a time. */
const keptInspections = 8;

const taughtWordOf = ({ field, word, code }: TaughtWord): TaughtWord => ({ field, word, code });

/** The tape, undone or not. */
async function getTape(db: DeskDatabase["kysely"], tapeId: number): Promise<StoredTape> {
  const tape = await findTape(db, tapeId);
  if (tape === undefined) throw new DeskError("tape.notFound", { tapeId });
  return tape;
}

/** The ids of the loans that a tape has now, by their place. */
export async function getLoanIds(db: DeskDatabase["kysely"], tapeId: number): Promise<LoanIds> {
  return findLoanIds(db, await getTape(db, tapeId));
}

export async function getRevisions(db: DeskDatabase["kysely"], tapeId: number): Promise<Pick<StoredTape, "revision" | "namesRevision">> {
  const revisions = await findRevisions(db, tapeId);
  if (revisions === undefined) throw new DeskError("tape.notFound", { tapeId });
  return revisions;
}

function recordOf({ id, dealId, fileName, fileSha256, importedAt, undoneAt, standing, report }: StoredTape): TapeRecord {
  return { id, dealId, fileName, fileSha256, importedAt, undoneAt, standing, report };
}

/** A second tape is a version beside the first; a third waits until the second is decided. */
async function assertImportable(db: DeskDatabase["kysely"], dealId: number): Promise<Deal> {
  const deal = await getOpenDeal(db, dealId);
  const standings = await listStandings(db, dealId);
  if (standings.some(({ standing }) => standing === "waiting")) throw new DeskError("tape.versionWaiting", { dealId });
  return deal;
}

/** Makes a version of a deal's tape its package, with the cut-off date that it was imported with; the one before stays beside it. */
export async function priceVersion(
  trx: DeskDatabase["kysely"],
  { dealId, tapeId, now }: { readonly dealId: number; readonly tapeId: number; readonly now: string },
): Promise<void> {
  const standings = await listStandings(trx, dealId);
  const [before, next] = [standings.find(({ standing }) => standing === "priced"), standings.find(({ id }) => id === tapeId)];
  if (next === undefined) throw new DeskError("tape.notFound", { tapeId });
  // In this order: a deal has one package at a time.
  if (before !== undefined) await setStanding(trx, before.id, "beside");
  await setStanding(trx, tapeId, "priced");
  if (next.cut_off_date !== null) await setCutOffDate(trx, dealId, next.cut_off_date, now);
}

interface HandStart {
  readonly dealId: number;
  readonly now: string;
  readonly cutOffDate: string | null;
  readonly sums: Pick<TapeReport["sums"], "principalFen" | "interestFen" | "feesFen">;
  /** The first loan states whose it is. */
  readonly isNamed: boolean;
}

/** The tape of a package that is typed: one loan to begin with, whose row the caller stores before it has the tape priced (`priceVersion`). */
export async function startTapeByHand(trx: DeskDatabase["kysely"], { dealId, now, cutOffDate, sums, isNamed }: HandStart): Promise<TapePlace> {
  const deal = await getOpenDeal(trx, dealId);
  if (deal.package !== null) throw new DeskError("deal.hasTape", { dealId });
  if ((cutOffDate ?? deal.cutOffDate) === null) throw new DeskError("tape.cutOffMissing");
  const none = { collateralRows: 0, collateralKept: 0, collateralRejected: 0, collateralJoined: 0, collateralOrphans: 0, collateralOnRejectedLoans: 0 };
  const counts = { ...none, loanRows: 1, loansKept: 1, loansRejected: 0, debtors: isNamed ? 1 : 0, loansWithoutDebtor: isNamed ? 0 : 1, skippedRows: 0 };
  const findings = { reconciliation: [], rejections: [], warnings: [], findingCounts: {} };
  const report = tapeReportSchema.parse({ counts, sums: { ...sums, appraisalFen: 0, appraisalJoinedFen: 0 }, ...findings });
  return insertHandTape(trx, { dealId, madeAt: now, cutOffDate: cutOffDate ?? deal.cutOffDate, report });
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
export function createTapeService({ db, jobs, housekeeping, files, drafts, dictionary, now, onFailure, onPublished }: TapeServiceParts): TapeService {
  const { kysely } = db;
  /** What was found in files, by token. */
  const inspected = new LRUCache<string, TapeInspection>({ max: keptInspections });
  const passwords = createFilePasswords();
  const pathsOf = (fileToken: string) => {
    const [path, ...more] = files.pathsOf(fileToken);
    return { path, more };
  };
  const tapeDrafts = createTapeDrafts(drafts, files);
  /** Tapes whose rows are coming in. */
  const underWay = new Set<number>();
  let sweeping: Promise<void> = Promise.resolve();

  const inspect = async (
    fileToken: string,
    { encoding, delimiter = null, password, headerChoices = [] }: InspectionChoices = { encoding: null },
  ): Promise<TapeInspection> => {
    const tried = passwords.toTry(fileToken, password);
    const input = { ...pathsOf(fileToken), encoding, delimiter, passwords: tried, headerChoices };
    const inspection = await jobs.run("inspectTape", input, { kind: "inspectTape", bounds: inspectionBounds });
    passwords.keep(fileToken, tried);
    inspected.set(fileToken, inspection);
    return inspection;
  };

  const stage = ({ fileToken, encoding, delimiter = null, mapping }: TapeImport, place: TapePlace): Promise<StagedTape> => {
    const expectedSha256 = inspected.get(fileToken)?.sha256 ?? null;
    const input = {
      ...pathsOf(fileToken),
      encoding,
      delimiter,
      passwords: passwords.toTry(fileToken),
      mapping,
      expectedSha256,
      desk: db.forWorkers,
      place,
    };
    return jobs.run("importTape", input, { kind: "importTape", bounds: importBounds });
  };

  const publish = ({ dealId, mapping }: TapeImport, { isFirst, ...place }: BegunImport, staged: StagedTape): Promise<TapeRecord> =>
    kysely.transaction().execute(async (trx) => {
      const deal = await assertImportable(trx, dealId);
      // Of two that begin at once one wins: the other was never meant as its next version.
      if (isFirst && deal.package !== null) throw new DeskError("deal.hasTape", { dealId });
      const cutOffDate = staged.cutOffDate ?? mapping.cutOffDate;
      const warning = dateWarning(deal, cutOffDate, mapping);
      if (warning !== null) await insertWarning(trx, place.tapeId, warning);
      const report = warning === null ? staged.report : withWarning(staged.report, warning);
      const standing = deal.package === null ? "priced" : "waiting";
      const tape = await publishTape(trx, place, { ...staged, report, standing, cutOffDate: cutOffDate ?? deal.cutOffDate });
      if (cutOffDate !== null && standing === "priced") await setCutOffDate(trx, dealId, cutOffDate, now());
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
    const fileName = files.nameOf(fileToken);
    const place = await kysely.transaction().execute(async (trx) => {
      const deal = await assertImportable(trx, dealId);
      assertStated(request, deal);
      const made = await insertStagedTape(trx, { dealId, fileName, importedAt: now(), mapping });
      underWay.add(made.tapeId);
      return { ...made, isFirst: deal.package === null };
    });
    try {
      const tape = await publish(request, place, await stage(request, place));
      if (tape.standing === "priced")
        onPublished?.({ tapeId: place.tapeId, namesRevision: 0, ids: consecutiveIds(place.firstLoanId, tape.report.counts.loansKept) });
      return tape;
    } finally {
      underWay.delete(place.tapeId);
      sweepLater();
    }
  };

  const tapeOf = (tapeId: number) => getTape(kysely, tapeId);

  return {
    takeDropped: async (paths) => files.admitAll(await droppedTapes(paths)),
    inspect,
    lastMapping: async (dealId, fileToken) => {
      const { seller } = await getOpenDeal(kysely, dealId);
      const inspection = inspected.get(fileToken);
      return inspection === undefined || inspection.suggestedMapping.isOwn === true ? null : dictionary.recall(seller, inspection);
    },
    import: async (request) => {
      const tape = await importTape({ ...request, mapping: { ...request.mapping, words: (await dictionary.words()).map(taughtWordOf) } });
      const inspection = inspected.get(request.fileToken);
      const { seller } = await getOpenDeal(kysely, request.dealId);
      passwords.forget(request.fileToken);
      if (inspection !== undefined && request.mapping.isOwn !== true)
        await dictionary.remember({ seller, fileName: tape.fileName, inspection, mapping: request.mapping });
      return tape;
    },
    importAsProposed: async (dealId, fileToken) => {
      const { suggestedMapping } = await inspect(fileToken);
      return importTape({ dealId, fileToken, encoding: null, mapping: suggestedMapping });
    },
    list: async (dealId) => (await listTapes(kysely, dealId)).map(recordOf),
    draft: tapeDrafts.of,
    keepDraft: (dealId, fileToken, draft) => tapeDrafts.keep(dealId, fileToken, inspected.get(fileToken)?.sha256 ?? null, draft),
    dropDraft: tapeDrafts.drop,
    undo: async (tapeId) => {
      const tape = await tapeOf(tapeId);
      await getOpenDeal(kysely, tape.dealId);
      if (tape.undoneAt !== null) return recordOf(tape);
      await kysely.transaction().execute(async (trx) => {
        await markUndone(trx, tapeId, now());
        await forgetTapeSteps(trx, tape.dealId, tapeId);
        const [latest] = (await listStandings(trx, tape.dealId)).toSorted((a, b) => Number(a.standing === "waiting") - Number(b.standing === "waiting"));
        if (tape.standing === "priced" && latest !== undefined) await priceVersion(trx, { dealId: tape.dealId, tapeId: latest.id, now: now() });
      });
      sweepLater();
      return recordOf(await tapeOf(tapeId));
    },
    tapeOf,
    sweep,
  };
}
