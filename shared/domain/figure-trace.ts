import { z } from "zod";

/** Figures of one case that open to a trace (测算依据). `flow` is the pool's net flow of some months, `allocation` the part of the price that falls to one loan. */
export const figureNames = [
  "maxBid",
  "bidPrice",
  "presentValue",
  "grossRecovery",
  "collateralRecovery",
  "guarantorRecovery",
  "cashRecovery",
  "ownRecovery",
  "costs",
  "netCashFlow",
  "profit",
  "irr",
  "moic",
  "walYears",
  "paybackMonths",
  "discountedPaybackMonths",
  "priceToPrincipal",
  "priceToClaim",
  "flow",
  "allocation",
] as const;
export type FigureName = (typeof figureNames)[number];

const month = z.number().int().min(0).max(400);

/** One figure of a case. Measures at a price name it; months are for `flow` alone, a loan for `allocation` alone. */
export const figureSchema = z.object({
  name: z.enum(figureNames),
  price: z.enum(["maxBid", "bidPrice"]),
  months: z.object({ from: month, to: month }).nullable(),
  loanId: z.number().int().nullable(),
});
export type Figure = z.infer<typeof figureSchema>;

/** Ids of the lines opened one below the other, from the figure's own lines down. */
export const figurePathSchema = z.array(z.string().min(1).max(40)).max(12);

/** How `number` of a line is to be read; the amount of a money line is whole fen. */
const figureKinds = ["money", "rate", "multiple", "years", "months", "plain"] as const;

/** One line of a trace. Amounts of the lines that add sum to the opened line's, to the fen. */
const figureLineSchema = z.object({
  id: z.string(),
  /** Key of a text: `figure.…` or `trace.…`; `values` go into its placeholders. */
  key: z.string(),
  values: z.record(z.string(), z.union([z.number(), z.string()])),
  kind: z.enum(figureKinds),
  amountFen: z.number().int().nullable(),
  number: z.number().nullable(),
  adds: z.boolean(),
  /** Whether it has lines of its own. */
  opens: z.boolean(),
});
export type FigureLine = z.infer<typeof figureLineSchema>;

/** One opened line with the lines below it. */
export const figureTraceSchema = z.object({ line: figureLineSchema, lines: z.array(figureLineSchema) });
export type FigureTrace = z.infer<typeof figureTraceSchema>;
