import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { runFeature } from "../../shared/contract/run-channels.ts";
import type { RunService } from "./run-service.ts";

export const runHandlers = (runs: RunService): HandlersOf<typeof runFeature> => ({
  "runs.save": ({ dealId, name }) => runs.save(dealId, name),
  "runs.list": ({ dealId }) => runs.list(dealId),
});
