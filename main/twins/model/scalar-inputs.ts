import type { Assumptions, Cases } from "../../../shared/domain/assumptions.ts";
import { caseNames, claimValidityChecks } from "../../../shared/domain/codes.ts";
import { eachShift, shiftKeys } from "../../../shared/domain/shifts.ts";
import type { TextKey } from "../../../shared/locales/texts.ts";
import type { CellStyle } from "../workbook/twin-table.ts";
import type { TwinWords } from "./twin-words.ts";

/** A number of the assumptions in a cell with a name. */
export interface ScalarInput {
  readonly name: string;
  readonly label: string;
  readonly value: number;
  readonly style: CellStyle;
}

type OwnLabel = TextKey extends infer Key ? (Key extends `twin.input.${infer Name}` ? Name : never) : never;

/** NaN: nothing is stated, and the cell stays empty. */
const orEmpty = (value: number | null): number => value ?? Number.NaN;

/** Names of the shifts of a case, by the shift. */
const shiftNames = eachShift((key) => key.replace(/Shift$/, "").replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));

/** Numbers of the assumptions that stand alone, in the order of the sheet. */
export function scalarInputs(assumptions: Assumptions, bidPriceYuan: number | null, words: TwinWords): readonly ScalarInput[] {
  const own = (label: OwnLabel) => words.say(`twin.input.${label}`);
  const field = (key: TextKey) => words.say(key);
  const input = (name: string, label: string, value: number, style: CellStyle): ScalarInput => ({ name, label, value, style });
  const { closing, collateral, priorities, guarantors, costs, courtFees, conditions, exits, suits, interest, transition, payment, validity } = assumptions;
  const { debtForAsset } = collateral;
  return [
    input("hurdle_rate", field("pricing.field.hurdleRate"), assumptions.hurdleRate, "share"),
    input("horizon_months", field("pricing.field.horizonMonths"), assumptions.horizonMonths, "code"),
    input("bid_price_entered", own("bidPrice"), orEmpty(bidPriceYuan), "money"),
    input("closing_month", field("pricing.field.closingMonth"), closing.closingMonth, "code"),
    input("deal_cost_yuan", field("pricing.field.dealCostYuan"), closing.dealCostYuan, "money"),
    input("deal_cost_rate", field("pricing.field.dealCostRate"), closing.dealCostRate, "share"),
    input("annual_growth", field("pricing.field.annualGrowth"), collateral.annualGrowth, "share"),
    input("seller_tax_rate", field("pricing.field.sellerTaxRate"), collateral.sellerTaxRate, "share"),
    input("sale_cost_rate", field("pricing.field.saleCostRate"), collateral.saleCostRate, "share"),
    input("senior_share", field("pricing.field.seniorShare"), collateral.seniorShareByMissingRank, "share"),
    input("commission_borne_share", own("commissionBorne"), collateral.auctionCommissionBorneShare, "share"),
    input("take_over_probability", own("takeOverProbability"), debtForAsset.probability, "share"),
    input("take_over_realisation", own("takeOverRealisation"), debtForAsset.realisationShare, "share"),
    input("take_over_gap", own("takeOverGap"), debtForAsset.gapMonths, "code"),
    input("take_over_deed_tax", own("takeOverDeedTax"), debtForAsset.deedTaxRate, "share"),
    input("take_over_carry", own("takeOverCarry"), debtForAsset.carryRate, "share"),
    input("take_over_resale", own("takeOverResale"), debtForAsset.resaleRate, "share"),
    input("land_premium_share", own("landPremiumShare"), priorities.landPremiumShare, "share"),
    input("homebuyer_share", own("homebuyerShare"), priorities.homebuyerShare, "share"),
    input("tax_arrears_share", own("taxArrearsShare"), priorities.taxArrearsShare, "share"),
    input("wage_share", own("wageShare"), priorities.wageShare, "share"),
    input("rival_share", own("rivalShare"), priorities.seizureRivalShare, "share"),
    input("waiting_months", own("waitingMonths"), priorities.waitingMonths, "code"),
    input("property_fee_rate", own("propertyFeeRate"), priorities.propertyFeeRate, "share"),
    input("property_fee_months", own("propertyFeeMonths"), priorities.propertyFeeMonths, "code"),
    input("surplus_share", own("surplusShare"), priorities.surplusShare, "share"),
    input("guarantor_probability", own("guarantorProbability"), guarantors.probability, "share"),
    input("guarantor_recovery", own("guarantorRecovery"), guarantors.recoveryRate, "share"),
    input("guarantor_first_month", own("guarantorFirstMonth"), guarantors.firstMonth, "code"),
    input("guarantor_window", own("guarantorWindow"), guarantors.windowMonths, "code"),
    input("servicer_cash", field("pricing.field.servicerRateCash"), costs.servicerRateCash, "share"),
    input("servicer_guarantor", own("servicerGuarantor"), costs.servicerRateGuarantor, "share"),
    input("servicer_collateral", field("pricing.field.servicerRateCollateral"), costs.servicerRateCollateral, "share"),
    input("counsel_collateral", field("pricing.field.counselRateCollateral"), costs.counselRateCollateral, "share"),
    input("incentive_from", own("incentiveFrom"), costs.incentiveFromShare, "share"),
    input("incentive_rate", own("incentiveRate"), costs.incentiveRate, "share"),
    input("file_cost_yuan", field("pricing.field.fileCostYuan"), costs.fileCostYuan, "money"),
    input("file_cost_month", field("pricing.field.fileCostMonth"), costs.fileCostMonth, "code"),
    input("overhead_yuan", field("pricing.field.overheadYuanPerMonth"), costs.overheadYuanPerMonth, "money"),
    input("overhead_months", field("pricing.field.overheadMonths"), costs.overheadMonths, "code"),
    input("acceptance_cap", own("acceptanceCap"), orEmpty(courtFees.acceptance.capYuan), "money"),
    input("preservation_cap", own("preservationCap"), orEmpty(courtFees.preservation.capYuan), "money"),
    input("enforcement_cap", own("enforcementCap"), orEmpty(courtFees.enforcement.capYuan), "money"),
    input("commission_cap", own("commissionCap"), orEmpty(collateral.auctionCommission.capYuan), "money"),
    input("acceptance_halved_share", own("acceptanceHalved"), courtFees.acceptanceHalvedShare, "share"),
    input("petition_cap", own("petitionCap"), courtFees.petitionCapYuan, "money"),
    input("terminated_factor", own("terminatedFactor"), conditions.terminatedFactor, "factor"),
    input("dividend_share", own("dividendShare"), orEmpty(conditions.dividendShare), "share"),
    input("dividend_month", own("dividendMonth"), conditions.dividendMonth, "code"),
    input("reorganisation_months", own("reorganisationMonths"), conditions.reorganisationMonths, "code"),
    input("settlement_probability", own("settlementProbability"), exits.settlement.probability, "share"),
    input("settlement_share", own("settlementShare"), exits.settlement.share, "share"),
    input("settlement_month", own("settlementMonth"), exits.settlement.month, "code"),
    input("resale_probability", own("resaleProbability"), exits.resale.probability, "share"),
    input("resale_share", own("resaleShare"), exits.resale.share, "share"),
    input("resale_month", own("resaleMonth"), exits.resale.month, "code"),
    input("suits_only_where_worthwhile", own("suitsOnly"), Number(suits.onlyWhereWorthwhile), "code"),
    input("suit_cash_share", field("pricing.field.suitCashShare"), suits.cashShare, "share"),
    input("admits_principal_only", own("principalOnly"), Number(interest.admitted === "principal"), "code"),
    input("caps_principal_alone", own("capsPrincipal"), Number(interest.capsPrincipalAlone), "code"),
    input("counts_delay_interest", own("countsDelay"), Number(interest.countsDelay), "code"),
    input("delay_interest_rate", own("delayRate"), interest.delayRatePerDay, "factor"),
    ...claimValidityChecks.map((check) =>
      input(checkNames[check], words.say("twin.input.countsCheck", { check: words.say(`loanFacts.check.${check}`) }), Number(validity[check]), "code"),
    ),
    input("transition_collected", own("transitionCollected"), orEmpty(transition.collectedYuan), "money"),
    input("transition_seller_share", own("transitionSellerShare"), transition.sellerShare, "share"),
    input("transition_reimbursed", own("transitionReimbursed"), transition.reimbursedYuan, "money"),
    input("rights_price_share", own("rightsShare"), payment.trustRights.priceShare, "share"),
  ];
}

/** Names of the switches that say whether a check of a claim counts. */
export const checkNames = {
  limitationExpired: "counts_limitation",
  enforcementPeriodExpired: "counts_enforcement_period",
  limitationDoubtful: "counts_limitation_doubtful",
} as const satisfies Readonly<Record<(typeof claimValidityChecks)[number], string>>;

/** The shifts of the three cases. */
export function shiftInputs(cases: Cases, words: TwinWords): readonly ScalarInput[] {
  return caseNames.flatMap((caseName) =>
    shiftKeys.map(
      (key): ScalarInput => ({
        name: `${shiftNames[key]}_shift_${caseName}`,
        label: `${words.say(`pricing.shift.${key}`)} · ${words.say(`code.caseName.${caseName}`)}`,
        value: cases[caseName][key],
        style: key === "delayMonthsShift" ? "code" : "share",
      }),
    ),
  );
}
