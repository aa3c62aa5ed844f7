import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { runFeature } from "../../shared/contract/run-channels.ts";
import type { createRunRestorer } from "./restore-service.ts";
import type { RunService } from "./run-service.ts";

export const runHandlers = (runs: RunService, restore: ReturnType<typeof createRunRestorer>): HandlersOf<typeof runFeature> => ({
  "runs.save": ({ dealId, name, caseName }) => runs.save(dealId, name, caseName),
  "runs.list": ({ dealId }) => runs.list(dealId),
  "runs.mark": ({ runId, mark }) => runs.mark(runId, mark),
  "runs.open": ({ runId }) => runs.open(runId),
  "runs.restore": ({ runId }) => restore(runId),
  "runs.compare": ({ fromId, toId }) => runs.compare(fromId, toId),
});
