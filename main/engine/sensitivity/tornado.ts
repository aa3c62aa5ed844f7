import type { CaseShifts } from "../../../shared/domain/assumptions.ts";
import { type SensitivityCell, type SensitivityMeasure, type Tornado, type TornadoRanges } from "../../../shared/domain/scenario-results.ts";
import { shiftKeys } from "../../../shared/domain/shifts.ts";
import type { ScenarioPricing, Tick } from "./scenario-prices.ts";

/** The measure's number in a cell; null where it does not exist. */
export function measureOf(cell: SensitivityCell, measure: SensitivityMeasure): number | null {
  const numbers = { maxBid: cell.maxBidFen, irr: cell.irr, moic: cell.moic, wal: cell.walYears, profit: cell.profitFen };
  return numbers[measure];
}

/**
 * Tornado (龙卷风图, METHOD §5): each driver alone at the low and at the high end of its range, all others where the case
 * has them. A range holds shifts as a case does, not steps from the case. Drivers come by span of the measure, widest
 * first; one whose measure does not exist at an end comes last, and equal spans keep the order of the drivers.
 */
export function priceTornado(pricing: ScenarioPricing, start: CaseShifts, ranges: TornadoRanges, measure: SensitivityMeasure, tick?: Tick): Tornado {
  const ends = shiftKeys.flatMap((driver) => [ranges[driver].low, ranges[driver].high].map((shift) => ({ ...start, [driver]: shift + 0 })));
  const scenarios = [start, ...ends].map((all) => ({ all, segments: {} }));
  const [startCell, ...cells] = pricing.pools(scenarios, tick).map(pricing.cell);
  const bars = shiftKeys.map((driver, index) => ({
    driver,
    low: { shift: ranges[driver].low + 0, cell: cells[2 * index] },
    high: { shift: ranges[driver].high + 0, cell: cells[2 * index + 1] },
  }));
  const spanOf = ({ low, high }: Tornado["bars"][number]): number => {
    const [from, to] = [measureOf(low.cell, measure), measureOf(high.cell, measure)];
    return from === null || to === null ? -1 : Math.abs(to - from);
  };
  return { startShifts: start, start: startCell, bars: bars.toSorted((left, right) => spanOf(right) - spanOf(left)) };
}
