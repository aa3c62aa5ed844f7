import type { Handlers } from "../../shared/contract/contract.ts";
import { type AppHandlerParts, createAppHandlers } from "./app-handlers.ts";
import { createDealHandlers } from "./deal-handlers.ts";
import { createMarketHandlers } from "./market-handlers.ts";
import { createMemoHandlers } from "./memo-handlers.ts";
import { createPricingHandlers } from "./pricing-handlers.ts";
import { createScenarioHandlers } from "./scenario-handlers.ts";
import { createSimulationHandlers } from "./simulation-handlers.ts";
import { createTapeHandlers } from "./tape-handlers.ts";

export type HandlerParts = AppHandlerParts &
  Parameters<typeof createDealHandlers>[0] &
  Parameters<typeof createTapeHandlers>[0] &
  Parameters<typeof createPricingHandlers>[0] &
  Parameters<typeof createScenarioHandlers>[0] &
  Parameters<typeof createSimulationHandlers>[0] &
  Parameters<typeof createMarketHandlers>[0] &
  Parameters<typeof createMemoHandlers>[0];

/** One handler for every channel of the contract. */
export function createHandlers(parts: HandlerParts): Handlers {
  return {
    ...createAppHandlers(parts),
    ...createDealHandlers(parts),
    ...createTapeHandlers(parts),
    ...createPricingHandlers(parts),
    ...createScenarioHandlers(parts),
    ...createSimulationHandlers(parts),
    ...createMarketHandlers(parts),
    ...createMemoHandlers(parts),
  };
}
