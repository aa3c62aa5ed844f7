import type { TraceKey } from "../domain/trace-keys.ts";

/** Lines of the trace; keys in shared/domain/trace-keys. */
export const traceEn: Readonly<Record<TraceKey, string>> = {
  loanPresentValue: "Present value of the loan's net cash flow: claim {{claimYuan}}, hurdle rate {{hurdleRate}}",
  collateralRoute: "Present value of collateral recoveries: {{itemCount}} item(s), litigation stage {{stage}}",
  collateralItem: "Collateral {{number}} ({{kind}}, rank {{lienRank}}): appraisal {{appraisalYuan}}, value factor {{valueFactor}}",
  auctionRound:
    "Round {{round}} in month {{month}}: opening price {{openingYuan}}, price {{priceYuan}}, probability {{probability}}, to us {{toUsYuan}}, discount factor {{discountFactor}}",
  debtForAsset:
    "Debt for asset after the last failed round, cash in month {{month}}: taken at {{openingYuan}}, realised {{priceYuan}}, probability {{probability}}, to us {{toUsYuan}}, discount factor {{discountFactor}}",
  roundBeyondHorizon: "Round {{round}} in month {{month}} lies beyond the horizon: nothing recovered (probability {{probability}})",
  salePrice: "Price {{priceYuan}}",
  sellerTax: "Less taxes borne by the seller {{deductionYuan}}, {{rate}} of the price",
  saleCost: "Less sale costs {{deductionYuan}}, {{rate}} of the price",
  enforcementFee: "Less enforcement fee {{deductionYuan}}, graduated on the claim, shared by appraisal",
  seniorClaimsStated: "Less senior claims {{deductionYuan}}, as stated on the tape",
  seniorClaimsByRank: "Less senior claims {{deductionYuan}}, not stated, inferred from rank {{lienRank}}",
  aboveSecuredCap: "Less the part above the secured cap of {{capYuan}}: {{deductionYuan}}",
  claimCap: "Less the part above the claim of {{claimYuan}}, which goes to the debtor or to later creditors",
  cashRoute:
    "Present value of cash recoveries: claim left after collateral {{remainingYuan}}, segment {{segment}}, first month {{rate}}, kept from month to month {{decayRate}}, lag {{lagMonths}} month(s), {{share}} in all",
  cashYear: "Months {{fromMonth}} to {{toMonth}}: cash {{cashYuan}}",
  costs: "Present value of the costs of collection",
  servicerCollateral: "Servicing fee on collateral recoveries, {{rate}}",
  counselCollateral: "Counsel's fee on collateral recoveries, {{rate}}",
  servicerCash: "Servicing fee on cash recoveries, {{rate}}",
  fileCost: "Cost per file {{feeYuan}}, paid in month {{month}}",
  acceptanceFee: "Court acceptance fee {{feeYuan}} on a claim of {{baseYuan}}, paid in month {{month}}",
  preservationFee: "Preservation fee {{feeYuan}} on a claim of {{baseYuan}}, paid in month {{month}}",
};
