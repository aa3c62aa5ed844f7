import { z } from "zod";
import { assumptionSourcesSchema, assumptionsSchema, casesSchema } from "../domain/assumptions.ts";
import { dealKinds } from "../domain/codes.ts";
import { type FeatureContract, read, write } from "./channel.ts";
import { dealId } from "./deal-channels.ts";
import { typingSchema } from "./journal-channels.ts";

/** A named, dated record of assumptions. The seeded one is read-only; copies are the desk's. */
export const assumptionSetSchema = z.object({
  id: z.number().int(),
  /** The kind of deal that it is for; a copy is for that of its original. */
  dealKind: z.enum(dealKinds),
  nameZh: z.string().min(1).max(120),
  nameEn: z.string().min(1).max(120),
  asOf: z.iso.date(),
  seeded: z.boolean(),
  assumptions: assumptionsSchema,
  sources: assumptionSourcesSchema,
  cases: casesSchema,
});
export type AssumptionSet = z.infer<typeof assumptionSetSchema>;

/** The working model of a deal: assumptions in use, shifts of the cases, bid price (null: the base case's highest bid). */
const dealModelSchema = z.object({
  assumptionSetId: z.number().int(),
  assumptions: assumptionsSchema,
  sources: assumptionSourcesSchema,
  cases: casesSchema,
  bidPriceFen: z.number().int().positive().nullable(),
});
export type DealModel = z.infer<typeof dealModelSchema>;

export const modelEditSchema = z.object({ assumptions: assumptionsSchema, cases: casesSchema, bidPriceFen: z.number().int().positive().nullable() });
export type ModelEdit = z.infer<typeof modelEditSchema>;

const channels = {
  "assumptions.list": read(z.void(), z.array(assumptionSetSchema)),
  "assumptions.copy": write(
    z.object({ id: z.number().int(), nameZh: z.string().trim().min(1).max(120), nameEn: z.string().trim().min(1).max(120) }),
    assumptionSetSchema,
    { changes: ["assumptions.list"] },
  ),
  "assumptions.update": write(assumptionSetSchema.omit({ seeded: true }).extend({ typing: typingSchema }), assumptionSetSchema, {
    changes: ["assumptions.list"],
  }),
  "assumptions.remove": write(z.object({ id: z.number().int() }), z.void(), { changes: ["assumptions.list", "assumptions.model"] }),
  /** Replaces the deal's working assumptions and cases by those of a set. */
  "assumptions.apply": write(dealId.extend({ assumptionSetId: z.number().int() }), dealModelSchema, { changes: ["assumptions.model"] }),
  "assumptions.model": read(dealId, dealModelSchema),
} as const;

export const assumptionFeature = {
  channels,
  jobKinds: [],
  errorCodes: ["assumptionSet.notFound", "assumptionSet.readOnly"],
} as const satisfies FeatureContract;
