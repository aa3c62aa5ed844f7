import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { twinFeature } from "../../shared/contract/twin-channels.ts";
import type { TwinService } from "./twin-service.ts";

export const twinHandlers = (twins: TwinService): HandlersOf<typeof twinFeature> => ({
  "twins.saveDeal": ({ dealId, ...request }) => twins.saveDeal(dealId, request),
  "twins.saveRun": ({ runId, ...request }) => twins.saveRun(runId, request),
});
