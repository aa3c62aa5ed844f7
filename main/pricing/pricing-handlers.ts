import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { pricingFeature } from "../../shared/contract/pricing-channels.ts";
import type { FigureService } from "./figure-service.ts";
import type { LoanListService } from "./loan-list-service.ts";
import type { PricingService } from "./pricing-service.ts";

export const pricingHandlers = (pricing: PricingService, figures: FigureService, loanLists: LoanListService): HandlersOf<typeof pricingFeature> => ({
  "pricing.price": ({ dealId, edit, typing }) => pricing.price(dealId, edit, typing),
  "pricing.whole": async ({ dealId }) => (await pricing.whole(dealId)).output.result,
  "pricing.loans": ({ dealId, ...query }) => pricing.loans(dealId, query),
  "pricing.exportLoans": ({ dealId, ...request }) => loanLists.save(dealId, request),
  "pricing.debtorShares": ({ dealId, caseName }) => pricing.debtorShares(dealId, caseName),
  "pricing.explainLoan": ({ dealId, caseName, loanId }) => pricing.explainLoan(dealId, caseName, loanId),
  "pricing.explain": ({ dealId, ...query }) => figures.explain(dealId, query),
});
