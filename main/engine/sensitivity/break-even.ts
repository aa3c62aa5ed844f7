import type { Assumptions, CaseShifts, ScenarioShifts } from "../../../shared/domain/assumptions.ts";
import type { BreakEven, BreakEvenTarget, ReverseStress } from "../../../shared/domain/scenario-results.ts";
import { type ShiftKey, shiftTable } from "../../../shared/domain/shifts.ts";
import { yuanFromFen } from "../../../shared/money.ts";
import { monthlyPresentValue } from "../numbers/discounting.ts";
import { buyerFlows, solveMaxBid } from "../pool/price-measures.ts";
import type { PricedPool } from "../price-package.ts";
import { type Crossing, findCrossings, findWholeCrossings } from "./find-crossings.ts";
import { greatestMultiple, scaleScenario } from "./scale-scenario.ts";
import type { ScenarioPricing, Tick } from "./scenario-prices.ts";

/** Width to which a crossing is narrowed. */
const TOLERANCE = 1e-9;
/** Pieces into which the allowed range is cut in search of crossings. */
const PIECES = 120;
/** The price is rounded to fen, so a shortfall within one fen still holds, as it does for payback. */
const ONE_FEN_YUAN = 0.01;
/** The hurdle rate must stay above −99 %, as the assumptions say. */
const LOWEST_HURDLE = -0.99;

interface Question {
  /** Shifts of the case from which is asked. */
  readonly start: CaseShifts;
  readonly target: BreakEvenTarget;
  readonly tick?: Tick | undefined;
}

export interface BreakEvenQuestion extends Question {
  readonly driver: ShiftKey;
  /** Those of the pricing: the hurdle rate bounds its own shift. */
  readonly assumptions: Assumptions;
}

export interface ReverseStressQuestion extends Question {
  readonly scenario: ScenarioShifts;
}

/**
 * Break-even (盈亏平衡, METHOD §5): the shifts of one driver at which a target stops holding, all other shifts where the case
 * has them.
 *
 * The whole allowed range is scanned, since nothing promises that a measure rises or falls throughout; every change
 * found is narrowed to 1e-9 and answered by the shift on the side that holds, nearest to the case first. The delay
 * moves by whole months, all of which are tried. "IRR below r" means that the buyer's flows are worth less than
 * nothing at r, which also decides where a rate of return does not exist or is not the only one.
 */
export function solveBreakEven(pricing: ScenarioPricing, { start, driver, target, assumptions, tick }: BreakEvenQuestion): BreakEven {
  const [from, to] = rangeOf(driver, assumptions);
  const scenarioAt = (shift: number): ScenarioShifts => ({ all: { ...start, [driver]: shift }, segments: {} });
  const isWhole = shiftTable[driver].kind === "months";
  const count = isWhole ? to - from : PIECES;
  const evenly = Array.from({ length: count + 1 }, (_, index) => (index === count ? to : from + ((to - from) * index) / count));
  return search({ pricing, target, scenarioAt, start: start[driver], places: evenly, isWhole, tick });
}

/**
 * Reverse stress (反向压力测试): the multiple λ of a scenario at which a target stops holding. λ = 0 is the case, 1 the
 * scenario; each shift is case + λ × (scenario − case), delays in whole months. λ runs to 10, or as far as all shifts
 * stay allowed.
 */
export function solveReverseStress(pricing: ScenarioPricing, { start, scenario, target, tick }: ReverseStressQuestion): ReverseStress {
  const most = greatestMultiple(start, scenario);
  const scenarioAt = (multiple: number): ScenarioShifts => scaleScenario(start, scenario, multiple);
  const places = Array.from({ length: PIECES + 1 }, (_, index) => (most * index) / PIECES);
  const found = search({ pricing, target, scenarioAt, start: 0, places, isWhole: false, tick });
  return { ...found, shifts: found.crossings.map(({ at }) => scenarioAt(at)) };
}

interface Search {
  readonly pricing: ScenarioPricing;
  readonly target: BreakEvenTarget;
  readonly scenarioAt: (place: number) => ScenarioShifts;
  readonly start: number;
  readonly places: readonly number[];
  readonly isWhole: boolean;
  readonly tick: Tick | undefined;
}

function search({ pricing, target, scenarioAt, start, places, isWhole, tick }: Search): BreakEven {
  // The scan is nearly all of the work; while a crossing is narrowed, the share stays.
  const marginsOf = (at: readonly number[]): number[] =>
    pricing.pools(at.map(scenarioAt), (share) => tick?.(at.length > 1 ? share : 1)).map((pool) => marginOf(pool, target, pricing.bidPriceFen));
  const [startMargin] = marginsOf([start]);
  const scanned = [...new Set([...places, start])].toSorted((left, right) => left - right);
  const found = isWhole ? findWholeCrossings(scanned, marginsOf) : findCrossings(scanned, marginsOf, TOLERANCE);
  const nearest = found.toSorted((left, right) => distance(left, start) - distance(right, start));
  const cells = pricing.pools(nearest.map(({ at }) => scenarioAt(at))).map(pricing.cell);
  return {
    start,
    holdsAtStart: startMargin >= 0,
    from: scanned[0],
    to: scanned[scanned.length - 1],
    crossings: nearest.map((crossing, index) => ({ ...crossing, cell: cells[index] })),
  };
}

const distance = ({ at }: Crossing, start: number): number => Math.abs(at - start);

function rangeOf(driver: ShiftKey, base: Assumptions): [from: number, to: number] {
  const { least, most } = shiftTable[driver];
  return driver === "hurdleRateShift" ? [Math.max(least, LOWEST_HURDLE + TOLERANCE - base.hurdleRate), most] : [least, most];
}

/** By how much, in yuan, the target holds; not negative where it holds. */
function marginOf(pool: PricedPool, target: BreakEvenTarget, bidPriceFen: number): number {
  if (target.kind === "maxBid") return solveMaxBid(pool.presentValueYuan, pool.plan) - yuanFromFen(target.priceFen) + ONE_FEN_YUAN;
  const flows = buyerFlows(pool.flows.net, yuanFromFen(bidPriceFen), pool.plan);
  if (target.kind === "irr") return monthlyPresentValue(flows, target.rate) + ONE_FEN_YUAN;
  return monthlyPresentValue(flows, 0) - yuanFromFen(target.profitFen) + ONE_FEN_YUAN;
}
