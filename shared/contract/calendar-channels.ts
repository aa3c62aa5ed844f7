import { z } from "zod";
import { bidDateInputSchema } from "../domain/bid-dates.ts";
import { type FeatureContract, read, write } from "./channel.ts";
import { dealId } from "./deal-channels.ts";

const bidDateSchema = bidDateInputSchema.safeExtend({
  /** Null: the deadline of the deal's own entry, which is changed there. */
  id: z.number().int().nullable(),
  dealId: z.number().int(),
  dealName: z.string(),
});
export type BidDate = z.infer<typeof bidDateSchema>;

const changes = ["calendar.list", "journal.next"] as const;

const channels = {
  /** Dates of all deals that are not archived, the earliest first. */
  "calendar.list": read(z.void(), z.array(bidDateSchema)),
  /** `id` null: a new one. */
  "calendar.save": write(dealId.extend({ id: z.number().int().positive().nullable(), date: bidDateInputSchema }), bidDateSchema, { changes }),
  "calendar.remove": write(z.object({ id: z.number().int().positive() }), z.void(), { changes }),
} as const;

export const calendarFeature = { channels, jobKinds: [], errorCodes: ["calendar.notFound"] } as const satisfies FeatureContract;
