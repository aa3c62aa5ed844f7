import { describe, expect, it } from "vitest";
import { calibrateRates } from "../../../../main/engine/calibration/calibrate-rates.ts";
import type { LoanExperience } from "../../../../main/engine/calibration/loan-experience.ts";
import { datedLoan, drawnFrom, totalsOf } from "./loans-of.ts";

const times = (count: number, segment: string, ...loans: readonly (readonly [number, number])[]) =>
  totalsOf(segment, ...Array.from({ length: count }, () => loans).flat());

describe("credibility", () => {
  const thick = [...times(2000, "A", [100, 0], [100, 20]), ...times(2000, "B", [100, 10], [100, 50])];
  const weightOf = (loans: readonly LoanExperience[], name: string) => calibrateRates(loans).segments.find(({ segment }) => segment === name);

  it("goes to 1 as loans grow without end", () => {
    const weights = [5, 50, 500, 5000].map((count) => weightOf([...thick, ...times(count, "C", [100, 30], [100, 70])], "C")?.weight ?? 0);
    expect(weights).toEqual([...weights].sort((one, other) => one - other));
    expect(weights.at(-1)).toBeGreaterThan(0.999);
  });

  it("is 0 for a single loan, which takes the pool's rate and has no error", () => {
    const loans = [...thick, ...totalsOf("C", [100, 90])];
    const { pool } = calibrateRates(loans);
    expect(weightOf(loans, "C")).toMatchObject({ loans: 1, weight: 0, standardError: null });
    expect(weightOf(loans, "C")?.shrunkRate).toBeCloseTo(pool.rate, 12);
  });

  it("is not 1 for a few loans that are alike by chance", () => {
    const thin = weightOf([...thick, ...totalsOf("C", [100, 0], [100, 0], [100, 0])], "C");
    expect(thin?.rate).toBe(0);
    expect(thin?.standardError).toBeGreaterThan(0.05);
    expect(thin?.shrunkRate).toBeGreaterThan(0.02);
  });

  it("is 0 for all where segments don't differ more than chance has them differ", () => {
    const { segments, betweenVariance, pool } = calibrateRates([...times(50, "A", [100, 0], [100, 20]), ...times(50, "B", [100, 0], [100, 20])]);
    expect(betweenVariance).toBe(0);
    expect(segments.map(({ shrunkRate }) => shrunkRate)).toEqual(segments.map(() => expect.closeTo(pool.rate, 12)));
  });

  it("is none for the only segment of a file, whose rate is the pool's, be it of one loan", () => {
    expect(calibrateRates(totalsOf("A", [100, 10], [100, 30])).segments[0]).toMatchObject({ weight: null, shrunkRate: expect.closeTo(0.2, 12) });
    expect(calibrateRates(totalsOf("A", [100, 500])).segments[0]).toMatchObject({ weight: null, standardError: null, shrunkRate: expect.closeTo(5, 12) });
  });

  it("goes by τ² where no loan differs from its segment", () => {
    const weights = (...loans: readonly LoanExperience[]) => calibrateRates(loans).segments.map(({ weight }) => weight);
    expect(weights(...times(20, "A", [100, 10]), ...times(20, "B", [100, 50]))).toEqual([1, 1]);
    expect(weights(...times(20, "A", [100, 10]), ...times(20, "B", [100, 10]))).toEqual([0, 0]);
  });

  it("does not hang on the order of the loans", () => {
    const draw = drawnFrom(5);
    const loans = Array.from({ length: 300 }, (_, at) => datedLoan(`L${at}`, "ABC"[at % 3] ?? "A", 50 + 100 * draw(), draw(), draw() < 0.5 ? 0 : 3 * draw()));
    const shuffled = loans
      .map((loan) => ({ loan, order: draw() }))
      .sort((one, other) => one.order - other.order)
      .map(({ loan }) => loan);
    const [one, other] = [calibrateRates(loans), calibrateRates(shuffled)];
    expect(other.segments.map(({ segment, shrunkRate, weight }) => ({ segment, shrunkRate, weight }))).toEqual(
      one.segments.map(({ segment, shrunkRate, weight }) => ({ segment, shrunkRate: expect.closeTo(shrunkRate, 12), weight: expect.closeTo(weight ?? 0, 9) })),
    );
  });

  it("fills months through which none of a segment was watched from the pool", () => {
    const loans = [datedLoan("X", "A", 100, 10), datedLoan("Y", "A", 100, 30), datedLoan("Z", "B", 100, 20, 6), datedLoan("W", "B", 100, 20, 2)];
    expect(calibrateRates(loans).segments[0]?.rate).toBeCloseTo(0.2 + 0.04, 12);
  });
});
