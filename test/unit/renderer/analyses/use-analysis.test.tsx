// @vitest-environment jsdom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useAnalysis } from "../../../../renderer/analyses/use-analysis.ts";
import type { Result } from "../../../../shared/result.ts";

/** Calls that wait for their answer, in the order in which they were made. */
let calls: { readonly input: unknown; readonly answer: (result: Result<unknown>) => void }[] = [];

beforeEach(() => {
  calls = [];
  vi.useFakeTimers();
  vi.stubGlobal("desk", {
    call: (_channel: string, input: unknown) => new Promise((answer) => calls.push({ input, answer })),
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const ask = (dealId: number | null, answers: number) =>
  renderHook(({ id, count }) => useAnalysis("scenarios.compare", id === null ? null : { dealId: id }, count), { initialProps: { id: dealId, count: answers } });
const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const answerTo = (index: number, result: Result<unknown>) => act(async () => calls[index]?.answer(result));
const good = (bidPriceFen: number): Result<unknown> => ({ ok: true, value: { bidPriceFen, segments: [], columns: [] } });

it("asks once after the last of several edits, and not before the first pricing", async () => {
  const view = ask(1, 0);
  await wait(1000);
  expect(calls).toHaveLength(0);
  for (const count of [1, 2, 3]) {
    view.rerender({ id: 1, count });
    await wait(100);
  }
  await wait(1000);
  expect(calls.map(({ input }) => input)).toEqual([{ dealId: 1 }]);
  expect(view.result.current.isRunning).toBe(true);
  await answerTo(0, good(5));
  expect(view.result.current).toMatchObject({ data: { bidPriceFen: 5 }, isRunning: false, failure: null });
});

it("keeps the last answer on screen and drops an older one that comes late", async () => {
  const view = ask(1, 1);
  await wait(1000);
  view.rerender({ id: 1, count: 2 });
  await wait(1000);
  await answerTo(1, good(22));
  await answerTo(0, good(11));
  expect(view.result.current.data?.bidPriceFen).toBe(22);
});

it("shows a failure beside the last answer, and asks again", async () => {
  const view = ask(1, 1);
  await wait(1000);
  await answerTo(0, good(7));
  view.rerender({ id: 1, count: 2 });
  await wait(1000);
  await answerTo(1, { ok: false, code: "job.cancelled", values: {} });
  expect(view.result.current.failure).toMatchObject({ code: "job.cancelled" });
  expect(view.result.current.data?.bidPriceFen).toBe(7);
  act(() => view.result.current.retry());
  await wait(1000);
  await answerTo(2, good(8));
  expect(view.result.current).toMatchObject({ data: { bidPriceFen: 8 }, failure: null });
});

it("asks nothing for a question that is not valid, nor once its view is closed", async () => {
  const view = ask(null, 3);
  await wait(1000);
  expect(view.result.current.isRunning).toBe(false);
  const other = ask(1, 1);
  other.unmount();
  await wait(1000);
  expect(calls).toHaveLength(0);
});
