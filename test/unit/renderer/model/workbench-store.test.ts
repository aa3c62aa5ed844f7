import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createWorkbenchStore, type WorkbenchPorts } from "../../../../renderer/model/workbench-store.ts";
import type { ModelEdit } from "../../../../shared/contract/assumption-channels.ts";
import type { PricingResult } from "../../../../shared/domain/pricing-results.ts";
import { defaultModel, resultWithBid } from "./workbench-fixtures.ts";

/** Main as the store sees it: each call waits until the test answers it. */
function waitingMain() {
  const calls: { edit: ModelEdit; answer: (result: PricingResult) => void; fail: (error: unknown) => void }[] = [];
  let clock = 0;
  const ports: WorkbenchPorts = {
    loadModel: () => Promise.resolve(defaultModel()),
    price: (edit) => new Promise((answer, fail) => calls.push({ edit, answer, fail })),
    now: () => clock,
    afterPaint: (run) => run(),
  };
  return { ports, calls, pass: (ms: number) => (clock += ms) };
}

async function loadedStore() {
  const main = waitingMain();
  const store = createWorkbenchStore(main.ports);
  const loading = store.getState().load();
  await vi.waitFor(() => expect(main.calls).toHaveLength(1));
  main.calls[0]?.answer(resultWithBid(100));
  await loading;
  return { store, ...main };
}

describe("the workbench store", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
  afterEach(() => void vi.useRealTimers());

  it("prices an edit at once, and of a burst of keys only the last one after it", async () => {
    const { store, calls } = await loadedStore();
    for (const shift of [-0.1, -0.11, -0.12]) store.getState().edit(["cases", "base", "collateralValueShift"], shift);
    expect(calls).toHaveLength(2);
    calls[1]?.answer(resultWithBid(90));
    await vi.waitFor(() => expect(calls).toHaveLength(3));
    expect(calls[2]?.edit.cases.base.collateralValueShift).toBe(-0.12);
  });

  it("drops an answer that belongs to older inputs", async () => {
    const { store, calls } = await loadedStore();
    store.getState().edit(["assumptions", "hurdleRate"], 0.14);
    store.getState().edit(["assumptions", "hurdleRate"], 0.15);
    calls[1]?.answer(resultWithBid(140));
    await vi.waitFor(() => expect(calls).toHaveLength(3));
    expect(store.getState().result?.bidPriceFen).toBe(100);
    calls[2]?.answer(resultWithBid(150));
    await vi.waitFor(() => expect(store.getState().result?.bidPriceFen).toBe(150));
  });

  it("goes on with what was typed after a pricing that failed", async () => {
    const { store, calls } = await loadedStore();
    store.getState().edit(["bidPriceFen"], 5_000);
    store.getState().edit(["bidPriceFen"], 6_000);
    calls[1]?.fail(new Error("no worker"));
    await vi.waitFor(() => expect(calls).toHaveLength(3));
    calls[2]?.answer(resultWithBid(6_000));
    await vi.waitFor(() => expect(store.getState()).toMatchObject({ failure: null, isPricing: false }));
  });

  it("marks an invalid input at its path, asks nothing and keeps the last good result", async () => {
    const { store, calls } = await loadedStore();
    store.getState().edit(["assumptions", "collateral", "rounds", 0, "openingShare"], Number.NaN);
    await vi.advanceTimersByTimeAsync(500);
    expect([...store.getState().invalidPaths]).toEqual(["assumptions.collateral.rounds.0.openingShare"]);
    expect(calls).toHaveLength(1);
    expect(store.getState().result?.bidPriceFen).toBe(100);
  });

  it("takes back what was priced on the way to a text that is refused, and asks no more while it stays so", async () => {
    const { store, calls } = await loadedStore();
    const before = store.getState().draft?.assumptions.hurdleRate;
    const hurdle = ["assumptions", "hurdleRate"];
    store.getState().edit(["bidPriceFen"], 5_000);
    calls[1]?.answer(resultWithBid(5_000));
    await vi.advanceTimersByTimeAsync(0);
    store.getState().edit(hurdle, 0);
    calls[2]?.answer(resultWithBid(227));
    await vi.advanceTimersByTimeAsync(0);
    store.getState().edit(hurdle, { unread: "0," });
    store.getState().edit(hurdle, { unread: "0,1" });
    expect(calls[3]?.edit).toMatchObject({ bidPriceFen: 5_000, assumptions: { hurdleRate: before } });
    calls[3]?.answer(resultWithBid(5_000));
    await vi.advanceTimersByTimeAsync(0);
    expect(store.getState()).toMatchObject({ isPricing: false, result: { bidPriceFen: 5_000 } });
    store.getState().dispose();
    expect(calls).toHaveLength(4);
    expect(store.getState().draft?.assumptions.hurdleRate).toEqual({ unread: "0,1" });
  });

  it("keeps the last good result when a call fails", async () => {
    const { store, calls } = await loadedStore();
    store.getState().edit(["bidPriceFen"], 5_000);
    calls[1]?.fail(new Error("no worker"));
    await vi.advanceTimersByTimeAsync(0);
    expect(store.getState()).toMatchObject({ failure: new Error("no worker"), isPricing: false });
    expect(store.getState().result?.bidPriceFen).toBe(100);
  });

  it("measures from the edit to the paint", async () => {
    const { store, calls, pass } = await loadedStore();
    store.getState().edit(["bidPriceFen"], 5_000);
    pass(75);
    calls[1]?.answer(resultWithBid(5_000));
    await vi.advanceTimersByTimeAsync(0);
    expect(store.getState().repriceMs).toBe(75);
  });

  it("prices, and so saves, an edit that is still waiting when the screen is left", async () => {
    const { store, calls } = await loadedStore();
    store.getState().edit(["bidPriceFen"], 5_000);
    store.getState().edit(["bidPriceFen"], 7_000);
    store.getState().dispose();
    expect(calls[2]?.edit.bidPriceFen).toBe(7_000);
  });
});
