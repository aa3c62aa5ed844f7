import type { Handlers } from "../../shared/contract/contract.ts";
import type { dealChannels } from "../../shared/contract/deal-channels.ts";
import type { DealService } from "../deals/deal-service.ts";

export function createDealHandlers({ deals }: { readonly deals: DealService }): Pick<Handlers, keyof typeof dealChannels> {
  return {
    "deals.list": ({ archived }) => deals.list(archived),
    "deals.get": ({ dealId }) => deals.get(dealId),
    "deals.create": (deal) => deals.create(deal),
    "deals.update": ({ dealId, deal }) => deals.update(dealId, deal),
    "deals.archive": ({ dealId, archived }) => deals.archive(dealId, archived),
    "deals.openSample": () => deals.openSample(),
  };
}
