import type { CaseShifts } from "../../../shared/domain/assumptions.ts";
import { type GridAxes, type GridAxis, gridAxisLimit, type ScenarioGrid } from "../../../shared/domain/scenario-results.ts";
import { shiftTable } from "../../../shared/domain/shifts.ts";
import { EngineInputError } from "../engine-errors.ts";
import type { ScenarioPricing, Tick } from "./scenario-prices.ts";

/**
 * Two-way grid (双因素网格, METHOD §5): every pair of shifts of two drivers, all others where the case has them. Each cell is
 * what a case with those shifts gives.
 * @throws EngineInputError outOfRange for an axis of fewer than two values or too many, or for one driver on both
 */
export function priceGrid(pricing: ScenarioPricing, start: CaseShifts, axes: GridAxes, tick?: Tick): ScenarioGrid {
  if (axes.across.driver === axes.down.driver) throw new EngineInputError("outOfRange", "driver");
  const across = shiftsOnAxis(axes.across);
  const down = shiftsOnAxis(axes.down);
  const scenarios = down.flatMap((lower) =>
    across.map((upper) => ({ all: { ...start, [axes.down.driver]: lower, [axes.across.driver]: upper }, segments: {} })),
  );
  const placed = (axis: GridAxis, shifts: number[]) => {
    const index = shifts.indexOf(start[axis.driver]);
    return { driver: axis.driver, shifts, startIndex: index < 0 ? null : index };
  };
  return { across: placed(axes.across, across), down: placed(axes.down, down), cells: pricing.pools(scenarios, tick).map(pricing.cell) };
}

/** Evenly spaced shifts, both ends included, free of binary noise; whole months, each once, for the delay. */
function shiftsOnAxis({ driver, from, to, count }: GridAxis): number[] {
  if (!Number.isInteger(count) || count < 2 || count > gridAxisLimit || !(from < to)) throw new EngineInputError("outOfRange", "gridAxis");
  const evenly = Array.from({ length: count }, (_, index) => from + ((to - from) * index) / (count - 1));
  const clean = evenly.map((shift) => (shiftTable[driver].kind === "months" ? Math.round(shift) : Number(shift.toFixed(10))) + 0);
  return [...new Set(clean)];
}
