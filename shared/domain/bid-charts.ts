import { z } from "zod";

/** What each price earns: the curve that is read while others bid. */
export const priceCurveSchema = z.object({
  hurdleRate: z.number(),
  bidPriceFen: z.number().int(),
  maxBidFen: z.number().int().min(0),
  /** By price, rising. A rate of return is null where there isn't exactly one. */
  points: z.array(z.object({ priceFen: z.number().int(), irr: z.number().nullable(), moic: z.number().nullable() })),
});
export type PriceCurve = z.infer<typeof priceCurveSchema>;

const debtorShareSchema = z.object({
  /** Null where the tape names none. */
  debtorName: z.string().nullable(),
  loans: z.number().int(),
  claimFen: z.number().int(),
  presentValueFen: z.number().int(),
});
/** The debtors that a case's present value comes from, the largest first. */
export const debtorSharesSchema = z.object({
  debtors: z.number().int(),
  claimFen: z.number().int(),
  presentValueFen: z.number().int(),
  /** Of debtors that are worth something: what shares are taken of. */
  positiveFen: z.number().int(),
  largest: z.array(debtorShareSchema),
});
export type DebtorShares = z.infer<typeof debtorSharesSchema>;

/** Debtors that a chart and its table show by name. */
export const shownDebtors = 20;
