import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { defaultAssumptionSet } from "../../../../main/assumptions/default-assumptions.ts";
import { createSetStore } from "../../../../renderer/assumptions/set-store.ts";
import type { AssumptionSet } from "../../../../shared/contract/assumption-channels.ts";

const stored: AssumptionSet = { ...defaultAssumptionSet, id: 3, seeded: false };
const hurdle = ["assumptions", "hurdleRate"];

function openedSet() {
  const saved: { readonly rate: number; readonly typing: string }[] = [];
  let typings = 0;
  const store = createSetStore(
    {
      save: (_opened, { assumptions }, typing) => Promise.resolve(saved.push({ rate: assumptions.hurdleRate, typing })),
      load: () => Promise.resolve(stored),
      newTyping: () => `typing ${(typings += 1)}`,
    },
    stored,
  );
  return { store, saved };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("stores by itself what the schema takes, the keys of one typing as one", async () => {
  const { store, saved } = openedSet();
  for (const rate of [0.1, 0.11, 0.115]) store.getState().edit(hurdle, rate);
  expect(store.getState().isStored).toBe(false);
  await vi.advanceTimersByTimeAsync(2000);
  expect(saved.map(({ rate }) => rate)).toEqual([0.115]);
  expect(store.getState().isStored).toBe(true);
  store.getState().leave();
  store.getState().edit(hurdle, 0.2);
  await vi.advanceTimersByTimeAsync(2000);
  expect(new Set(saved.map(({ typing }) => typing)).size).toBe(2);
});

it("stores the last of each typing where fields change faster than it stores", async () => {
  const { store, saved } = openedSet();
  store.getState().edit(hurdle, 0.1);
  store.getState().edit(["nameZh"], "本部");
  store.getState().edit(hurdle, 0.2);
  await store.getState().settle();
  expect(saved.map(({ rate }) => rate)).toEqual([0.1, 0.1, 0.2]);
});

it("takes back what was stored on the way to a text that is refused, and gives that text up before an undo", async () => {
  const { store, saved } = openedSet();
  store.getState().edit(hurdle, 0);
  await vi.advanceTimersByTimeAsync(2000);
  store.getState().edit(hurdle, { unread: "0,1" });
  await vi.advanceTimersByTimeAsync(2000);
  expect(saved.map(({ rate }) => rate)).toEqual([0, stored.assumptions.hurdleRate]);
  expect(store.getState()).toMatchObject({ isStored: false, draft: { assumptions: { hurdleRate: { unread: "0,1" } } } });
  expect(await store.getState().settle()).toBe(true);
  expect(store.getState().draft.assumptions.hurdleRate).toBe(stored.assumptions.hurdleRate);
});

it("makes what is typed while an undo is on its way on what that leaves, also where the screen is left meanwhile", async () => {
  for (const isLeft of [false, true]) {
    const saved: (readonly [number, string])[] = [];
    const undone = { ...stored, assumptions: { ...stored.assumptions, hurdleRate: 0.07 } };
    const store = createSetStore(
      {
        save: (_opened, { assumptions, nameZh }) => Promise.resolve(saved.push([assumptions.hurdleRate, nameZh])),
        load: () => Promise.resolve(undone),
        newTyping: () => "typing",
      },
      stored,
    );
    store.getState().hold();
    expect(await store.getState().settle()).toBe(false);
    store.getState().edit(["nameZh"], "本部");
    await vi.advanceTimersByTimeAsync(2000);
    expect(saved).toEqual([]);
    if (isLeft) await store.getState().close();
    else await store.getState().reload();
    expect(store.getState().draft.nameZh).toBe("本部");
    store.getState().release();
    await vi.advanceTimersByTimeAsync(2000);
    expect(saved).toEqual([[0.07, "本部"]]);
  }
});
