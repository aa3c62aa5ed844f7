import type { Assumptions, CaseShifts, ScenarioShifts } from "../../../shared/domain/assumptions.ts";
import type { CaseName } from "../../../shared/domain/codes.ts";
import type { CaseResult } from "../../../shared/domain/pricing-results.ts";
import type { OwnCase, PackageColumns } from "../engine-types.ts";
import { overheadInMonth } from "../plan/running-costs.ts";
import { incentiveFees } from "../pool/incentive-fee.ts";
import { basesOf, type PricedCase, priceCase, summarise } from "../price-package.ts";
import { type FlowRoute, type LoanFlows, loanFlowsIn } from "./loan-flows.ts";

/** One case of a package priced, with what every line of a trace is worked out from. */
export interface FigurePool {
  readonly columns: PackageColumns;
  readonly priced: PricedCase;
  readonly result: CaseResult;
  readonly bidPriceFen: number;
  readonly isBidEntered: boolean;
  readonly assumptions: Assumptions;
  readonly shifts: CaseShifts | ScenarioShifts;
  readonly own: OwnCase;
  /** Flows of the pool by route and month, yuan: none by own estimates where there are none. */
  readonly flows: Readonly<Record<FlowRoute, readonly number[]>>;
  /** Flows of a loan by month received; the arrays are written over by the next loan. */
  readonly flowsOf: (loan: number) => LoanFlows;
  /** Overhead of the package and incentive fee of its servicer by month received, yuan: the costs that belong to no loan. */
  readonly overhead: Float64Array;
  readonly incentive: Float64Array;
}

export interface PoolInput {
  readonly columns: PackageColumns;
  readonly assumptions: Assumptions;
  readonly shifts: CaseShifts | ScenarioShifts;
  readonly caseName: CaseName;
  readonly bidPriceFen: number;
  /** Whether the desk entered the price; otherwise it is the base case's highest bid. */
  readonly isBidEntered: boolean;
  readonly cutOffDate: string | null;
}

/** Prices the case as `pricePackage` does. @throws EngineInputError for columns that the engine refuses */
export function figurePool({ columns, assumptions, shifts, caseName, bidPriceFen, isBidEntered, cutOffDate }: PoolInput): FigurePool {
  const own = { caseName, shifts };
  const priced = priceCase(columns, assumptions, shifts, undefined, own);
  const { plan, flows } = priced;
  const overhead = new Float64Array(plan.monthCount);
  for (let month = 1; month <= plan.horizonMonths; month++) {
    const received = Math.max(month, plan.closingMonth);
    overhead[received] += overheadInMonth(plan, month);
  }
  return {
    columns,
    priced,
    result: summarise(caseName, priced, bidPriceFen, { ...basesOf(columns), cutOffDate }),
    bidPriceFen,
    isBidEntered,
    assumptions,
    shifts,
    own,
    flows: { ...flows, own: flows.own ?? Array.from(flows.net, () => 0) },
    flowsOf: loanFlowsIn(columns, plan),
    overhead,
    incentive: incentiveFees(plan, priced.flows),
  };
}

/** A cut of the pool's flows: some routes in some months, at cut-off's value or as received, of all loans or of one segment. */
export interface FlowSlice {
  readonly routes: readonly FlowRoute[];
  readonly isDiscounted: boolean;
  readonly from: number;
  readonly to: number;
  readonly segment: number | null;
}

/** Costs lower a sum with receipts; alone they are positive, as in every list of the engine. */
function signIn({ routes }: FlowSlice, route: FlowRoute): number {
  return route === "costs" && routes.length > 1 ? -1 : 1;
}

/** Amount of a slice in one route and month, yuan. */
export function amountIn(pool: FigurePool, slice: FlowSlice, route: FlowRoute, month: number, flow: number): number {
  return signIn(slice, route) * flow * (slice.isDiscounted ? pool.priced.plan.discountFactor[month] : 1);
}

/** Amount of a slice over all loans and the overhead, yuan. */
export function poolAmount(pool: FigurePool, slice: FlowSlice): number {
  const { flows } = pool;
  let sum = 0;
  for (const route of slice.routes) {
    for (let month = slice.from; month <= slice.to; month++) sum += amountIn(pool, slice, route, month, flows[route][month]);
  }
  return sum;
}

/** A cost of the pool in a slice, yuan, with the sign that costs have there. */
export function poolCostAmount(pool: FigurePool, slice: FlowSlice, cost: "overhead" | "incentive"): number {
  if (!slice.routes.includes("costs")) return 0;
  let sum = 0;
  for (let month = slice.from; month <= slice.to; month++) sum += amountIn(pool, slice, "costs", month, pool[cost][month]);
  return sum;
}

/** Amount of a slice that falls to each loan, yuan; 0 for loans of other segments. */
export function loanAmounts(pool: FigurePool, slice: FlowSlice): Float64Array {
  const { columns } = pool;
  const amounts = new Float64Array(columns.loanCount);
  for (let loan = 0; loan < columns.loanCount; loan++) {
    if (slice.segment !== null && columns.segment[loan] !== slice.segment) continue;
    const flows = pool.flowsOf(loan);
    let sum = 0;
    for (const route of slice.routes) {
      for (let month = slice.from; month <= slice.to; month++) sum += amountIn(pool, slice, route, month, flows[route][month]);
    }
    amounts[loan] = sum;
  }
  return amounts;
}
