import type { Kysely } from "kysely";
import { type Deal, type DealInput, inputOf, newDeal } from "../../shared/contract/deal-channels.ts";
import type { DealKind } from "../../shared/domain/codes.ts";
import { DeskError } from "../../shared/result.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import type { DeskSchema } from "../db/schema.ts";
import type { Edit, JournalService } from "../journal/journal-service.ts";
import { findDeal, findSampleDealId, insertDeal, listDeals, updateArchived, updateCutOffDate, updateDeal } from "./deal-queries.ts";
import { sampleDeal } from "./sample-deal.ts";

export interface DealServiceParts {
  readonly db: DeskDatabase;
  readonly journal: Pick<JournalService, "edit">;
  readonly now: () => string;
  /** Imports the tape that ships with the app into the deal, through the same door as any other tape. */
  readonly openSample?: (dealId: number) => Promise<unknown>;
  /** Gives a deal the assumptions of another. */
  readonly copyModel?: (from: number, to: number) => Promise<void>;
  /** Answers what takes with a deal that hangs on its kind, inside the edit that changes it. */
  readonly followKind?: (is: DealKind) => Promise<(edit: Pick<Edit, "trx" | "touch">, dealId: number, was: DealKind) => Promise<void>>;
}

export interface DealService {
  list(archived: boolean): Promise<Deal[]>;
  get(dealId: number): Promise<Deal>;
  create(deal: DealInput): Promise<Deal>;
  /** An archived deal is read-only. */
  update(dealId: number, deal: DealInput): Promise<Deal>;
  archive(dealId: number, archived: boolean): Promise<Deal>;
  /** A new deal under the name, with the entry and the assumptions of another; its tape stays with that one. */
  duplicate(dealId: number, name: string): Promise<Deal>;
  openSample(): Promise<Deal>;
}

/** The deal, also from inside another feature's transaction. */
export async function getDeal(db: Kysely<DeskSchema>, dealId: number): Promise<Deal> {
  const deal = await findDeal(db, dealId);
  if (deal === undefined) throw new DeskError("deal.notFound", { dealId });
  return deal;
}

/** The deal where it may be changed. */
export async function getOpenDeal(db: Kysely<DeskSchema>, dealId: number): Promise<Deal> {
  const deal = await getDeal(db, dealId);
  if (deal.archived) throw new DeskError("deal.archived", { dealId });
  return deal;
}

/** There is one cut-off date: the one that an import was confirmed with becomes the deal's. */
export async function setCutOffDate(db: Kysely<DeskSchema>, dealId: number, cutOffDate: string, now: string): Promise<void> {
  await updateCutOffDate(db, dealId, cutOffDate, now);
}

async function findOrCreateSample(db: Kysely<DeskSchema>, now: string): Promise<Deal> {
  return db.transaction().execute(async (trx) => {
    const dealId = (await findSampleDealId(trx)) ?? (await insertDeal(trx, sampleDeal, now, true));
    const deal = await getDeal(trx, dealId);
    if (deal.archived) await updateArchived(trx, dealId, false, now);
    return deal;
  });
}

export function createDealService({ db, journal, now, openSample, copyModel, followKind }: DealServiceParts): DealService {
  const { kysely } = db;
  let opening: Promise<Deal> | undefined;
  const open = async (): Promise<Deal> => {
    const sample = await findOrCreateSample(kysely, now());
    if (sample.package === null) await openSample?.(sample.id);
    return getDeal(kysely, sample.id);
  };
  return {
    list: (archived) => listDeals(kysely, archived),
    get: (dealId) => getDeal(kysely, dealId),
    create: async (deal) => getDeal(kysely, await insertDeal(kysely, deal, now())),
    update: async (dealId, deal) => {
      const follow = await followKind?.(deal.kind);
      return journal.edit({ stack: { area: "register" }, label: () => ({ kind: "dealEdited", name: deal.name }) }, async ({ trx, touch }) => {
        const { kind: was } = await getOpenDeal(trx, dealId);
        await touch("deal", dealId);
        await updateDeal(trx, dealId, deal, now());
        if (was !== deal.kind) await follow?.({ trx, touch }, dealId, was);
        return getDeal(trx, dealId);
      });
    },
    archive: async (dealId, archived) => {
      const { name } = await getDeal(kysely, dealId);
      const label = { kind: archived ? "dealArchived" : "dealRestored", name } as const;
      return journal.edit({ stack: { area: "register" }, label: () => label }, async ({ trx, touch }) => {
        await touch("deal", dealId);
        await updateArchived(trx, dealId, archived, now());
        return getDeal(trx, dealId);
      });
    },
    duplicate: async (dealId, name) => {
      const entry = inputOf(await getDeal(kysely, dealId));
      const copy = await insertDeal(kysely, { ...entry, name, status: newDeal.status }, now());
      await copyModel?.(dealId, copy);
      return getDeal(kysely, copy);
    },
    openSample: () => {
      // Two clicks are one import: the second waits for the first.
      opening ??= open().finally(() => {
        opening = undefined;
      });
      return opening;
    },
  };
}
