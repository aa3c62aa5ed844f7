import type { TFunction } from "i18next";
import { caseNames, collateralKinds, knownConditions, knownInterestBases, litigationStages, type MoneyUnit, segments } from "../../shared/domain/codes.ts";
import { exitModes } from "../../shared/domain/exits.ts";
import { debtKinds } from "../../shared/domain/financing-assumptions.ts";
import type { LeafChange } from "../../shared/domain/run-comparison.ts";
import { shiftTable } from "../../shared/domain/shifts.ts";
import { formatDate, formatMoney, formatNumber, formatStatedRate } from "../../shared/format.ts";
import type { TextKey } from "../../shared/locales/texts.ts";

type LeafKind =
  | "percent"
  | "points"
  | "factor"
  | "months"
  | "monthNumber"
  | "yuan"
  | "count"
  | "plain"
  | "switch"
  | "debtKind"
  | "exitMode"
  | "interestBasis"
  | "text"
  | "fen"
  | "date";

interface LeafWords {
  /** Said one after the other. */
  readonly labels: readonly TextKey[];
  readonly kind: LeafKind;
}

const leaf = (kind: LeafKind, ...labels: TextKey[]): LeafWords => ({ labels, kind });

/** A statutory schedule under its own name. */
const schedule = (path: string, title: TextKey): Record<string, LeafWords> => ({
  [`${path}.slices.#.upToYuan`]: leaf("yuan", title, "runs.leaf.sliceEnd"),
  [`${path}.slices.#.rate`]: leaf("percent", title, "pricing.field.sliceRate"),
  [`${path}.slices.#.fixedYuan`]: leaf("yuan", title, "pricing.field.sliceFixed"),
  [`${path}.capYuan`]: leaf("yuan", title, "pricing.field.feeCap"),
});

const shiftKinds = { relative: "percent", months: "months", points: "points" } as const;
const shiftWords = Object.fromEntries(
  Object.entries(shiftTable).map(([key, { kind }]) => [`cases.*.${key}`, leaf(shiftKinds[kind], `pricing.shift.${key as keyof typeof shiftTable}`)]),
);

/** Words and kind of every value that a pricing takes, by its place; `*` stands for a code, `#` for a place in a list. */
const wordsByPlace: Readonly<Record<string, LeafWords>> = {
  horizonMonths: leaf("count", "runs.leaf.horizonMonths"),
  hurdleRate: leaf("percent", "pricing.field.hurdleRate"),
  "closing.closingMonth": leaf("monthNumber", "pricing.field.closingMonth"),
  "closing.dealCostYuan": leaf("yuan", "pricing.field.dealCostYuan"),
  "closing.dealCostRate": leaf("percent", "pricing.field.dealCostRate"),
  "collateral.annualGrowth": leaf("percent", "pricing.field.annualGrowth"),
  "collateral.appraisalFactor.*": leaf("factor", "pricing.field.appraisalFactor"),
  "collateral.clearingFactor.*": leaf("factor", "pricing.field.clearingFactor"),
  "collateral.rounds.#.openingShare": leaf("percent", "pricing.field.openingShare"),
  "collateral.rounds.#.clearingProbability": leaf("percent", "pricing.field.clearingProbability"),
  "collateral.rounds.#.priceMultiple": leaf("factor", "pricing.field.priceMultiple"),
  "collateral.rounds.#.gapMonths": leaf("months", "pricing.field.gapMonths"),
  "collateral.debtForAsset.probability": leaf("percent", "pricing.field.debtForAsset", "pricing.field.debtForAssetProbability"),
  "collateral.debtForAsset.realisationShare": leaf("percent", "pricing.field.debtForAsset", "pricing.field.realisationShare"),
  "collateral.debtForAsset.gapMonths": leaf("months", "pricing.field.debtForAsset", "pricing.field.debtForAssetGap"),
  "collateral.debtForAsset.deedTaxRate": leaf("percent", "pricing.field.debtForAsset", "pricing.route.deedTaxRate"),
  "collateral.debtForAsset.carryRate": leaf("percent", "pricing.field.debtForAsset", "pricing.route.carryRate"),
  "collateral.debtForAsset.resaleRate": leaf("percent", "pricing.field.debtForAsset", "pricing.route.resaleRate"),
  "collateral.sellerTaxRate": leaf("percent", "pricing.field.sellerTaxRate"),
  "collateral.saleCostRate": leaf("percent", "pricing.field.saleCostRate"),
  "collateral.seniorShareByMissingRank": leaf("percent", "pricing.field.seniorShare"),
  ...schedule("collateral.auctionCommission", "pricing.route.commission"),
  "collateral.auctionCommissionBorneShare": leaf("percent", "pricing.route.commissionBorne"),
  "saleTaxes.#.from": leaf("date", "pricing.route.taxFrom"),
  "saleTaxes.#.saleVat.*.company": leaf("percent", "pricing.route.vatOf.company"),
  "saleTaxes.#.saleVat.*.individual": leaf("percent", "pricing.route.vatOf.individual"),
  "saleTaxes.#.landVat.*.company": leaf("percent", "pricing.route.landVatOf.company"),
  "saleTaxes.#.landVat.*.individual": leaf("percent", "pricing.route.landVatOf.individual"),
  "saleTaxes.#.stampDuty": leaf("percent", "pricing.route.stampDuty"),
  "collateral.appraisalIndex.*": leaf("percent", "pricing.field.appraisalIndex"),
  "collateral.cityIndex.#.city": leaf("text", "pricing.route.city"),
  "collateral.cityIndex.#.kind": leaf("text", "pricing.route.cityIndex", "pricing.route.cityKind"),
  "collateral.cityIndex.#.from": leaf("date", "pricing.route.cityIndex", "pricing.route.cityFrom"),
  "collateral.cityIndex.#.annualChange": leaf("percent", "pricing.route.cityIndex", "pricing.route.cityChange"),
  "priorities.landPremiumShare": leaf("percent", "pricing.route.priority.landPremiumShare"),
  "priorities.homebuyerShare": leaf("percent", "pricing.route.priority.homebuyerShare"),
  "priorities.taxArrearsShare": leaf("percent", "pricing.route.priority.taxArrearsShare"),
  "priorities.wageShare": leaf("percent", "pricing.route.priority.wageShare"),
  "priorities.seizureRivalShare": leaf("percent", "pricing.route.priority.seizureRivalShare"),
  "priorities.propertyFeeRate": leaf("percent", "pricing.route.propertyFeeRate"),
  "priorities.propertyFeeMonths": leaf("months", "pricing.route.propertyFeeMonths"),
  "priorities.surplusShare": leaf("percent", "pricing.route.surplusShare"),
  "priorities.waitingMonths": leaf("months", "pricing.route.waitingMonths"),
  "guarantors.probability": leaf("percent", "pricing.route.probability"),
  "guarantors.recoveryRate": leaf("percent", "pricing.route.recoveryRate"),
  "guarantors.firstMonth": leaf("monthNumber", "pricing.route.firstMonth"),
  "guarantors.windowMonths": leaf("months", "pricing.route.windowMonths"),
  "timing.*.monthsToFirstRound": leaf("months", "pricing.field.monthsToFirstRound"),
  "timing.*.courtFeesMonth": leaf("monthNumber", "pricing.field.courtFeesMonth"),
  "courtDelays.#.court": leaf("text", "pricing.route.court"),
  "courtDelays.#.months": leaf("months", "pricing.route.courtMonths"),
  "curves.*.lagMonths": leaf("months", "pricing.field.lagMonths"),
  "curves.*.firstMonthRate": leaf("percent", "pricing.field.firstMonthRate"),
  "curves.*.monthlyDecay": leaf("factor", "pricing.field.monthlyDecay"),
  "curves.*.monthlyShares.#": leaf("percent", "pricing.field.monthlyShares"),
  "conditions.cashFactor.*": leaf("factor", "pricing.route.condition.cashFactor"),
  "conditions.terminatedFactor": leaf("factor", "pricing.route.condition.terminatedFactor"),
  "conditions.dividendShare": leaf("percent", "pricing.route.condition.dividendShare"),
  "conditions.dividendMonth": leaf("monthNumber", "pricing.route.condition.dividendMonth"),
  "conditions.reorganisationMonths": leaf("months", "pricing.route.condition.reorganisationMonths"),
  "interest.admitted": leaf("interestBasis", "pricing.route.interest.admitted"),
  "interest.countsDelay": leaf("switch", "pricing.route.interest.countsDelay"),
  "interest.delayRatePerDay": leaf("percent", "pricing.route.interest.delayRatePerDay"),
  "interest.accruesToSale": leaf("switch", "pricing.route.interest.accruesToSale"),
  "interest.accrualRate": leaf("percent", "pricing.route.interest.accrualRate"),
  "interest.capsPrincipalAlone": leaf("switch", "pricing.route.interest.capsPrincipalAlone"),
  "exits.mode": leaf("exitMode", "pricing.route.exit.mode"),
  "exits.settlement.probability": leaf("percent", "pricing.route.exit.kinds.settlement", "pricing.route.exit.probability"),
  "exits.settlement.share": leaf("percent", "pricing.route.exit.kinds.settlement", "pricing.route.exit.share"),
  "exits.settlement.month": leaf("monthNumber", "pricing.route.exit.kinds.settlement", "pricing.route.exit.month"),
  "exits.resale.probability": leaf("percent", "pricing.route.exit.kinds.resale", "pricing.route.exit.probability"),
  "exits.resale.share": leaf("percent", "pricing.route.exit.kinds.resale", "pricing.route.exit.share"),
  "exits.resale.month": leaf("monthNumber", "pricing.route.exit.kinds.resale", "pricing.route.exit.month"),
  "agedCurves.*.#.fromDaysPastDue": leaf("count", "pricing.field.fromDaysPastDue"),
  "agedCurves.*.#.lagMonths": leaf("months", "pricing.field.lagMonths"),
  "agedCurves.*.#.firstMonthRate": leaf("percent", "pricing.field.firstMonthRate"),
  "agedCurves.*.#.monthlyDecay": leaf("factor", "pricing.field.monthlyDecay"),
  "suits.onlyWhereWorthwhile": leaf("switch", "pricing.field.onlyWhereWorthwhile"),
  "suits.cashShare": leaf("percent", "pricing.field.suitCashShare"),
  "validity.limitationExpired": leaf("switch", "pricing.route.check.limitationExpired"),
  "validity.enforcementPeriodExpired": leaf("switch", "pricing.route.check.enforcementPeriodExpired"),
  "guarantors.unnamedCount": leaf("count", "pricing.route.unnamedCount"),
  "validity.limitationDoubtful": leaf("switch", "pricing.route.check.limitationDoubtful"),
  "validity.guaranteePeriodByLaw": leaf("switch", "pricing.route.check.guaranteePeriodByLaw"),
  "validity.guarantorNotSued": leaf("switch", "pricing.route.check.guarantorNotSued"),
  "validity.guaranteeExpired": leaf("switch", "pricing.route.check.guaranteeExpired"),
  ...schedule("courtFees.acceptance", "pricing.field.acceptanceFee"),
  ...schedule("courtFees.preservation", "pricing.field.preservationFee"),
  ...schedule("courtFees.enforcement", "pricing.field.enforcementFee"),
  "courtFees.acceptanceHalvedShare": leaf("percent", "pricing.route.acceptanceHalved"),
  "courtFees.petitionCapYuan": leaf("yuan", "pricing.route.petitionCap"),
  "costs.servicerRateCash": leaf("percent", "pricing.field.servicerRateCash"),
  "costs.servicerRateGuarantor": leaf("percent", "pricing.route.servicerRateGuarantor"),
  "costs.servicerRateCollateral": leaf("percent", "pricing.field.servicerRateCollateral"),
  "costs.counselRateCollateral": leaf("percent", "pricing.field.counselRateCollateral"),
  "costs.incentiveFromShare": leaf("percent", "pricing.route.incentiveFromShare"),
  "costs.incentiveRate": leaf("percent", "pricing.route.incentiveRate"),
  "costs.fileCostYuan": leaf("yuan", "pricing.field.fileCostYuan"),
  "costs.fileCostBands.#.claimUpToYuan": leaf("yuan", "pricing.field.fileCostBands", "pricing.field.fileCostUpTo"),
  "costs.fileCostBands.#.fileCostYuan": leaf("yuan", "pricing.field.fileCostBands", "pricing.field.fileCostInBand"),
  "costs.fileCostMonth": leaf("monthNumber", "pricing.field.fileCostMonth"),
  "costs.overheadYuanPerMonth": leaf("yuan", "pricing.field.overheadYuanPerMonth"),
  "costs.overheadMonths": leaf("months", "pricing.field.overheadMonths"),
  "payment.instalments.#.share": leaf("percent", "financing.field.instalments", "financing.field.share"),
  "payment.instalments.#.monthsAfterClosing": leaf("months", "financing.field.instalments", "financing.field.monthsAfterClosing"),
  "payment.trustRights.priceShare": leaf("percent", "financing.field.trustRights", "financing.field.priceShare"),
  "payment.trustRights.annualRate": leaf("percent", "financing.field.trustRights", "financing.field.rightsRate"),
  "payment.trustRights.schedule.#.share": leaf("percent", "financing.field.rightsSchedule", "financing.field.rightsShare"),
  "payment.trustRights.schedule.#.monthsAfterClosing": leaf("months", "financing.field.rightsSchedule", "financing.field.monthsAfterClosing"),
  "payment.fundingRate": leaf("percent", "financing.field.fundingRate"),
  "transition.collectedYuan": leaf("yuan", "financing.field.collectedYuan"),
  "transition.sellerShare": leaf("percent", "financing.field.sellerShare"),
  "transition.reimbursedYuan": leaf("yuan", "financing.field.reimbursedYuan"),
  "leverage.isOn": leaf("switch", "financing.field.isOn"),
  "leverage.debtShare": leaf("percent", "financing.field.debtShare"),
  "leverage.annualRate": leaf("percent", "financing.field.annualRate"),
  "leverage.tenorMonths": leaf("months", "financing.field.tenorMonths"),
  "leverage.kind": leaf("debtKind", "financing.field.kind"),
  "leverage.feeRate": leaf("percent", "financing.field.feeRate"),
  "leverage.leveredHurdleRate": leaf("percent", "financing.field.leveredHurdleRate"),
  "leverage.warnAboveDebtShare": leaf("percent", "financing.field.warnAboveDebtShare"),
  "simulation.paths": leaf("count", "simulation.field.paths"),
  "simulation.seed": leaf("plain", "simulation.field.seed"),
  "simulation.confidence": leaf("percent", "simulation.field.confidence"),
  "simulation.delay.meanMonths": leaf("months", "simulation.field.delay", "simulation.field.meanMonths"),
  "simulation.delay.spreadMonths": leaf("months", "simulation.field.delay", "simulation.field.spreadMonths"),
  "simulation.delay.loading": leaf("percent", "simulation.field.delay", "simulation.field.delayLoading"),
  "simulation.eventLoading.*": leaf("percent", "simulation.field.eventLoading"),
  "simulation.priceLoading.*": leaf("percent", "simulation.field.priceLoading"),
  "simulation.cashVolatility.*": leaf("percent", "simulation.field.cashVolatility"),
  "simulation.valueVolatility.*": leaf("percent", "simulation.field.valueVolatility"),
  ...shiftWords,
  bidPriceFen: leaf("fen", "pricing.bid.label"),
  "package.loans": leaf("count", "runs.leaf.package.loans"),
  "package.debtors": leaf("count", "runs.leaf.package.debtors"),
  "package.upbFen": leaf("fen", "runs.leaf.package.upbFen"),
  "package.interestFen": leaf("fen", "runs.leaf.package.interestFen"),
  "package.feesFen": leaf("fen", "runs.leaf.package.feesFen"),
  "package.claimFen": leaf("fen", "runs.leaf.package.claimFen"),
  "package.collateralItems": leaf("count", "runs.leaf.package.collateralItems"),
  "package.appraisalFen": leaf("fen", "runs.leaf.package.appraisalFen"),
  "package.cutOffDate": leaf("date", "runs.leaf.package.cutOffDate"),
};

type Path = LeafChange["path"];

/** The word of a code or the number of a place in a list; null for the name of a field. */
function stepWord(step: Path[number], t: TFunction): string | null {
  if (typeof step === "number") return String(step + 1);
  const caseName = caseNames.find((code) => code === step);
  if (caseName !== undefined) return t(`code.caseName.${caseName}`);
  const kind = collateralKinds.find((code) => code === step);
  if (kind !== undefined) return t(`code.collateralKind.${kind}`);
  const stage = litigationStages.find((code) => code === step);
  if (stage !== undefined) return t(`code.litigationStage.${stage}`);
  const condition = knownConditions.find((code) => code === step);
  if (condition !== undefined) return t(`code.debtorCondition.${condition}`);
  const segment = segments.find((code) => code === step);
  return segment === undefined ? null : t(`code.segment.${segment}`);
}

function wordsAt(path: Path, t: TFunction): LeafWords | undefined {
  return wordsByPlace[path.map((step) => (typeof step === "number" ? "#" : stepWord(step, t) === null ? step : "*")).join(".")];
}

/** What a value is called: its name, and of which code or line it is. */
export function leafLabel(path: Path, t: TFunction): string {
  const places = path.flatMap((step) => stepWord(step, t) ?? []);
  const labels = wordsAt(path, t)?.labels.map((key) => t(key)) ?? [path.join(".")];
  return [...places, ...labels].join(t("runs.leaf.join"));
}

/** A value in its own unit. */
export function leafText(path: Path, value: LeafChange["after"], { unit, t }: { readonly unit: MoneyUnit; readonly t: TFunction }): string {
  if (value === null) return t("runs.leaf.none");
  if (typeof value === "boolean") return t(value ? "runs.leaf.yes" : "runs.leaf.no");
  const kind = wordsAt(path, t)?.kind;
  if (typeof value === "string") {
    if (kind === "date") return formatDate(value);
    const basis = knownInterestBases.find((known) => kind === "interestBasis" && known === value);
    if (basis !== undefined) return t(`code.interestBasis.${basis}`);
    const exitMode = exitModes.find((known) => kind === "exitMode" && known === value);
    if (exitMode !== undefined) return t(`pricing.route.exit.modes.${exitMode}`);
    const debtKind = debtKinds.find((known) => kind === "debtKind" && known === value);
    return debtKind === undefined ? value : t(`financing.kind.${debtKind}`);
  }
  switch (kind) {
    case "percent":
      return formatStatedRate(value);
    case "points":
      return `${shortNumber(value * 100)} ${t("pricing.unit.percentPoints")}`;
    case "months":
      return `${shortNumber(value)} ${t("pricing.unit.month")}`;
    case "yuan":
      return `${shortNumber(value)} ${t("pricing.unit.yuan")}`;
    case "fen":
      return formatMoney(value, unit);
    case "plain":
      return String(value);
    default:
      return shortNumber(value);
  }
}

/** Decimals as they were stated, up to six. */
function shortNumber(value: number): string {
  const decimals = [0, 1, 2, 3, 4, 5].find((count) => Number(value.toFixed(count)) === Number(value.toFixed(6)));
  return formatNumber(value, decimals ?? 6);
}
