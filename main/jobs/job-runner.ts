import { randomUUID } from "node:crypto";
import { Worker } from "node:worker_threads";
import type { JobEvent } from "../../shared/contract/job-events.ts";
import { type ErrorCode, errorCodes } from "../../shared/error-codes.ts";
import { DeskError } from "../../shared/result.ts";
import type { TaskInput, TaskOutput, TaskReply, TaskRequest, TaskTable } from "./task-types.ts";

/** Two at once: one long job and one that the user waits for. More queue up. */
const twoWorkers = 2;
/** A task that hasn't looked at its flag by then is stopped with its worker. */
const cancelGraceMs = 600;

interface JobOptions {
  /** Null: a part of a job that tells how it goes by itself. */
  readonly kind: JobEvent["kind"] | null;
  readonly onProgress?: ((progress: number | null) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface JobRunner<T extends TaskTable> {
  /** Runs a task in a worker. Fails with the task's own DeskError, `job.cancelled` or `job.failed`. */
  run<N extends keyof T & string>(task: N, input: TaskInput<T, N>, options: JobOptions): Promise<TaskOutput<T, N>>;
  /** Stops a job within a second; a job that is over or unknown is left alone. */
  cancel(jobId: string): void;
  /** Stops every job and worker. */
  close(): Promise<void>;
}

export interface JobRunnerDeps {
  /** The worker's entry: a built file, or in tests the .ts file. */
  readonly workerFile: URL;
  readonly onEvent: (event: JobEvent) => void;
  readonly maxWorkers?: number;
}

interface Job {
  readonly jobId: string;
  readonly request: TaskRequest;
  readonly options: JobOptions;
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: Error) => void;
  slot: Slot | null;
  isCancelled: boolean;
}

interface Slot {
  readonly worker: Worker;
  job: Job | null;
}

const isErrorCode = (code: string): code is ErrorCode => (errorCodes as readonly string[]).includes(code);

export function createJobRunner<T extends TaskTable>({ workerFile, onEvent, maxWorkers = twoWorkers }: JobRunnerDeps): JobRunner<T> {
  const jobs = new Map<string, Job>();
  const queue: Job[] = [];
  const slots = new Set<Slot>();
  let isClosed = false;

  const tell = (job: Job, state: JobEvent["state"], progress: number | null) => {
    const { kind } = job.options;
    if (kind !== null) onEvent({ jobId: job.jobId, kind, state, progress });
  };

  function settle(job: Job, outcome: { output: unknown } | { error: Error }): void {
    if (!jobs.delete(job.jobId)) return;
    if (job.slot) {
      job.slot.job = null;
      job.slot.worker.unref();
    }
    job.slot = null;
    const waiting = queue.indexOf(job);
    if (waiting >= 0) queue.splice(waiting, 1);
    if ("output" in outcome) {
      tell(job, "done", 1);
      job.resolve(outcome.output);
    } else {
      tell(job, outcome.error instanceof DeskError && outcome.error.code === "job.cancelled" ? "cancelled" : "failed", null);
      job.reject(outcome.error);
    }
    pump();
  }

  function receive(slot: Slot, reply: TaskReply): void {
    const job = slot.job;
    if (!job || job.jobId !== reply.jobId) return;
    if (reply.type === "progress") {
      if (job.isCancelled) return;
      tell(job, "running", reply.progress);
      job.options.onProgress?.(reply.progress);
    } else if (job.isCancelled) settle(job, { error: new DeskError("job.cancelled") });
    else if (reply.type === "done") settle(job, { output: reply.output });
    else if (reply.type === "failed" && isErrorCode(reply.code)) settle(job, { error: new DeskError(reply.code, reply.values) });
    else {
      const cause = new Error("a task threw");
      if (reply.type === "threw") {
        cause.name = reply.name;
        cause.stack = reply.stack;
      }
      settle(job, { error: new DeskError("job.failed", { task: job.request.task }, { cause }) });
    }
  }

  function lose(slot: Slot, cause: unknown): void {
    if (!slots.delete(slot)) return;
    const job = slot.job;
    void slot.worker.terminate();
    if (job) settle(job, { error: job.isCancelled ? new DeskError("job.cancelled") : new DeskError("job.failed", { task: job.request.task }, { cause }) });
    else pump();
  }

  function openSlot(): Slot {
    const slot: Slot = { worker: new Worker(workerFile), job: null };
    slot.worker.on("message", (reply: TaskReply) => receive(slot, reply));
    slot.worker.on("messageerror", (error) => lose(slot, error));
    slot.worker.on("error", (error) => lose(slot, error));
    slot.worker.on("exit", () => lose(slot, new Error("the worker ended")));
    // An idle worker must not keep the app from quitting.
    slot.worker.unref();
    slots.add(slot);
    return slot;
  }

  function pump(): void {
    while (!isClosed && queue.length > 0) {
      const idle = [...slots].find((slot) => slot.job === null) ?? (slots.size < maxWorkers ? openSlot() : null);
      const job = idle ? queue.shift() : undefined;
      if (!idle || !job) return;
      idle.job = job;
      job.slot = idle;
      idle.worker.ref();
      try {
        idle.worker.postMessage(job.request);
      } catch (error) {
        settle(job, { error: new DeskError("job.failed", { task: job.request.task }, { cause: error }) });
      }
    }
  }

  function cancel(jobId: string): void {
    const job = jobs.get(jobId);
    if (!job || job.isCancelled) return;
    job.isCancelled = true;
    const { slot } = job;
    if (!slot) {
      settle(job, { error: new DeskError("job.cancelled") });
      return;
    }
    Atomics.store(new Int32Array(job.request.flag), 0, 1);
    setTimeout(() => {
      if (slot.job === job) lose(slot, new Error("cancelled"));
    }, cancelGraceMs);
  }

  return {
    run: <N extends keyof T & string>(task: N, input: TaskInput<T, N>, options: JobOptions) =>
      new Promise<TaskOutput<T, N>>((resolve, reject) => {
        const jobId = randomUUID();
        if (isClosed || options.signal?.aborted) {
          reject(new DeskError("job.cancelled"));
          return;
        }
        const request: TaskRequest = { jobId, task, input, flag: new SharedArrayBuffer(4) };
        // The pair of task and output is typed by `run`; inside, outputs of all tasks share one map.
        const job: Job = { jobId, request, options, resolve: (output) => resolve(output as TaskOutput<T, N>), reject, slot: null, isCancelled: false };
        options.signal?.addEventListener("abort", () => cancel(jobId), { once: true });
        jobs.set(jobId, job);
        queue.push(job);
        tell(job, "running", null);
        pump();
      }),
    cancel,
    close: async () => {
      isClosed = true;
      for (const job of jobs.values()) settle(job, { error: new DeskError("job.cancelled") });
      const workers = [...slots].map(({ worker }) => worker);
      slots.clear();
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
