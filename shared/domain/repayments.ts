import { z } from "zod";

/** Payments shown of a loan or a debtor, the latest first. */
const mostRepayments = 12;

/** What was paid on a loan or by a debtor, as a list of repayments states it. */
export const repaymentsSchema = z.object({
  count: z.number().int(),
  sumFen: z.number().int(),
  /** Payments whose amount isn't stated, which the sum lacks. */
  unstated: z.number().int(),
  latest: z
    .array(
      z.object({
        /** Null: paid by the debtor, and on no single loan. */
        contractNo: z.string().nullable(),
        paidOn: z.iso.date().nullable(),
        amountFen: z.number().int().nullable(),
        note: z.string().nullable(),
      }),
    )
    .max(mostRepayments),
});
export type Repayments = z.infer<typeof repaymentsSchema>;

/** Payments as they are shown, the latest first; those without a day stand last. */
export function shownRepayments(paid: readonly (Repayments["latest"][number] & { readonly id: number })[]): Repayments {
  const amounts = paid.flatMap(({ amountFen }) => (amountFen === null ? [] : [amountFen]));
  const latest = paid.toSorted((a, b) => (b.paidOn ?? "").localeCompare(a.paidOn ?? "") || a.id - b.id).slice(0, mostRepayments);
  return {
    count: paid.length,
    sumFen: amounts.reduce((sum, fen) => sum + fen, 0),
    unstated: paid.length - amounts.length,
    latest: latest.map(({ contractNo, paidOn, amountFen, note }) => ({ contractNo, paidOn, amountFen, note })),
  };
}
