import type { Assumptions } from "../../../../shared/domain/assumptions.ts";
import { type Distribution, type Ending, isBankrupt, isShared, paymentsOf, proceedsOf, type ReferenceAsset } from "./reference-assets.ts";
import { paymentsTogether, soldTogether } from "./reference-joint.ts";
import { validClaim } from "./reference-terms.ts";

/** An asset of a path: sold, or taken for the debt and resold later. */
export interface ReferenceSale extends Pick<Ending, "price" | "borne" | "month" | "resaleAfter"> {
  readonly asset: ReferenceAsset;
}

/** Cash of a loan in a month; of a resale, what its take-over cost comes off before servicer and counsel are paid. */
export interface ReferenceReceipt {
  readonly loan: number;
  readonly month: number;
  readonly yuan: number;
  readonly costBase: number;
}

/** Sales of a path in their order: by month; in a month sales before take-overs, own assets before shared ones, of take-overs the cheaper first. */
export function inOrder(sales: readonly ReferenceSale[], a: Assumptions): ReferenceSale[] {
  const isTaken = ({ resaleAfter }: ReferenceSale): number => Number(resaleAfter !== undefined);
  return [...sales].sort(
    (left, right) =>
      left.month - right.month ||
      isTaken(left) - isTaken(right) ||
      Number(isShared(left.asset)) - Number(isShared(right.asset)) ||
      isTaken(left) * (left.price - right.price || proceedsOf(left.asset, left, a) - proceedsOf(right.asset, right, a)),
  );
}

/** Puts interest since it was last paid on what maximum-amount mortgages on these assets secure; answers how to take off again what is not paid. */
function withInterest(assets: readonly ReferenceAsset[], month: number, owed: number[], a: Assumptions, since: number[]): () => void {
  const added = new Map<number, number>();
  for (const { item, loan, number } of a.interest.accruesToSale ? assets.flatMap(({ rows }) => rows) : []) {
    const claim = validClaim(loan, a);
    if (item.cap === null || item.isSeized || claim === 0 || isBankrupt(loan)) continue;
    added.set(number, (loan.upb * a.interest.accrualRate * (month - (since[number] ?? 0)) * ((owed[number] ?? 0) / claim)) / 12);
  }
  for (const [number, yuan] of added) owed[number] = (owed[number] ?? 0) + yuan;
  const before = [...owed];
  const marked: number[] & { interest?: ReadonlyMap<number, number> } = owed;
  marked.interest = added;
  return () => {
    delete marked.interest;
    for (const [number, yuan] of added) {
      if (yuan === 0) continue;
      const paid = Math.min(yuan, (before[number] ?? 0) - (owed[number] ?? 0));
      owed[number] = Math.max(0, (owed[number] ?? 0) - (yuan - paid));
      since[number] = (since[number] ?? 0) + ((month - (since[number] ?? 0)) * paid) / yuan;
    }
  };
}

/** What one sale, or take-over, brings to whom; takes it off what is owed. */
export function receiptsOf(
  sale: ReferenceSale,
  sales: readonly ReferenceSale[],
  owed: number[],
  a: Assumptions,
  since: number[],
): { receipts: ReferenceReceipt[]; surplus: Distribution["surplus"] } {
  const { month, price, resaleAfter } = sale;
  if (resaleAfter === undefined) {
    const sold = sales.filter((other) => other.resaleAfter === undefined);
    const together = soldTogether(sale, sold, a);
    const isJoint = together.length > 1;
    const assets = isJoint ? together.map(({ asset }) => asset) : proceedsOf(sale.asset, sale, a) > 0 ? [sale.asset] : [];
    const settle = isJoint && sale !== together[0] ? () => undefined : withInterest(assets, month, owed, a, since);
    const { payments, surplus } = paymentsTogether(sale, sold, owed, a);
    settle();
    return { receipts: payments.map(({ loan, yuan }) => ({ loan, month, yuan, costBase: yuan })), surplus };
  }
  const { realisationShare, deedTaxRate, carryRate, resaleRate } = a.collateral.debtForAsset;
  const trial = [...owed];
  if (proceedsOf(sale.asset, sale, a) <= 0) return { receipts: [], surplus: [] };
  const settle = withInterest([sale.asset], month, trial, a, since);
  const { payments, surplus } = paymentsOf(sale.asset, sale, trial, a);
  const setOff = payments.reduce((sum, { yuan }) => sum + yuan, 0);
  const resale = Math.max(0, price * (realisationShare * (1 - resaleRate) - (carryRate * resaleAfter) / 12));
  const paid = price * (1 + deedTaxRate) - setOff;
  // Taken where the resale is worth more than what is paid, at the set's hurdle; a claim must be there to set off.
  if (!(setOff > 0 && resale * (1 + a.hurdleRate) ** (-resaleAfter / 12) > paid)) return { receipts: [], surplus: [] };
  settle();
  owed.splice(0, owed.length, ...trial);
  const receipts = payments.flatMap(({ loan, yuan }) => {
    const part = yuan / setOff;
    return [
      { loan, month, yuan: -paid * part, costBase: 0 },
      { loan, month: month + resaleAfter, yuan: resale * part, costBase: (resale - paid) * part },
    ];
  });
  return { receipts, surplus };
}
