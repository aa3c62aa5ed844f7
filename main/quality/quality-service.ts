import { LRUCache } from "lru-cache";
import type { ChannelInput, ChannelOutput } from "../../shared/contract/contract.ts";
import { type QualityKind, type QualityReport, type QualityState, qualityKind, qualityScore, qualityState } from "../../shared/domain/quality.ts";
import { sheetColumn } from "../../shared/domain/sheet-fields.ts";
import { DeskError } from "../../shared/result.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import { getDeal, getOpenDeal } from "../deals/deal-service.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import type { JournalService } from "../journal/journal-service.ts";
import { getLoanIds, getRevisions } from "../tapes/tape-service.ts";
import { covers, type KindExceptions } from "./exception-log.ts";
import { exceptionRow } from "./exception-row.ts";
import {
  confirmationIds,
  findConfirmation,
  insertConfirmation,
  listConfirmations,
  type NewConfirmation,
  readCovered,
  readDoubtful,
  removeConfirmation,
} from "./quality-queries.ts";
import type { QualityTasks } from "./quality-tasks.ts";
import { printOfLoan } from "./row-print.ts";
import type { QualityScan } from "./scan-tape.ts";

export interface QualityService {
  get(dealId: number): Promise<QualityReport>;
  rows(query: ChannelInput<"quality.rows">): Promise<ChannelOutput<"quality.rows">>;
  state(dealId: number): Promise<ChannelOutput<"quality.state">>;
  confirm(one: ChannelInput<"quality.confirm">): Promise<ChannelOutput<"quality.confirm">>;
  withdraw(dealId: number, confirmationId: number): Promise<ChannelOutput<"quality.withdraw">>;
  /** What stands confirmed of the deal's package, as it is to be said of another version, whose loans are told by those of this one. */
  followed(dealId: number, newerLoan: (loanId: number) => number | null): Promise<FollowedConfirmation[]>;
  /** Confirms in a version what was confirmed of the one before; answers the ids of the confirmations. */
  follow(trx: DeskDatabase["kysely"], tape: { readonly dealId: number; readonly tapeId: number }, followed: readonly FollowedConfirmation[]): Promise<number[]>;
  /** What a run keeps of the exceptions of its package. */
  stateOfRun(dealId: number): Promise<QualityState>;
}

interface QualityServiceParts {
  readonly db: DeskDatabase;
  readonly journal: Pick<JournalService, "edit">;
  readonly jobs: Pick<JobRunner<QualityTasks>, "run">;
  /** For what nobody waits for: the note on the workbench. */
  readonly housekeeping: Pick<JobRunner<QualityTasks>, "run">;
  readonly now: () => string;
  readonly author: () => Promise<string>;
}

/** A confirmation as it follows to the next version: who made it, when and why stay. */
type FollowedConfirmation = Omit<NewConfirmation, "dealId" | "tapeId" | "isCarried">;

/** Scans kept: that of the package in hand before and after a confirmation. 32 bytes an exception. */
const keptScans = 2;

interface ScannedTape {
  readonly tapeId: number;
  readonly scan: QualityScan;
}

/** The quality of packages as their rows stand (数据质量): what is stated, what is in doubt, and who looked at it. */
export function createQualityService({ db, journal, jobs, housekeeping, now, author }: QualityServiceParts): QualityService {
  const { kysely } = db;
  const scans = new LRUCache<string, Promise<QualityScan>>({ max: keptScans });

  /** The deal's package, looked at once for each revision, cut-off date and confirmation. */
  const scanned = async (dealId: number, runner: QualityServiceParts["jobs"], kind: "checkQuality" | null): Promise<ScannedTape> => {
    const deal = await getDeal(kysely, dealId);
    if (deal.package === null) throw new DeskError("deal.noTape", { dealId });
    const { tapeId } = deal.package;
    const { cutOffDate } = deal;
    const [{ revision }, confirmed] = await Promise.all([getRevisions(kysely, tapeId), confirmationIds(kysely, tapeId)]);
    const key = JSON.stringify([tapeId, revision, cutOffDate, confirmed]);
    const known = scans.get(key);
    if (known !== undefined) return { tapeId, scan: await known };
    const found = runner.run("qualityScan", { desk: db.forWorkers, tapeId, ids: await getLoanIds(kysely, tapeId), cutOffDate }, { kind });
    scans.set(key, found);
    found.catch(() => scans.delete(key));
    return { tapeId, scan: await found };
  };
  /** Of those that came from an earlier version, how many exceptions of this one they cover. */
  const confirmationsOf = async (tapeId: number, scan: QualityScan): Promise<QualityReport["confirmations"]> => {
    const all = await listConfirmations(kysely, tapeId);
    if (!all.some(({ isCarried }) => isCarried)) return all;
    const covered = new Map((await readCovered(kysely, tapeId)).map(({ id, prints }) => [id, prints]));
    return all.map((one) => (one.isCarried ? { ...one, rows: coveredPlaces(scan, one.kind, covered.get(one.id) ?? new Float64Array()).length } : one));
  };
  const reported = async ({ tapeId, scan }: ScannedTape): Promise<QualityReport> => ({
    tapeId,
    score: qualityScore(scan.fields),
    fields: scan.fields,
    kinds: scan.kinds.map((one) => ({ kind: one.kind, count: one.rowIds.length, open: openOf(one) })),
    ratios: [...scan.ratios],
    confirmations: await confirmationsOf(tapeId, scan),
  });
  const shown = (dealId: number) => scanned(dealId, jobs, "checkQuality");
  const stackOf = (dealId: number) => ({ area: "deal", dealId }) as const;

  return {
    get: async (dealId) => reported(await shown(dealId)),
    stateOfRun: async (dealId) => qualityState(await reported(await scanned(dealId, housekeeping, null))),
    state: async (dealId) => {
      if ((await getDeal(kysely, dealId)).package === null) return null;
      const { score, count, open } = qualityState(await reported(await scanned(dealId, housekeeping, null)));
      return { score, count, open };
    },
    rows: async ({ dealId, kind, onlyOpen, offset, limit }) => {
      const { scan } = await shown(dealId);
      const exceptions = scan.kinds.find((one) => one.kind === kind);
      if (exceptions === undefined) return { total: 0, rows: [] };
      const { total, places } = pageOf(exceptions, onlyOpen, offset, limit);
      const { list, shows } = qualityKind(kind);
      const ids = places.map((place) => exceptions.rowIds[place] ?? 0);
      const columns = shows.flatMap((field) => sheetColumn(list, field)?.column ?? []);
      const stored = new Map((await readDoubtful(kysely, list, ids, columns)).map((row) => [row.id, row]));
      const rows = places.flatMap((place) => {
        const row = stored.get(exceptions.rowIds[place] ?? 0);
        return row === undefined ? [] : [exceptionRow(kind, row, exceptions.isOpen[place] === 1)];
      });
      return { total, rows };
    },
    confirm: async ({ dealId, kind, rowId, reason }) => {
      await getOpenDeal(kysely, dealId);
      const { tapeId, scan } = await shown(dealId);
      const exceptions = scan.kinds.find((one) => one.kind === kind);
      const wanted = exceptions === undefined ? new Float64Array() : printsOf(exceptions, rowId);
      if (exceptions === undefined || wanted.length === 0) throw new DeskError("quality.nothingOpen");
      const [row] = rowId === null ? [] : await readDoubtful(kysely, qualityKind(kind).list, [rowId], []);
      const stated = {
        dealId,
        tapeId,
        kind,
        contractNo: row?.contract_no ?? null,
        reason,
        author: await author(),
        confirmedAt: now(),
        prints: wanted,
        isCarried: false,
      };
      await journal.edit({ stack: stackOf(dealId), label: () => ({ kind: "exceptionsConfirmed", name: String(wanted.length) }) }, async (edit) => {
        await getOpenDeal(edit.trx, dealId);
        edit.made("quality_confirmation", await insertConfirmation(edit.trx, stated));
      });
      return { confirmed: wanted.length };
    },
    followed: async (dealId, newerLoan) => {
      const { package: priced } = await getDeal(kysely, dealId);
      const covered = priced === null ? [] : await readCovered(kysely, priced.tapeId);
      if (covered.length === 0) return [];
      const { scan } = await scanned(dealId, housekeeping, null);
      return covered.flatMap(({ kind, contract_no: contractNo, reason, author: by, confirmed_at: confirmedAt, prints }): FollowedConfirmation[] => {
        const exceptions = scan.kinds.find((one) => one.kind === kind);
        const followed = coveredPlaces(scan, kind, prints).flatMap((place) => {
          const loanId = newerLoan(exceptions?.loanIds[place] ?? 0);
          return loanId === null ? [] : [printOfLoan(kind, loanId, exceptions?.said[place] ?? 0)];
        });
        return followed.length === 0 ? [] : [{ kind, contractNo, reason, author: by, confirmedAt, prints: Float64Array.from(followed) }];
      });
    },
    follow: async (trx, tape, followed) => {
      const ids: number[] = [];
      for (const one of followed) ids.push(await insertConfirmation(trx, { ...one, ...tape, isCarried: true }));
      return ids;
    },
    withdraw: (dealId, confirmationId) =>
      journal.edit({ stack: stackOf(dealId), label: () => ({ kind: "confirmationWithdrawn" }) }, async (edit) => {
        await getOpenDeal(edit.trx, dealId);
        const known = await findConfirmation(edit.trx, confirmationId);
        if (known === undefined || known.deal_id !== dealId) throw new DeskError("quality.notConfirmed");
        await edit.touch("quality_confirmation", confirmationId);
        await removeConfirmation(edit.trx, confirmationId);
        return { opened: known.row_count };
      }),
  };
}

const openOf = ({ isOpen }: KindExceptions): number => isOpen.reduce((sum, open) => sum + open, 0);

/** Places of the exceptions of a kind that a confirmation covers. */
function coveredPlaces({ kinds }: QualityScan, kind: QualityKind, rising: Float64Array): number[] {
  const exceptions = kinds.find((one) => one.kind === kind);
  if (exceptions === undefined) return [];
  return Array.from(exceptions.prints.keys()).filter((place) => covers(rising, exceptions, place));
}

/** Numbers of one exception, or of all that are open. */
const printsOf = ({ rowIds, prints, isOpen }: KindExceptions, rowId: number | null): Float64Array =>
  prints.filter((_, place) => isOpen[place] === 1 && (rowId === null || rowIds[place] === rowId));

/** Places of a page of exceptions. */
function pageOf({ isOpen }: KindExceptions, onlyOpen: boolean, offset: number, limit: number): { readonly total: number; readonly places: readonly number[] } {
  const places: number[] = [];
  let total = 0;
  for (const [place, open] of isOpen.entries()) {
    if (onlyOpen && open === 0) continue;
    if (total >= offset && places.length < limit) places.push(place);
    total += 1;
  }
  return { total, places };
}
