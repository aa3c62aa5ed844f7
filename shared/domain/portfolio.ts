import { z } from "zod";
import { dateKinds } from "./bid-dates.ts";
import { dealStages, dealStatuses } from "./codes.ts";
import { irrSchema } from "./irr-schema.ts";

const fen = z.number().int();

/** Which deals are looked at: those that were won, or those at work beside them. */
export const portfolioScopes = ["all", "held"] as const;
export type PortfolioScope = (typeof portfolioScopes)[number];

/** By what a portfolio may be concentrated; collateral by its appraised value, the rest by claim. */
export const concentrationKinds = ["debtor", "group", "seller", "region", "court", "collateral"] as const;
export type ConcentrationKind = (typeof concentrationKinds)[number];

const concentratedSchema = z.object({
  /** Of a collateral its code. */
  name: z.string(),
  fen,
  share: z.number(),
  /** How many deals it is of. */
  deals: z.number().int(),
});

const concentrationSchema = z.object({
  kind: z.enum(concentrationKinds),
  /** What is stated, of which shares are taken, and what states none. */
  totalFen: fen,
  unstatedFen: fen,
  /** Σ share²; null where nothing is stated. */
  /** Σ of squared shares, 0 to 1, shown times 10,000; null where nothing is stated. */
  hhi: z.number().nullable(),
  /** The ten largest. */
  top: z.array(concentratedSchema),
});
export type Concentration = z.infer<typeof concentrationSchema>;

const pipelineDealSchema = z.object({
  dealId: z.number().int(),
  name: z.string(),
  seller: z.string(),
  owner: z.string(),
  stage: z.enum(dealStages),
  status: z.enum(dealStatuses),
  /** The next date of the sale that is not done. */
  due: z.object({ kind: z.enum(dateKinds), onDay: z.iso.date(), atTime: z.string().nullable() }).nullable(),
  /** At the latest run; null: none was saved. */
  priceFen: fen.nullable(),
  weight: z.number(),
  weightedFen: fen.nullable(),
});
export type PipelineDeal = z.infer<typeof pipelineDealSchema>;

/** Money of one or several deals at their prices, on one calendar. */
const pooledSchema = z.object({
  priceFen: fen,
  /** Net collections that are expected. */
  netFen: fen,
  profitFen: fen,
  /** Net collections over what is paid; null where nothing is. */
  multiple: z.number().nullable(),
  irr: irrSchema,
});
export type Pooled = z.infer<typeof pooledSchema>;

const holdingSchema = z.object({
  dealId: z.number().int(),
  name: z.string(),
  seller: z.string(),
  archived: z.boolean(),
  wonOn: z.iso.date(),
  /** Null: won, and no price is signed, so it is no holding yet. */
  priceFen: fen.nullable(),
  /** As its latest run expects at that price; null without a run. */
  plan: pooledSchema.nullable(),
});
export type WonDeal = z.infer<typeof holdingSchema>;

/** A debtor with the same identifier in several packages. */
const matchSchema = z.object({
  key: z.string(),
  name: z.string(),
  fen,
  deals: z.array(z.object({ dealId: z.number().int(), name: z.string(), debtorName: z.string(), fen })),
  /** What the desk said of it; null: nothing, and it counts as one. */
  isSame: z.boolean().nullable(),
});
export type DebtorMatch = z.infer<typeof matchSchema>;

const dueKinds = ["sale", "limitation", "enforcement", "maturity"] as const;
const portfolioDueSchema = z.object({
  kind: z.enum(dueKinds),
  /** The first of them. */
  onDay: z.iso.date(),
  /** The deal, or the instrument of the company. */
  name: z.string(),
  dealId: z.number().int().nullable(),
  /** Loans of which it is the day until `untilDay`, with what is claimed; of an instrument what is due. */
  count: z.number().int(),
  fen: fen.nullable(),
  dateKind: z.enum(dateKinds).nullable(),
});
export type PortfolioDue = z.infer<typeof portfolioDueSchema>;

export const portfolioSchema = z.object({
  deals: z.number().int(),
  pipeline: z.array(pipelineDealSchema),
  weightedFen: fen,
  holdings: z.array(holdingSchema),
  /** All holdings whose money is known; null where none is. */
  held: pooledSchema.nullable(),
  concentration: z.array(concentrationSchema),
  matches: z.array(matchSchema),
  due: z.array(portfolioDueSchema),
  untilDay: z.iso.date(),
});
export type Portfolio = z.infer<typeof portfolioSchema>;
