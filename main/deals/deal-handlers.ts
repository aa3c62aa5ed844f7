import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { dealFeature } from "../../shared/contract/deal-channels.ts";
import type { DealService } from "./deal-service.ts";

export const dealHandlers = (deals: DealService): HandlersOf<typeof dealFeature> => ({
  "deals.list": ({ archived }) => deals.list(archived),
  "deals.get": ({ dealId }) => deals.get(dealId),
  "deals.create": (deal) => deals.create(deal),
  "deals.update": ({ dealId, deal }) => deals.update(dealId, deal),
  "deals.archive": ({ dealId, archived }) => deals.archive(dealId, archived),
  "deals.duplicate": ({ dealId, name }) => deals.duplicate(dealId, name),
  "deals.openSample": () => deals.openSample(),
});
