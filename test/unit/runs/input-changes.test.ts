import { describe, expect, it } from "vitest";
import { defaultAssumptionSet } from "../../../main/assumptions/default-assumptions.ts";
import { type ComparedInputs, inputChanges } from "../../../main/runs/input-changes.ts";

const { assumptions, cases } = defaultAssumptionSet;
const totals = { loans: 10, debtors: 8, upbFen: 100, interestFen: 20, feesFen: 1, claimFen: 121, collateralItems: 3, appraisalFen: 90 };
const from: ComparedInputs = { terms: { assumptions, cases, bidPriceFen: null }, totals, cutOffDate: "2025-09-30", packageHash: { tape: "a", priced: "a" } };

describe("what changed between two runs", () => {
  it("is nothing for the same inputs", () => {
    expect(inputChanges(from, structuredClone(from))).toEqual([]);
  });

  it("is named value by value in its group", () => {
    const costs = { ...assumptions.costs, fileCostYuan: 9000 };
    const to = {
      ...from,
      terms: { assumptions: { ...assumptions, costs, hurdleRate: 0.15 }, cases: { ...cases, low: { ...cases.low, delayMonthsShift: 9 } }, bidPriceFen: 5 },
    };
    expect(inputChanges(from, to)).toEqual([
      { key: "hurdleRate", leaves: [{ path: ["hurdleRate"], before: assumptions.hurdleRate, after: 0.15 }] },
      { key: "costs", leaves: [{ path: ["costs", "fileCostYuan"], before: assumptions.costs.fileCostYuan, after: 9000 }] },
      { key: "cases", leaves: [{ path: ["cases", "low", "delayMonthsShift"], before: cases.low.delayMonthsShift, after: 9 }] },
      { key: "bidPriceFen", leaves: [{ path: ["bidPriceFen"], before: null, after: 5 }] },
    ]);
  });

  it("counts a line that came or went with each of its values", () => {
    const to = { ...from, terms: { ...from.terms, assumptions: { ...assumptions, courtDelays: [{ court: "甲法院", months: 3 }] } } };
    expect(inputChanges(from, to)).toEqual([
      {
        key: "courtDelays",
        leaves: [
          { path: ["courtDelays", 0, "court"], before: null, after: "甲法院" },
          { path: ["courtDelays", 0, "months"], before: null, after: 3 },
        ],
      },
    ]);
  });

  it("sees another package even where its sums are the same", () => {
    expect(inputChanges(from, { ...from, packageHash: { tape: "b", priced: "b" } })).toEqual([{ key: "package", leaves: [] }]);
    expect(inputChanges(from, { ...from, packageHash: { tape: "b", priced: "b" }, cutOffDate: null, totals: { ...totals, loans: 9 } })[0]?.leaves).toEqual([
      { path: ["package", "loans"], before: 10, after: 9 },
      { path: ["package", "cutOffDate"], before: "2025-09-30", after: null },
    ]);
  });

  it("names own estimates where the loans are the same, and the package alone where they are not", () => {
    expect(inputChanges(from, { ...from, packageHash: { tape: "a", priced: "c" } })).toEqual([{ key: "ownEstimates", leaves: [] }]);
    expect(inputChanges(from, { ...from, packageHash: { tape: "b", priced: "c" } })).toEqual([{ key: "package", leaves: [] }]);
  });
});
