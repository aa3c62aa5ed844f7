import { describe, expect, it } from "vitest";
import { retailBulkSet } from "../../../../main/assumptions/retail-bulk.ts";
import { calibrateRates } from "../../../../main/engine/calibration/calibrate-rates.ts";
import { calibratedCurves } from "../../../../main/engine/calibration/calibrated-curves.ts";
import { curveOfShares, curveRescaled, curveWithTotal, fitTiming, totalWithin } from "../../../../main/engine/calibration/fit-curve.ts";
import { influences, monthlyShares, monthsKnown } from "../../../../main/engine/calibration/loan-experience.ts";
import { datedLoan, totalsOf } from "./loans-of.ts";

/*
 * Five closed loans, to be followed on paper (docs/own-recoveries.md).
 *
 *   A: 100 → 20, 100 → 40, 200 → 0      R = 60 ÷ 400 = 0.15, residuals 5, 25, −30 with squares 1,550
 *   B: 100 → 50, 100 → 70               R = 120 ÷ 200 = 0.60, residuals −10, 10 with squares 200
 *
 * Own variances: A 3/2 × 1,550 ÷ 400² = 0.01453125; B 2/1 × 200 ÷ 200² = 0.01.
 * Of one loan in the file: σ² = 5/3 × 1,750 ÷ 80,000 = 0.036458333; A's share of it × 60,000 ÷ 400² = 0.013671875, B's × 20,000 ÷ 200² = 0.018229167.
 * SE² of A (2 × 0.01453125 + 10 × 0.013671875) ÷ 12 = 0.013815104; of B (1 × 0.01 + 10 × 0.018229167) ÷ 11 = 0.017481061.
 * With two segments τ² = (0.45² − SE²A − SE²B) ÷ 2 = 0.085601918.
 * Z: A 0.861039, B 0.830418. Pool 180 ÷ 600 = 0.30. Shrunk: A 0.170844, B 0.549125.
 */
const fiveLoans = [...totalsOf("A", [100, 20], [100, 40], [200, 0]), ...totalsOf("B", [100, 50], [100, 70])];

describe("five closed loans by hand", () => {
  const { segments, pool, betweenVariance, months } = calibrateRates(fiveLoans);
  const [a, b] = segments;

  it("have the rates, errors and weights that paper gives", () => {
    expect(months).toBe(1);
    expect(segments.map(({ segment, loans, balanceYuan, receiptsYuan }) => ({ segment, loans, balanceYuan, receiptsYuan }))).toEqual([
      { segment: "A", loans: 3, balanceYuan: 400, receiptsYuan: 60 },
      { segment: "B", loans: 2, balanceYuan: 200, receiptsYuan: 120 },
    ]);
    expect(a?.rate).toBeCloseTo(0.15, 12);
    expect(b?.rate).toBeCloseTo(0.6, 12);
    expect((a?.standardError ?? 0) ** 2).toBeCloseTo(0.013815104, 9);
    expect((b?.standardError ?? 0) ** 2).toBeCloseTo(0.017481061, 9);
    expect(betweenVariance).toBeCloseTo(0.085601918, 9);
    expect(a?.weight).toBeCloseTo(0.861039, 6);
    expect(b?.weight).toBeCloseTo(0.830418, 6);
    expect(pool).toMatchObject({ loans: 5, balanceYuan: 600, receiptsYuan: 180 });
    expect(pool.rate).toBeCloseTo(0.3, 12);
    expect(a?.shrunkRate).toBeCloseTo(0.170844, 6);
    expect(b?.shrunkRate).toBeCloseTo(0.549125, 6);
  });

  it("give a curve that brings the shrunk rate within the horizon, in the set's own timing", () => {
    const { assumptions } = retailBulkSet;
    const [curve] = calibratedCurves({ segments, pool, betweenVariance, months }, new Map([["A", "retailConsumer"]]), assumptions, false);
    expect(curve?.after).toMatchObject({ lagMonths: 1, monthlyDecay: 0.97 });
    expect(totalWithin(curve?.after ?? assumptions.curves.retailConsumer, assumptions.horizonMonths)).toBeCloseTo(0.170844, 6);
    // The set brings 12.6 % today (to the five decimals that it states); curves by days past due move by the same factor.
    expect(curve?.agedFactor).toBeCloseTo(0.170844 / 0.126, 2);
    const before = assumptions.agedCurves.retailConsumer.map(({ firstMonthRate }) => firstMonthRate);
    expect(curve?.agedCurves.map(({ firstMonthRate }) => firstMonthRate)).toEqual(before.map((rate) => expect.closeTo(rate * (curve?.agedFactor ?? 0), 9)));
  });
});

describe("receipts with dates", () => {
  // X is watched for two months, Y for one: month 2 is told by X alone. Counting Y's balance there would halve it.
  const watched = [datedLoan("X", "A", 100, 10, 5), datedLoan("Y", "A", 100, 20)];

  it("count a loan in the months for which it was watched, and in no other", () => {
    expect(monthsKnown(watched)).toBe(2);
    const shares = monthlyShares(watched, 2);
    expect([...shares.exposureYuan].slice(1)).toEqual([200, 100]);
    expect([...shares.share].slice(1)).toEqual([0.15, 0.05]);
    // X: (10 − 15) ÷ 200 + (5 − 5) ÷ 100; Y: (20 − 15) ÷ 200.
    expect([...influences(watched, shares)]).toEqual([expect.closeTo(-0.025, 12), expect.closeTo(0.025, 12)]);
  });

  it("say nothing of months through which less than a tenth of the balance was watched", () => {
    expect(monthsKnown([datedLoan("X", "A", 9, 1, 1, 1), datedLoan("Y", "A", 91, 1, 1)])).toBe(2);
  });

  it("leave out what came after the watching ended", () => {
    const late = {
      ...datedLoan("X", "A", 100, 10),
      receipts: [
        { month: 1, yuan: 10 },
        { month: 2, yuan: 90 },
      ],
    };
    expect(calibrateRates([late, datedLoan("Y", "A", 100, 10, 10)]).pool.rate).toBeCloseTo(0.1 + 0.1, 12);
  });

  it("give the curve of shares that fall by one factor", () => {
    expect(fitTiming(Float64Array.of(0, 0.08, 0.04, 0.02, 0.01))).toEqual({ lagMonths: 0, monthlyDecay: 0.5 });
    expect(fitTiming(Float64Array.of(0, 0, 0, 0.08, 0.06, 0.045))).toEqual({ lagMonths: 2, monthlyDecay: 0.75 });
    expect(fitTiming(Float64Array.of(0, 0.01, 0.02, 0.03))).toEqual({ lagMonths: 0, monthlyDecay: 1 });
    expect(fitTiming(Float64Array.of(0, 0, 0))).toBeNull();
    // 8 %, 4 %, 2 %: 14 % within the three months that are known.
    expect(curveWithTotal(0.14, { lagMonths: 0, monthlyDecay: 0.5 }, 3)?.firstMonthRate).toBeCloseTo(0.08, 10);
  });

  it("replace lag and decay of the set, and run on beyond the months that are known", () => {
    const loans = [datedLoan("X", "A", 100, 0, 8, 4, 2), datedLoan("Y", "A", 100, 0, 8, 4, 2)];
    const [curve] = calibratedCurves(calibrateRates(loans), new Map([["A", "retailCard"]]), retailBulkSet.assumptions, true);
    expect(curve?.after).toEqual({ lagMonths: 1, firstMonthRate: 0.08, monthlyDecay: 0.5 });
    expect(curve?.rate).toBeCloseTo(0.14, 12);
    expect(totalWithin(curve?.after ?? retailBulkSet.assumptions.curves.retailCard, 60)).toBeCloseTo(0.16, 9);
  });
});

describe("receipts that are dated and many", () => {
  /** Ten loans that pay 8, 0, 4 and 2 of 100 in months 2 to 5: 30 receipts in five months. */
  const loans = (count: number) => Array.from({ length: count }, (_, at) => datedLoan(`L${at}`, "A", 100, 0, 8, 0, 4, 2));
  const curveOf = (count: number) => calibratedCurves(calibrateRates(loans(count)), new Map([["A", "retailCard"]]), retailBulkSet.assumptions, true)[0];

  it("give the months as they were measured, with their lag, and run on by the fitted decay", () => {
    const after = curveOf(20)?.after;
    expect(after?.lagMonths).toBe(1);
    expect(after?.monthlyShares?.slice(0, 4)).toEqual([0.08, 0, 0.04, 0.02]);
    const decay = fitTiming(Float64Array.of(0, 0, 0.08, 0, 0.04, 0.02))?.monthlyDecay ?? 0;
    const level = curveWithTotal(0.14, { lagMonths: 1, monthlyDecay: decay }, 5)?.firstMonthRate ?? 0;
    expect(after?.monthlyShares?.[4]).toBeCloseTo(level * decay ** 4, 9);
    expect(totalWithin(after ?? retailBulkSet.assumptions.curves.retailCard, 5)).toBeCloseTo(0.14, 9);
  });

  it("give lag and decay alone where they are too few for their months", () => {
    // Ten a month are 50 in five months: 17 loans have 51 receipts, 16 have 48.
    expect(curveOf(17)?.after.monthlyShares).toBeDefined();
    expect(curveOf(16)?.after.monthlyShares).toBeUndefined();
  });

  it("never state more than the claim, however far they run on", () => {
    const shares = Float64Array.of(0, 0.3, 0.3, 0.3);
    const curve = curveOfShares(shares, { lagMonths: 0, monthlyDecay: 1 }, 60);
    expect(curve?.monthlyShares?.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1);
    expect(curve?.monthlyShares).toHaveLength(4);
    expect(curveOfShares(Float64Array.of(0, 0.8, 0.8), { lagMonths: 0, monthlyDecay: 0.5 }, 60)).toBeNull();
  });
});

describe("a curve that states its months", () => {
  const stated = { ...retailBulkSet.assumptions.curves.retailCard, lagMonths: 2, monthlyShares: [0.04, 0, 0.06] };

  it("keeps them, each by one factor, where the file has totals only", () => {
    expect(totalWithin(stated, 60)).toBeCloseTo(0.1, 12);
    expect(curveRescaled(0.2, stated, 60)?.monthlyShares).toEqual([0.08, 0, 0.12]);
    // Month 5 lies beyond a horizon of 4: the other two bring 4 %, and no curve brings more than the claim.
    expect(curveRescaled(0.2, stated, 4)?.monthlyShares).toEqual([0.2, 0, 0.3]);
    expect(curveRescaled(0.9, stated, 4)?.monthlyShares).toEqual([0.4, 0, 0.6]);
    expect(curveRescaled(0.2, { ...stated, monthlyShares: [0] }, 60)).toBeNull();
  });
});

describe("a rate above the balance", () => {
  it("is kept as a rate and gives a curve that brings the whole claim", () => {
    const rates = calibrateRates(totalsOf("A", [100, 150], [100, 130]));
    expect(rates.segments[0]?.rate).toBeCloseTo(1.4, 12);
    const [curve] = calibratedCurves(rates, new Map([["A", "retailCard"]]), retailBulkSet.assumptions, false);
    expect(totalWithin(curve?.after ?? retailBulkSet.assumptions.curves.retailCard, 60)).toBeCloseTo(1, 7);
    expect(curve?.cut).toBeCloseTo(0.4, 7);
  });

  it("that only the run beyond the known months passes is cut to the claim within the horizon", () => {
    const rates = calibrateRates([datedLoan("X", "A", 100, 40, 40), datedLoan("Y", "A", 100, 40, 40)]);
    const { assumptions } = retailBulkSet;
    const [curve] = calibratedCurves(rates, new Map([["A", "retailCard"]]), assumptions, true);
    expect(curve?.after.monthlyDecay).toBe(1);
    expect((curve?.after.firstMonthRate ?? 0) * assumptions.horizonMonths).toBeCloseTo(1, 7);
    expect(curve?.cut).toBeCloseTo(0.4 * assumptions.horizonMonths - 1, 6);
    const [within] = calibratedCurves(calibrateRates(fiveLoans), new Map([["A", "retailConsumer"]]), assumptions, false);
    expect(within?.cut).toBe(0);
  });
});
