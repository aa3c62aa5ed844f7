import type { Handlers } from "../../shared/contract/contract.ts";
import type { scenarioChannels } from "../../shared/contract/scenario-channels.ts";
import type { ScenarioService } from "../scenarios/scenario-service.ts";

export function createScenarioHandlers({ scenarios }: { readonly scenarios: ScenarioService }): Pick<Handlers, keyof typeof scenarioChannels> {
  return {
    "scenarios.list": ({ dealId }) => scenarios.list(dealId),
    "scenarios.save": ({ dealId, scenarioId, scenario }) => scenarios.save(dealId, scenarioId, scenario),
    "scenarios.copy": ({ scenarioId, name }) => scenarios.copy(scenarioId, name),
    "scenarios.remove": ({ scenarioId }) => scenarios.remove(scenarioId),
    "scenarios.compare": ({ dealId }) => scenarios.compare(dealId),
    "sensitivity.tornado": (question) => scenarios.tornado(question),
    "sensitivity.grid": (question) => scenarios.grid(question),
    "sensitivity.breakEven": (question) => scenarios.breakEven(question),
    "sensitivity.reverseStress": (question) => scenarios.reverseStress(question),
    "sensitivity.gaps": (question) => scenarios.gaps(question),
  };
}
