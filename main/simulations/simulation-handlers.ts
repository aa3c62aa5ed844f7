import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { simulationFeature } from "../../shared/contract/simulation-channels.ts";
import type { SimulationService } from "./simulation-service.ts";

export const simulationHandlers = (simulations: SimulationService): HandlersOf<typeof simulationFeature> => ({
  "simulation.run": ({ dealId }) => simulations.run(dealId),
  "simulation.state": ({ dealId }) => simulations.state(dealId),
});
