import type { Pooled } from "../../shared/domain/portfolio.ts";
import { fenFromYuan } from "../../shared/money.ts";
import { monthsBetween } from "../company/quarter-calendar.ts";
import { monthlyIrr } from "../engine/returns/certified-irr.ts";

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
  const offsets = deals.map(({ cutOffDate }) => monthsBetween(first, cutOffDate));
  const length = Math.max(...deals.map(({ net, payments }, at) => (offsets[at] ?? 0) + Math.max(net.length, payments.length)));
  const flows = new Float64Array(length);
  let [paid, net] = [0, 0];
  for (const [at, deal] of deals.entries()) {
    const offset = offsets[at] ?? 0;
    for (const [month, amount] of deal.net.entries()) {
      flows[offset + month] = (flows[offset + month] ?? 0) + amount;
      net += amount;
    }
    for (const [month, amount] of deal.payments.entries()) {
      flows[offset + month] = (flows[offset + month] ?? 0) - amount;
      paid += amount;
    }
  }
  return {
    priceFen: fenFromYuan(paid),
    netFen: fenFromYuan(net),
    profitFen: fenFromYuan(net) - fenFromYuan(paid),
    multiple: paid > 0 ? net / paid : null,
    irr: monthlyIrr(flows),
  };
}
