import { LRUCache } from "lru-cache";
import type { ChannelInput, ChannelOutput } from "../../shared/contract/contract.ts";
import type { SavedList } from "../../shared/contract/export-channels.ts";
import type { TapeVersion, VersionPair, VersionSummary } from "../../shared/contract/version-channels.ts";
import { sheetColumn } from "../../shared/domain/sheet-fields.ts";
import { DeskError } from "../../shared/result.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import { getDeal, getOpenDeal } from "../deals/deal-service.ts";
import type { ExportService } from "../exports/export-service.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import type { JournalService } from "../journal/journal-service.ts";
import type { SheetService } from "../sheet/sheet-service.ts";
import { priceVersion } from "../tapes/tape-service.ts";
import { openConflicts, workToCarry } from "./carried-work.ts";
import type { Comparison } from "./compare-tapes.ts";
import type { LoanPairs } from "./loan-match.ts";
import type { ListedComparison } from "./version-lists.ts";
import {
  countOrphans,
  type Decider,
  editKey,
  linesToMove,
  listVersions,
  moveLine,
  readChoices,
  readDebtorKeys,
  readDecided,
  writeChoices,
  writeDecision,
} from "./version-queries.ts";
import type { VersionTasks } from "./version-tasks.ts";

export interface VersionService {
  /** The versions of a deal's tape, newest first. */
  list(dealId: number): Promise<TapeVersion[]>;
  compare(dealId: number, pair: VersionPair): Promise<VersionSummary>;
  rows(query: ChannelInput<"versions.rows">): Promise<ChannelOutput<"versions.rows">>;
  decide(decision: ChannelInput<"versions.decide">): Promise<void>;
  choose(choice: ChannelInput<"versions.choose">): Promise<{ chosen: number }>;
  /** Makes the version that waits the deal's package, once all is decided: its rows, the desk's edits and its debtors change at once, as one step. */
  adopt(dealId: number, tapeId: number): Promise<ChannelOutput<"versions.adopt">>;
  /** Makes a version that is kept the deal's package. */
  price(dealId: number, tapeId: number): Promise<void>;
  /** Which loans of two versions are one, by rule or by the desk's decision; null where one of them is no version of the deal any more. */
  matched(dealId: number, pair: VersionPair): Promise<LoanPairs | null>;
  save(request: ChannelInput<"versions.export">): Promise<SavedList | null>;
}

/** A confirmation of an exception as it follows to another version: more of it only its keeper knows. */
interface Followed {
  readonly prints: Float64Array;
}

/** Keeps which exceptions of a package somebody looked at. */
interface ConfirmationKeeper {
  followed(dealId: number, newerLoan: (loanId: number) => number | null): Promise<readonly Followed[]>;
  follow(trx: DeskDatabase["kysely"], tape: { readonly dealId: number; readonly tapeId: number }, followed: readonly Followed[]): Promise<number[]>;
}

interface VersionServiceParts {
  readonly db: DeskDatabase;
  readonly jobs: Pick<JobRunner<VersionTasks>, "run">;
  readonly journal: Pick<JournalService, "edit">;
  readonly sheet: Pick<SheetService, "carry">;
  readonly quality: ConfirmationKeeper;
  readonly exports: Pick<ExportService, "saveAs">;
  readonly now: () => string;
  /** Who works at the desk; empty where it is not stated. */
  readonly author: () => Promise<string>;
}

/** Comparisons kept in memory; that of a million loans with a million changes takes 35 MB. */
const keptComparisons = 2;

function summaryOf(
  comparison: Comparison,
  { choices, decided }: Pick<ListedComparison, "choices" | "decided">,
  orphans: VersionSummary["orphans"],
): VersionSummary {
  const { match, addedSums, droppedSums, changedLoans, fields, doubtful, edits, moved } = comparison;
  const outcomes = { conflict: 0, carried: 0, settled: 0, lost: 0 };
  for (const { outcome } of edits) outcomes[outcome] += 1;
  return {
    matched: match,
    added: addedSums,
    dropped: droppedSums,
    changedLoans,
    fields: [...fields],
    doubtful: { open: doubtful.length, all: doubtful.length + decided.length },
    edits: outcomes,
    openConflicts: openConflicts(edits, choices).length,
    movedDebtors: moved.length,
    orphans,
  };
}

/** Versions of a deal's tape: held against each other in a worker, decided, and made the deal's package. */
export function createVersionService({ db, jobs, journal, sheet, quality, exports, now, author }: VersionServiceParts): VersionService {
  const { kysely } = db;
  const comparisons = new LRUCache<string, Promise<Comparison>>({ max: keptComparisons });

  const versionsOf = async (dealId: number, { olderTapeId, newerTapeId }: VersionPair): Promise<{ older: TapeVersion; newer: TapeVersion }> => {
    await getDeal(kysely, dealId);
    const versions = await listVersions(kysely, dealId);
    const of = (tapeId: number) => {
      const version = versions.find((one) => one.tapeId === tapeId);
      if (version === undefined) throw new DeskError("version.notOfDeal", { tapeId });
      return version;
    };
    return { older: of(olderTapeId), newer: of(newerTapeId) };
  };

  const listed = async (
    dealId: number,
    pair: VersionPair,
  ): Promise<ListedComparison & { readonly comparison: Comparison; readonly older: TapeVersion; readonly newer: TapeVersion }> => {
    const { older, newer } = await versionsOf(dealId, pair);
    const [decided, choices, debtorKeys] = [await readDecided(kysely, pair), await readChoices(kysely, pair), await readDebtorKeys(kysely, dealId)];
    const key = JSON.stringify([pair, older.revision, newer.revision, decided.map(({ id }) => id), debtorKeys]);
    let comparing = comparisons.get(key);
    if (comparing === undefined) {
      comparing = jobs.run("compareTapes", { desk: db.forWorkers, ...tapesOf(pair), decided, debtorKeys }, { kind: "compareTapes" });
      comparisons.set(key, comparing);
      comparing.catch(() => comparisons.delete(key));
    }
    return { tapes: tapesOf(pair), comparison: await comparing, decided, choices, older, newer };
  };

  const matched: VersionService["matched"] = async (dealId, pair) => {
    const known = new Set((await listVersions(kysely, dealId)).map(({ tapeId }) => tapeId));
    if (!known.has(pair.olderTapeId) || !known.has(pair.newerTapeId)) return null;
    return jobs.run("matchTapes", { desk: db.forWorkers, ...tapesOf(pair), decided: await readDecided(kysely, pair) }, { kind: "compareTapes" });
  };

  const toWorker = ({ tapes, comparison, decided, choices }: ListedComparison): ListedComparison => {
    const { changes, added, dropped, doubtful, edits } = comparison;
    return { tapes, comparison: { changes, added, dropped, doubtful, edits }, decided, choices };
  };

  const rows: VersionService["rows"] = async ({ dealId, olderTapeId, newerTapeId, ...page }) =>
    jobs.run("versionRows", { desk: db.forWorkers, listed: toWorker(await listed(dealId, { olderTapeId, newerTapeId })), ...page }, { kind: null });

  /** What is still to be decided may be: of the version that waits, against the one that is priced. */
  const assertWaiting = async (dealId: number, pair: VersionPair): Promise<void> => {
    await getOpenDeal(kysely, dealId);
    const { newer } = await versionsOf(dealId, pair);
    if (newer.standing !== "waiting") throw new DeskError("version.notWaiting", { tapeId: newer.tapeId });
  };
  const decider = async (): Promise<Decider> => ({ by: await author(), at: now() });

  return {
    list: (dealId) => listVersions(kysely, dealId),
    matched,
    compare: async (dealId, pair) => {
      const found = await listed(dealId, pair);
      const [older, newer] = [await countOrphans(kysely, pair.olderTapeId), await countOrphans(kysely, pair.newerTapeId)];
      return summaryOf(found.comparison, found, { older, newer });
    },
    rows,
    decide: async ({ dealId, olderLoanId, newerLoanId, isSame, ...pair }) => {
      await assertWaiting(dealId, pair);
      const by = await decider();
      await kysely.transaction().execute((trx) => writeDecision(trx, pair, { olderLoanId, newerLoanId, isSame }, by));
    },
    choose: async ({ dealId, rows: chosen, takes, ...pair }) => {
      await assertWaiting(dealId, pair);
      const { comparison, choices } = await listed(dealId, pair);
      const wanted =
        chosen === null
          ? null
          : new Set(
              chosen.map(({ list, rowId, field }) =>
                editKey({ list, olderRow: rowId, column: field === null ? null : (sheetColumn(list, field)?.column ?? null) }),
              ),
            );
      const conflicts = comparison.edits.filter(({ outcome }) => outcome === "conflict");
      const edits = wanted === null ? openConflicts(comparison.edits, choices) : conflicts.filter((edit) => wanted.has(editKey(edit)));
      const by = await decider();
      await kysely.transaction().execute((trx) => writeChoices(trx, pair, edits, takes, by));
      return { chosen: edits.length };
    },
    adopt: async (dealId, tapeId) => {
      const { package: priced } = await getOpenDeal(kysely, dealId);
      if (priced === null) throw new DeskError("deal.noTape", { dealId });
      const pair = { olderTapeId: priced.tapeId, newerTapeId: tapeId };
      await assertWaiting(dealId, pair);
      const { comparison, choices, older, newer } = await listed(dealId, pair);
      const open = openConflicts(comparison.edits, choices);
      if (comparison.doubtful.length + open.length > 0) throw new DeskError("version.undecided", { pairs: comparison.doubtful.length, conflicts: open.length });
      const work = workToCarry(pair, comparison.edits, choices);
      const by = await author();
      const confirmed = await quality.followed(dealId, newerLoanOf(await matched(dealId, pair)));
      return journal.edit(
        { stack: { area: "deal", dealId }, label: () => ({ kind: "versionAdopted", name: newer.fileName }) },
        async ({ trx, touch, batch, made }) => {
          const standing = await listVersions(trx, dealId);
          const isAsCompared = [older, newer].every((version) =>
            standing.some((one) => one.tapeId === version.tapeId && one.revision === version.revision && one.standing === version.standing),
          );
          if (!isAsCompared) throw new DeskError("version.changed", { tapeId });
          const { batchIds, carried, refused } = await sheet.carry(trx, by, work);
          for (const id of batchIds) batch(id);
          for (const { from, to } of comparison.moved) {
            for (const line of await linesToMove(trx, dealId, from, to)) {
              await touch(line.table, line.id);
              await moveLine(trx, line, to);
            }
          }
          // Behind the edits, so that the step has of the tape only where it stands; the one that is priced first, so that an undo never has two.
          await touch("tape", older.tapeId);
          await touch("tape", newer.tapeId);
          await touch("deal", dealId);
          await priceVersion(trx, { dealId, tapeId, now: now() });
          for (const id of await quality.follow(trx, { dealId, tapeId }, confirmed)) made("quality_confirmation", id);
          return { carried, refused, confirmed: confirmed.reduce((sum, { prints }) => sum + prints.length, 0) };
        },
      );
    },
    price: async (dealId, tapeId) => {
      const { package: priced } = await getOpenDeal(kysely, dealId);
      const version = (await listVersions(kysely, dealId)).find((one) => one.tapeId === tapeId);
      if (version === undefined) throw new DeskError("version.notOfDeal", { tapeId });
      if (version.standing === "waiting") throw new DeskError("version.waits", { tapeId });
      if (version.standing === "priced") return;
      await journal.edit({ stack: { area: "deal", dealId }, label: () => ({ kind: "versionPriced", name: version.fileName }) }, async ({ trx, touch }) => {
        if (priced !== null) await touch("tape", priced.tapeId);
        await touch("tape", tapeId);
        await touch("deal", dealId);
        await priceVersion(trx, { dealId, tapeId, now: now() });
      });
    },
    save: async ({ dealId, filter, language, unit, fileName, ...pair }) => {
      const source = { desk: db.forWorkers, listed: toWorker(await listed(dealId, pair)), filter, language, unit };
      const { total } = await rows({ dealId, ...pair, filter, offset: 0, limit: 1 });
      return exports.saveAs({
        fileName,
        unit,
        write: async (place) => {
          await jobs.run("exportVersionRows", { source: { ...source, count: total }, place }, { kind: "exportTable" });
          return total;
        },
      });
    },
  };
}

const tapesOf = ({ olderTapeId, newerTapeId }: VersionPair) => ({ olderTapeId, newerTapeId });

/** The loan of the newer version that a loan of the older one is. */
function newerLoanOf(pairs: LoanPairs | null): (loanId: number) => number | null {
  const newer = new Map<number, number>();
  for (const [at, older] of (pairs?.older ?? new Float64Array()).entries()) newer.set(older, pairs?.newer[at] ?? 0);
  return (loanId) => newer.get(loanId) ?? null;
}
