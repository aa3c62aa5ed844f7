import type { CasePlan } from "../plan/plan-types.ts";

/** Receipts of a pool by month. */
interface Receipts {
  readonly collateral: ArrayLike<number>;
  readonly guarantor: ArrayLike<number>;
  readonly cash: ArrayLike<number>;
  /** Of own estimates; left out where there are none. */
  readonly own?: ArrayLike<number> | undefined;
}

/**
 * The servicer's incentive fee (超额奖励) by month, yuan: a share of what comes in once all receipts together exceed their
 * hurdle, a share of the package's principal; the cost shift moves it as any cost. It belongs to the pool and to no loan.
 */
export function incentiveFees({ assumptions, classes, overheadFactor, monthCount }: CasePlan, { collateral, guarantor, cash, own }: Receipts): Float64Array {
  const { incentiveFromShare, incentiveRate } = assumptions.costs;
  const fees = new Float64Array(monthCount);
  if (incentiveRate === 0) return fees;
  let below = incentiveFromShare * classes.principalYuan;
  for (let month = 0; month < monthCount; month++) {
    const received = collateral[month] + guarantor[month] + cash[month] + (own?.[month] ?? 0);
    fees[month] = Math.max(0, received - below) * incentiveRate * overheadFactor;
    below = Math.max(0, below - received);
  }
  return fees;
}
