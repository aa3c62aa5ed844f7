import { z } from "zod";
import { dealKinds } from "../domain/codes.ts";
import { marketFactsSchema, partsDiffer } from "../domain/market-facts.ts";
import { marketFigureInputSchema, marketFigureSchema } from "../domain/market-figures.ts";
import { type FeatureContract, read, write } from "./channel.ts";

/** A reported deal. A ratio needs the principal; it is null where that isn't published. */
export const marketDealFieldsSchema = z.object({
  buyer: z.string().trim().min(1).max(120),
  seller: z.string().trim().min(1).max(160),
  /** YYYY-MM or YYYY-MM-DD, as published. */
  reportedOn: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/),
  priceFen: z.number().int().positive().nullable(),
  principalFen: z.number().int().positive().nullable(),
  claimFen: z.number().int().positive().nullable(),
  kind: z.string().trim().max(80),
  source: z.string().trim().min(1).max(300),
  note: z.string().max(1000),
  /** What else is known of it. */
  facts: marketFactsSchema.optional(),
});

/** The claim holds the principal, so price to claim never exceeds price to principal: a source that says so has swapped its labels. */
export const marketDealInputSchema = marketDealFieldsSchema
  .refine(({ principalFen, claimFen }) => principalFen === null || claimFen === null || claimFen >= principalFen, {
    path: ["claimFen"],
    params: { problem: "claimBelowPrincipal" },
  })
  .refine(({ priceFen, facts }) => facts === undefined || !partsDiffer(priceFen, facts), { path: ["priceFen"], params: { problem: "partsDiffer" } });
export type MarketDealInput = z.infer<typeof marketDealInputSchema>;

const marketDealSchema = marketDealFieldsSchema.extend({
  id: z.number().int(),
  seeded: z.boolean(),
  facts: marketFactsSchema,
  /** The sale of ours that it came from; null where it was reported. */
  roundId: z.number().int().nullable(),
  priceToPrincipal: z.number().nullable(),
  priceToClaim: z.number().nullable(),
  /** Price over the claim net of provisions, and over the principal where what is deferred is taken at its worth. */
  priceToNet: z.number().nullable(),
  worthToPrincipal: z.number().nullable(),
});
export type MarketDeal = z.infer<typeof marketDealSchema>;

/** An average price to balance of the market, e.g. "bulk corporate below 25 % in 2024". `base` says of what, or that it isn't stated. */
export const marketAverageInputSchema = z.object({
  dealKind: z.enum(dealKinds),
  period: z.string().trim().min(1).max(20),
  /** Upper bound or value of price to balance. */
  ratio: z.number().min(0).max(2),
  isUpperBound: z.boolean(),
  base: z.enum(["principal", "claim", "notStated"]),
  source: z.string().trim().min(1).max(300),
  asOf: z.iso.date(),
});
export type MarketAverageInput = z.infer<typeof marketAverageInputSchema>;
const marketAverageSchema = marketAverageInputSchema.extend({ id: z.number().int(), seeded: z.boolean() });
export type MarketAverage = z.infer<typeof marketAverageSchema>;

const id = z.object({ id: z.number().int().positive() });

const channels = {
  "market.deals": read(z.void(), z.array(marketDealSchema)),
  /** `id` null: a new one. */
  "market.saveDeal": write(z.object({ id: z.number().int().positive().nullable(), deal: marketDealInputSchema }), marketDealSchema, {
    changes: ["market.deals", "market.missingBuiltIns"],
  }),
  "market.removeDeal": write(id, z.void(), { changes: ["market.deals", "market.missingBuiltIns"] }),
  /** How many of the records that the app brings are no longer there as it brings them. */
  "market.missingBuiltIns": read(z.void(), z.object({ count: z.number().int() })),
  /** Brings those back beside what the desk made of them. */
  "market.restoreBuiltIns": write(z.void(), z.void(), {
    changes: ["market.deals", "market.averages", "market.figures", "market.missingBuiltIns"],
  }),
  "market.averages": read(z.void(), z.array(marketAverageSchema)),
  "market.saveAverage": write(z.object({ id: z.number().int().positive().nullable(), average: marketAverageInputSchema }), marketAverageSchema, {
    changes: ["market.averages", "market.missingBuiltIns"],
  }),
  "market.removeAverage": write(id, z.void(), { changes: ["market.averages", "market.missingBuiltIns"] }),
  "market.figures": read(z.void(), z.array(marketFigureSchema)),
  "market.saveFigure": write(z.object({ id: z.number().int().positive().nullable(), figure: marketFigureInputSchema }), marketFigureSchema, {
    changes: ["market.figures", "market.missingBuiltIns"],
  }),
  "market.removeFigure": write(id, z.void(), { changes: ["market.figures", "market.missingBuiltIns"] }),
} as const;

export const marketFeature = {
  channels,
  jobKinds: [],
  errorCodes: ["market.notFound"],
} as const satisfies FeatureContract;
