import type { PoolFlows } from "../../../shared/domain/pricing-results.ts";
import type { LoanResults } from "../engine-types.ts";
import { priceFullLoans } from "../groups/full-path.ts";
import type { KernelTeam } from "../kernel/kernel-team.ts";
import { type ClassSums, emptyClassSums } from "../plan/class-sums.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { curveCash, expandFlows } from "../pool/pool-flows.ts";
import type { PreparedPackage } from "./prepared-package.ts";
import { priceItems } from "./price-items.ts";
import { type LoanDetail, priceRows } from "./price-rows.ts";

/** Loans of a case, their sums by class, and the pool's flows that they add up to. */
export interface PricedLoans {
  readonly loans: LoanResults;
  readonly sums: ClassSums;
  readonly flows: PoolFlows;
}

/**
 * Prices every loan of a case (METHOD §3) and adds up the pool's monthly flows (§4), yuan.
 *
 * Loan costs and present values leave out the package's overhead, which belongs to no loan:
 * Σ loan presentValue − PV(overhead) = PV(flows.net).
 * @returns results per loan as views that the next case of the package overwrites; only what `detail` asks for is there
 */
export function priceLoans(prepared: PreparedPackage, plan: CasePlan, detail: LoanDetail, team: KernelTeam): PricedLoans {
  const { columns, lowered, loans } = prepared;
  const sums = emptyClassSums(plan, columns.ownEstimates !== null);
  priceRows(lowered, plan, loans, detail, sums, team);
  // Rows bring nothing by own estimates: who has one goes the full path.
  if (detail === "everything") loans.ownRecovery?.fill(0);
  addFullLoans(prepared, plan, detail === "nothing" ? null : loans, sums, team);
  return { loans: viewsOf(loans, detail === "nothing" ? 0 : columns.loanCount), sums, flows: expandFlows(plan, sums, curveCash(plan, sums), sums.own) };
}

/** Prices the loans that one row cannot express, those with several assets of their own by a kernel, and adds them to the class sums. */
export function addFullLoans({ columns, lowered, items }: PreparedPackage, plan: CasePlan, loans: LoanResults | null, sums: ClassSums, team: KernelTeam): void {
  const inKernel = items?.count ?? 0;
  if (items !== null) priceItems(items, lowered.heap, plan, loans, sums, team);
  if (lowered.fullLoans.length > inKernel) priceFullLoans(columns, plan, loans, sums, items?.isLowered ?? null);
}

/** Results per loan, each list made from that of the same name. */
function mapLoans(loans: LoanResults, make: (list: Float64Array) => Float64Array): LoanResults {
  return {
    collateralRecovery: make(loans.collateralRecovery),
    guarantorRecovery: make(loans.guarantorRecovery),
    cashRecovery: make(loans.cashRecovery),
    costs: make(loans.costs),
    presentValue: make(loans.presentValue),
    monthsToCash: make(loans.monthsToCash),
    ownRecovery: loans.ownRecovery === null ? null : make(loans.ownRecovery),
  };
}

function viewsOf(loans: LoanResults, loanCount: number): LoanResults {
  return mapLoans(loans, (list) => list.subarray(0, loanCount));
}

/** Results that stay when the next case is priced, in shared memory: they cross to other threads without a second copy. */
export function copyLoans(loans: LoanResults): LoanResults {
  return mapLoans(loans, (list) => {
    const copy = new Float64Array(new SharedArrayBuffer(list.byteLength));
    copy.set(list);
    return copy;
  });
}
