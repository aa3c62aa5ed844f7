import type { assumptionFeature } from "../../shared/contract/assumption-channels.ts";
import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { AssumptionService } from "./assumption-service.ts";

export const assumptionHandlers = (assumptions: AssumptionService): HandlersOf<typeof assumptionFeature> => ({
  "assumptions.list": () => assumptions.list(),
  "assumptions.copy": ({ id, ...names }) => assumptions.copy(id, names),
  "assumptions.update": ({ typing, ...set }) => assumptions.update(set, typing),
  "assumptions.remove": ({ id }) => assumptions.remove(id),
  "assumptions.apply": ({ dealId, assumptionSetId }) => assumptions.apply(dealId, assumptionSetId),
  "assumptions.model": ({ dealId }) => assumptions.model(dealId),
});
