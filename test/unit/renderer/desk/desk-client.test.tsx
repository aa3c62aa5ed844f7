// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { call, useCall } from "../../../../renderer/desk/desk-client.ts";
import type { ChannelInput, ChannelName } from "../../../../shared/contract/contract.ts";
import type { CalledName } from "../../../../shared/desk-bridge.ts";
import type { Result } from "../../../../shared/result.ts";

/** Channels in the order in which they were called. */
let called: ChannelName[] = [];
let refused: ChannelName | null = null;

beforeEach(() => {
  called = [];
  refused = null;
  vi.stubGlobal("desk", {
    call: async (channel: ChannelName): Promise<Result<unknown>> => {
      called.push(channel);
      return channel === refused ? { ok: false, code: "deal.archived", values: {} } : { ok: true, value: called.length };
    },
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function show<N extends CalledName>(channel: N, input: ChannelInput<N> | null) {
  const view = renderHook(({ given }) => useCall(channel, given), { initialProps: { given: input } });
  await waitFor(() => expect(view.result.current.loading).toBe(false));
  return view;
}

it("reads again what a write changes, wherever it is shown, and nothing else", async () => {
  await show("deals.get", { dealId: 1 });
  await show("market.deals", undefined);
  await act(() => call("deals.archive", { dealId: 1, archived: true }));
  await waitFor(() => expect(called).toEqual(["deals.get", "market.deals", "deals.archive", "deals.get"]));
});

it("reads nothing again after a write that is refused, nor where it is no longer shown", async () => {
  const view = await show("deals.get", { dealId: 1 });
  refused = "deals.archive";
  await act(() => expect(call("deals.archive", { dealId: 1, archived: true })).rejects.toMatchObject({ code: "deal.archived" }));
  view.unmount();
  refused = null;
  await act(() => call("deals.archive", { dealId: 1, archived: true }));
  expect(called).toEqual(["deals.get", "deals.archive", "deals.archive"]);
});

it("asks once for equal inputs, again for another one, and never for none", async () => {
  const view = await show("deals.get", { dealId: 1 });
  view.rerender({ given: { dealId: 1 } });
  view.rerender({ given: { dealId: 2 } });
  await waitFor(() => expect(view.result.current.data).toBe(2));
  view.rerender({ given: null });
  expect(view.result.current).toMatchObject({ data: undefined, loading: false });
  expect(called).toEqual(["deals.get", "deals.get"]);
});
