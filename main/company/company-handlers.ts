import type { companyFeature } from "../../shared/contract/company-channels.ts";
import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { CapacityService } from "./capacity-service.ts";
import type { CompanyService } from "./company-service.ts";

export const companyHandlers = (company: CompanyService, capacity: CapacityService): HandlersOf<typeof companyFeature> => ({
  "company.get": () => company.get(),
  "company.save": ({ id, entry }) => company.save(id, entry),
  "company.remove": ({ id }) => company.remove(id),
  "company.savePlan": (plan) => company.savePlan(plan),
  "company.importTable": ({ fileToken, kind }) => company.importTable(fileToken, kind),
  "company.addSample": () => company.addSample(),
  "company.removeSample": () => company.removeSample(),
  "company.capacity": (question) => capacity.capacity(question),
  "company.effect": ({ dealId }) => capacity.effect(dealId),
});
