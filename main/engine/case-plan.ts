import type { Assumptions, CaseShifts } from "../../shared/domain/assumptions.ts";
import { collateralKinds, litigationStages, segments } from "../../shared/domain/codes.ts";
import { monthlyFactor } from "./discounting.ts";
import { EngineInputError } from "./engine-errors.ts";
import type { CaseInput } from "./engine-types.ts";

/**
 * One case made ready: assumptions with the shifts of the case (METHOD §5) worked into tables, so that the loop over
 * loans only looks up. An outcome (结果) of an item is a sale in round 0, 1, … or, last, debt-for-asset (以物抵债);
 * the probability left over is "nothing within the horizon".
 */
export interface CasePlan {
  readonly assumptions: Assumptions;
  readonly hurdleRate: number;
  readonly horizonMonths: number;
  readonly closingMonth: number;
  /** Length of the month grid: 0 … the later of horizon and closing. */
  readonly monthCount: number;
  /** Discount factor by month of flow; a flow before closing counts as of closing. */
  readonly discountFactor: Float64Array;
  readonly outcomeCount: number;
  /** [stage × outcome] month of the cash, may lie beyond the horizon. */
  readonly outcomeMonth: Int32Array;
  /** [kind] factor on the appraisal after the value shift, before growth. */
  readonly valueFactor: Float64Array;
  /** [(kind × stage) × outcome] opening price of the round (of the last one for debt-for-asset) per yuan of appraisal. */
  readonly openingFactor: Float64Array;
  /** [(kind × stage) × outcome] price obtained per yuan of appraisal; 0 beyond the horizon. */
  readonly priceFactor: Float64Array;
  /** [kind × outcome] probability of the outcome, and of it or an earlier one. */
  readonly outcomeProbability: Float64Array;
  readonly cumulativeProbability: Float64Array;
  readonly curves: CurveTables;
  /** [stage] month of acceptance and preservation fees, −1 where none are due. */
  readonly courtFeesMonth: Int32Array;
  readonly fileCostMonth: number;
  /** 1 + the shift on all costs but court fees. */
  readonly costFactor: number;
}

/** Cash recovery curves (回收曲线) by segment; shares are of the claim that remains after the collateral route. */
interface CurveTables {
  /** [segment × month] share collected in the month; its sum never exceeds 1. */
  readonly share: Float64Array;
  /** [segment] rate of the first month after the cash shift. */
  readonly firstMonthRate: Float64Array;
  /** [segment] sums of the share, of the share × discount factor, of the share × month received. */
  readonly total: Float64Array;
  readonly discounted: Float64Array;
  readonly weightedMonths: Float64Array;
}

const clampShare = (share: number): number => Math.min(1, Math.max(0, share));

/**
 * Works the shifts of a case into tables.
 *
 * The delay shift moves auctions and court fees, not the cash curves; months never go below 0. The cost shift moves
 * every cost but court fees; seller's taxes, sale costs and the enforcement fee are deductions, not costs.
 * @throws EngineInputError outOfRange if the shifted hurdle is −100 % or less
 */
export function planCase({ assumptions, shifts }: CaseInput): CasePlan {
  const hurdleRate = assumptions.hurdleRate + shifts.hurdleRate;
  if (!(hurdleRate > -1)) throw new EngineInputError("outOfRange", "hurdleRate");
  const { horizonMonths } = assumptions;
  const { closingMonth } = assumptions.closing;
  const monthCount = Math.max(horizonMonths, closingMonth) + 1;
  const discountFactor = new Float64Array(monthCount).map((_, month) => monthlyFactor(hurdleRate, Math.max(month, closingMonth)));
  return {
    assumptions,
    hurdleRate,
    horizonMonths,
    closingMonth,
    monthCount,
    discountFactor,
    ...planOutcomes(assumptions, shifts),
    curves: planCurves(assumptions, shifts, discountFactor),
    courtFeesMonth: Int32Array.from(litigationStages, (stage) => {
      const month = assumptions.timing[stage].courtFeesMonth;
      return month === null ? -1 : Math.min(horizonMonths, Math.max(0, month + shifts.delayMonths));
    }),
    fileCostMonth: Math.min(horizonMonths, assumptions.costs.fileCostMonth),
    costFactor: 1 + shifts.costs,
  };
}

type OutcomeTables = Pick<
  CasePlan,
  "outcomeCount" | "outcomeMonth" | "valueFactor" | "openingFactor" | "priceFactor" | "outcomeProbability" | "cumulativeProbability"
>;

function planOutcomes(assumptions: Assumptions, shifts: CaseShifts): OutcomeTables {
  const outcomeCount = assumptions.collateral.rounds.length + 1;
  const stageCount = litigationStages.length;
  const outcomeMonth = new Int32Array(stageCount * outcomeCount);
  litigationStages.forEach((stage, code) => {
    outcomeMonth.set(outcomeMonths(assumptions, assumptions.timing[stage].monthsToFirstRound + shifts.delayMonths), code * outcomeCount);
  });
  const factorCount = collateralKinds.length * stageCount * outcomeCount;
  const valueFactor = Float64Array.from(collateralKinds, (kind) => assumptions.collateral.appraisalFactor[kind] * (1 + shifts.collateralValue));
  const openingFactor = new Float64Array(factorCount);
  const priceFactor = new Float64Array(factorCount);
  const outcomeProbability = new Float64Array(collateralKinds.length * outcomeCount);
  const cumulativeProbability = new Float64Array(collateralKinds.length * outcomeCount);
  collateralKinds.forEach((kind, kindCode) => {
    const clearing = assumptions.collateral.clearingFactor[kind] * (1 + shifts.clearingProbability);
    fillProbabilities(assumptions, clearing, outcomeProbability, cumulativeProbability, kindCode * outcomeCount);
    const level = valueFactor[kindCode] ?? 0;
    for (let stage = 0; stage < stageCount; stage++) {
      const months = outcomeMonth.subarray(stage * outcomeCount, (stage + 1) * outcomeCount);
      const at = (kindCode * stageCount + stage) * outcomeCount;
      fillPrices(assumptions, level, months, openingFactor.subarray(at, at + outcomeCount), priceFactor.subarray(at, at + outcomeCount));
    }
  });
  return { outcomeCount, outcomeMonth, valueFactor, openingFactor, priceFactor, outcomeProbability, cumulativeProbability };
}

/** Months of the rounds and of debt-for-asset; each later one adds its own gap, the gap of round 1 is not used. */
function outcomeMonths(assumptions: Assumptions, firstMonth: number): number[] {
  const { rounds, debtForAsset } = assumptions.collateral;
  let month = Math.max(0, firstMonth);
  const months = rounds.map((round, index) => (month += index === 0 ? 0 : round.gapMonths));
  return [...months, month + debtForAsset.gapMonths];
}

function fillProbabilities(assumptions: Assumptions, clearing: number, single: Float64Array, cumulative: Float64Array, at: number): void {
  const { rounds, debtForAsset } = assumptions.collateral;
  let unsold = 1;
  let sold = 0;
  for (let outcome = 0; outcome <= rounds.length; outcome++) {
    const round = rounds[outcome];
    const chance = round ? clampShare(round.clearingProbability * clearing) : debtForAsset.probability;
    const probability = unsold * chance;
    sold = chance === 1 ? 1 : Math.min(1, sold + probability);
    unsold *= 1 - chance;
    single[at + outcome] = probability;
    cumulative[at + outcome] = sold;
  }
}

function fillPrices(assumptions: Assumptions, level: number, months: Int32Array, opening: Float64Array, price: Float64Array): void {
  const { rounds, debtForAsset, annualGrowth } = assumptions.collateral;
  let lastOpening = 0;
  for (let outcome = 0; outcome <= rounds.length; outcome++) {
    const month = months[outcome] ?? 0;
    const round = rounds[outcome];
    if (round) lastOpening = level * (1 + annualGrowth) ** (month / 12) * round.openingShare;
    opening[outcome] = lastOpening;
    const multiple = round ? round.priceMultiple : debtForAsset.realisationShare;
    price[outcome] = month > assumptions.horizonMonths ? 0 : lastOpening * multiple;
  }
}

function planCurves(assumptions: Assumptions, shifts: CaseShifts, discountFactor: Float64Array): CurveTables {
  const width = assumptions.horizonMonths + 1;
  const share = new Float64Array(segments.length * width);
  const firstMonthRate = new Float64Array(segments.length);
  const total = new Float64Array(segments.length);
  const discounted = new Float64Array(segments.length);
  const weightedMonths = new Float64Array(segments.length);
  segments.forEach((segment, code) => {
    const curve = assumptions.curves[segment];
    let rate = clampShare(curve.firstMonthRate * (1 + shifts.cashRecovery));
    firstMonthRate[code] = rate;
    let collected = 0;
    for (let month = curve.lagMonths + 1; month < width; month++) {
      const part = Math.min(rate, 1 - collected);
      collected += part;
      share[code * width + month] = part;
      discounted[code] = (discounted[code] ?? 0) + part * (discountFactor[month] ?? 0);
      weightedMonths[code] = (weightedMonths[code] ?? 0) + part * Math.max(month, assumptions.closing.closingMonth);
      rate *= curve.monthlyDecay;
    }
    total[code] = Math.min(1, collected);
  });
  return { share, firstMonthRate, total, discounted, weightedMonths };
}
