import { parentPort } from "node:worker_threads";
import { serveTasks } from "../../../main/jobs/task-server.ts";
import type { TaskContext } from "../../../main/jobs/task-types.ts";
import { DeskError } from "../../../shared/result.ts";

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const tasks = {
  count: async (upTo: number, { progress }: TaskContext) => {
    for (let step = 1; step <= upTo; step += 1) {
      progress(step / upTo);
      await pause(60);
    }
    return upTo;
  },
  politeLoop: async (_input: null, { throwIfCancelled }: TaskContext) => {
    for (;;) {
      throwIfCancelled();
      await pause(10);
    }
  },
  deafLoop: (_input: null): null => {
    for (;;);
  },
  fillHeap: (_input: null): null => {
    let kept: object = {};
    for (;;) kept = { kept };
  },
  fillArray: (_input: null): null => {
    const kept: object[] = [];
    for (;;) kept.push({ at: kept.length });
  },
  fillMemory: (_input: null): null => {
    const kept: Buffer[] = [];
    for (;;) kept.push(Buffer.alloc(16_000_000, 1));
  },
  crash: (_input: null): null => process.exit(9),
  refuse: (row: number): null => {
    throw new DeskError("tape.refused", { row });
  },
  bug: (_input: null): null => {
    throw new TypeError("张三 is not a number");
  },
};
export type FixtureTasks = typeof tasks;

if (parentPort) serveTasks(parentPort, tasks);
