import type { Handlers } from "../../shared/contract/contract.ts";
import type { simulationChannels } from "../../shared/contract/simulation-channels.ts";
import type { SimulationService } from "../simulations/simulation-service.ts";

export function createSimulationHandlers({ simulations }: { readonly simulations: SimulationService }): Pick<Handlers, keyof typeof simulationChannels> {
  return {
    "simulation.run": ({ dealId }) => simulations.run(dealId),
    "simulation.state": ({ dealId }) => simulations.state(dealId),
  };
}
