import type { TraceKey } from "../../domain/trace-keys.ts";

/** Lines of the trace; keys in shared/domain/trace-keys. */
export const traceEn: Readonly<Record<TraceKey, string>> = {
  loanPresentValue: "Present value of the loan's net cash flow: claim {{claimYuan}}, hurdle rate {{hurdleRate}}",
  collateralRoute: "Present value of collateral recoveries: {{itemCount}} item(s), litigation stage {{stage}}",
  collateralItem: "Collateral {{number}} ({{kind}}, rank {{lienRank}}): appraisal {{appraisalYuan}}, value factor {{valueFactor}}",
  seizedItem: "Seized asset {{number}} ({{kind}}, we are unsecured): appraisal {{appraisalYuan}}, value factor {{valueFactor}}",
  sharedItem:
    "Collateral {{number}} of several loans ({{kind}}, rank {{lienRank}}): {{rowCount}} rows on the tape, sold once at the lowest appraisal stated, {{appraisalYuan}}; value factor {{valueFactor}}",
  appraisalCarried: "Item {{number}}: appraisal of {{appraisalYuan}}, {{months}} months old, carried to cut-off at {{rate}} a year: {{carriedYuan}}",
  appraisalCarriedByCity:
    "Item {{number}}: appraisal of {{appraisalYuan}}, {{months}} months old, carried to cut-off by the index of {{city}} at {{rate}} a year: {{carriedYuan}}",
  waitingSeizure: "Item {{number}}: another court seized it first; its sale waits {{months}} months (Fa Shi [2016] 6)",
  enforcementStayed: "Item {{number}}: reorganisation of the debtor suspends its sale for {{months}} months (Bankruptcy Law, Art 75)",
  courtDelay: "{{court}}: {{months}} months later than the stage says, counted above",
  auctionRound:
    "Round {{round}} in month {{month}}: opening price {{openingYuan}}, price {{priceYuan}}, probability {{probability}}, to us {{toUsYuan}}, discount factor {{discountFactor}}",
  debtForAsset:
    "Debt for asset after the last failed round: taken in month {{fromMonth}} at {{priceYuan}}, of which {{setOffYuan}} pays the claim; resold in month {{month}}, probability {{probability}}, discount factor {{discountFactor}}",
  takeOverRefused:
    "Debt for asset in month {{month}} at {{priceYuan}} isn't worth while (probability {{probability}}): {{setOffYuan}} would pay the claim, {{share}} of the price is the least",
  takeOverResale: "Resale in month {{month}} at {{share}} of the take-over price: {{priceYuan}}",
  takeOverPaid: "Paid at take-over in month {{month}}: {{deductionYuan}}, the part of {{priceYuan}} that is not set off against the claim ({{setOffYuan}})",
  ownRealisation: "Own estimate: realised in month {{month}} with {{probability}} at {{priceYuan}}, to us {{toUsYuan}}, discount factor {{discountFactor}}",
  roundBeyondHorizon: "Round {{round}} in month {{month}} lies beyond the horizon: nothing recovered (probability {{probability}})",
  salePrice: "Price {{priceYuan}}",
  sellerTax: "Less other taxes borne by the seller {{deductionYuan}}, {{rate}} of the price",
  saleVat: "Less value-added tax and surcharges {{deductionYuan}}, {{rate}} of the price",
  landVat: "Less land value-added tax {{deductionYuan}}, {{rate}} of the price",
  stampDuty: "Less stamp duty {{deductionYuan}}, {{rate}} of the price",
  saleCost: "Less sale costs {{deductionYuan}}, {{rate}} of the price",
  deedTax: "Less deed tax on the take-over price {{deductionYuan}}, {{rate}} of it",
  carry: "Less cost of holding until the resale {{deductionYuan}}, {{rate}} of the take-over price",
  resaleCost: "Less taxes and costs of the resale {{deductionYuan}}, {{rate}} of the take-over price",
  auctionCommission: "Less auctioneer's commission {{deductionYuan}} on the planned opening price, of which the proceeds bear {{share}}",
  enforcementFee: "Less enforcement fee {{deductionYuan}}, graduated on the claim, shared by appraisal",
  propertyFees: "Less property fees in arrears {{deductionYuan}}: {{rate}} of the appraisal a year from default to the first round, {{months}} months at most",
  landPremium: "Less premium of the land's grant {{deductionYuan}}",
  homebuyerClaims: "Less claims of home buyers {{deductionYuan}}",
  wageClaims: "Less wages owed by the bankrupt debtor {{deductionYuan}}",
  taxArrears: "Less taxes owed from before the mortgage {{deductionYuan}}",
  priorityClaims: "Less construction price priority {{deductionYuan}}",
  seniorClaimsStated: "Less senior claims {{deductionYuan}}, as stated on the tape",
  seniorClaimsByRank: "Less senior claims {{deductionYuan}}, not stated, inferred from rank {{lienRank}}",
  aboveSecuredCap: "Less the part above the secured cap of {{capYuan}}: {{deductionYuan}}",
  rivalsBefore: "Less unsecured creditors who seized before us {{deductionYuan}} (company debtor: order of seizure)",
  rivalsProRata: "Less other participating creditors {{deductionYuan}} (individual debtor: pro rata to claims, our share {{share}})",
  rivalsInBankruptcy: "Less other unsecured creditors {{deductionYuan}} (bankruptcy: pro rata to claims, our share {{share}})",
  aboveClaim: "Less the part above the claim of {{claimYuan}}, {{deductionYuan}}: paid to the debtor or to later creditors",
  sharedAhead: "Less commission, enforcement fees of all loans, land premium, home buyers, wages, taxes owed and construction priority {{deductionYuan}}",
  otherLoans: "Less other loans of the package that the asset secures {{deductionYuan}}, by rank, then pro rata to claims",
  otherCreditors: "Less other creditors, parts above caps, and what returns to the debtor {{deductionYuan}}",
  debtorSurplus: "{{share}} of what sales leave the debtor above claims and caps, shared by this debtor's claims: {{cashYuan}} expected",
  claimCap: "Less the part above the claim of {{claimYuan}}, which goes to the debtor or to later creditors",
  jointOrder: "Effect of paying assets in the order of their months until claims are used up (claim {{claimYuan}})",
  guarantorRoute:
    "Present value of guarantor payments: {{count}} guarantor(s), claim left after collateral {{remainingYuan}}, probability {{probability}}, paid share {{rate}}, evenly over {{windowMonths}} months from month {{fromMonth}}, mean discount factor {{discountFactor}}",
  guarantorCapped: "Guarantor {{number}} (cap {{capYuan}}): due {{dueYuan}}, expected {{cashYuan}}",
  guarantorUncapped: "Guarantor {{number}} (no cap stated): due {{dueYuan}}, expected {{cashYuan}}",
  guaranteesExpired: "{{count}} guarantor(s) past the guarantee period: nothing is counted",
  guarantorNotNamed: "The list states a guarantee and names nobody: {{count}} guarantor(s) counted",
  cashRouteOwn:
    "Present value of cash recoveries (own estimate): claim left {{remainingYuan}}, first month {{rate}}, kept from month to month {{decayRate}}, {{share}} in all",
  cashRoute:
    "Present value of cash recoveries: claim left after collateral {{remainingYuan}}, segment {{segment}}, first month {{rate}}, kept from month to month {{decayRate}}, lag {{lagMonths}} month(s), {{share}} in all",
  cashRouteAged:
    "Present value of cash recoveries: claim left after collateral {{remainingYuan}}, segment {{segment}}, {{daysPastDue}} days past due: curve from {{fromDaysPastDue}} days, first month {{rate}}, kept from month to month {{decayRate}}, lag {{lagMonths}} month(s), {{share}} in all",
  cashRouteByShares:
    "Present value of cash recoveries: claim left after collateral {{remainingYuan}}, segment {{segment}}, {{count}} monthly shares as stated, lag {{lagMonths}} month(s), {{share}} in all",
  dividendRoute: "Present value of the dividend in bankruptcy: {{share}} of the claim left after collateral {{remainingYuan}}, paid in month {{month}}",
  cashByCondition: "Condition of the debtor: {{condition}}; its cash is the curve × {{factor}}",
  cashAfterTermination: "Enforcement was terminated for want of assets: cash is the curve × {{factor}}",
  exitBySettlement: "Settled with {{probability}}: {{share}} of the claim left, in month {{month}}; the curve collects on the rest",
  exitByResale: "Resold with {{probability}}: {{share}} of the claim left, in month {{month}}; the curve collects on the rest",
  cashYear: "Months {{fromMonth}} to {{toMonth}}: cash {{cashYuan}}",
  costs: "Present value of the costs of collection",
  servicerCollateral: "Servicing fee on collateral recoveries, {{rate}}",
  counselCollateral: "Counsel's fee on collateral recoveries, {{rate}}",
  ownCollateralCost: "Costs of the collateral (own estimate), {{rate}}",
  servicerGuarantor: "Servicing fee on guarantor payments, {{rate}}",
  servicerCash: "Servicing fee on cash recoveries, {{rate}}",
  fileCost: "Cost per file {{feeYuan}}, paid in month {{month}}",
  acceptanceFee: "Court acceptance fee {{feeYuan}} on a claim of {{baseYuan}}, paid in month {{month}}",
  petitionFee: "Bankruptcy petition fee {{feeYuan}} on an estate of {{baseYuan}} (appraisal of the collateral), paid in month {{month}}",
  suitForgone:
    "No suit: its fees of {{feeYuan}} would exceed the {{broughtYuan}} that it brings (after the servicer's part); the {{share}} of the cash that only a suit brings is not counted",
  preservationFee: "Preservation fee {{feeYuan}} on a claim of {{baseYuan}}, paid in month {{month}}",
  limitationExpired:
    "Limitation has run out: neither the claim of {{claimYuan}} nor its mortgage is protected; every route counts zero and no court fee is due",
  limitationExpiredIgnored: "Limitation has run out, but the assumptions do not count it: the claim of {{claimYuan}} is priced as any other",
  enforcementPeriodExpired:
    "The time to apply for enforcement is over: neither the claim of {{claimYuan}} nor its mortgage can be enforced; every route counts zero",
  enforcementPeriodExpiredIgnored:
    "The time to apply for enforcement is over, but the assumptions do not count it: the claim of {{claimYuan}} is priced as any other",
  limitationDoubtful:
    "Over three years since default without a suit or a later date: counted as out of time, neither the claim of {{claimYuan}} nor its mortgage is protected",
  limitationDoubtfulIgnored:
    "Over three years since default without a suit or a later date: limitation is doubtful; the claim of {{claimYuan}} is priced as any other",
  interestNotAdmitted: "Interest of {{interestYuan}} is not admitted: the claim counts as {{claimYuan}}",
  interestToSale:
    "Item {{number}}: a maximum-amount mortgage pays interest at {{rate}} a year up to its sale, within {{capYuan}} for principal, interest and costs",
  maximumOfPrincipal: "Item {{number}}: the maximum of {{capYuan}} bounds the principal alone; interest and costs are secured with theirs",
  delayInterest: "Interest for delayed performance: {{days}} days since the judgment at {{rate}} a day, {{interestYuan}} (Fa Shi [2014] 8)",
  ownEstimate: "Own estimate of the desk (debtor sheet), in place of all routes and costs of the loan",
  ownLow: "Own low case: gross {{cashYuan}}, costs {{feeYuan}}, in month {{month}}, counted with {{share}}",
  ownHigh: "Own high case: gross {{cashYuan}}, costs {{feeYuan}}, in month {{month}}, counted with {{share}}",
  ownGross: "Gross {{cashYuan}} in month {{month}} × discount factor {{discountFactor}}",
  ownCosts: "Less costs {{feeYuan}} in month {{month}} × discount factor {{discountFactor}}",
  ownBeyondHorizon: "Month {{month}} lies beyond the horizon: neither recovery nor costs are counted",
};
