import { randomUUID } from "node:crypto";
import { Worker } from "node:worker_threads";
import type { JobEvent } from "../../shared/contract/job-events.ts";
import { type ErrorCode, errorCodes } from "../../shared/error-codes.ts";
import { DeskError } from "../../shared/result.ts";
import { guardJob, type JobBounds, type JobGuard, memoryExceeded } from "./job-guard.ts";
import type { TaskInput, TaskOutput, TaskReply, TaskRequest, TaskTable } from "./task-types.ts";

/** Two at once: one long job and one that the user waits for. More queue up. */
const twoWorkers = 2;
/** Bounded jobs have a worker of their own, one for each size of heap. */
const boundedWorkers = 1;
/** A worker that a job made larger than this is not kept. */
const keptGrowthBytes = 96 * 1024 * 1024;
/** A task that hasn't looked at its flag by then is stopped with its worker. */
const cancelGraceMs = 600;

interface JobOptions {
  /** Null: a part of a job that tells how it goes by itself. */
  readonly kind: JobEvent["kind"] | null;
  readonly onProgress?: ((progress: number | null) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Of a job whose input comes from outside. */
  readonly bounds?: JobBounds | undefined;
}

export interface JobRunner<T extends TaskTable> {
  /** Runs a task in a worker. Fails with the task's own DeskError, `job.cancelled`, `job.failed` or by its bounds. */
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
  guard: JobGuard | null;
  isCancelled: boolean;
}

interface Slot {
  readonly worker: Worker;
  /** Null: no limit but the system's. */
  readonly heapMb: number | null;
  /** Of the process when it began. */
  readonly startBytes: number;
  job: Job | null;
}

const heapOf = ({ options }: Job): number | null => options.bounds?.heapMb ?? null;

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
    job.guard?.end();
    if (job.slot) {
      job.slot.job = null;
      job.slot.worker.unref();
      if (heapOf(job) !== null && process.memoryUsage.rss() - job.slot.startBytes > keptGrowthBytes) retire(job.slot);
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
      job.guard?.heard();
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

  function retire(slot: Slot): boolean {
    const isOpen = slots.delete(slot);
    if (isOpen) void slot.worker.terminate();
    return isOpen;
  }

  function lose(slot: Slot, cause: unknown): void {
    if (!retire(slot)) return;
    const { job, heapMb } = slot;
    if (!job) return pump();
    const error = cause instanceof DeskError ? cause : new DeskError("job.failed", { task: job.request.task }, { cause });
    const isFull = heapMb !== null && cause instanceof Error && "code" in cause && cause.code === "ERR_WORKER_OUT_OF_MEMORY";
    settle(job, { error: job.isCancelled ? new DeskError("job.cancelled") : isFull ? memoryExceeded(heapMb) : error });
  }

  function openSlot(heapMb: number | null): Slot {
    const worker = new Worker(workerFile, heapMb === null ? {} : { resourceLimits: { maxOldGenerationSizeMb: heapMb } });
    const slot: Slot = { worker, heapMb, startBytes: process.memoryUsage.rss(), job: null };
    slot.worker.on("message", (reply: TaskReply) => receive(slot, reply));
    slot.worker.on("messageerror", (error) => lose(slot, error));
    slot.worker.on("error", (error) => lose(slot, error));
    slot.worker.on("exit", () => lose(slot, new Error("the worker ended")));
    // An idle worker must not keep the app from quitting.
    slot.worker.unref();
    slots.add(slot);
    return slot;
  }

  /** A worker that is free for jobs with such a heap; null where all are busy. */
  function freeSlot(heapMb: number | null): Slot | null {
    const fitting = [...slots].filter((slot) => slot.heapMb === heapMb);
    const most = heapMb === null ? maxWorkers : boundedWorkers;
    return fitting.find(({ job }) => job === null) ?? (fitting.length < most ? openSlot(heapMb) : null);
  }

  function pump(): void {
    for (let at = 0; !isClosed && at < queue.length; ) {
      const job = queue[at];
      const idle = job ? freeSlot(heapOf(job)) : null;
      if (job && idle) {
        queue.splice(at, 1);
        start(job, idle);
      } else at += 1;
    }
  }

  function start(job: Job, slot: Slot): void {
    slot.job = job;
    job.slot = slot;
    if (job.options.bounds) job.guard = guardJob(job.options.bounds, (error) => lose(slot, error));
    slot.worker.ref();
    try {
      slot.worker.postMessage(job.request);
    } catch (error) {
      settle(job, { error: new DeskError("job.failed", { task: job.request.task }, { cause: error }) });
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
        const job: Job = {
          jobId,
          request,
          options,
          resolve: (output) => resolve(output as TaskOutput<T, N>),
          reject,
          slot: null,
          guard: null,
          isCancelled: false,
        };
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
