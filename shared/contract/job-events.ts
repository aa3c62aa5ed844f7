import { z } from "zod";

/** Progress of a job in a worker, sent to the window as it goes. */
export const jobEventSchema = z.object({
  jobId: z.string(),
  kind: z.enum(["inspectTape", "importTape", "price", "printMemo", "analyse", "simulate"]),
  state: z.enum(["running", "done", "failed", "cancelled"]),
  /** 0…1, null where it can't be told. */
  progress: z.number().min(0).max(1).nullable(),
});
export type JobEvent = z.infer<typeof jobEventSchema>;
