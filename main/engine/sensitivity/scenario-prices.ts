import type { Assumptions, ScenarioShifts } from "../../../shared/domain/assumptions.ts";
import type { ScenarioOutcome, SensitivityCell } from "../../../shared/domain/scenario-results.ts";
import { proveColumns } from "../checks/proven-columns.ts";
import type { OwnCase, PackageColumns } from "../engine-types.ts";
import { measuresAtPrice } from "../pool/price-measures.ts";
import { basesOf, checkPrice, type PricedPool, summarise } from "../price-package.ts";
import { priceScenarios } from "./price-scenarios.ts";

/** Told how much of a long piece of work is done, 0…1; it may throw to end the work. */
export type Tick = (share: number) => void;

/** Scenarios priced between two ticks: enough that those which differ by value or delay alone share one pass over the loans. */
const SCENARIOS_AT_ONCE = 160;

/** What scenarios and sensitivities are priced on. */
export interface ScenarioBasis {
  readonly columns: PackageColumns;
  readonly assumptions: Assumptions;
  readonly bidPriceFen: number;
  /** 'YYYY-MM-DD'; without it there are no dated measures. */
  readonly cutOffDate?: string | null;
  /** The case that scenarios start from. Left out: the base case, and own estimates stay as they are stated. */
  readonly own?: OwnCase | undefined;
}

/** One package, one set of assumptions, one bid price, ready to be priced under many sets of shifts. */
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
export function scenarioPricing({ columns, assumptions, bidPriceFen, cutOffDate = null, own }: ScenarioBasis): ScenarioPricing {
  proveColumns(columns);
  checkPrice(bidPriceFen);
  const undated = basesOf(columns);
  const bases = { ...undated, cutOffDate };
  return {
    pools: (scenarios, tick = () => undefined) => {
      const pools: PricedPool[] = [];
      for (let from = 0; from < scenarios.length; from += SCENARIOS_AT_ONCE) {
        tick(from / scenarios.length);
        pools.push(...priceScenarios(columns, assumptions, scenarios.slice(from, from + SCENARIOS_AT_ONCE), undefined, own));
      }
      return pools;
    },
    outcome: (pool) => {
      const { caseName: _unnamed, ...results } = summarise("base", pool, bidPriceFen, bases);
      return results;
    },
    cell: (pool) => {
      // Only the measures that a sensitivity shows; IRR only where it is the one root.
      const { irr, moic, walYears, profitFen } = measuresAtPrice(pool.flows.net, bidPriceFen, withoutDebt(pool), undated);
      return { maxBidFen: pool.maxBidFen, irr: irr.kind === "one" ? irr.rate : null, moic, walYears, profitFen };
    },
    bidPriceFen,
  };
}

/** Levered measures are no part of a cell, and slow. */
function withoutDebt({ plan }: PricedPool): PricedPool["plan"] {
  const { assumptions } = plan;
  return assumptions.leverage.isOn ? { ...plan, assumptions: { ...assumptions, leverage: { ...assumptions.leverage, isOn: false } } } : plan;
}
