import type { Handlers } from "../../shared/contract/contract.ts";
import type { pricingChannels } from "../../shared/contract/pricing-channels.ts";
import type { PricingService } from "../pricing/pricing-service.ts";

export function createPricingHandlers({ pricing }: { readonly pricing: PricingService }): Pick<Handlers, keyof typeof pricingChannels> {
  const { assumptions } = pricing;
  return {
    "pricing.model": ({ dealId }) => pricing.model(dealId),
    "pricing.price": ({ dealId, edit }) => pricing.price(dealId, edit),
    "pricing.loans": ({ dealId, ...query }) => pricing.loans(dealId, query),
    "pricing.explainLoan": ({ dealId, caseName, loanId }) => pricing.explainLoan(dealId, caseName, loanId),
    "pricing.loanFacts": ({ dealId, loanId }) => pricing.loanFacts(dealId, loanId),
    "pricing.explain": ({ dealId, ...query }) => pricing.explain(dealId, query),
    "pricing.saveRun": ({ dealId, name }) => pricing.saveRun(dealId, name),
    "pricing.runs": ({ dealId }) => pricing.runs(dealId),
    "assumptions.list": () => assumptions.list(),
    "assumptions.copy": ({ id, ...names }) => assumptions.copy(id, names),
    "assumptions.update": (set) => assumptions.update(set),
    "assumptions.remove": ({ id }) => assumptions.remove(id),
    "assumptions.apply": ({ dealId, assumptionSetId }) => assumptions.apply(dealId, assumptionSetId),
  };
}
