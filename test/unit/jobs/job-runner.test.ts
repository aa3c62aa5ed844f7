import { afterEach, describe, expect, it, vi } from "vitest";
import { createJobRunner, type JobRunner } from "../../../main/jobs/job-runner.ts";
import type { JobEvent } from "../../../shared/contract/job-events.ts";
import type { FixtureTasks } from "./worker-fixture.ts";

const workerFile = new URL("./worker-fixture.ts", import.meta.url);
const open: JobRunner<FixtureTasks>[] = [];

function start() {
  const events: JobEvent[] = [];
  const runner = createJobRunner<FixtureTasks>({ workerFile, onEvent: (event) => events.push(event) });
  open.push(runner);
  return { runner, events };
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((runner) => runner.close()));
});

describe("a job", () => {
  it("answers with the task's output and tells its progress on the way", async () => {
    const { runner, events } = start();
    const shares: (number | null)[] = [];
    expect(await runner.run("count", 4, { kind: "price", onProgress: (share) => shares.push(share) })).toBe(4);
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual([...shares].sort((left, right) => Number(left) - Number(right)));
    expect(events.map(({ state }) => state)).toEqual(["running", ...shares.map(() => "running"), "done"]);
    expect(new Set(events.map(({ jobId }) => jobId)).size).toBe(1);
  });

  it("keeps the code and values of an expected failure", async () => {
    const { runner } = start();
    await expect(runner.run("refuse", 7, { kind: "inspectTape" })).rejects.toMatchObject({ code: "tape.refused", values: { row: 7 } });
  });

  it("fails as a job, with the cause kept for the log, where the task has a bug", async () => {
    const { runner, events } = start();
    await expect(runner.run("bug", null, { kind: "price" })).rejects.toMatchObject({
      code: "job.failed",
      values: { task: "bug" },
      cause: { name: "TypeError" },
    });
    expect(events.at(-1)?.state).toBe("failed");
  });

  it("fails when its worker dies, and the next one gets a new worker", async () => {
    const { runner } = start();
    await expect(runner.run("crash", null, { kind: "price" })).rejects.toMatchObject({ code: "job.failed" });
    expect(await runner.run("count", 1, { kind: "price" })).toBe(1);
  });

  it("fails when its input can't cross to a worker", async () => {
    const { runner } = start();
    // @ts-expect-error A function is no input of this task.
    await expect(runner.run("count", () => 1, { kind: "price" })).rejects.toMatchObject({ code: "job.failed" });
    expect(await runner.run("count", 1, { kind: "price" })).toBe(1);
  });

  it("waits where both workers are busy", async () => {
    const { runner } = start();
    expect(await Promise.all([2, 3, 4, 5].map((upTo) => runner.run("count", upTo, { kind: "price" })))).toEqual([2, 3, 4, 5]);
  });
});

describe("cancelling", () => {
  it.each(["politeLoop", "deafLoop"] as const)("stops a %s within a second", async (task) => {
    const { runner, events } = start();
    const outcome = Promise.allSettled([runner.run(task, null, { kind: "importTape" })]);
    await vi.waitFor(() => expect(events).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const cancelledAt = performance.now();
    runner.cancel(events[0]?.jobId ?? "");
    expect(await outcome).toMatchObject([{ status: "rejected", reason: { code: "job.cancelled" } }]);
    expect(performance.now() - cancelledAt).toBeLessThan(1000);
    expect(events.at(-1)?.state).toBe("cancelled");
    expect(await runner.run("count", 1, { kind: "price" })).toBe(1);
  });

  it("obeys an abort signal, also before the start and while waiting", async () => {
    const { runner } = start();
    const abort = new AbortController();
    const running = [1, 2, 3].map(() => runner.run("politeLoop", null, { kind: "price", signal: abort.signal }));
    setTimeout(() => abort.abort(), 200);
    for (const outcome of await Promise.allSettled(running)) expect(outcome).toMatchObject({ status: "rejected", reason: { code: "job.cancelled" } });
    await expect(runner.run("count", 1, { kind: "price", signal: abort.signal })).rejects.toMatchObject({ code: "job.cancelled" });
  });

  it("leaves unknown jobs alone", () => {
    const { runner, events } = start();
    runner.cancel("no-such-job");
    expect(events).toEqual([]);
  });
});

describe("a job with bounds", () => {
  const wide = { heapMb: 256, growthMb: 4096, silentMs: 60_000 };

  it("is ended where its heap is full, and the next one runs", async () => {
    const { runner, events } = start();
    const filling = runner.run("fillHeap", null, { kind: "importTape", bounds: { ...wide, heapMb: 64 } });
    await expect(filling).rejects.toMatchObject({ code: "job.memoryExceeded", values: { limitMb: 64 } });
    expect(events.at(-1)?.state).toBe("failed");
    expect(await runner.run("count", 1, { kind: "importTape", bounds: wide })).toBe(1);
  });

  // Where an array doubles past the limit of the heap, the whole process would end: the watch must come first.
  it.each(["fillMemory", "fillArray"] as const)("is ended where the process grows, in the heap or beside it: %s", async (task) => {
    const { runner } = start();
    const filling = runner.run(task, null, { kind: "importTape", bounds: { ...wide, heapMb: 2048, growthMb: 200 } });
    await expect(filling).rejects.toMatchObject({ code: "job.memoryExceeded", values: { limitMb: 200 } });
    expect(await runner.run("count", 1, { kind: "importTape", bounds: wide })).toBe(1);
  });

  it("is ended where it says nothing, but not while it tells its progress", async () => {
    const { runner } = start();
    const bounds = { ...wide, silentMs: 1000 };
    await expect(runner.run("deafLoop", null, { kind: "importTape", bounds })).rejects.toMatchObject({ code: "job.noProgress", values: { seconds: 1 } });
    expect(await runner.run("count", 40, { kind: "importTape", bounds })).toBe(40);
  });

  it("can be cancelled in the midst of it, and keeps no other job waiting", async () => {
    const { runner, events } = start();
    const outcome = Promise.allSettled([runner.run("deafLoop", null, { kind: "importTape", bounds: wide })]);
    await vi.waitFor(() => expect(events).toHaveLength(1));
    expect(await Promise.all([1, 2].map((upTo) => runner.run("count", upTo, { kind: "price" })))).toEqual([1, 2]);
    runner.cancel(events[0]?.jobId ?? "");
    expect(await outcome).toMatchObject([{ status: "rejected", reason: { code: "job.cancelled" } }]);
  });
});
