import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { diligenceFeature } from "../../shared/contract/diligence-channels.ts";
import type { DiligenceService } from "./diligence-service.ts";

export const diligenceHandlers = (diligence: DiligenceService): HandlersOf<typeof diligenceFeature> => ({
  "diligence.get": ({ dealId }) => diligence.get(dealId),
  "diligence.saveInspection": ({ dealId, loanId, inspection }) => diligence.saveInspection(dealId, loanId, inspection),
  "diligence.saveHours": ({ dealId, hours }) => diligence.saveHours(dealId, hours),
});
