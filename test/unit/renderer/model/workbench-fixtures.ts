import type { DealModel } from "../../../../shared/contract/assumption-channels.ts";
import { assumptionGroups, assumptionsSchema, type CaseShifts } from "../../../../shared/domain/assumptions.ts";
import { collateralKinds, litigationStages, segments } from "../../../../shared/domain/codes.ts";
import type { CaseResult, PricingResult } from "../../../../shared/domain/pricing-results.ts";

const forEach = <K extends string, V>(keys: readonly K[], value: V) => Object.fromEntries(keys.map((key) => [key, value])) as Record<K, V>;
const noShift: CaseShifts = {
  collateralValueShift: 0,
  clearingProbabilityShift: 0,
  delayMonthsShift: 0,
  cashRecoveryShift: 0,
  costsShift: 0,
  hurdleRateShift: 0,
};
const freeOfCharge = { slices: [{ upToYuan: null, rate: 0, fixedYuan: 0 }], capYuan: null };

const assumptions = assumptionsSchema.parse({
  horizonMonths: 60,
  hurdleRate: 0.12,
  closing: { closingMonth: 0, dealCostYuan: 0, dealCostRate: 0 },
  collateral: {
    annualGrowth: 0,
    appraisalFactor: forEach(collateralKinds, 1),
    clearingFactor: forEach(collateralKinds, 1),
    rounds: [{ openingShare: 0.7, clearingProbability: 0.5, priceMultiple: 1, gapMonths: 0 }],
    debtForAsset: { probability: 0, realisationShare: 0, gapMonths: 0, deedTaxRate: 0, carryRate: 0, resaleRate: 0 },
    sellerTaxRate: 0,
    saleCostRate: 0,
    seniorShareByMissingRank: 0,
  },
  timing: forEach(litigationStages, { monthsToFirstRound: 12, courtFeesMonth: null }),
  curves: forEach(segments, { lagMonths: 0, firstMonthRate: 0.01, monthlyDecay: 0.9 }),
  courtFees: { acceptance: freeOfCharge, preservation: freeOfCharge, enforcement: freeOfCharge },
  costs: {
    servicerRateCash: 0,
    servicerRateCollateral: 0,
    counselRateCollateral: 0,
    fileCostYuan: 0,
    fileCostMonth: 0,
    overheadYuanPerMonth: 0,
    overheadMonths: 0,
  },
});

export function defaultModel(): DealModel {
  return {
    assumptionSetId: 1,
    assumptions,
    sources: forEach(assumptionGroups, { sourceZh: "法释", sourceEn: "Statute", asOf: "2025-11-30", sourced: true }),
    cases: { low: noShift, base: noShift, high: noShift },
    bidPriceFen: null,
  };
}

export function resultWithBid(bidPriceFen: number): PricingResult {
  const measures = {
    priceFen: bidPriceFen,
    priceToPrincipal: null,
    priceToClaim: null,
    irr: { kind: "none" as const },
    moic: null,
    walYears: null,
    paybackMonths: null,
    discountedPaybackMonths: null,
    profitFen: 0,
    xirr: null,
    peakCapitalFen: 0,
    peakCapitalMonth: 0,
    payment: null,
    levered: null,
  };
  const one = (caseName: CaseResult["caseName"]): CaseResult => ({
    caseName,
    hurdleRate: 0.12,
    grossRecoveryFen: 0,
    collateralRecoveryFen: 0,
    guarantorRecoveryFen: 0,
    cashRecoveryFen: 0,
    costsFen: 0,
    netCashFlowFen: 0,
    presentValueFen: 0,
    maxBidFen: bidPriceFen,
    routes: [],
    atMaxBid: measures,
    atBidPrice: measures,
    flows: { collateral: [], debtForAsset: [], guarantor: [], cash: [], costs: [], net: [], beforeClosing: { receiptsYuan: 0, costsYuan: 0 } },
    negativeMonths: 0,
    transition: null,
    beyondHorizon: null,
    financing: null,
    leveredPrice: null,
  });
  return {
    engineVersion: "1",
    totals: { loans: 0, debtors: 0, upbFen: 0, interestFen: 0, feesFen: 0, claimFen: 0, collateralItems: 0, appraisalFen: 0 },
    bidPriceFen,
    cases: [one("low"), one("base"), one("high")],
    fills: [],
    filledFen: null,
    validity: [],
  };
}
