import { describe, expect, it } from "vitest";
import { bidDoubt, monthBeyondHorizon, rateDoubt } from "../../../shared/domain/unusual-inputs.ts";

describe("a rate that is taken though it is unusual", () => {
  it("is asked about as a decimal where a hundred times as much is usual", () => {
    expect(rateDoubt("hurdleRate", 0.0012)).toEqual({ code: "rateAsDecimal", rate: 0.0012, meant: 0.12 });
    expect(rateDoubt("leverage.annualRate", 0.0006)).toEqual({ code: "rateAsDecimal", rate: 0.0006, meant: 0.06 });
  });

  it("is named with the usual range otherwise", () => {
    expect(rateDoubt("hurdleRate", 1.2)).toEqual({ code: "rate", from: 0.03, to: 0.5, rate: 1.2 });
    expect(rateDoubt("hurdleRate", -0.5)).toEqual({ code: "rate", from: 0.03, to: 0.5, rate: -0.5 });
  });

  it("is passed without a word where it is usual, unknown, or no number", () => {
    expect([
      rateDoubt("hurdleRate", 0.12),
      rateDoubt("hurdleRate", 0.5),
      rateDoubt("costs.servicerRateCash", 0.9),
      rateDoubt("hurdleRate", Number.NaN),
    ]).toEqual([null, null, null, null]);
  });
});

it("a month of an event is beyond the horizon, a length of time is not", () => {
  expect(["exits.resale.month", "conditions.dividendMonth", "timing.judgment.monthsToFirstRound"].map((place) => monthBeyondHorizon(place, 85, 84))).toEqual([
    85, 85, 85,
  ]);
  expect([monthBeyondHorizon("exits.resale.month", 84, 84), monthBeyondHorizon("guarantors.windowMonths", 85, 84)]).toEqual([null, null]);
});

it("a curve begins in the month behind its lag", () => {
  const places = ["curves.retailCard.lagMonths", "agedCurves.retailCard.2.lagMonths"];
  expect(places.map((place) => monthBeyondHorizon(place, 84, 84))).toEqual([85, 85]);
  expect(places.map((place) => monthBeyondHorizon(place, 83, 84))).toEqual([null, null]);
});

describe("a bid price that is taken though it is unusual", () => {
  const totals = { upbFen: 100_000_000, claimFen: 150_000_000 };
  it("is above what is owed, or below a thousandth of the principal", () => {
    expect([bidDoubt(150_000_001, totals), bidDoubt(150_000_000, totals), bidDoubt(99_999, totals), bidDoubt(100_000, totals), bidDoubt(0, totals)]).toEqual([
      "bidAboveClaim",
      null,
      "bidBelowThousandth",
      null,
      null,
    ]);
  });
});
