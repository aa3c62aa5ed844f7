// @vitest-environment jsdom
import { cleanup, renderHook, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useMoreDebtors } from "../../../../renderer/palette/use-more-debtors.ts";
import { mostDebtorsListed } from "../../../../shared/contract/package-channels.ts";

let asked: unknown[] = [];
const found = ["张小户", "李大户", "张小户", "王某"];

beforeEach(() => {
  asked = [];
  vi.stubGlobal("desk", {
    call: async (channel: string, input: { search: string }) => {
      asked.push([channel, input.search]);
      return { ok: true, value: { total: found.length, rows: found.map((debtorName) => ({ debtorName })) } };
    },
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const listed = (count: number) => Array.from({ length: count }, (_, place) => `第${place}户`);

it("finds each debtor once whose name has what is typed, beside those that are listed", async () => {
  const all = [...listed(mostDebtorsListed - 1), "李大户"];
  const { result } = renderHook(() => useMoreDebtors(1, all, " 户 "));
  await waitFor(() => expect(result.current).toEqual(["张小户"]));
  expect(asked).toEqual([["pricing.loans", "户"]]);
});

it("asks nothing where all are listed, nothing is typed or no deal is open", () => {
  renderHook(() => useMoreDebtors(1, listed(mostDebtorsListed - 1), "户"));
  renderHook(() => useMoreDebtors(1, listed(mostDebtorsListed), "  "));
  renderHook(() => useMoreDebtors(null, listed(mostDebtorsListed), "户"));
  expect(asked).toEqual([]);
});
