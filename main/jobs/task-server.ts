import type { MessagePort } from "node:worker_threads";
import { DeskError } from "../../shared/result.ts";
import type { Task, TaskReply, TaskRequest, TaskTable } from "./task-types.ts";

/** Progress is sent at most this often, so that a tight loop can report every row. */
const progressEveryMs = 50;

/** The worker's side: runs the tasks of the table as requests come in. */
export function serveTasks(port: MessagePort, tasks: TaskTable): void {
  port.on("message", (request: TaskRequest) => {
    void answer(port, tasks, request);
  });
}

async function answer(port: MessagePort, tasks: TaskTable, { jobId, task, input, flag }: TaskRequest): Promise<void> {
  const post = (reply: TaskReply) => port.postMessage(reply);
  const cancelled = new Int32Array(flag);
  let lastSent = 0;
  const isCancelled = () => Atomics.load(cancelled, 0) === 1;
  const throwIfCancelled = () => {
    if (isCancelled()) throw new DeskError("job.cancelled");
  };
  const progress = (share: number | null) => {
    const now = Date.now();
    if (now - lastSent < progressEveryMs) return;
    lastSent = now;
    post({ type: "progress", jobId, progress: share === null ? null : Math.min(1, Math.max(0, share)) });
  };
  const step = (share: number | null) => {
    throwIfCancelled();
    progress(share);
  };
  try {
    if (!Object.hasOwn(tasks, task)) throw new Error(`no task named ${task}`);
    // The table types its inputs as `never`; the runner's typed `run` has checked the pair.
    const output = await (tasks[task] as Task<unknown, unknown>)(input, { progress, isCancelled, throwIfCancelled, step });
    post({ type: "done", jobId, output });
  } catch (error) {
    if (error instanceof DeskError) post({ type: "failed", jobId, code: error.code, values: error.values });
    else post({ type: "threw", jobId, name: error instanceof Error ? error.name : "unknown", stack: error instanceof Error ? (error.stack ?? "") : "" });
  }
}
