import type { TFunction } from "i18next";
import type { MarketAverage, MarketDeal } from "../../shared/contract/market-channels.ts";
import type { Language } from "../../shared/domain/codes.ts";
import type { ExportTable } from "../../shared/domain/export-tables.ts";
import { marketTables } from "./market-tables.ts";

/** The records of which some text, as it is shown, holds what is searched. */
export function matching(averages: readonly MarketAverage[], deals: readonly MarketDeal[], search: string, language: Language, t: TFunction) {
  const wanted = search.normalize("NFKC").trim().toLowerCase();
  const [averageTable, dealTable] = marketTables(averages, deals, language, t);
  const isFound = (table: ExportTable | undefined, at: number) =>
    wanted === "" || table?.rows[at]?.some((cell) => typeof cell === "string" && cell.normalize("NFKC").toLowerCase().includes(wanted)) === true;
  return { averages: averages.filter((_, at) => isFound(averageTable, at)), deals: deals.filter((_, at) => isFound(dealTable, at)) };
}
