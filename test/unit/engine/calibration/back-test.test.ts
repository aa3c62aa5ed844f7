import { describe, expect, it } from "vitest";
import { backTest, foldsOf } from "../../../../main/engine/calibration/back-test.ts";
import { calibrateRates } from "../../../../main/engine/calibration/calibrate-rates.ts";
import type { LoanExperience } from "../../../../main/engine/calibration/loan-experience.ts";
import { datedLoan, drawnFrom, totalsOf } from "./loans-of.ts";

const draw = drawnFrom(11);
const loans: LoanExperience[] = Array.from({ length: 503 }, (_, at) => {
  const segment = at === 0 ? "single" : (["A", "B", "C"][at % 3] ?? "A");
  return { key: `loan ${at}`, segment, balanceYuan: 100 + 900 * draw(), observedMonths: 1, receipts: [{ month: 1, yuan: draw() < 0.3 ? 90 * draw() : 0 }] };
});

describe("parts that are held back", () => {
  const folds = foldsOf(loans, 5);
  const sizesOf = (belongs: (loan: LoanExperience) => boolean) =>
    Array.from({ length: 5 }, (_, fold) => loans.filter((loan, at) => folds[at] === fold && belongs(loan)).length);

  it("have each loan in one of them, and differ by one loan at most, in all and within a segment", () => {
    expect(sizesOf(() => true).reduce((sum, size) => sum + size, 0)).toBe(loans.length);
    for (const segment of ["A", "B", "C"]) {
      const sizes = sizesOf((loan) => loan.segment === segment);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }
    const sizes = sizesOf(() => true);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });

  it("stay where they are in a sorted file", () => {
    const sorted = [...loans].sort((one, other) => one.balanceYuan - other.balanceYuan);
    const moved = foldsOf(sorted, 5);
    const byKey = new Map(sorted.map(({ key }, at) => [key, moved[at]]));
    expect(loans.map(({ key }) => byKey.get(key))).toEqual([...folds]);
  });
});

describe("a back-test", () => {
  it("foretells a part from the others alone", () => {
    const folds = foldsOf(loans, 5);
    const doubled = loans.map((loan, at) =>
      folds[at] === 2 ? { ...loan, receipts: loan.receipts.map(({ month, yuan }) => ({ month, yuan: yuan * 2 })) } : loan,
    );
    const [before, after] = [backTest(loans), backTest(doubled)];
    expect(after?.folds[2]?.predictedYuan).toBe(before?.folds[2]?.predictedYuan);
    expect(after?.folds[2]?.realisedYuan).toBeCloseTo(2 * (before?.folds[2]?.realisedYuan ?? 0), 9);
    expect(after?.folds[1]?.predictedYuan).not.toBe(before?.folds[1]?.predictedYuan);
    const rest = calibrateRates(loans.filter((_, at) => folds[at] !== 2));
    const rateOf = (segment: string) => rest.segments.find((one) => one.segment === segment)?.shrunkRate ?? rest.pool.rate;
    const byHand = loans.reduce((sum, { segment, balanceYuan }, at) => (folds[at] === 2 ? sum + balanceYuan * rateOf(segment) : sum), 0);
    expect(before?.folds[2]?.predictedYuan).toBeCloseTo(byHand, 9);
  });

  it("adds up to the same loans and receipts by part, by segment and in all", () => {
    const tested = backTest(loans);
    const realised = loans.reduce((sum, { receipts }) => sum + (receipts[0]?.yuan ?? 0), 0);
    for (const lines of [tested?.folds ?? [], tested?.segments ?? []]) {
      expect(lines.reduce((sum, line) => sum + line.loans, 0)).toBe(loans.length);
      expect(lines.reduce((sum, line) => sum + line.predictedYuan, 0)).toBeCloseTo(tested?.total.predictedYuan ?? 0, 6);
      expect(lines.reduce((sum, line) => sum + line.realisedYuan, 0)).toBeCloseTo(realised, 6);
    }
  });

  it("foretells a segment that the others lack by their pool", () => {
    const alone = backTest(loans)?.segments.find(({ segment }) => segment === "single");
    const folds = foldsOf(loans, 5);
    const rest = calibrateRates(loans.filter((_, at) => folds[at] !== folds[0]));
    expect(alone?.predictedYuan).toBeCloseTo((loans[0]?.balanceYuan ?? 0) * rest.pool.rate, 9);
  });

  it("compares the months for which a loan was watched", () => {
    const watched = Array.from({ length: 10 }, (_, at) => datedLoan(`L${at}`, "A", 100, ...(at % 2 === 0 ? [10, 5] : [10])));
    const { total } = backTest(watched) ?? { total: null };
    // Five loans bring 10 and 5, five bring 10 within their one month.
    expect(total).toEqual({ loans: 10, realisedYuan: 125, predictedYuan: expect.closeTo(125, 9) });
  });

  it("is none with fewer loans than parts, and can be left after each part", () => {
    expect(backTest(totalsOf("A", [1, 0], [1, 0], [1, 0], [1, 1]))).toBeNull();
    const told: number[] = [];
    const stop = (share: number) => {
      told.push(share);
      if (share >= 0.4) throw new Error("left");
    };
    expect(() => backTest(loans, 5, stop)).toThrow("left");
    expect(told).toEqual([0.2, 0.4]);
  });
});
