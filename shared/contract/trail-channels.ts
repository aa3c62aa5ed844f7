import { z } from "zod";
import { fileInTrailSchema, trailFilterSchema, trailHeadSchema, trailPageSchema, trailVerdictSchema } from "../domain/audit.ts";
import { type FeatureContract, read, write } from "./channel.ts";
import { dealId } from "./deal-channels.ts";
import { savedListSchema } from "./export-channels.ts";

const slice = z.object({ offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) });
/** The list's name, and the heads of its thirteen columns. */
const trailHeads = z.array(z.string().max(60)).length(14);

const channels = {
  /** Events of the trail, the latest first. */
  "trail.list": read(trailFilterSchema.extend(slice.shape), trailPageSchema),
  /** Walks the whole trail, against what a paper says of it. */
  "trail.verify": read(z.object({ head: trailHeadSchema.nullable() }), trailVerdictSchema),
  /** Asks for a file and finds the event that let it out of the desk; null where the user cancels. */
  "trail.findFile": read(z.void(), fileInTrailSchema.nullable()),
  /** Erases what the events of a deal say of persons and values; the chain holds as it did. An administrator's, where the desk has persons. */
  "trail.erase": write(dealId, z.object({ erased: z.number().int() }), { changes: ["trail.list"] }),
  /** Writes the chain as it is stored; null where the user cancels. */
  "trail.export": write(trailFilterSchema.extend({ fileName: z.array(z.string().max(120)).min(1).max(4), heads: trailHeads }), savedListSchema.nullable(), {
    changes: [],
  }),
} as const;

export const trailFeature = { channels, jobKinds: ["verifyTrail"], errorCodes: [] } as const satisfies FeatureContract;
