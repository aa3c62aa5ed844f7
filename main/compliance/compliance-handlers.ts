import type { complianceFeature } from "../../shared/contract/compliance-channels.ts";
import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { ComplianceService } from "./compliance-service.ts";

export const complianceHandlers = (compliance: ComplianceService): HandlersOf<typeof complianceFeature> => ({
  "compliance.rules": () => compliance.rules(),
  "compliance.saveRule": ({ id, rule }) => compliance.saveRule(id, rule),
  "compliance.headroom": ({ dealId, priceFen }) => compliance.headroom(dealId, priceFen),
  "compliance.answer": ({ dealId, code, answer }) => compliance.answer(dealId, code, answer),
});
