import { z } from "zod";
import { irrSchema } from "./irr-schema.ts";

const fen = z.number().int();

/** A nominal price in all its values, fen at closing. */
export const paymentValuesSchema = z.object({
  /** Nominal price = cash + trust beneficiary rights. */
  cashFen: fen,
  rightsFen: fen,
  /** What the rights are worth at their own rate, and the price with the rights at that value. */
  rightsValueFen: fen,
  sellerValueFen: fen,
  /** All payments of the buyer at the cost of funds and at the hurdle. */
  fundingRate: z.number(),
  atFundingFen: fen,
  atHurdleFen: fen,
  /** Part of the price due at closing, and cash paid then: less collections handed over, plus costs paid back. */
  dueAtClosingFen: fen,
  netCashAtClosingFen: fen,
});
export type PaymentValues = z.infer<typeof paymentValuesSchema>;

/** Settlement of collections between cut-off and closing, fen. */
export const transitionResultSchema = z.object({
  /** Gross receipts before closing as modelled, and as settled (the amount entered, or the modelled one). */
  modelledFen: fen,
  collectedFen: fen,
  keptFen: fen,
  handedOverFen: fen,
  reimbursedFen: fen,
  /** By how much the settlement changes the net cash flow: settled − modelled (less costs on what was replaced) − kept − paid back. */
  changeFen: fen,
});
export type TransitionResult = z.infer<typeof transitionResultSchema>;

const yearlyCoverSchema = z.object({
  /** Year after closing, from 1. */
  year: z.number().int(),
  ratio: z.number(),
});

/** The deal at one price with its debt. A measure that does not exist is null. */
export const leveredMeasuresSchema = z.object({
  debtFen: fen,
  /** Price + deal costs + fees − debt. */
  equityFen: fen,
  feesFen: fen,
  interestFen: fen,
  irr: irrSchema,
  moic: z.number().nullable(),
  profitFen: fen,
  /** Net collections ÷ interest while debt is outstanding; and in the year where it is lowest. */
  interestCover: z.number().nullable(),
  lowestInterestCover: yearlyCoverSchema.nullable(),
  /** Net collections ÷ (interest + principal) while debt is outstanding; and in the year where it is lowest. */
  debtServiceCover: z.number().nullable(),
  lowestDebtServiceCover: yearlyCoverSchema.nullable(),
  /** Months after closing in which equity pays in, and the sum. */
  equityCallMonths: z.number().int(),
  equityCallFen: fen,
  /** Month from cut-off in which the last of the debt is repaid. */
  repaidMonth: z.number().int(),
  /** Part of the repayment at maturity that the month's net collections do not cover; equity pays it. */
  maturityFromEquityFen: fen,
  peakEquityFen: fen,
  peakEquityMonth: z.number().int(),
});
export type LeveredMeasures = z.infer<typeof leveredMeasuresSchema>;

/** Why no price earns the levered hurdle. */
const leveredPriceRefusals = ["nothingEarnsIt"] as const;

/** The price at which equity earns its own hurdle, and all rates of return of equity at that price. */
export const leveredPriceSchema = z.object({
  priceFen: fen.nullable(),
  refusal: z.enum(leveredPriceRefusals).nullable(),
  irr: irrSchema.nullable(),
  priceToPrincipal: z.number().nullable(),
});
export type LeveredPrice = z.infer<typeof leveredPriceSchema>;

/** Debt by month from cut-off, yuan; all amounts positive but `equity` and its running total, whose receipts are positive. */
const debtSeriesSchema = z.object({
  draws: z.array(z.number()),
  fees: z.array(z.number()),
  interest: z.array(z.number()),
  principal: z.array(z.number()),
  /** At the end of the month. */
  balance: z.array(z.number()),
  equity: z.array(z.number()),
  cumulativeEquity: z.array(z.number()),
});

/** Money in and out at the bid price by month from cut-off, yuan. */
export const financingSeriesSchema = z.object({
  net: z.array(z.number()),
  /** Price and deal costs, positive. */
  payments: z.array(z.number()),
  /** Running total of net − payments. */
  cumulativeCapital: z.array(z.number()),
  debt: debtSeriesSchema.nullable(),
});
export type FinancingSeries = z.infer<typeof financingSeriesSchema>;
