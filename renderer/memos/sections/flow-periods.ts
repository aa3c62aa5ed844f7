import type { PoolFlows } from "../../../shared/domain/pricing-results.ts";

export interface FlowPeriod {
  /** Year from cut-off, first is 1; quarter within it, null where periods are years. */
  readonly year: number;
  readonly quarter: number | null;
  readonly collateralYuan: number;
  readonly guarantorYuan: number;
  readonly cashYuan: number;
  /** Null where the package has no own estimates. */
  readonly ownYuan: number | null;
  readonly costsYuan: number;
  readonly netYuan: number;
  readonly cumulativeYuan: number;
}

/** Pools that end within this many months are shown by quarter. */
const longestQuarterly = 24;

function lastActiveMonth({ collateral, guarantor, cash, own, costs }: Omit<PoolFlows, "beforeClosing" | "debtForAsset">): number {
  for (let month = collateral.length - 1; month > 0; month -= 1) {
    if (collateral[month] !== 0 || (guarantor[month] ?? 0) !== 0 || cash[month] !== 0 || (own?.[month] ?? 0) !== 0 || costs[month] !== 0) return month;
  }
  return 0;
}

/** Sums of monthly flows by year, or by quarter for a short pool. Month 0 belongs to the first period; empty periods at the end are left out. */
export function flowPeriods(flows: Omit<PoolFlows, "beforeClosing" | "debtForAsset">): FlowPeriod[] {
  const last = lastActiveMonth(flows);
  const monthsEach = last <= longestQuarterly ? 3 : 12;
  const count = Math.max(1, Math.ceil(last / monthsEach));
  let cumulativeYuan = 0;
  return Array.from({ length: count }, (_, index) => {
    const from = index === 0 ? 0 : index * monthsEach + 1;
    const to = (index + 1) * monthsEach + 1;
    const sum = (series: readonly number[]) => series.slice(from, to).reduce((total, flow) => total + flow, 0);
    const netYuan = sum(flows.net);
    cumulativeYuan += netYuan;
    return {
      year: Math.floor((index * monthsEach) / 12) + 1,
      quarter: monthsEach === 3 ? (index % 4) + 1 : null,
      collateralYuan: sum(flows.collateral),
      guarantorYuan: sum(flows.guarantor),
      cashYuan: sum(flows.cash),
      ownYuan: flows.own === undefined ? null : sum(flows.own),
      costsYuan: sum(flows.costs),
      netYuan,
      cumulativeYuan,
    };
  });
}
