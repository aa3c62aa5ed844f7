import type { SaleForm, SaleTerms } from "../../shared/domain/bid-plan.ts";
import { climbs } from "../../shared/domain/bid-plan.ts";

/** Whether a price lies between two rungs of a sale whose bids climb by an increment: some venues take such bids, others don't. */
export const isOffLadder = (
  sale: { readonly saleForm: SaleForm; readonly listFen: number | null; readonly stepFen: number | null },
  priceFen: number,
): boolean => climbs(sale.saleForm) && sale.listFen !== null && sale.stepFen !== null && (priceFen - sale.listFen) % sale.stepFen !== 0;

/**
 * So many steps up or down from a price: on the ladder once list price and increment are known, where the first step from between
 * two rungs leads to the next of them, and none below the list price. Without a list price by the increment, without that by `usual`.
 */
export function steppedPrice(priceFen: number, steps: number, { listFen, stepFen }: Pick<SaleTerms, "listFen" | "stepFen">, usual: number): number {
  const by = stepFen ?? usual;
  if (listFen === null || stepFen === null) return Math.max(0, priceFen + steps * by);
  const rungs = (priceFen - listFen) / stepFen;
  const rung = (steps > 0 ? Math.floor(rungs) : Math.ceil(rungs)) + steps;
  if (rung >= 0) return listFen + rung * stepFen;
  return steps > 0 ? listFen : Math.min(priceFen, listFen);
}
