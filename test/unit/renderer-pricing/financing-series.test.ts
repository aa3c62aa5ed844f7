import { describe, expect, it } from "vitest";
import { chartedFinancing, zeroAligned } from "../../../renderer/financing/financing-series.ts";

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

describe("the axes of the financing chart", () => {
  it("have round ends and their zeros on one line", () => {
    // Up to 130 on the left; from −150 to 115 on the right: three quarters of 200 below zero.
    expect(zeroAligned([130, -5], [115, -150])).toEqual({ left: { min: -200, max: 200, interval: 100 }, right: { min: -200, max: 200, interval: 100 } });
    expect(zeroAligned([40], [50, -90])).toEqual({ left: { min: -100, max: 50, interval: 25 }, right: { min: -100, max: 50, interval: 25 } });
  });

  it("hold every figure, and stay whole where nothing rises or nothing is there", () => {
    expect(zeroAligned([3], [-1000])).toEqual({ left: { min: -20, max: 5, interval: 5 }, right: { min: -1000, max: 250, interval: 250 } });
    expect(zeroAligned([], [])).toEqual({ left: { min: 0, max: 1, interval: 0.5 }, right: { min: 0, max: 1, interval: 0.5 } });
  });
});
