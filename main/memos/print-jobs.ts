import { randomUUID } from "node:crypto";
import type { JobEvent } from "../../shared/contract/job-events.ts";
import { DeskError } from "../../shared/result.ts";

export interface PrintJobs {
  /** Runs one print that the window can watch and stop; it fails with `job.cancelled` where it is stopped. */
  run<T>(print: (signal: AbortSignal) => Promise<T>): Promise<T>;
  cancel(jobId: string): void;
}

export function createPrintJobs(onEvent: (event: JobEvent) => void): PrintJobs {
  const running = new Map<string, AbortController>();
  return {
    run: async (print) => {
      const jobId = randomUUID();
      const control = new AbortController();
      running.set(jobId, control);
      const tell = (state: JobEvent["state"]) => onEvent({ jobId, kind: "printMemo", state, progress: state === "done" ? 1 : null });
      tell("running");
      try {
        const printed = await print(control.signal);
        tell("done");
        return printed;
      } catch (failure) {
        tell(control.signal.aborted ? "cancelled" : "failed");
        throw control.signal.aborted ? new DeskError("job.cancelled") : failure;
      } finally {
        running.delete(jobId);
      }
    },
    cancel: (jobId) => running.get(jobId)?.abort(),
  };
}
