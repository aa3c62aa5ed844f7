import type { MarketAverage, MarketAverageInput, MarketDeal, MarketDealInput } from "../../shared/contract/market-channels.ts";
import { DeskError } from "../../shared/result.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import { seedOnce } from "../db/seed-once.ts";
import { listMarketAverages, listMarketDeals, removeMarketAverage, removeMarketDeal, writeMarketAverage, writeMarketDeal } from "./market-queries.ts";
import { seededAverages, seededDeals } from "./market-seed.ts";

export interface MarketService {
  deals(): Promise<MarketDeal[]>;
  /** A null id adds a deal. */
  saveDeal(id: number | null, deal: MarketDealInput): Promise<MarketDeal>;
  removeDeal(id: number): Promise<void>;
  averages(): Promise<MarketAverage[]>;
  saveAverage(id: number | null, average: MarketAverageInput): Promise<MarketAverage>;
  removeAverage(id: number): Promise<void>;
}

function found<T>(row: T | undefined, id: number | null): T {
  if (row === undefined) throw new DeskError("market.notFound", { id: id ?? 0 });
  return row;
}

/** Reported deals and average prices that a bid is held against. */
export function createMarketService({ db, now }: { readonly db: DeskDatabase; readonly now: () => string }): MarketService {
  const { kysely } = db;
  const seeded = seedOnce(kysely, "market.2025-11", now, async (trx) => {
    for (const deal of seededDeals) await writeMarketDeal(trx, null, deal, true);
    for (const average of seededAverages) await writeMarketAverage(trx, null, average, true);
  });
  return {
    deals: async () => {
      await seeded();
      return listMarketDeals(kysely);
    },
    saveDeal: async (id, deal) => found(await writeMarketDeal(kysely, id, deal), id),
    removeDeal: async (id) => {
      if (!(await removeMarketDeal(kysely, id))) throw new DeskError("market.notFound", { id });
    },
    averages: async () => {
      await seeded();
      return listMarketAverages(kysely);
    },
    saveAverage: async (id, average) => found(await writeMarketAverage(kysely, id, average), id),
    removeAverage: async (id) => {
      if (!(await removeMarketAverage(kysely, id))) throw new DeskError("market.notFound", { id });
    },
  };
}
