import type { Irr } from "../../../shared/domain/pricing-results.ts";
import { monthlyIrr } from "./certified-irr.ts";

/** One deal's money in yuan by month, and the month of all deals in which its own begin. */
export interface PlacedMoney {
  readonly offset: number;
  readonly net: readonly number[];
  readonly payments: readonly number[];
}

interface PooledFlows {
  /** Yuan. */
  readonly paid: number;
  readonly net: number;
  /** Net ÷ paid; null where nothing is paid. */
  readonly multiple: number | null;
  readonly irr: Irr;
}

/** Deals together on one calendar: what one brings does not depend on the others. */
export function pooledFlows(deals: readonly PlacedMoney[]): PooledFlows {
  const length = Math.max(0, ...deals.map(({ offset, net, payments }) => offset + Math.max(net.length, payments.length)));
  const flows = new Float64Array(length);
  let [paid, net] = [0, 0];
  for (const deal of deals) {
    for (const [month, amount] of deal.net.entries()) {
      flows[deal.offset + month] = (flows[deal.offset + month] ?? 0) + amount;
      net += amount;
    }
    for (const [month, amount] of deal.payments.entries()) {
      flows[deal.offset + month] = (flows[deal.offset + month] ?? 0) - amount;
      paid += amount;
    }
  }
  return { paid, net, multiple: paid > 0 ? net / paid : null, irr: monthlyIrr(flows) };
}
