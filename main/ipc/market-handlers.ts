import type { Handlers } from "../../shared/contract/contract.ts";
import type { marketChannels } from "../../shared/contract/market-channels.ts";
import type { MarketService } from "../market/market-service.ts";

export function createMarketHandlers({ market }: { readonly market: MarketService }): Pick<Handlers, keyof typeof marketChannels> {
  return {
    "market.deals": () => market.deals(),
    "market.saveDeal": ({ id, deal }) => market.saveDeal(id, deal),
    "market.removeDeal": ({ id }) => market.removeDeal(id),
    "market.averages": () => market.averages(),
    "market.saveAverage": ({ id, average }) => market.saveAverage(id, average),
    "market.removeAverage": ({ id }) => market.removeAverage(id),
  };
}
