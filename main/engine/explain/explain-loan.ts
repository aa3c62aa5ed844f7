import type { AssumptionGroup, Assumptions, CaseShifts, ScenarioShifts } from "../../../shared/domain/assumptions.ts";
import { claimValidityChecks } from "../../../shared/domain/codes.ts";
import type { TraceKey } from "../../../shared/domain/trace-keys.ts";
import { courtOf, stageOf } from "../column-codes.ts";
import { EngineInputError } from "../engine-errors.ts";
import type { OwnCase, PackageColumns } from "../engine-types.ts";
import { type CollateralPayment, collateralPaymentsIn } from "../groups/collateral-payments.ts";
import { prepareGroup } from "../groups/group-recovery.ts";
import { groupScratch } from "../groups/group-scratch.ts";
import { sumOf } from "../numbers/summation.ts";
import { ownFlowsOf } from "../own/own-flows.ts";
import { cashHeadroomOf, planCase } from "../plan/case-plan.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { fileCost, servicerCashRate, servicerGuarantorRate } from "../plan/running-costs.ts";
import { claimOf, delayInterestOf, interestNotAdmitted, validClaimOf } from "../recovery/claim-validity.ts";
import { isBankrupt } from "../recovery/debtor.ts";
import { cappedRecovery } from "../recovery/guarantor-recovery.ts";
import { appraisalOf } from "../recovery/item-claims.ts";
import { acceptanceFee, collateralCostRate, preservationFee } from "../recovery/loan-costs.ts";
import { itemCountOf } from "../recovery/loan-recovery.ts";
import { classesWithSuits, suitBalance } from "../recovery/suits.ts";
import { explainCash } from "./explain-cash.ts";
import { explainGuarantors } from "./explain-guarantors.ts";
import { explainFacts, explainItem } from "./explain-item.ts";
import { explainOwn } from "./explain-own.ts";
import { explainShared, isSharedAsset } from "./explain-shared.ts";
import { sumOfLines, type TraceLine, traceLine } from "./trace-line.ts";

const group = (assumptionGroup: AssumptionGroup): { assumptionGroup: AssumptionGroup } => ({ assumptionGroup });

/**
 * Trace (测算依据) of one loan's present value in one case, METHOD §8: failed checks, collateral by
 * item and round, guarantors, cash by year, costs.
 *
 * It runs the functions that price, on the same tables. Amounts are present values at the hurdle, yuan, weighted by
 * probability; unweighted money is in the values. Children that add sum to their parent. The loan's root is its
 * `LoanResults.presentValue`.
 * @param own whose own estimates count; left out: the base case's, as they are stated
 * @throws EngineInputError for columns that the engine refuses, outOfRange for an index that is no loan
 */
export function explainLoan(columns: PackageColumns, loan: number, assumptions: Assumptions, shifts: CaseShifts | ScenarioShifts, own?: OwnCase): TraceLine {
  if (!Number.isInteger(loan) || loan < 0 || loan >= columns.loanCount) throw new EngineInputError("outOfRange", "loan", loan);
  const plan = planCase({ assumptions, shifts, own }, classesWithSuits(columns, assumptions, cashHeadroomOf([shifts])));
  const ownFlows = ownFlowsOf(columns, loan, plan);
  const children = ownFlows === null ? modelLines(columns, loan, plan) : [explainOwn(ownFlows, plan)];
  const values = { claimYuan: claimOf(columns, loan), hurdleRate: plan.hurdleRate, ...group("hurdleRate") };
  return traceLine("loanPresentValue", sumOfLines(children), values, children);
}

/** What the model's routes and costs make of a loan. */
function modelLines(columns: PackageColumns, loan: number, plan: CasePlan): TraceLine[] {
  const { assumptions } = plan;
  const valid = validClaimOf(columns, loan, assumptions);
  const { payments, useYuan } = collateralPaymentsIn(columns, plan)(loan);
  const collateralValue = presentValueOf(payments, plan);
  const collateralCost = sumOf(payments.map(({ costYuan, month }) => costYuan * plan.discountFactor[month]));
  const remaining = Math.max(0, valid - useYuan);
  const capped = cappedRecovery(columns, loan, remaining, plan);
  const guarantors = explainGuarantors(columns, loan, remaining, plan);
  const cash = explainCash(columns, loan, remaining - capped, plan);
  const routes = [
    explainCollateral(columns, loan, plan, payments),
    ...(guarantors.children.length > 0 ? [guarantors] : []),
    cash,
    explainCosts(columns, loan, plan, { collateralValue, collateralCost, guarantorValue: guarantors.amountYuan, cashValue: cash.amountYuan }),
  ];
  return [...explainChecks(columns, loan, plan), ...explainInterest(columns, loan, assumptions), ...routes];
}

/** A line of zero for each check that the loan fails: its claim is void, or the desk does not count the check. */
function explainChecks(columns: PackageColumns, loan: number, { assumptions }: CasePlan): TraceLine[] {
  const failed = claimValidityChecks.filter((_, bit) => (columns.failedChecks[loan] & (1 << bit)) !== 0);
  const claimYuan = claimOf(columns, loan);
  return failed.map((check) => traceLine(assumptions.validity[check] ? check : `${check}Ignored`, 0, { claimYuan, ...group("validity") }));
}

/** Lines of nothing that say which interest is not admitted, and what is added for a judgment that was not performed. */
function explainInterest(columns: PackageColumns, loan: number, assumptions: Assumptions): TraceLine[] {
  const [interestYuan, delayYuan] = [interestNotAdmitted(columns, loan, assumptions), delayInterestOf(columns, loan, assumptions)];
  const { delayRatePerDay } = assumptions.interest;
  return [
    ...(interestYuan > 0
      ? [traceLine("interestNotAdmitted", 0, { interestYuan, claimYuan: claimOf(columns, loan) - interestYuan, ...group("interest") })]
      : []),
    ...(delayYuan > 0
      ? [traceLine("delayInterest", 0, { interestYuan: delayYuan, days: columns.delayDays[loan], rate: delayRatePerDay, ...group("interest") })]
      : []),
  ];
}

function explainCollateral(columns: PackageColumns, loan: number, plan: CasePlan, payments: readonly CollateralPayment[]): TraceLine {
  const valueYuan = presentValueOf(payments, plan);
  const scratch = groupScratch(columns, plan);
  const { groups } = scratch;
  const claimYuan = claimOf(columns, loan);
  const loanGroup = groups.groupOf[loan];
  const isValid = validClaimOf(columns, loan, plan.assumptions) > 0;
  if (loanGroup >= 0) prepareGroup(columns, loanGroup, plan, scratch);
  const first = columns.collateralStart[loan];
  const firstPlace = loanGroup < 0 ? 0 : scratch.placeStart[groups.slotOf[loan]];
  let isJoint = false;
  const children = Array.from({ length: isValid ? itemCountOf(columns, loan) : 0 }, (_, index) => {
    const subject = { columns, loan, item: first + index, number: index + 1, plan };
    const place = firstPlace + index;
    if (loanGroup < 0 || !isSharedAsset(scratch.placeAsset[place], scratch)) return explainItem(subject);
    isJoint = true;
    return explainShared(subject, place, scratch);
  });
  children.push(...explainSurplus(payments, plan));
  const beforeCap = sumOfLines(children);
  // Half a fen: below it the difference is rounding, not a cap.
  if (Math.abs(beforeCap - valueYuan) > 0.005) children.push(traceLine(isJoint ? "jointOrder" : "claimCap", valueYuan - beforeCap, { claimYuan }));
  if (isValid)
    for (let index = 0; index < itemCountOf(columns, loan); index++) {
      children.push(...explainFacts({ columns, loan, item: first + index, number: index + 1, plan }));
    }
  const stage = stageOf(columns.stage[loan]);
  const court = courtOf(columns, loan);
  const delay = plan.assumptions.courtDelays.find((entry) => entry.court === court);
  if (delay) children.push(traceLine("courtDelay", 0, { court: delay.court, months: delay.months, ...group("courtDelays") }));
  return traceLine("collateralRoute", valueYuan, { itemCount: itemCountOf(columns, loan), stage, ...group("timing") }, children);
}

function presentValueOf(payments: readonly CollateralPayment[], { discountFactor }: CasePlan): number {
  return sumOf(payments.map(({ expectedYuan, month }) => expectedYuan * discountFactor[month]));
}

/** Line of what the loan gets of what sales of the debtor's collateral leave the debtor. */
function explainSurplus(payments: readonly CollateralPayment[], plan: CasePlan): TraceLine[] {
  const received = payments.filter(({ source }) => source === "surplus");
  if (received.length === 0) return [];
  const cashYuan = sumOf(received.map(({ expectedYuan }) => expectedYuan));
  return [traceLine("debtorSurplus", presentValueOf(received, plan), { cashYuan, share: plan.assumptions.priorities.surplusShare, ...group("priorities") })];
}

interface ReceivedValues {
  readonly collateralValue: number;
  /** Present value of what the costs of the collateral take. */
  readonly collateralCost: number;
  readonly guarantorValue: number;
  readonly cashValue: number;
}

function explainCosts(columns: PackageColumns, loan: number, plan: CasePlan, received: ReceivedValues): TraceLine {
  const segment = columns.segment[loan];
  const file = fileCost(plan, loan);
  const children = [
    ...explainCollateralCosts(columns, loan, plan, received),
    ...rateLine("servicerGuarantor", received.guarantorValue, servicerGuarantorRate(plan, segment)),
    ...rateLine("servicerCash", received.cashValue, servicerCashRate(plan, segment)),
    traceLine("fileCost", -file * plan.discountFactor[plan.fileCostMonth], { feeYuan: file, month: plan.fileCostMonth, ...group("costs") }),
    ...explainCourtFees(columns, loan, plan),
  ];
  return traceLine("costs", sumOfLines(children), group("costs"), children);
}

function rateLine(key: TraceKey, valueYuan: number, rate: number): TraceLine[] {
  return valueYuan === 0 ? [] : [traceLine(key, -valueYuan * rate, { rate, ...group("costs") })];
}

/** Servicer and counsel, or the loan's own rate; their shares of what an asset's cost shift makes of them. */
function explainCollateralCosts(columns: PackageColumns, loan: number, plan: CasePlan, { collateralValue, collateralCost }: ReceivedValues): TraceLine[] {
  if (collateralValue === 0) return [];
  const { servicerRateCollateral, counselRateCollateral } = plan.assumptions.costs;
  const stated = collateralCostRate(columns, loan, plan);
  if (columns.estimates !== null && !Number.isNaN(columns.estimates.collateralCostRate[loan])) {
    return [traceLine("ownCollateralCost", -collateralCost, { rate: stated })];
  }
  return [{ key: "servicerCollateral", rate: servicerRateCollateral } as const, { key: "counselCollateral", rate: counselRateCollateral } as const].flatMap(
    ({ key, rate }) => {
      const costYuan = stated === 0 ? 0 : (collateralCost * rate) / stated;
      return costYuan === 0 ? [] : [traceLine(key, -costYuan, { rate: costYuan / collateralValue, ...group("costs") })];
    },
  );
}

/** A suit that was weighed: forgone, a line of zero says why; brought, its fees stand below. */
function explainCourtFees(columns: PackageColumns, loan: number, plan: CasePlan): TraceLine[] {
  const balance = suitBalance(columns, loan, plan);
  if (balance !== null && balance.feesYuan > balance.broughtYuan) {
    const { cashShare } = plan.assumptions.suits;
    return [traceLine("suitForgone", 0, { feeYuan: balance.feesYuan, broughtYuan: balance.broughtYuan, share: cashShare, ...group("suits") })];
  }
  const month = plan.courtFeesMonth[plan.classes.loanClass[loan]];
  const courtFactor = month < 0 ? 0 : plan.discountFactor[month];
  const acceptance = acceptanceFee(columns, loan, plan);
  const preservation = preservationFee(columns, loan, plan);
  const isPetition = isBankrupt(columns, loan);
  const baseYuan = isPetition ? appraisalOf(columns, loan) : validClaimOf(columns, loan, plan.assumptions);
  const fees = [
    { key: isPetition ? "petitionFee" : "acceptanceFee", feeYuan: acceptance } as const,
    { key: "preservationFee", feeYuan: preservation } as const,
  ];
  return fees
    .filter(({ feeYuan }) => feeYuan > 0)
    .map(({ key, feeYuan }) => traceLine(key, -feeYuan * courtFactor, { feeYuan, baseYuan, month, ...group("courtFees") }));
}
