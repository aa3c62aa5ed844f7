import type { bridgeFeature } from "../../shared/contract/bridge-channels.ts";
import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { BridgeService } from "./bridge-service.ts";

export const bridgeHandlers = (bridges: BridgeService): HandlersOf<typeof bridgeFeature> => ({
  "bridges.get": (pair) => bridges.bridge(pair),
  "bridges.loans": (query) => bridges.loans(query),
  "bridges.save": (request) => bridges.save(request),
});
