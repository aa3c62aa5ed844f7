import { describe, expect, it } from "vitest";
import { capitalSeries, cashFlowSeries, periodOf } from "../../../../../renderer/ui/charts/cash-flow-series.ts";

// Months 0…4: what comes at closing (month 0) belongs to the first period, month 3 still to quarter 1, month 4 to quarter 2.
const flows = {
  collateral: [0, 0, 0, 300, 0, 0],
  guarantor: [0, 0, 0, 0, 7, 0],
  cash: [10, 10, 10, 10, 10, 0],
  costs: [5, 0, 0, 20, 0, 0],
  net: [5, 10, 10, 290, 17, 0],
};

describe("the cash-flow chart", () => {
  it("sums by quarter, hangs costs below the axis and ends with the last flow", () => {
    const series = cashFlowSeries(flows, "quarter", 1);
    expect(series).toEqual({
      labels: ["1", "2"],
      collateral: [300, 0],
      guarantor: [0, 7],
      cash: [40, 10],
      own: null,
      costs: [-25, 0],
      cumulativeNet: [315, 332],
    });
  });
  it("takes price and deal costs off the running total, which crosses zero in the period of payback", () => {
    const cumulativeCapital = [-300, -290, -280, 10, 27, 27];
    expect(capitalSeries({ flows, financing: { net: [], payments: [], cumulativeCapital, debt: null } }, "quarter", 10)).toEqual([1, 2.7]);
    expect([0, 1, 3, 4].map((month) => periodOf(month, "quarter"))).toEqual([0, 0, 0, 1]);
  });
  it("shows months in the unit chosen", () => {
    expect(cashFlowSeries(flows, "month", 10).cash).toEqual([2, 1, 1, 1]);
  });
});
