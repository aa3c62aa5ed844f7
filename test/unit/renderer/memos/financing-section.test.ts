import { describe, expect, it } from "vitest";
import { createMemoContext } from "../../../../renderer/memos/blocks/memo-context.ts";
import { leverageLines, paymentLines, transitionLines } from "../../../../renderer/memos/sections/financing-lines.ts";
import { financingBlocks } from "../../../../renderer/memos/sections/financing-section.tsx";
import type { Assumptions } from "../../../../shared/domain/assumptions.ts";
import type { Memo } from "../../../../shared/domain/memo.ts";
import { sampleMemo } from "./sample-memo.ts";

const memo = sampleMemo({ language: "en" });
const withTerms = (change: Partial<Assumptions>): Memo => ({ ...memo, assumptions: { ...memo.assumptions, ...change } });
const blocksOf = (of: Memo) => financingBlocks(createMemoContext(of), [{ label: "Measure", width: 100 }]);
const firstCells = (of: Memo) => blocksOf(of).flatMap((block) => (block.kind === "table" ? block.rows.map(({ cells }) => cells[0]) : []));
const { payment, leverage, transition } = memo.assumptions;

describe("payment and debt in the memo", () => {
  it("take no room where the price is paid in cash at closing out of own funds", () => {
    expect(blocksOf(memo)).toEqual([]);
    expect(paymentLines(createMemoContext(memo))).toEqual(["All in cash at closing"]);
    expect(leverageLines(createMemoContext(memo))).toEqual(["No debt"]);
  });

  it("show instalments and rights as agreed", () => {
    const terms = withTerms({
      payment: {
        ...payment,
        instalments: [
          { share: 0.3, monthsAfterClosing: 0 },
          { share: 0.5, monthsAfterClosing: 12 },
        ],
        trustRights: { priceShare: 0.2, annualRate: 0.06, schedule: [{ share: 1, monthsAfterClosing: 36 }] },
      },
    });
    expect(paymentLines(createMemoContext(terms))).toEqual([
      "30.0% in cash at closing",
      "50.0% in cash 12 months after closing",
      "20.0% of the price in trust beneficiary rights, valued at 6.00% a year; redeemed: 100.0% 36 months after closing",
    ]);
    expect(firstCells(terms)).toContain("of which trust beneficiary rights (nominal)");
    expect(firstCells(terms)).not.toContain("Levered IRR");
  });

  it("show debt, and warn above three times net assets", () => {
    const terms = withTerms({ leverage: { ...leverage, isOn: true, debtShare: 0.8 } });
    expect(firstCells(terms)).toContain("Levered IRR");
    expect(blocksOf(terms).map(({ id }) => id)).toContain("financing-warning");
    expect(leverageLines(createMemoContext(terms))).toContain("The debt share is above the warning line of 75.0%");
    const calm = withTerms({ leverage: { ...leverage, isOn: true, debtShare: 0.75 } });
    expect(blocksOf(calm).map(({ id }) => id)).not.toContain("financing-warning");
  });

  it("say what was in fact collected before closing", () => {
    const terms = withTerms({ transition: { ...transition, collectedYuan: 1_234_567, sellerShare: 0.05 } });
    expect(transitionLines(createMemoContext(terms))[0]).toMatch(/^1,234,567 yuan collected since cut-off.*keeps 5\.0%/);
    expect(firstCells(terms)).toContain("Net cash at closing");
  });
});
