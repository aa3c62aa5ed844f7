import { createJobRunner, type JobRunner } from "../../../main/jobs/job-runner.ts";
import type { DeskTasks } from "../../../main/worker/desk-tasks.ts";
import type { JobEvent } from "../../../shared/contract/job-events.ts";

/** The workers of a desk: those of all its jobs, and the one of what nobody waits for. */
interface Workers {
  readonly jobs: JobRunner<DeskTasks>;
  readonly housekeeping: JobRunner<DeskTasks>;
  /** Hears of the jobs. */
  listener: (event: JobEvent) => void;
  isIdle(): boolean;
}

/** By their file. */
const left = new Map<string, Workers[]>();

function startWorkers(workerFile: URL): Workers {
  let running = 0;
  const counted = (runner: JobRunner<DeskTasks>): JobRunner<DeskTasks> => ({
    ...runner,
    run: (task, input, options) => {
      running += 1;
      const output = runner.run(task, input, options);
      const hasEnded = () => {
        running -= 1;
      };
      void output.then(hasEnded, hasEnded);
      return output;
    },
  });
  const workers: Workers = {
    jobs: counted(createJobRunner({ workerFile, onEvent: (event) => workers.listener(event) })),
    housekeeping: counted(createJobRunner({ workerFile, onEvent: () => undefined, maxWorkers: 1 })),
    listener: () => undefined,
    isIdle: () => running === 0,
  };
  return workers;
}

/** Workers for a desk. It leaves idle ones to the next desk, which goes on with them as the app does with its next deal. */
export function takeWorkers(workerFile: URL) {
  const idle = left.get(workerFile.href) ?? [];
  left.set(workerFile.href, idle);
  const workers = idle.pop() ?? startWorkers(workerFile);
  let isLeft = false;
  return {
    jobs: workers.jobs,
    housekeeping: workers.housekeeping,
    listen: (listener: Workers["listener"]) => {
      workers.listener = listener;
    },
    /** Where a job goes on, they are stopped, as the app stops them at its end. */
    leave: async () => {
      if (isLeft) return;
      isLeft = true;
      workers.listener = () => undefined;
      if (workers.isIdle()) idle.push(workers);
      else await Promise.all([workers.jobs.close(), workers.housekeeping.close()]);
    },
  };
}
