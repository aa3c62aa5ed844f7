import type { Assumptions, CaseShifts } from "../../../shared/domain/assumptions.ts";
import { collateralKindOf, segmentOf, stageOf } from "../column-codes.ts";
import { annualPower } from "../numbers/exact-power.ts";
import { clampShare, type SegmentedShifts } from "./case-shifts.ts";
import { BY_TABLES, type CasePlan, NO_KIND, type PackageClasses, type PriceClass } from "./plan-types.ts";
import { netShareOf, taxTablesByMonth } from "./sale-rates.ts";

/** Months by which the court of a class is slower than its stage says, none where the desk states none; the desk's own month of a sale knows its court. */
function courtDelay({ courtDelays }: Assumptions, { court }: PriceClass): number {
  return court === null ? 0 : (courtDelays.find((delay) => delay.court === court)?.months ?? 0);
}

/** [price class] month of acceptance and preservation fees, −1 where none are due. */
export function planCourtFees(assumptions: Assumptions, bySegment: SegmentedShifts, priceClasses: readonly PriceClass[]): Int32Array {
  const months = new Int32Array(priceClasses.length).fill(-1);
  for (const [number, priceClass] of priceClasses.entries()) {
    const month = assumptions.timing[stageOf(priceClass.stage)].courtFeesMonth;
    const delay = courtDelay(assumptions, priceClass) + bySegment[segmentOf(priceClass.segment)].delayMonthsShift;
    if (month !== null) months[number] = Math.min(assumptions.horizonMonths, Math.max(0, month + delay));
  }
  return months;
}

/** What the plan knows of sales: when, how likely, at what price. */
type OutcomeTables = Pick<
  CasePlan,
  | "outcomeCount"
  | "debtForAssetOutcome"
  | "outcomeMonth"
  | "valueFactor"
  | "openingFactor"
  | "priceFactor"
  | "outcomeProbability"
  | "cumulativeProbability"
  | "chanceFactor"
  | "netShare"
>;

/** Level of collateral values (1 + shift) in a price class. */
export function valueLevelOf({ classes, valueLevel }: CasePlan, priceClass: number): number {
  return valueLevel[classes.priceClasses[priceClass].segment];
}

/** Puts the shift on collateral values on prices made without it. */
export function shiftPrices({ outcomeCount, priceFactor }: OutcomeTables, valueLevel: Float64Array, priceClasses: readonly PriceClass[]): Float64Array {
  if (valueLevel.every((level) => level === 1)) return priceFactor;
  const shifted = priceFactor.slice();
  for (let number = 0; number < priceClasses.length; number++) {
    const level = valueLevel[priceClasses[number].segment];
    for (let at = number * outcomeCount; at < (number + 1) * outcomeCount; at++) shifted[at] *= level;
  }
  return shifted;
}

/** Outcomes of all classes, before the shift on collateral values. */
export function planOutcomes(
  assumptions: Assumptions,
  bySegment: SegmentedShifts,
  { priceClasses, cutOffDate }: Pick<PackageClasses, "priceClasses" | "cutOffDate">,
): OutcomeTables {
  const debtForAssetOutcome = assumptions.collateral.rounds.length;
  const outcomeCount = reachableOutcomes(assumptions, priceClasses);
  const size = priceClasses.length * outcomeCount;
  const tables = {
    outcomeCount,
    debtForAssetOutcome,
    outcomeMonth: new Int32Array(size),
    valueFactor: new Float64Array(priceClasses.length),
    openingFactor: new Float64Array(size),
    priceFactor: new Float64Array(size),
    outcomeProbability: new Float64Array(size),
    cumulativeProbability: new Float64Array(size),
    chanceFactor: new Float64Array(priceClasses.length).fill(1),
    netShare: new Float64Array(size),
  };
  for (const [number, priceClass] of priceClasses.entries()) {
    const shifts = bySegment[segmentOf(priceClass.segment)];
    if (priceClass.ownMonth !== BY_TABLES) planOwnRealisation(assumptions, shifts, priceClass, number, tables);
    else planRounds(assumptions, shifts, priceClass, number, tables);
  }
  planNetShares(assumptions, priceClasses, cutOffDate, tables);
  return tables;
}

function planNetShares(assumptions: Assumptions, priceClasses: readonly PriceClass[], cutOffDate: string | null, tables: OutcomeTables): void {
  const { outcomeCount, debtForAssetOutcome, outcomeMonth, netShare } = tables;
  const tableIn = taxTablesByMonth(assumptions, cutOffDate, assumptions.horizonMonths);
  for (const [number, priceClass] of priceClasses.entries()) {
    if (priceClass.kind === NO_KIND) continue;
    for (let at = number * outcomeCount; at < (number + 1) * outcomeCount; at++) {
      const isTaken = at - number * outcomeCount === debtForAssetOutcome && priceClass.ownMonth === BY_TABLES;
      const month = isTaken ? outcomeMonth[at] - assumptions.collateral.debtForAsset.gapMonths : outcomeMonth[at];
      // What lies beyond the horizon has no price to tax.
      netShare[at] = netShareOf(assumptions, tableIn(Math.min(assumptions.horizonMonths, month)), priceClass);
    }
  }
}

/** Outcomes with a chance in any class: the workings for none are left out of every loop. */
function reachableOutcomes(assumptions: Assumptions, priceClasses: readonly PriceClass[]): number {
  const { rounds, debtForAsset } = assumptions.collateral;
  if (priceClasses.every(({ kind, ownMonth }) => kind === NO_KIND || ownMonth !== BY_TABLES)) return 1;
  if (debtForAsset.probability > 0) return rounds.length + 1;
  return Math.max(1, rounds.findLastIndex(({ clearingProbability }) => clearingProbability > 0) + 1);
}

function planOwnRealisation(
  { collateral, horizonMonths }: Assumptions,
  shifts: CaseShifts,
  { kind, ownMonth }: PriceClass,
  number: number,
  tables: OutcomeTables,
): void {
  const [at, end] = [number * tables.outcomeCount, (number + 1) * tables.outcomeCount];
  const month = Math.max(0, ownMonth + shifts.delayMonthsShift);
  tables.outcomeMonth.fill(month, at, end);
  tables.chanceFactor[number] = 1 + shifts.clearingProbabilityShift;
  if (kind === NO_KIND) return;
  const price = annualPower(1 + collateral.annualGrowth, month);
  tables.valueFactor[number] = 1;
  tables.openingFactor.fill(price, at, end);
  tables.priceFactor[at] = month > horizonMonths ? 0 : price;
  tables.outcomeProbability[at] = 1;
  tables.cumulativeProbability.fill(1, at, end);
}

function planRounds(assumptions: Assumptions, shifts: CaseShifts, priceClass: PriceClass, number: number, tables: OutcomeTables): void {
  const { outcomeCount } = tables;
  const [from, to] = [number * outcomeCount, (number + 1) * outcomeCount];
  const months = outcomeMonths(
    assumptions,
    assumptions.timing[stageOf(priceClass.stage)].monthsToFirstRound +
      courtDelay(assumptions, priceClass) +
      priceClass.waits * assumptions.priorities.waitingMonths +
      priceClass.stays * assumptions.conditions.reorganisationMonths +
      shifts.delayMonthsShift,
  );
  for (let outcome = 0; outcome < outcomeCount; outcome++) tables.outcomeMonth[from + outcome] = months[outcome];
  if (priceClass.kind === NO_KIND) return;
  const kind = collateralKindOf(priceClass.kind);
  const level = assumptions.collateral.appraisalFactor[kind];
  tables.valueFactor[number] = level;
  const clearing = assumptions.collateral.clearingFactor[kind] * (1 + shifts.clearingProbabilityShift);
  fillProbabilities(assumptions, clearing, tables.outcomeProbability.subarray(from, to), tables.cumulativeProbability.subarray(from, to));
  fillPrices(assumptions, level, tables.outcomeMonth.subarray(from, to), tables.openingFactor.subarray(from, to), tables.priceFactor.subarray(from, to));
}

/** Months of the rounds and of debt-for-asset; each later one adds its own gap, the gap of round 1 is not used. */
function outcomeMonths(assumptions: Assumptions, firstMonth: number): number[] {
  const { rounds, debtForAsset } = assumptions.collateral;
  let month = Math.max(0, firstMonth);
  const months = rounds.map((round, index) => (month += index === 0 ? 0 : round.gapMonths));
  return [...months, month + debtForAsset.gapMonths];
}

function fillProbabilities(assumptions: Assumptions, clearing: number, single: Float64Array, cumulative: Float64Array): void {
  const { rounds, debtForAsset } = assumptions.collateral;
  let unsold = 1;
  let sold = 0;
  for (let outcome = 0; outcome < single.length; outcome++) {
    const round = rounds[outcome];
    const chance = round ? clampShare(round.clearingProbability * clearing) : debtForAsset.probability;
    const probability = unsold * chance;
    sold = chance === 1 ? 1 : Math.min(1, sold + probability);
    unsold *= 1 - chance;
    single[outcome] = probability;
    cumulative[outcome] = sold;
  }
}

function fillPrices(assumptions: Assumptions, level: number, months: Int32Array, opening: Float64Array, price: Float64Array): void {
  const { rounds, annualGrowth } = assumptions.collateral;
  let lastOpening = 0;
  for (let outcome = 0; outcome < months.length; outcome++) {
    const month = months[outcome];
    const round = rounds[outcome];
    if (round) lastOpening = level * annualPower(1 + annualGrowth, month) * round.openingShare;
    opening[outcome] = lastOpening;
    // An asset that is taken over is taken at the last opening price.
    price[outcome] = month > assumptions.horizonMonths ? 0 : lastOpening * (round?.priceMultiple ?? 1);
  }
}
