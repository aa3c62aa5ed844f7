import { describe, expect, it } from "vitest";
import { waterfallBars } from "../../../../renderer/charts/waterfall.ts";
import { waterfallOption } from "../../../../renderer/charts/waterfall-option.ts";
import type { CaseResult, PackageTotals } from "../../../../shared/domain/pricing-results.ts";

const totals = { claimFen: 1000, upbFen: 700 } as PackageTotals;
const caseOf = (figures: Partial<CaseResult>) => ({ transition: { changeFen: 0 }, ...figures }) as CaseResult;

describe("from the claim to the bid", () => {
  it("leads from total to total to the fen", () => {
    const result = caseOf({
      grossRecoveryFen: 500,
      costsFen: 60,
      netCashFlowFen: 445,
      presentValueFen: 390,
      maxBidFen: 380,
      transition: { changeFen: 5 } as CaseResult["transition"],
    });
    const bars = waterfallBars(totals, result);
    expect(bars.map(({ step, amountFen }) => [step, amountFen])).toEqual([
      ["claim", 1000],
      ["interestAndFees", -300],
      ["principal", 700],
      ["unrecovered", -200],
      ["grossRecovery", 500],
      ["costs", -60],
      ["transition", 5],
      ["timeValue", -55],
      ["presentValue", 390],
      ["paymentTerms", -10],
      ["maxBid", 380],
    ]);
    const reached = bars.filter((_, index) => bars[index + 1]?.isTotal === true).map(({ toFen }) => toFen);
    expect(reached).toEqual([700, 500, 390, 380]);
  });
  it("goes below zero where costs exceed what is recovered, and bids nothing", () => {
    const bars = waterfallBars(totals, caseOf({ grossRecoveryFen: 50, costsFen: 90, netCashFlowFen: -40, presentValueFen: -45, maxBidFen: 0 }));
    const costs = bars.find(({ step }) => step === "costs");
    expect(costs).toMatchObject({ fromFen: 50, toFen: -40 });
    const palette = { primary: {}, warning: {}, success: {}, text: {} } as Parameters<typeof waterfallOption>[0]["palette"];
    const { series } = waterfallOption({ bars, names: bars.map(({ step }) => step), perUnit: 1, palette, labels: String, textOf: () => "" });
    const at = bars.findIndex(({ step }) => step === "costs");
    const [foot, above, below] = series;
    expect(foot?.data[at]).toBe(0);
    expect(above?.data[at]).toMatchObject({ value: 50 });
    expect(below?.data[at]).toMatchObject({ value: -40 });
  });
});
