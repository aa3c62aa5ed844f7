import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { debtorFeature } from "../../shared/contract/debtor-channels.ts";
import type { DebtorService } from "./debtor-service.ts";

export const debtorHandlers = (debtors: DebtorService): HandlersOf<typeof debtorFeature> => ({
  "debtors.sheet": ({ dealId, view, ...window }) => debtors.sheet(dealId, view, window),
  "debtors.get": ({ dealId, loanId, caseName }) => debtors.get(dealId, loanId, caseName),
  "debtors.save": ({ dealId, loanId, entry }) => debtors.save(dealId, loanId, entry),
  "debtors.type": ({ dealId, lines }) => debtors.type(dealId, lines),
  "debtors.group": ({ dealId, loanIds, groupName }) => debtors.group(dealId, loanIds, groupName),
});
