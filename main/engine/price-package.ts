import type { Assumptions, CaseShifts, Cases, ScenarioShifts } from "../../shared/domain/assumptions.ts";
import { type CaseName, caseNames, fillRules } from "../../shared/domain/codes.ts";
import type { CaseResult, PackageTotals, PoolFlows, PricingResult } from "../../shared/domain/pricing-results.ts";
import { yuanFromFen } from "../../shared/money.ts";
import { assertAssumptions } from "./checks/assumptions-check.ts";
import { proveColumns } from "./checks/proven-columns.ts";
import { EngineInputError } from "./engine-errors.ts";
import type { LoanResults, OwnCase, PackageColumns } from "./engine-types.ts";
import { financingSeries } from "./funding/debt-service.ts";
import { leveredPrice } from "./funding/levered-price.ts";
import { transitionResult } from "./funding/transition.ts";
import type { KernelTeam } from "./kernel/kernel-team.ts";
import { alone } from "./kernel/pricing-kernel.ts";
import { allocate } from "./numbers/allocate.ts";
import { resultFen } from "./numbers/engine-output.ts";
import { CompensatedSums, sumOf } from "./numbers/summation.ts";
import { planCase } from "./plan/case-plan.ts";
import type { CasePlan } from "./plan/plan-types.ts";
import { packageSums } from "./pool/package-sums.ts";
import { measuresAtPrice, type PriceBases, poolPresentValue, solveMaxBid } from "./pool/price-measures.ts";
import { routeValues } from "./pool/route-values.ts";
import { countFailedChecks } from "./recovery/failed-checks.ts";
import { valueBeyondHorizon } from "./rows/beyond-horizon.ts";
import { type PreparedPackage, preparePackage } from "./rows/prepared-package.ts";
import { copyLoans, type PricedLoans, priceLoans } from "./rows/price-loans.ts";
import type { LoanDetail } from "./rows/price-rows.ts";

/** Version of the numbers: raised whenever the same input could give another output. Stored with every run. */
export const ENGINE_VERSION = "2.11.0";

/** What `pricePackage` needs. `debtorCount` is only passed on; `bidPriceFen` null means the base case's maximum bid. */
export interface PackageInput {
  readonly columns: PackageColumns;
  readonly assumptions: Assumptions;
  readonly cases: Cases;
  readonly bidPriceFen: number | null;
  readonly debtorCount: number;
  /** 'YYYY-MM-DD'; null or left out where the deal states none: then there are no dated measures. */
  readonly cutOffDate?: string | null;
}

/** Everything one pricing run gives. `allocatedFen` are whole fen per loan and add up to `result.bidPriceFen`. */
export interface PricedPackage {
  readonly result: PricingResult;
  readonly loanResults: Readonly<Record<CaseName, LoanResults>>;
  readonly allocatedFen: Float64Array;
}

/**
 * What lies beyond the horizon: of every case, or only of those in which no loan must be looked at again. Where sales reach past a
 * short horizon it costs a second pricing, which nobody should wait for who wants the bid.
 */
export type BeyondHorizon = "ofEveryCase" | "whereAtHand";

/** The pool of one case, before any price is put on it. */
export interface PricedPool {
  readonly flows: PoolFlows;
  readonly plan: CasePlan;
  readonly presentValueYuan: number;
  readonly maxBidFen: number;
}

/** One case alone: the pool and its loans. */
export interface PricedCase extends PricedPool, PricedLoans {}

/**
 * Prices a package in the low, base and high case (METHOD §3–§5).
 *
 * The bid price is split over the loans in proportion to their base present value (negative ones get nothing), by
 * largest remainder. The order of loans moves no total by more than 1e-9 of it.
 * @param team threads that share the work; they change no byte of the result
 * @param beyondHorizon left out: of every case. A case without it has null there; nothing else of the result hangs on it
 * @throws EngineInputError for columns or a price that the engine refuses
 */
export function pricePackage(input: PackageInput, team: KernelTeam = alone, beyondHorizon: BeyondHorizon = "ofEveryCase"): PricedPackage {
  const { columns, assumptions, cases, debtorCount } = input;
  proveColumns(columns);
  assertAssumptions(assumptions, cases);
  if (!Number.isSafeInteger(debtorCount) || debtorCount < 0) throw new EngineInputError("notWhole", "debtorCount");
  preparePackage(columns, assumptions, [cases.low, cases.base, cases.high]);
  const own = { low: { caseName: "low", shifts: cases.low }, base: undefined, high: { caseName: "high", shifts: cases.high } } as const;
  const priced = {
    low: priceCase(columns, assumptions, cases.low, team, own.low),
    base: priceCase(columns, assumptions, cases.base, team, own.base),
    high: priceCase(columns, assumptions, cases.high, team, own.high),
  };
  const bidPriceFen = checkPrice(input.bidPriceFen) ?? priced.base.maxBidFen;
  const allocatedFen = columns.loanCount === 0 ? new Float64Array(0) : allocate(bidPriceFen, priced.base.loans.presentValue, columns.upb);
  const totals = addUpTotals(columns, debtorCount);
  const bases = { ...basesOf(columns), cutOffDate: input.cutOffDate ?? null };
  const prepared = preparePackage(columns, assumptions, [cases.low, cases.base, cases.high]);
  const mayPriceAgain = beyondHorizon === "ofEveryCase";
  const beyond = (caseName: CaseName) => valueBeyondHorizon(prepared, priced[caseName], { shifts: cases[caseName], own: own[caseName] }, team, mayPriceAgain);
  return {
    result: {
      engineVersion: ENGINE_VERSION,
      totals,
      bidPriceFen,
      cases: caseNames.map((caseName) => ({ ...summarise(caseName, priced[caseName], bidPriceFen, bases), beyondHorizon: beyond(caseName) })),
      fills: countFills(columns, allocatedFen),
      filledFen: sumOf(allocatedFen.filter((_, loan) => (columns.fillMask[loan] & ~unpricedFills) !== 0)),
      validity: countFailedChecks(columns, assumptions),
    },
    loanResults: { low: priced.low.loans, base: priced.base.loans, high: priced.high.loans },
    allocatedFen,
  };
}

/**
 * Prices one case.
 * @param own whose own estimates count; left out: the base case's, as they are stated
 * @throws EngineInputError for columns that the engine refuses
 */
export function priceCase(
  columns: PackageColumns,
  assumptions: Assumptions,
  shifts: CaseShifts | ScenarioShifts,
  team: KernelTeam = alone,
  own?: OwnCase,
): PricedCase {
  const priced = pricePrepared(preparePackage(columns, assumptions, [shifts]), shifts, "everything", team, own);
  return { ...priced, loans: copyLoans(priced.loans) };
}

/** Prices one case of a prepared package; `loans` are views that its next case overwrites. */
export function pricePrepared(
  prepared: PreparedPackage,
  shifts: CaseShifts | ScenarioShifts,
  detail: LoanDetail,
  team: KernelTeam = alone,
  own?: OwnCase,
): PricedCase {
  const plan = planCase({ assumptions: prepared.assumptions, shifts, own }, prepared.classes);
  const priced = priceLoans(prepared, plan, detail, team);
  const presentValueYuan = poolPresentValue(priced.flows.net, plan);
  return { ...priced, plan, presentValueYuan, maxBidFen: resultFen(solveMaxBid(presentValueYuan, plan), "maxBid") };
}

/** Principal and claim of the package, the bases of its price ratios. */
export function basesOf(columns: PackageColumns): PriceBases {
  const { upbYuan, interestYuan, feesYuan } = packageSums(columns);
  return { upbYuan, claimYuan: upbYuan + interestYuan + feesYuan };
}

export function checkPrice(priceFen: number | null): number | null {
  if (priceFen === null) return null;
  if (!Number.isSafeInteger(priceFen)) throw new EngineInputError("notWhole", "bidPriceFen");
  if (priceFen < 0) throw new EngineInputError("negative", "bidPriceFen");
  return priceFen;
}

/** Parts are rounded, their sums taken from the rounded parts, so that a printed column always adds up. */
export function summarise(caseName: CaseName, priced: PricedPool, bidPriceFen: number, bases: PriceBases): CaseResult {
  const { flows, plan, presentValueYuan, maxBidFen } = priced;
  const collateralRecoveryFen = resultFen(sumOf(flows.collateral), "collateralRecovery");
  const guarantorRecoveryFen = resultFen(sumOf(flows.guarantor), "guarantorRecovery");
  const cashRecoveryFen = resultFen(sumOf(flows.cash), "cashRecovery");
  const ownRecoveryFen = flows.own === undefined ? undefined : resultFen(sumOf(flows.own), "ownRecovery");
  const grossRecoveryFen = collateralRecoveryFen + guarantorRecoveryFen + cashRecoveryFen + (ownRecoveryFen ?? 0);
  const costsFen = resultFen(sumOf(flows.costs), "costs");
  const transition = transitionResult(flows.beforeClosing, plan);
  const facts = { ...bases, transition };
  return {
    caseName,
    hurdleRate: plan.hurdleRate,
    grossRecoveryFen,
    collateralRecoveryFen,
    guarantorRecoveryFen,
    cashRecoveryFen,
    ...(ownRecoveryFen === undefined ? {} : { ownRecoveryFen }),
    costsFen,
    netCashFlowFen: grossRecoveryFen - costsFen + transition.changeFen,
    presentValueFen: resultFen(presentValueYuan, "presentValue"),
    maxBidFen,
    routes: routeValues(flows, plan),
    // Of a whole package alone (`pricePackage`).
    beyondHorizon: null,
    atMaxBid: measuresAtPrice(flows.net, maxBidFen, plan, facts),
    atBidPrice: measuresAtPrice(flows.net, bidPriceFen, plan, facts),
    flows,
    negativeMonths: countNegativeMonths(flows, plan.closingMonth),
    transition,
    financing: financingSeries(flows.net, yuanFromFen(bidPriceFen), plan),
    leveredPrice: plan.assumptions.leverage.isOn ? leveredPrice(flows.net, plan, bases.upbYuan) : null,
  };
}

function countNegativeMonths(flows: PoolFlows, closingMonth: number): number {
  return flows.net.filter((flow, month) => month > closingMonth && flow < 0).length;
}

/** Totals of the tape; the claim is the sum of the rounded parts. */
function addUpTotals(columns: PackageColumns, debtorCount: number): PackageTotals {
  const sums = packageSums(columns);
  const upbFen = resultFen(sums.upbYuan, "upb");
  const interestFen = resultFen(sums.interestYuan, "interest");
  const feesFen = resultFen(sums.feesYuan, "fees");
  return {
    loans: columns.loanCount,
    debtors: debtorCount,
    upbFen,
    interestFen,
    feesFen,
    claimFen: upbFen + interestFen + feesFen,
    collateralItems: columns.appraisal.length,
    appraisalFen: resultFen(sums.appraisalYuan, "appraisal"),
  };
}

/** Rules that fill what no price hangs on. */
const unpricedFills = 1 << fillRules.indexOf("classAsDoubtful");

/** Rules that filled something, with the part of the bid price that rests on loans carrying them. */
function countFills(columns: PackageColumns, allocatedFen: Float64Array): PricingResult["fills"] {
  const allocated = new CompensatedSums(fillRules.length);
  const loans = new Float64Array(fillRules.length);
  for (let loan = 0; loan < columns.loanCount; loan++) {
    const mask = columns.fillMask[loan];
    if (mask === 0) continue;
    for (let rule = 0; rule < fillRules.length; rule++) {
      if ((mask & (1 << rule)) === 0) continue;
      loans[rule] += 1;
      allocated.add(rule, allocatedFen[loan]);
    }
  }
  return fillRules.map((rule, index) => ({ rule, loans: loans[index], allocatedFen: allocated.total(index) })).filter((count) => count.loans > 0);
}
