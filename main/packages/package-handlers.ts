import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { packageFeature } from "../../shared/contract/package-channels.ts";
import type { PackageService } from "./package-service.ts";

export const packageHandlers = (packages: PackageService): HandlersOf<typeof packageFeature> => ({
  "packages.loanFacts": ({ dealId, loanId }) => packages.loanFacts(dealId, loanId),
  "packages.debtors": ({ dealId }) => packages.debtors(dealId),
});
