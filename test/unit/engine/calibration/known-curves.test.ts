import { describe, expect, it } from "vitest";
import { calibrateRates } from "../../../../main/engine/calibration/calibrate-rates.ts";
import { fitTiming } from "../../../../main/engine/calibration/fit-curve.ts";
import type { LoanExperience } from "../../../../main/engine/calibration/loan-experience.ts";
import { drawnFrom } from "./loans-of.ts";

/** What truly comes of a segment's balance: one loan in `paying` pays a part that is even between nothing and twice `part`. */
const truths = [
  { segment: "card", paying: 0.3, part: 0.2, loans: 400 },
  { segment: "consumer", paying: 0.2, part: 0.6, loans: 250 },
  { segment: "business", paying: 0.5, part: 0.5, loans: 200 },
] as const;

/** Balances from 1,000 to 20,000 yuan, unlike those of the others. */
function drawnLoans(draw: () => number, receiptsOf: (balance: number, paid: number) => Pick<LoanExperience, "receipts" | "observedMonths">): LoanExperience[] {
  return truths.flatMap(({ segment, paying, part, loans }) =>
    Array.from({ length: loans }, (_, at) => {
      const balanceYuan = 1000 + 19_000 * draw() ** 3;
      const paid = draw() < paying ? 2 * part * draw() * balanceYuan : 0;
      return { key: `${segment}${at}`, segment, balanceYuan, ...receiptsOf(balanceYuan, paid) };
    }),
  );
}

describe("known recoveries, drawn from a seed", () => {
  it("are found again within their standard error, as often as a normal error says", () => {
    const [rounds, near] = [300, 1.96];
    const within: Record<string, number> = {};
    for (let round = 0; round < rounds; round++) {
      const { segments } = calibrateRates(
        drawnLoans(drawnFrom(1000 + round), (_balance, paid) => ({ observedMonths: 1, receipts: [{ month: 1, yuan: paid }] })),
      );
      for (const { segment, rate, standardError } of segments) {
        const truth = truths.find((one) => one.segment === segment);
        const isNear = Math.abs(rate - (truth?.paying ?? 0) * (truth?.part ?? 0)) <= near * (standardError ?? 0);
        within[segment] = (within[segment] ?? 0) + Number(isNear) / rounds;
      }
    }
    // 95 % of a normal error; 300 rounds tell 91 from 98.
    expect(truths.filter(({ segment }) => !((within[segment] ?? 0) > 0.9 && (within[segment] ?? 0) < 0.985))).toEqual([]);
  });

  it("have their timing found again although most loans were watched for part of it only", () => {
    const [decay, months] = [0.93, 36];
    const weights = Array.from({ length: months }, (_, at) => decay ** at);
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const draw = drawnFrom(77);
    const monthOf = (drawn: number) => {
      let left = drawn * all;
      return 1 + weights.findIndex((weight) => (left -= weight) <= 0);
    };
    const loans = Array.from({ length: 20 }, () =>
      drawnLoans(draw, (_balance, paid) => ({
        observedMonths: 6 + Math.floor(draw() * 31),
        receipts: paid === 0 ? [] : [{ month: monthOf(draw()), yuan: paid }],
      })),
    )
      .flat()
      .map((loan, at) => ({ ...loan, key: `${loan.key} ${at}` }));
    const { segments, months: known } = calibrateRates(loans);
    // A tenth of the balance is watched to month 33 of 36.
    expect(known).toBeGreaterThan(30);
    const knownShare = weights.slice(0, known).reduce((sum, weight) => sum + weight, 0) / all;
    for (const { segment, rate, standardError, shrunkShares } of segments) {
      const truth = truths.find((one) => one.segment === segment);
      expect(Math.abs(rate - (truth?.paying ?? 0) * (truth?.part ?? 0) * knownShare)).toBeLessThan(3 * (standardError ?? 0));
      // A decay from a thousand receipts, most of them cut off, scatters by 0.008.
      expect(fitTiming(shrunkShares)?.lagMonths).toBe(0);
      expect(Math.abs((fitTiming(shrunkShares)?.monthlyDecay ?? 0) - decay)).toBeLessThan(0.025);
    }
  });
});
