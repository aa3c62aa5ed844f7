import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { strataFeature } from "../../shared/contract/strata-channels.ts";
import type { CutDeal, StrataService } from "./strata-service.ts";

/** `latest` gives the latest pricing of a deal. */
export const strataHandlers = (strata: StrataService, latest: (dealId: number) => Promise<CutDeal>): HandlersOf<typeof strataFeature> => ({
  "strata.cut": async ({ dealId, ...query }) => strata.cut(await latest(dealId), query),
});
