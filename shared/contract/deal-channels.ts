import { z } from "zod";
import { dealKinds, dealStages, dealStatuses, saleProcesses, workStatuses } from "../domain/codes.ts";
import { type FeatureContract, read, write } from "./channel.ts";

const optionalDate = z.iso.date().nullable();

export const dealInputSchema = z.object({
  name: z.string().trim().min(1).max(120),
  seller: z.string().trim().max(120),
  kind: z.enum(dealKinds),
  process: z.enum(saleProcesses),
  cutOffDate: optionalDate,
  bidDeadline: optionalDate,
  /** What the desk says of its work; how it ended follows from the approval. */
  status: z.enum(workStatuses),
  owner: z.string().trim().max(60),
  notes: z.string().max(4000),
});
export type DealInput = z.infer<typeof dealInputSchema>;

/** A deal as the register starts it; only its name is still to be entered. */
export const newDeal: DealInput = {
  name: "",
  seller: "",
  kind: "corporateBulk",
  process: "publicBidding",
  cutOffDate: null,
  bidDeadline: null,
  status: "active",
  owner: "",
  notes: "",
};

const dealSchema = dealInputSchema.extend({
  id: z.number().int(),
  /** It follows from the work and the approval. */
  stage: z.enum(dealStages),
  status: z.enum(dealStatuses),
  archived: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
  /** Package of the deal: null until a tape is imported. */
  package: z.object({ tapeId: z.number().int(), loans: z.number().int(), upbFen: z.number().int(), claimFen: z.number().int() }).nullable(),
});
export type Deal = z.infer<typeof dealSchema>;

/** What is entered of a deal: one that ended keeps what was entered of its work. */
export function inputOf({ status, ...deal }: Deal): DealInput {
  return dealInputSchema.parse({ ...deal, status: workStatuses.find((one) => one === status) ?? newDeal.status });
}

/** The deal that a call is about. */
export const dealId = z.object({ dealId: z.number().int().positive() });

const channels = {
  "deals.list": read(z.object({ archived: z.boolean() }), z.array(dealSchema)),
  "deals.get": read(dealId, dealSchema),
  "deals.create": write(dealInputSchema, dealSchema, { changes: ["deals.list"] }),
  /** A deal of another kind takes the assumptions of that kind, unless its own were edited. */
  "deals.update": write(dealId.extend({ deal: dealInputSchema }), dealSchema, {
    changes: ["deals.list", "deals.get", "assumptions.model", "quality.get", "quality.rows", "quality.state", "notices.figures"],
  }),
  "deals.archive": write(dealId.extend({ archived: z.boolean() }), dealSchema, { changes: ["deals.list", "deals.get"] }),
  /** A new deal with the register entry and the assumptions of another. */
  "deals.duplicate": write(dealId.extend({ name: dealInputSchema.shape.name }), dealSchema, { changes: ["deals.list"] }),
  /** Creates the sample deal with its package, or answers the one that is there. */
  "deals.openSample": write(z.void(), dealSchema, { changes: ["deals.list", "deals.get", "tapes.list"] }),
} as const;

export const dealFeature = {
  channels,
  jobKinds: [],
  errorCodes: ["deal.notFound", "deal.hasTape", "deal.noTape", "deal.archived"],
} as const satisfies FeatureContract;
