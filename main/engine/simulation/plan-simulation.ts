import type { Assumptions, CaseShifts } from "../../../shared/domain/assumptions.ts";
import { yuanFromFen } from "../../../shared/money.ts";
import { proveColumns } from "../checks/proven-columns.ts";
import type { PackageColumns } from "../engine-types.ts";
import { recoveryGroups } from "../groups/recovery-groups.ts";
import { SimulationKernel } from "../kernel/simulation-kernel.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { outlays } from "../pool/price-measures.ts";
import { checkPrice, pricePrepared } from "../price-package.ts";
import { preparePackage } from "../rows/prepared-package.ts";
import type { Simulation } from "./draw-paths.ts";
import { planRows } from "./simulation-rows.ts";

export interface SimulationInput {
  readonly columns: PackageColumns;
  readonly assumptions: Assumptions;
  /** Shifts of the case that is simulated, the base case: its own estimates are fixed amounts. */
  readonly shifts: CaseShifts;
  /** The desk's price; null: the highest price of the case. */
  readonly priceFen: number | null;
}

export interface PlannedSimulation {
  readonly simulation: Simulation;
  readonly plan: CasePlan;
  readonly priceFen: number;
  /** Present value that the exact engine gives the case, yuan. */
  readonly exactPresentValueYuan: number;
}

/**
 * Prices a case exactly and makes it ready for drawing (METHOD §6).
 * @throws EngineInputError for columns or a price that the engine refuses
 */
export function planSimulation({ columns, assumptions, shifts, priceFen }: SimulationInput): PlannedSimulation {
  proveColumns(columns);
  const prepared = preparePackage(columns, assumptions, [shifts]);
  const priced = pricePrepared(prepared, shifts, "nothing");
  const { plan } = priced;
  const price = checkPrice(priceFen) ?? priced.maxBidFen;
  const { simulation: terms } = assumptions;
  const tools = new SimulationKernel({ seed: terms.seed, rowBytes: 0, listCount: 0, levelSpreads: [], delays: null, sales: null });
  const { rows } = prepared.lowered;
  return {
    simulation: {
      rows: planRows({ rows, columns, plan, netYuan: priced.flows.net, simulation: terms, invertNormal: (list) => tools.invertNormal(list) }),
      groups: recoveryGroups(columns, plan).groupCount === 0 ? null : { columns, plan, simulation: terms },
      paths: terms.paths,
      discountFactor: plan.discountFactor,
      outlay: Float64Array.from(outlays(yuanFromFen(price), plan)),
    },
    plan,
    priceFen: price,
    exactPresentValueYuan: priced.presentValueYuan,
  };
}
