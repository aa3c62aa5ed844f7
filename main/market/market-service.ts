import type { Kysely } from "kysely";
import {
  type MarketAverage,
  type MarketAverageInput,
  type MarketDeal,
  type MarketDealInput,
  marketAverageInputSchema,
  marketDealFieldsSchema,
} from "../../shared/contract/market-channels.ts";
import { marketFigureFieldsSchema } from "../../shared/domain/market-figures.ts";
import { canonicalJson } from "../db/canonical-json.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import type { DeskSchema } from "../db/schema.ts";
import { seedOnce } from "../db/seed-once.ts";
import type { JournalService } from "../journal/journal-service.ts";
import { found } from "./found-record.ts";
import { listMarketFigures, writeMarketFigure } from "./market-figure-queries.ts";
import { seededFigures } from "./market-figure-seed.ts";
import { createMarketFigureService, type MarketFigureService } from "./market-figure-service.ts";
import {
  findMarketAverage,
  findMarketDeal,
  listMarketAverages,
  listMarketDeals,
  removeMarketAverage,
  removeMarketDeal,
  writeMarketAverage,
  writeMarketDeal,
} from "./market-queries.ts";
import { seededAverages, seededDeals } from "./market-seed.ts";

export interface MarketService extends MarketFigureService {
  deals(): Promise<MarketDeal[]>;
  /** A null id adds a deal. */
  saveDeal(id: number | null, deal: MarketDealInput): Promise<MarketDeal>;
  removeDeal(id: number): Promise<void>;
  averages(): Promise<MarketAverage[]>;
  saveAverage(id: number | null, average: MarketAverageInput): Promise<MarketAverage>;
  removeAverage(id: number): Promise<void>;
  /** Records that the app brings and that are no longer there as it brings them: removed, or made the desk's own. */
  missingBuiltIns(): Promise<{ readonly count: number }>;
  restoreBuiltIns(): Promise<void>;
}

interface MarketServiceParts {
  readonly db: DeskDatabase;
  readonly journal: Pick<JournalService, "edit">;
  readonly now: () => string;
}

const dealName = ({ buyer, seller }: MarketDealInput) => `${buyer} / ${seller}`;
const isSameRecord = (one: object, other: object) => canonicalJson(one) === canonicalJson(other);
const stack = { area: "market" } as const;

/** Gives the deals that an earlier version seeded what is known of them since; those that the desk made its own stay. */
async function completeSeeds(trx: Kysely<DeskSchema>): Promise<void> {
  const stored = await listMarketDeals(trx);
  for (const built of seededDeals) {
    const same = stored.find((deal) => deal.seeded && deal.buyer === built.buyer && deal.seller === built.seller && deal.reportedOn === built.reportedOn);
    if (same !== undefined) await writeMarketDeal(trx, same.id, built, true);
  }
}

/** Reported deals and average prices that a bid is held against. */
export function createMarketService({ db, journal, now }: MarketServiceParts): MarketService {
  const { kysely } = db;
  const first = seedOnce(kysely, "market.2025-11", now, async (trx) => {
    for (const deal of seededDeals) await writeMarketDeal(trx, null, deal, true);
    for (const average of seededAverages) await writeMarketAverage(trx, null, average, true);
  });
  const second = seedOnce(kysely, "market.2025-12", now, async (trx) => {
    await completeSeeds(trx);
    for (const figure of seededFigures) await writeMarketFigure(trx, null, figure, true);
  });
  const seeded = async () => {
    await first();
    await second();
  };
  const missing = async () => {
    await seeded();
    const [deals, averages, figures] = [await listMarketDeals(kysely), await listMarketAverages(kysely), await listMarketFigures(kysely)];
    return {
      deals: seededDeals.filter((built) => !deals.some((deal) => deal.seeded && isSameRecord(marketDealFieldsSchema.parse(deal), built))),
      averages: seededAverages.filter((built) => !averages.some((average) => average.seeded && isSameRecord(marketAverageInputSchema.parse(average), built))),
      figures: seededFigures.filter((built) => !figures.some((figure) => figure.seeded && isSameRecord(marketFigureFieldsSchema.parse(figure), built))),
    };
  };
  return {
    ...createMarketFigureService({ db, journal, seeded }),
    deals: async () => {
      await seeded();
      return listMarketDeals(kysely);
    },
    saveDeal: (id, deal) =>
      journal.edit({ stack, label: () => ({ kind: id === null ? "marketDealAdded" : "marketDealEdited", name: dealName(deal) }) }, async (edit) => {
        if (id !== null) await edit.touch("market_deal", id);
        const saved = found(await writeMarketDeal(edit.trx, id, deal), id);
        if (id === null) edit.made("market_deal", saved.id);
        return saved;
      }),
    removeDeal: async (id) => {
      const deal = found(await findMarketDeal(kysely, id), id);
      await journal.edit({ stack, label: () => ({ kind: "marketDealRemoved", name: dealName(deal) }) }, async ({ trx, touch }) => {
        await touch("market_deal", id);
        await removeMarketDeal(trx, id);
      });
    },
    averages: async () => {
      await seeded();
      return listMarketAverages(kysely);
    },
    saveAverage: (id, average) =>
      journal.edit(
        { stack, label: () => ({ kind: id === null ? "marketAverageAdded" : "marketAverageEdited", name: average.period, part: average.dealKind }) },
        async (edit) => {
          if (id !== null) await edit.touch("market_average", id);
          const saved = found(await writeMarketAverage(edit.trx, id, average), id);
          if (id === null) edit.made("market_average", saved.id);
          return saved;
        },
      ),
    removeAverage: async (id) => {
      const { period, dealKind } = found(await findMarketAverage(kysely, id), id);
      await journal.edit({ stack, label: () => ({ kind: "marketAverageRemoved", name: period, part: dealKind }) }, async ({ trx, touch }) => {
        await touch("market_average", id);
        await removeMarketAverage(trx, id);
      });
    },
    missingBuiltIns: async () => {
      const { deals, averages, figures } = await missing();
      return { count: deals.length + averages.length + figures.length };
    },
    restoreBuiltIns: async () => {
      const { deals, averages, figures } = await missing();
      await journal.edit({ stack, label: () => ({ kind: "builtInsRestored" }) }, async ({ trx, made }) => {
        for (const deal of deals) made("market_deal", found(await writeMarketDeal(trx, null, deal, true), null).id);
        for (const average of averages) made("market_average", found(await writeMarketAverage(trx, null, average, true), null).id);
        for (const figure of figures) made("market_figure", found(await writeMarketFigure(trx, null, figure, true), null).id);
      });
    },
  };
}
