import { useCallback, useEffect, useState } from "react";
import type { ChannelOutput } from "../../shared/contract/contract.ts";
import { simulationJobId } from "../../shared/contract/simulation-channels.ts";
import { CallFailure, call, useCall } from "../desk/desk-client.ts";
import { showError, useSession } from "../desk/session-store.ts";

interface SimulationRun {
  readonly state: ChannelOutput<"simulation.state"> | undefined;
  readonly isRunning: boolean;
  /** 0…1, null before the first path is drawn. */
  readonly progress: number | null;
  readonly wasCancelled: boolean;
  readonly failure: unknown;
  readonly run: () => void;
  readonly cancel: () => void;
}

/** The simulation of a deal: its latest result, and the run under way, started here or before the view was opened. */
export function useSimulation(dealId: number): SimulationRun {
  const jobId = simulationJobId(dealId);
  const job = useSession((session) => session.jobs[jobId]);
  const hasJob = job !== undefined;
  const { data: state, reload } = useCall("simulation.state", { dealId });
  const [isAsked, setAsked] = useState(false);
  const [wasCancelled, setCancelled] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  // The end of a job that was started before the view was opened may bring a new result.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => reload(), [hasJob, reload]);

  const run = useCallback(() => {
    setAsked(true);
    setCancelled(false);
    setFailure(null);
    call("simulation.run", { dealId })
      .catch((error: unknown) => {
        if (error instanceof CallFailure && error.code === "job.cancelled") setCancelled(true);
        else setFailure(error);
      })
      .finally(() => setAsked(false));
  }, [dealId]);
  const cancel = useCallback(() => void call("jobs.cancel", { jobId }).catch(showError), [jobId]);
  return { state, isRunning: isAsked || hasJob, progress: job?.progress ?? null, wasCancelled, failure, run, cancel };
}
