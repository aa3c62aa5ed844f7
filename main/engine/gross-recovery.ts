import type { LoanResults } from "./engine-types.ts";

/** The columns of a loan's results that its gross recovery is the sum of. */
export type ResultColumns = Pick<LoanResults, "collateralRecovery" | "guarantorRecovery" | "cashRecovery"> & Partial<Pick<LoanResults, "ownRecovery">>;

/** What a loan brings before costs, yuan: its three routes, or the desk's own estimate in their place. */
export function grossRecoveryOf(results: ResultColumns, loan: number): number {
  const { collateralRecovery, guarantorRecovery, cashRecovery, ownRecovery } = results;
  const routes = collateralRecovery[loan] + guarantorRecovery[loan] + cashRecovery[loan];
  return ownRecovery ? routes + ownRecovery[loan] : routes;
}
