import { z } from "zod";
import { caseNames } from "../domain/codes.ts";
import { strataCutSchema, strataMeasures, strataTableSchema } from "../domain/strata.ts";
import { type FeatureContract, read } from "./channel.ts";
import { dealId } from "./deal-channels.ts";

const strataQuerySchema = z.object({
  caseName: z.enum(caseNames),
  rows: strataCutSchema,
  columns: strataCutSchema.nullable(),
  /** Orders texts and debtors, the largest first, and is what concentration is told of. */
  measure: z.enum(strataMeasures),
  /** Texts and debtors listed by themselves; the others are one line. */
  most: z.number().int().min(1).max(50),
});
export type StrataQuery = z.infer<typeof strataQuerySchema>;

const channels = {
  /** The latest pricing of the deal, cut into strata; pricing.notPriced where there is none. */
  "strata.cut": read(dealId.extend(strataQuerySchema.shape), strataTableSchema),
} as const;

export const strataFeature = { channels, jobKinds: [], errorCodes: [] } as const satisfies FeatureContract;
