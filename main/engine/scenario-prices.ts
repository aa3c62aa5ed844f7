import type { Assumptions, ScenarioShifts } from "../../shared/domain/assumptions.ts";
import type { ScenarioOutcome, SensitivityCell } from "../../shared/domain/scenario-results.ts";
import { assertColumns } from "./columns-check.ts";
import type { PackageColumns } from "./engine-types.ts";
import type { PriceBases } from "./price-measures.ts";
import { basesOf, checkPrice, type PricedPool, priceCase, summarise } from "./price-package.ts";

/** Told how much of a long piece of work is done, 0…1; it may throw to end the work. */
export type Tick = (share: number) => void;

/** One package, one set of assumptions, one bid price: what scenarios and sensitivities are priced on. */
export interface ScenarioPricing {
  /** Pools of the scenarios, in their order. */
  readonly pools: (scenarios: readonly ScenarioShifts[], tick?: Tick) => PricedPool[];
  /** The scenario's results at the bid price. */
  readonly outcome: (pool: PricedPool) => ScenarioOutcome;
  readonly cell: (pool: PricedPool) => SensitivityCell;
  readonly bidPriceFen: number;
}

/**
 * Makes a package ready to be priced under many sets of shifts (METHOD §5). Results are those of `pricePackage` with
 * the same shifts: there is one pricing, not a second one for sensitivities.
 * @throws EngineInputError for columns or a price that the engine refuses
 */
export function scenarioPricing(columns: PackageColumns, assumptions: Assumptions, bidPriceFen: number): ScenarioPricing {
  assertColumns(columns);
  checkPrice(bidPriceFen);
  const bases: PriceBases = basesOf(columns);
  const outcome = (pool: PricedPool): ScenarioOutcome => {
    const { caseName: _unnamed, ...results } = summarise("base", pool, bidPriceFen, bases);
    return results;
  };
  return {
    pools: (scenarios, tick = () => undefined) =>
      scenarios.map((scenario, index) => {
        tick(index / scenarios.length);
        return priceCase(columns, assumptions, scenario);
      }),
    outcome,
    cell: (pool) => cellOf(outcome(pool)),
    bidPriceFen,
  };
}

/** The measures that a sensitivity shows; IRR only where it is the one root. */
function cellOf({ maxBidFen, atBidPrice }: ScenarioOutcome): SensitivityCell {
  const { irr, moic, walYears, profitFen } = atBidPrice;
  return { maxBidFen, irr: irr.kind === "one" ? irr.rate : null, moic, walYears, profitFen };
}
