import { z } from "zod";
import { dealKinds, dealStages, dealStatuses, saleProcesses } from "../domain/codes.ts";
import { read, write } from "./channel.ts";

const optionalDate = z.iso.date().nullable();

export const dealInputSchema = z.object({
  name: z.string().trim().min(1).max(120),
  seller: z.string().trim().max(120),
  kind: z.enum(dealKinds),
  process: z.enum(saleProcesses),
  cutOffDate: optionalDate,
  bidDeadline: optionalDate,
  stage: z.enum(dealStages),
  status: z.enum(dealStatuses),
  owner: z.string().trim().max(60),
  notes: z.string().max(4000),
});
export type DealInput = z.infer<typeof dealInputSchema>;

const dealSchema = dealInputSchema.extend({
  id: z.number().int(),
  archived: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
  /** Package of the deal: null until a tape is imported. */
  package: z.object({ tapeId: z.number().int(), loans: z.number().int(), upbFen: z.number().int(), claimFen: z.number().int() }).nullable(),
});
export type Deal = z.infer<typeof dealSchema>;

const dealId = z.object({ dealId: z.number().int().positive() });

export const dealChannels = {
  "deals.list": read(z.object({ archived: z.boolean() }), z.array(dealSchema)),
  "deals.get": read(dealId, dealSchema),
  "deals.create": write(dealInputSchema, dealSchema),
  "deals.update": write(dealId.extend({ deal: dealInputSchema }), dealSchema),
  "deals.archive": write(dealId.extend({ archived: z.boolean() }), dealSchema),
  /** Creates the sample deal with its package, or answers the one that is there. */
  "deals.openSample": write(z.void(), dealSchema),
} as const;
