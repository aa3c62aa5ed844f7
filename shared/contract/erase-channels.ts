import { z } from "zod";
import { dayOrNull, heldDataSchema } from "../domain/held-data.ts";
import { type FeatureContract, read, write } from "./channel.ts";
import { dealId } from "./deal-channels.ts";

const erased = z.object({ backupsRemoved: z.number().int().min(0) });
const changes = ["deals.list", "erase.held", "backups.list", "trail.list", "runs.list"] as const;
const withBackups = { removesBackups: z.boolean() };

const channels = {
  /** What data is in the file: kinds of personal data, and each deal. */
  "erase.held": read(z.void(), heldDataSchema),
  /** The last day for which a deal's data is kept; null: not stated. */
  "erase.setRetention": write(dealId.extend({ until: dayOrNull }), z.void(), { changes: ["erase.held"] }),
  /** Takes away a deal with all it has. Refused where an approval holds and its day isn't over. */
  "erase.deal": write(dealId.extend(withBackups), erased, { changes }),
  /** Takes away one saved run. Refused where a paper rests on it. */
  "erase.run": write(z.object({ runId: z.number().int().positive(), ...withBackups }), erased, { changes }),
} as const;

export const eraseFeature = {
  channels,
  jobKinds: ["eraseData"],
  errorCodes: ["erase.approved", "erase.runInUse", "erase.busy"],
} as const satisfies FeatureContract;
