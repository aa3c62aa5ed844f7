import type { MarketFigure, MarketFigureInput } from "../../shared/domain/market-figures.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import type { JournalService } from "../journal/journal-service.ts";
import { found } from "./found-record.ts";
import { findMarketFigure, listMarketFigures, removeMarketFigure, writeMarketFigure } from "./market-figure-queries.ts";

export interface MarketFigureService {
  figures(): Promise<MarketFigure[]>;
  /** A null id adds a figure. */
  saveFigure(id: number | null, figure: MarketFigureInput): Promise<MarketFigure>;
  removeFigure(id: number): Promise<void>;
}

interface MarketFigureParts {
  readonly db: DeskDatabase;
  readonly journal: Pick<JournalService, "edit">;
  /** Writes what the app brings, once. */
  readonly seeded: () => Promise<void>;
}

const stack = { area: "market" } as const;

/** Figures that are published of the sector and of companies. */
export function createMarketFigureService({ db: { kysely }, journal, seeded }: MarketFigureParts): MarketFigureService {
  return {
    figures: async () => {
      await seeded();
      return listMarketFigures(kysely);
    },
    saveFigure: (id, figure) =>
      journal.edit(
        { stack, label: () => ({ kind: id === null ? "marketFigureAdded" : "marketFigureEdited", name: figure.period, part: figure.measure }) },
        async (edit) => {
          if (id !== null) await edit.touch("market_figure", id);
          const saved = found(await writeMarketFigure(edit.trx, id, figure), id);
          if (id === null) edit.made("market_figure", saved.id);
          return saved;
        },
      ),
    removeFigure: async (id) => {
      const { period, measure } = found(await findMarketFigure(kysely, id), id);
      await journal.edit({ stack, label: () => ({ kind: "marketFigureRemoved", name: period, part: measure }) }, async ({ trx, touch }) => {
        await touch("market_figure", id);
        await removeMarketFigure(trx, id);
      });
    },
  };
}
