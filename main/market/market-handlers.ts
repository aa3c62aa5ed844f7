import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { marketFeature } from "../../shared/contract/market-channels.ts";
import type { MarketService } from "./market-service.ts";

export const marketHandlers = (market: MarketService): HandlersOf<typeof marketFeature> => ({
  "market.deals": () => market.deals(),
  "market.saveDeal": ({ id, deal }) => market.saveDeal(id, deal),
  "market.removeDeal": ({ id }) => market.removeDeal(id),
  "market.missingBuiltIns": () => market.missingBuiltIns(),
  "market.restoreBuiltIns": () => market.restoreBuiltIns(),
  "market.averages": () => market.averages(),
  "market.saveAverage": ({ id, average }) => market.saveAverage(id, average),
  "market.removeAverage": ({ id }) => market.removeAverage(id),
  "market.figures": () => market.figures(),
  "market.saveFigure": ({ id, figure }) => market.saveFigure(id, figure),
  "market.removeFigure": ({ id }) => market.removeFigure(id),
});
