import { z } from "zod";
import { features } from "./features.ts";

type JobKind = (typeof features)[number]["jobKinds"][number];
const jobKinds: readonly JobKind[] = features.flatMap(({ jobKinds: kinds }) => kinds);

/** Progress of a job in a worker, sent to the window as it goes. */
export const jobEventSchema = z.object({
  jobId: z.string(),
  kind: z.enum(jobKinds),
  state: z.enum(["running", "done", "failed", "cancelled"]),
  /** 0…1, null where it can't be told. */
  progress: z.number().min(0).max(1).nullable(),
});
export type JobEvent = z.infer<typeof jobEventSchema>;
