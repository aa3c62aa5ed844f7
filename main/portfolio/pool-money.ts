import type { Pooled } from "../../shared/domain/portfolio.ts";
import { fenFromYuan } from "../../shared/money.ts";
import { monthsBetween } from "../company/quarter-calendar.ts";
import { pooledFlows } from "../engine/returns/pooled-flows.ts";

/** A deal's money at its price, yuan by month from its cut-off day. */
export interface HeldMoney {
  readonly cutOffDate: string;
  readonly net: readonly number[];
  readonly payments: readonly number[];
}

/**
 * Deals together, their months on one calendar: month 0 of each is its cut-off day. What one deal brings does not depend on
 * the others; one deal alone is that deal, and two copies are twice the money at the same rate of return.
 */
export function poolMoney(deals: readonly HeldMoney[]): Pooled | null {
  const first = deals.map(({ cutOffDate }) => cutOffDate).toSorted()[0];
  if (first === undefined) return null;
  const { paid, net, multiple, irr } = pooledFlows(deals.map(({ cutOffDate, ...money }) => ({ ...money, offset: monthsBetween(first, cutOffDate) })));
  return { priceFen: fenFromYuan(paid), netFen: fenFromYuan(net), profitFen: fenFromYuan(net) - fenFromYuan(paid), multiple, irr };
}
