import { LRUCache } from "lru-cache";
import type { ChannelInput, ChannelOutput } from "../../shared/contract/contract.ts";
import { type QualityReport, type QualityState, qualityKind, qualityScore, qualityState } from "../../shared/domain/quality.ts";
import { sheetColumn } from "../../shared/domain/sheet-fields.ts";
import { DeskError } from "../../shared/result.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import { getDeal, getOpenDeal } from "../deals/deal-service.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import type { JournalService } from "../journal/journal-service.ts";
import { getLoanIds, getRevisions } from "../tapes/tape-service.ts";
import type { KindExceptions } from "./exception-log.ts";
import { exceptionRow } from "./exception-row.ts";
import { confirmationIds, findConfirmation, insertConfirmation, listConfirmations, readDoubtful, removeConfirmation } from "./quality-queries.ts";
import type { QualityTasks } from "./quality-tasks.ts";
import type { QualityScan } from "./scan-tape.ts";

export interface QualityService {
  get(dealId: number): Promise<QualityReport>;
  rows(query: ChannelInput<"quality.rows">): Promise<ChannelOutput<"quality.rows">>;
  state(dealId: number): Promise<ChannelOutput<"quality.state">>;
  confirm(one: ChannelInput<"quality.confirm">): Promise<ChannelOutput<"quality.confirm">>;
  withdraw(dealId: number, confirmationId: number): Promise<ChannelOutput<"quality.withdraw">>;
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

/** Scans kept: that of the package in hand before and after a confirmation. Sixteen bytes an exception. */
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
  const reported = async ({ tapeId, scan }: ScannedTape): Promise<QualityReport> => ({
    tapeId,
    score: qualityScore(scan.fields),
    fields: scan.fields,
    kinds: scan.kinds.map((one) => ({ kind: one.kind, count: one.rowIds.length, open: openOf(one) })),
    ratios: [...scan.ratios],
    confirmations: await listConfirmations(kysely, tapeId),
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
      const stated = { dealId, tapeId, kind, contractNo: row?.contract_no ?? null, reason, author: await author(), confirmedAt: now(), prints: wanted };
      await journal.edit({ stack: stackOf(dealId), label: () => ({ kind: "exceptionsConfirmed", name: String(wanted.length) }) }, async (edit) => {
        await getOpenDeal(edit.trx, dealId);
        edit.made("quality_confirmation", await insertConfirmation(edit.trx, stated));
      });
      return { confirmed: wanted.length };
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
