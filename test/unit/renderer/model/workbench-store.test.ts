import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createWorkbenchStore, type WorkbenchPorts } from "../../../../renderer/model/workbench-store.ts";
import type { ModelEdit } from "../../../../shared/contract/assumption-channels.ts";
import type { PricingResult } from "../../../../shared/domain/pricing-results.ts";
import { defaultModel, resultWithBid } from "./workbench-fixtures.ts";

/** Main as the store sees it: each call waits until the test answers it. */
function waitingMain() {
  const calls: { edit: ModelEdit; typing: string; answer: (result: PricingResult) => void; fail: (error: unknown) => void }[] = [];
  const wholes: { answer: (result: PricingResult) => void; fail: (error: unknown) => void }[] = [];
  let clock = 0;
  let typings = 0;
  const ports: WorkbenchPorts = {
    loadModel: () => Promise.resolve(defaultModel()),
    price: (edit, typing) => new Promise((answer, fail) => calls.push({ edit, typing, answer, fail })),
    whole: () => new Promise((answer, fail) => wholes.push({ answer, fail })),
    pause: () => new Promise((passed) => setTimeout(passed, 300)),
    newTyping: () => `typing ${(typings += 1)}`,
    now: () => clock,
    afterPaint: (run) => run(),
  };
  return { ports, calls, wholes, pass: (ms: number) => (clock += ms) };
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

  it("lets nothing wait that was typed on the way to a second text that is refused", async () => {
    const { store, calls } = await loadedStore();
    const hurdle = ["assumptions", "hurdleRate"];
    const before = store.getState().draft?.assumptions.hurdleRate;
    store.getState().edit(hurdle, 0.12);
    calls[1]?.answer(resultWithBid(12));
    await vi.advanceTimersByTimeAsync(0);
    store.getState().edit(hurdle, { unread: "12," });
    store.getState().edit(hurdle, 0.125);
    store.getState().edit(hurdle, { unread: "12,5" });
    for (let answered = 2; answered < calls.length; answered += 1) {
      calls[answered]?.answer(resultWithBid(100));
      await vi.advanceTimersByTimeAsync(0);
    }
    expect(calls.slice(2).map(({ edit }) => edit.assumptions.hurdleRate)).toEqual([before, before]);
    expect(store.getState()).toMatchObject({ isPricing: false, result: { bidPriceFen: 100 } });
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

  it("gives the keys of one typing one word, and what is typed after the field was left another", async () => {
    const { store, calls } = await loadedStore();
    const hurdle = ["assumptions", "hurdleRate"];
    const answerAll = async () => {
      for (const call of calls) call.answer(resultWithBid(1));
      await vi.advanceTimersByTimeAsync(0);
    };
    for (const rate of [0.1, 0.12]) {
      store.getState().edit(hurdle, rate);
      await answerAll();
    }
    store.getState().leave();
    store.getState().edit(hurdle, 0.2);
    await answerAll();
    store.getState().edit(["bidPriceFen"], 5_000);
    await answerAll();
    const [, first, second, afterLeaving, elsewhere] = calls.map(({ typing }) => typing);
    expect(first).toBe(second);
    expect(new Set([first, afterLeaving, elsewhere]).size).toBe(3);
  });

  it("prices, and so saves, the last of each typing, however fast the fields change: each is a step by itself", async () => {
    const { store, calls } = await loadedStore();
    store.getState().edit(["assumptions", "hurdleRate"], 0.1);
    store.getState().edit(["assumptions", "hurdleRate"], 0.12);
    store.getState().edit(["bidPriceFen"], 5_000);
    store.getState().edit(["bidPriceFen"], 50_000);
    for (let answered = 1; answered < 4; answered += 1) {
      calls[answered]?.answer(resultWithBid(1));
      await vi.advanceTimersByTimeAsync(0);
    }
    expect(calls.slice(1).map(({ edit }) => [edit.assumptions.hurdleRate, edit.bidPriceFen])).toEqual([
      [0.1, null],
      [0.12, null],
      [0.12, 50_000],
    ]);
  });

  it("takes each ticked box as an edit by itself", async () => {
    const { store, calls } = await loadedStore();
    const rows = ["assumptions", "collateral", "rounds"];
    for (const count of [2, 3]) {
      const round = store.getState().draft?.assumptions.collateral.rounds[0] ?? {};
      store.getState().edit(
        rows,
        Array.from({ length: count }, () => round),
      );
      calls.at(-1)?.answer(resultWithBid(1));
      await vi.advanceTimersByTimeAsync(0);
    }
    expect(new Set(calls.map(({ typing }) => typing)).size).toBe(3);
  });

  it("settles once all is saved, and gives up what could not be read", async () => {
    const { store, calls } = await loadedStore();
    store.getState().edit(["bidPriceFen"], 5_000);
    const settling = store.getState().settle();
    calls[1]?.answer(resultWithBid(1));
    expect(await settling).toBe(false);
    store.getState().edit(["bidPriceFen"], { unread: "5,0" });
    expect(await store.getState().settle()).toBe(true);
    expect(store.getState()).toMatchObject({ draft: { bidPriceFen: 5_000 }, invalidPaths: new Set() });
  });

  describe("while an undo is on its way", () => {
    /** A store whose hurdle was edited to 20 %, which is being undone: main has 12 % again once `undone` is called. */
    async function undoing() {
      const main = waitingMain();
      let hurdleRate = 0.2;
      const ports: WorkbenchPorts = {
        ...main.ports,
        loadModel: async () => {
          const model = defaultModel();
          return { ...model, assumptions: { ...model.assumptions, hurdleRate } };
        },
      };
      const store = createWorkbenchStore(ports);
      void store.getState().load();
      await vi.waitFor(() => expect(main.calls).toHaveLength(1));
      main.calls[0]?.answer(resultWithBid(20));
      await vi.advanceTimersByTimeAsync(0);
      store.getState().hold();
      expect(await store.getState().settle()).toBe(false);
      const undone = async () => {
        hurdleRate = 0.12;
        const loading = store.getState().load();
        await vi.advanceTimersByTimeAsync(0);
        main.calls.at(-1)?.answer(resultWithBid(12));
        await loading;
      };
      return { store, ...main, undone };
    }
    const shown = ({ draft }: { readonly draft: ModelEdit | null }) => [draft?.assumptions.hurdleRate, draft?.bidPriceFen];

    it("shows what is typed, and makes it on what the undo leaves", async () => {
      const { store, calls, undone } = await undoing();
      store.getState().edit(["bidPriceFen"], 5_000);
      expect(shown(store.getState())).toEqual([0.2, 5_000]);
      expect(calls).toHaveLength(1);
      await undone();
      expect(shown(store.getState())).toEqual([0.12, 5_000]);
      expect(calls.map(({ edit }) => [edit.assumptions.hurdleRate, edit.bidPriceFen])).toEqual([
        [0.2, null],
        [0.12, null],
      ]);
      store.getState().release();
      expect(calls.slice(2).map(({ edit }) => [edit.assumptions.hurdleRate, edit.bidPriceFen])).toEqual([[0.12, 5_000]]);
      expect(shown(store.getState())).toEqual([0.12, 5_000]);
    });

    it("keeps what is typed where nothing was left to undo", async () => {
      const { store, calls } = await undoing();
      store.getState().edit(["bidPriceFen"], 5_000);
      store.getState().release();
      expect(calls.slice(1).map(({ edit }) => [edit.assumptions.hurdleRate, edit.bidPriceFen])).toEqual([[0.2, 5_000]]);
    });

    it("gives up what was typed with the next undo, which comes after it", async () => {
      const { store, calls, undone } = await undoing();
      store.getState().edit(["bidPriceFen"], 5_000);
      store.getState().edit(["bidPriceFen"], 50_000);
      store.getState().hold();
      expect(await store.getState().settle()).toBe(true);
      await undone();
      store.getState().release();
      store.getState().release();
      expect(shown(store.getState())).toEqual([0.12, null]);
      expect(calls.map(({ edit }) => edit.bidPriceFen)).toEqual([null, null]);
    });

    it("waits for all undos that were pressed before it", async () => {
      const { store, calls, undone } = await undoing();
      store.getState().hold();
      expect(await store.getState().settle()).toBe(false);
      store.getState().edit(["bidPriceFen"], 5_000);
      await undone();
      store.getState().release();
      expect(calls.map(({ edit }) => edit.bidPriceFen)).toEqual([null, null]);
      store.getState().release();
      expect(calls.at(-1)?.edit.bidPriceFen).toBe(5_000);
    });

    it("stores what was typed on what the undo left, though the screen is left meanwhile", async () => {
      const { store, calls, undone } = await undoing();
      store.getState().edit(["bidPriceFen"], 5_000);
      await undone();
      store.getState().dispose();
      store.getState().release();
      await vi.waitFor(() => expect(calls.at(-1)?.edit).toMatchObject({ bidPriceFen: 5_000, assumptions: { hurdleRate: 0.12 } }));
    });
  });

  describe("what lies beyond the horizon", () => {
    const beyondHorizon = { lastMonth: 240, receiptsFen: 7, netFen: 6, bidFen: 5 };
    const wholeWithBid = (bidFen: number): PricingResult => {
      const result = resultWithBid(bidFen);
      return { ...result, cases: result.cases.map((one) => ({ ...one, beyondHorizon })) };
    };
    const shown = (store: Awaited<ReturnType<typeof loadedStore>>["store"]) => {
      const { result, answers, isBeyondLost } = store.getState();
      return [result?.bidPriceFen, result?.cases[1]?.beyondHorizon ?? null, answers, isBeyondLost];
    };

    it("is asked for once nobody types, and shown without reading the loans again", async () => {
      const { store, wholes } = await loadedStore();
      expect(shown(store)).toEqual([100, null, 1, false]);
      await vi.advanceTimersByTimeAsync(299);
      expect(wholes).toHaveLength(0);
      await vi.advanceTimersByTimeAsync(1);
      wholes[0]?.answer(wholeWithBid(100));
      await vi.waitFor(() => expect(shown(store)).toEqual([100, beyondHorizon, 1, false]));
      await vi.advanceTimersByTimeAsync(1_000);
      expect(wholes).toHaveLength(1);
    });

    it("never stands beside another bid: an answer is dropped once an edit followed the question", async () => {
      const { store, calls, wholes } = await loadedStore();
      await vi.advanceTimersByTimeAsync(300);
      store.getState().edit(["bidPriceFen"], 5_000);
      wholes[0]?.answer(wholeWithBid(100));
      await vi.advanceTimersByTimeAsync(1_000);
      expect(shown(store)).toEqual([100, null, 1, false]);
      calls[1]?.answer(resultWithBid(5_000));
      await vi.waitFor(() => expect(shown(store)).toEqual([5_000, null, 2, false]));
      await vi.advanceTimersByTimeAsync(300);
      expect(wholes).toHaveLength(2);
      wholes[1]?.answer(wholeWithBid(5_000));
      await vi.waitFor(() => expect(shown(store)).toEqual([5_000, beyondHorizon, 2, false]));
    });

    it("is not asked for by a pricing that an edit follows at once, nor twice at a time", async () => {
      const { store, calls, wholes } = await loadedStore();
      await vi.advanceTimersByTimeAsync(300);
      for (const bid of [200, 300]) {
        store.getState().edit(["bidPriceFen"], bid);
        calls.at(-1)?.answer(resultWithBid(bid));
        await vi.waitFor(() => expect(store.getState().result?.bidPriceFen).toBe(bid));
      }
      await vi.advanceTimersByTimeAsync(1_000);
      expect(wholes).toHaveLength(1);
      wholes[0]?.answer(wholeWithBid(300));
      await vi.advanceTimersByTimeAsync(300);
      expect(wholes).toHaveLength(2);
    });

    it("is asked for no more where a pricing told it at once", async () => {
      const { store, calls, wholes } = await loadedStore();
      store.getState().edit(["bidPriceFen"], 200);
      calls[1]?.answer(wholeWithBid(200));
      await vi.advanceTimersByTimeAsync(1_000);
      expect(shown(store)).toEqual([200, beyondHorizon, 2, false]);
      expect(wholes).toHaveLength(0);
    });

    it("is said to be lost where it failed, until the next pricing", async () => {
      const { store, calls, wholes } = await loadedStore();
      await vi.advanceTimersByTimeAsync(300);
      wholes[0]?.fail(new Error("no worker"));
      await vi.waitFor(() => expect(shown(store)).toEqual([100, null, 1, true]));
      await vi.advanceTimersByTimeAsync(1_000);
      expect(wholes).toHaveLength(1);
      store.getState().edit(["bidPriceFen"], 200);
      calls[1]?.answer(resultWithBid(200));
      await vi.waitFor(() => expect(shown(store)).toEqual([200, null, 2, false]));
      await vi.advanceTimersByTimeAsync(300);
      expect(wholes).toHaveLength(2);
    });
  });
});
