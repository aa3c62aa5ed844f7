import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { scenarioFeature } from "../../shared/contract/scenario-channels.ts";
import type { ScenarioService } from "./scenario-service.ts";

export const scenarioHandlers = (scenarios: ScenarioService): HandlersOf<typeof scenarioFeature> => ({
  "scenarios.list": ({ dealId }) => scenarios.list(dealId),
  "scenarios.save": ({ dealId, scenarioId, scenario }) => scenarios.save(dealId, scenarioId, scenario),
  "scenarios.copy": ({ scenarioId, name }) => scenarios.copy(scenarioId, name),
  "scenarios.remove": ({ scenarioId }) => scenarios.remove(scenarioId),
  "scenarios.compare": ({ dealId }) => scenarios.compare(dealId),
});
