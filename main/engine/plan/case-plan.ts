import { type CaseShifts, type ScenarioShifts, shiftsOf } from "../../../shared/domain/assumptions.ts";
import { type Segment, segments } from "../../../shared/domain/codes.ts";
import { EngineInputError } from "../engine-errors.ts";
import type { CaseInput } from "../engine-types.ts";
import { monthlyFactor } from "../numbers/discounting.ts";
import type { SegmentedShifts } from "./case-shifts.ts";
import { planCurves } from "./curve-tables.ts";
import { planGuarantors } from "./guarantor-tables.ts";
import { planCourtFees, planOutcomes, shiftPrices } from "./outcome-tables.ts";
import { planOwn } from "./own-case.ts";
import type { CasePlan, PackageClasses } from "./plan-types.ts";
import { takeOverTerms } from "./sale-rates.ts";

/** A plan for measures of a pool alone needs no classes. */
const noClasses: PackageClasses = {
  priceClasses: [],
  curveClasses: [],
  itemClass: new Uint16Array(0),
  loanClass: new Uint16Array(0),
  curveClass: new Uint16Array(0),
  curveScale: new Float64Array(0),
  loansInSegment: new Float64Array(segments.length),
  cutOffDate: null,
  principalYuan: 0,
  filesInBand: new Float64Array(0),
  cashHeadroom: Number.POSITIVE_INFINITY,
};

/** The largest factor that cases put on cash recoveries: what `classifyPackage` must leave room for. */
export function cashHeadroomOf(cases: readonly (CaseShifts | ScenarioShifts)[]): number {
  let headroom = 1;
  for (const shifts of cases) {
    const scenario = asScenario(shifts);
    for (const segment of segments) headroom = Math.max(headroom, 1 + shiftsOf(scenario, segment).cashRecoveryShift);
  }
  return headroom;
}

function shiftsBySegment(scenario: ScenarioShifts): SegmentedShifts {
  const bySegment = {} as Record<Segment, CaseShifts>;
  for (const segment of segments) bySegment[segment] = scenario.segments[segment] === undefined ? scenario.all : shiftsOf(scenario, segment);
  return bySegment;
}

/** Shifts for all loans as a scenario without segments of its own. */
function asScenario(shifts: CaseShifts | ScenarioShifts): ScenarioShifts {
  return "all" in shifts ? shifts : { all: shifts, segments: {} };
}

/** What a table depends on: numbers, and the shifts of single segments as a text. */
type TableKey = readonly (number | string)[];

/** Tables that several cases of one package and one set of assumptions have in common, made once. */
export class SharedTables {
  // A grid has few different tables of a kind: comparing numbers costs less than writing them into a text.
  readonly #known = new Map<string, { readonly key: TableKey; readonly table: unknown }[]>();

  once<Table>(kind: string, key: TableKey, make: () => Table): Table {
    let tables = this.#known.get(kind);
    if (tables === undefined) this.#known.set(kind, (tables = []));
    for (const known of tables) {
      let same = 0;
      while (same < key.length && known.key[same] === key[same]) same += 1;
      if (same === key.length) return known.table as Table;
    }
    const table = make();
    tables.push({ key, table });
    return table;
  }
}

/**
 * Works the shifts of a case into tables.
 *
 * The delay shift moves auctions and court fees, not the cash curves; months never go below 0. The cost shift moves
 * every cost but court fees; seller's taxes, sale costs and the enforcement fee are deductions, not costs.
 * @throws EngineInputError outOfRange if the shifted hurdle is −100 % or less
 */
export function planCase({ assumptions, shifts, own }: CaseInput, classes: PackageClasses = noClasses, shared = new SharedTables()): CasePlan {
  const scenario = asScenario(shifts);
  const bySegment = shiftsBySegment(scenario);
  const hurdleRate = assumptions.hurdleRate + scenario.all.hurdleRateShift;
  if (!(hurdleRate > -1)) throw new EngineInputError("outOfRange", "hurdleRate");
  const { horizonMonths } = assumptions;
  const { closingMonth } = assumptions.closing;
  const monthCount = Math.max(horizonMonths, closingMonth) + 1;
  const discountFactor = shared.once("discount", [hurdleRate], () =>
    new Float64Array(monthCount).map((_, month) => monthlyFactor(hurdleRate, Math.max(month, closingMonth))),
  );
  // What a table depends on is its key; shifts of single segments are part of all keys.
  const { cashRecoveryShift, clearingProbabilityShift, collateralValueShift, costsShift, delayMonthsShift } = scenario.all;
  const ownShifts = segmentsKey(scenario);
  const guarantors = shared.once("guarantors", [hurdleRate, cashRecoveryShift, delayMonthsShift, ownShifts], () =>
    planGuarantors(assumptions, bySegment, discountFactor),
  );
  const isDelayed = shared.once("isDelayed", [], () => classes.curveClasses.some(({ guarantors: count, cash }) => count > 0 || cash.isDividend));
  const outcomes = shared.once("outcomes", [clearingProbabilityShift, delayMonthsShift, ownShifts], () => planOutcomes(assumptions, bySegment, classes));
  const valueLevel = shared.once("values", [collateralValueShift, ownShifts], () =>
    Float64Array.from(segments, (segment) => 1 + bySegment[segment].collateralValueShift),
  );
  return {
    assumptions,
    classes,
    hurdleRate,
    horizonMonths,
    closingMonth,
    monthCount,
    discountFactor,
    // Field by field: a plan is made for every cell of a grid, and spreading costs more than all of it.
    outcomeCount: outcomes.outcomeCount,
    debtForAssetOutcome: outcomes.debtForAssetOutcome,
    takeOver: shared.once("takeOver", [], () => takeOverTerms(assumptions)),
    outcomeMonth: outcomes.outcomeMonth,
    valueFactor: outcomes.valueFactor,
    openingFactor: outcomes.openingFactor,
    outcomeProbability: outcomes.outcomeProbability,
    cumulativeProbability: outcomes.cumulativeProbability,
    chanceFactor: outcomes.chanceFactor,
    netShare: outcomes.netShare,
    valueLevel,
    priceFactor: shiftPrices(outcomes, valueLevel, classes.priceClasses),
    curves: shared.once("curves", [hurdleRate, cashRecoveryShift, isDelayed ? delayMonthsShift : 0, ownShifts], () =>
      planCurves(assumptions, bySegment, classes.curveClasses, discountFactor, guarantors),
    ),
    guarantors,
    courtFeesMonth: shared.once("courtFees", [delayMonthsShift, ownShifts], () => planCourtFees(assumptions, bySegment, classes.priceClasses)),
    fileCostMonth: Math.min(horizonMonths, assumptions.costs.fileCostMonth),
    costFactor: shared.once("costs", [costsShift, ownShifts], () => Float64Array.from(segments, (segment) => 1 + bySegment[segment].costsShift)),
    overheadFactor: 1 + scenario.all.costsShift,
    own: planOwn(own?.caseName ?? "base", bySegment, own === undefined || own.shifts === shifts ? bySegment : shiftsBySegment(asScenario(own.shifts))),
  };
}

/** A text that two scenarios share only where their segments' own shifts are the same. */
function segmentsKey({ segments: own }: ScenarioShifts): string {
  let key = "";
  for (const segment of segments) if (own[segment] !== undefined) key += `${segment} ${JSON.stringify(own[segment])}`;
  return key;
}
