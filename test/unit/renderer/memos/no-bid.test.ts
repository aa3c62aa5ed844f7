import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { MemoBlock } from "../../../../renderer/memos/blocks/memo-blocks.tsx";
import { createMemoContext } from "../../../../renderer/memos/blocks/memo-context.ts";
import { casesBlocks } from "../../../../renderer/memos/sections/cases-section.tsx";
import { decisionBlocks } from "../../../../renderer/memos/sections/decision-section.tsx";
import type { Memo } from "../../../../shared/domain/memo.ts";
import { sampleMemo } from "./sample-memo.ts";

/** All that the blocks print, without their marks. */
const printed = (blocks: readonly MemoBlock[]) =>
  blocks
    .flatMap((block) => (block.kind === "flow" ? [block.node] : block.rows.flatMap(({ cells }) => cells)))
    .map((node) => (typeof node === "string" ? node : renderToStaticMarkup(node)).replace(/<[^>]+>/g, " "))
    .join("\n");

function without(memo: Memo): Memo {
  const free = { priceFen: 0, priceToPrincipal: 0, priceToClaim: 0 };
  const cases = memo.result.cases.map((one) => ({
    ...one,
    maxBidFen: 0,
    costsFen: one.grossRecoveryFen + 1,
    atMaxBid: { ...one.atMaxBid, ...free },
    atBidPrice: { ...one.atBidPrice, ...free },
  }));
  return { ...memo, result: { ...memo.result, bidPriceFen: 0, cases } };
}

describe.each([
  ["zh", "无正价", "费用（含资产包管理费）高于预期回收。", "建议报价"],
  ["en", "no positive price", "The costs, the overhead of the package among them, exceed the recoveries.", "Recommended bid"],
] as const)("a memo of a run without a price (%s)", (language, none, cause, recommended) => {
  const context = createMemoContext(without(sampleMemo({ language })));
  const decision = printed(decisionBlocks(context));
  const cases = printed(casesBlocks(context));

  it("says that there is none, and why", () => {
    expect(decision).toContain(none);
    expect(decision).toContain(cause);
    expect(cases.split("\n").filter((line) => line === none)).toHaveLength(3);
  });

  it("recommends none and prints no price or share of zero", () => {
    expect(`${decision} ${cases}`.toLowerCase()).not.toContain(recommended.toLowerCase());
    expect(decision).not.toMatch(/(?:^|\s)0\.00(?:%|\s|$)/m);
  });
});

it("a memo of a bid above the claim says so", () => {
  const memo = sampleMemo({ language: "en" });
  const bid = { ...memo, result: { ...memo.result, bidPriceFen: memo.result.totals.claimFen + 1 } };
  expect(printed(decisionBlocks(createMemoContext(bid)))).toContain("The bid is above the claim.");
  expect(printed(decisionBlocks(createMemoContext(memo)))).not.toContain("The bid is above the claim.");
});

describe.each([
  ["zh", "建议报价", "最高可出价（上限）"],
  ["en", "Recommended bid", "Highest bid (a limit)"],
] as const)("a memo's recommendation (%s)", (language, recommended, limit) => {
  const memo = sampleMemo({ language });
  const decisionAt = (bidPriceFen: number, isBidEntered: boolean) =>
    printed(decisionBlocks(createMemoContext({ ...memo, isBidEntered, result: { ...memo.result, bidPriceFen } })));
  const maxBidFen = memo.result.cases.find(({ caseName }) => caseName === "base")?.maxBidFen ?? 0;

  it("is the bid that was entered", () => {
    for (const bidPriceFen of [maxBidFen - 1, maxBidFen, maxBidFen + 1]) {
      expect(decisionAt(bidPriceFen, true)).toContain(recommended);
      expect(decisionAt(bidPriceFen, true)).not.toContain(limit);
    }
  });

  it("is none where only the highest bid is there, which is a limit", () => {
    expect(decisionAt(maxBidFen, false)).toContain(limit);
    expect(decisionAt(maxBidFen, false)).not.toContain(recommended);
  });
});
