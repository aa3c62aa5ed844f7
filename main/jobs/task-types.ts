/** What a task may do while it runs in a worker. */
export interface TaskContext {
  /** 0…1, null where it can't be told. */
  progress(share: number | null): void;
  /** True once the user has cancelled; look at it at least every 200 ms. */
  isCancelled(): boolean;
  /** Leaves the task with `job.cancelled` once the user has cancelled. */
  throwIfCancelled(): void;
  /** Both at once: tells how far the work is and leaves it once the user has cancelled. */
  step(share: number | null): void;
}

/** A named piece of work for a worker: its input and output cross by structured clone. */
export type Task<In, Out> = (input: In, context: TaskContext) => Promise<Out> | Out;

/** Tasks by name; `never` because the input differs per task. */
export type TaskTable = Readonly<Record<string, Task<never, unknown>>>;

export type TaskInput<T extends TaskTable, N extends keyof T> = Parameters<T[N]>[0];
export type TaskOutput<T extends TaskTable, N extends keyof T> = Awaited<ReturnType<T[N]>>;

/** From the runner to a worker. `flag[0]` becomes 1 when the job is cancelled. */
export interface TaskRequest {
  readonly jobId: string;
  readonly task: string;
  readonly input: unknown;
  readonly flag: SharedArrayBuffer;
}

/** From a worker to the runner. */
export type TaskReply =
  | { readonly type: "progress"; readonly jobId: string; readonly progress: number | null }
  | { readonly type: "done"; readonly jobId: string; readonly output: unknown }
  | { readonly type: "failed"; readonly jobId: string; readonly code: string; readonly values: Record<string, string | number> }
  | { readonly type: "threw"; readonly jobId: string; readonly name: string; readonly stack: string };
