import { describe, expect, it } from "vitest";
import { chartedFinancing } from "../../../../renderer/financing/financing-series.ts";

// Months 0…7: the price at closing (month 1), half of it borrowed and repaid in month 4.
const zeros = [0, 0, 0, 0, 0, 0, 0, 0];
const series = {
  net: [0, 10, 20, 30, 40, 0, 5, 0],
  payments: [0, 80, 0, 0, 0, 0, 0, 0],
  cumulativeCapital: [0, -70, -50, -20, 20, 20, 25, 25],
  debt: {
    draws: [0, 40, 0, 0, 0, 0, 0, 0],
    fees: [0, 1, 0, 0, 0, 0, 0, 0],
    interest: [0, 0, 2, 2, 2, 0, 0, 0],
    principal: [0, 0, 0, 0, 40, 0, 0, 0],
    balance: [0, 40, 40, 40, 0, 0, 0, 0],
    equity: [0, -31, 18, 28, -2, 0, 5, 0],
    cumulativeEquity: [0, -31, -13, 15, 13, 13, 18, 18],
  },
};

describe("the financing chart", () => {
  it("shows each month until the last flow, payments below the axis, fees with interest", () => {
    const charted = chartedFinancing(series, "month", 10);
    expect(charted.labels).toEqual(["0", "1", "2", "3", "4", "5", "6"]);
    expect(charted.payments[1]).toBe(-8);
    expect(charted.debt?.interest).toEqual([0, 0.1, 0.2, 0.2, 0.2, 0, 0]);
    expect(charted.placeOf(4)).toBe(4);
  });

  it("sums flows and takes running totals at the end of a quarter", () => {
    const charted = chartedFinancing(series, "quarter", 1);
    expect(charted.labels).toEqual(["1", "2"]);
    expect(charted.net).toEqual([60, 45]);
    expect(charted.cumulativeCapital).toEqual([-20, 25]);
    expect(charted.debt?.cumulativeEquity).toEqual([15, 18]);
    expect(charted.placeOf(4)).toBe(1);
  });

  it("goes without debt and without flows", () => {
    expect(chartedFinancing({ net: zeros, payments: zeros, cumulativeCapital: zeros, debt: null }, "month", 1)).toMatchObject({
      labels: ["0", "1"],
      debt: null,
    });
  });
});
