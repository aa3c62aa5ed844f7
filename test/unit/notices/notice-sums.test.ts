import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NoticeLoan } from "../../../main/notices/notice-queries.ts";
import { NoticeSums } from "../../../main/notices/notice-sums.ts";
import { fiveTierClasses, litigationStages } from "../../../shared/domain/codes.ts";

const silent: NoticeLoan = {
  principal_fen: 0,
  interest_fen: null,
  fees_fen: null,
  days_past_due: null,
  overdue_date: null,
  age: null,
  five_tier_class: null,
  litigation_stage: null,
  security_kind: null,
};

function figuresOf(loans: readonly (Partial<NoticeLoan> & { readonly debtor?: number })[], cutOffDate: string | null = "2025-09-30", named?: number) {
  const ofLoan = Uint32Array.from(loans, ({ debtor }, at) => debtor ?? at);
  const count = new Set(ofLoan).size;
  const sums = new NoticeSums(cutOffDate, { ofLoan, count, named: named ?? count });
  for (const [place, { debtor: _, ...loan }] of loans.entries()) sums.add(place, { ...silent, ...loan });
  return sums.figures;
}

describe("the figures of a notice", () => {
  it("are those of a package worked by hand", () => {
    const figures = figuresOf(
      [
        // 100 + 20 yuan for 300 days, 50 + 0 for 90 (from its date), 30 + 10 for none known.
        {
          debtor: 0,
          principal_fen: 10_000,
          interest_fen: 2_000,
          fees_fen: 500,
          days_past_due: 300,
          age: 40,
          five_tier_class: "doubtful",
          litigation_stage: "sued",
        },
        { debtor: 0, principal_fen: 5_000, overdue_date: "2025-07-02", age: 40, five_tier_class: "doubtful" },
        { debtor: 1, principal_fen: 3_000, interest_fen: 1_000, five_tier_class: "loss", security_kind: "mortgaged" },
      ],
      "2025-09-30",
      1,
    );
    expect(figures).toMatchObject({
      loans: 3,
      debtors: 1,
      loansWithoutDebtor: 1,
      principalFen: 18_000,
      interestFen: 3_000,
      principalAndInterestFen: 21_000,
      feesFen: 500,
      loansWithoutInterest: 1,
      largestDebtorFen: 17_000,
      meanDebtorFen: 10_500,
      // (300 × 120 + 90 × 50) ÷ 170
      daysPastDue: { mean: 238.2353, loans: 2, weightFen: 17_000 },
      age: { mean: 40, loans: 2 },
      fiveTierClasses: [
        { code: "doubtful", loans: 2, principalAndInterestFen: 17_000 },
        { code: "loss", loans: 1, principalAndInterestFen: 4_000 },
      ],
      litigationStages: [
        { code: "sued", loans: 1, principalAndInterestFen: 12_000 },
        { code: null, loans: 2, principalAndInterestFen: 9_000 },
      ],
    });
  });

  it("count days only where they can be told", () => {
    expect(figuresOf([{ principal_fen: 1, overdue_date: "2025-10-01" }]).daysPastDue).toEqual({ mean: null, loans: 0, weightFen: 0 });
    expect(figuresOf([{ principal_fen: 1, overdue_date: "2025-09-30" }]).daysPastDue.mean).toBe(0);
    expect(figuresOf([{ principal_fen: 1, overdue_date: "2025-07-01" }], null).daysPastDue.mean).toBeNull();
    expect(figuresOf([{ days_past_due: 7 }]).daysPastDue).toEqual({ mean: null, loans: 1, weightFen: 0 });
  });

  const loan = fc.record({
    debtor: fc.nat(4),
    principal_fen: fc.nat(9_000_000_000_000),
    interest_fen: fc.option(fc.nat(9_000_000_000_000)),
    fees_fen: fc.option(fc.nat(1_000_000)),
    days_past_due: fc.option(fc.nat(9_999)),
    age: fc.option(fc.integer({ min: 18, max: 99 })),
    five_tier_class: fc.option(fc.constantFrom(...fiveTierClasses)),
    litigation_stage: fc.option(fc.constantFrom(...litigationStages)),
  });

  it("don't hang on the order of the loans, add up, and stay within what is stated", () => {
    fc.assert(
      fc.property(fc.array(loan, { minLength: 1, maxLength: 30 }), fc.infiniteStream(fc.nat()), (loans, keys) => {
        const withDebtors = loans.map((one, at) => ({ ...one, debtor: at === 0 ? 0 : one.debtor % (new Set(loans.slice(0, at)).size + 1) }));
        const dense = [...new Set(withDebtors.map(({ debtor }) => debtor))];
        const numbered = withDebtors.map((one) => ({ ...one, debtor: dense.indexOf(one.debtor) }));
        const shuffled = numbered.map((one) => ({ one, key: keys.next().value ?? 0 })).sort((a, b) => a.key - b.key);
        const figures = figuresOf(numbered);
        expect(figuresOf(shuffled.map(({ one }) => one))).toEqual(figures);
        const counted: readonly (readonly { readonly loans: number; readonly principalAndInterestFen: number }[])[] = [
          figures.fiveTierClasses,
          figures.litigationStages,
          figures.securityKinds,
        ];
        for (const counts of counted) {
          expect(counts.reduce((sum, line) => sum + line.loans, 0)).toBe(figures.loans);
          expect(counts.reduce((sum, line) => sum + line.principalAndInterestFen, 0)).toBe(figures.principalAndInterestFen);
        }
        const days = numbered.flatMap(({ days_past_due }) => days_past_due ?? []);
        const { mean } = figures.daysPastDue;
        if (mean !== null) return mean >= Math.min(...days) && mean <= Math.max(...days);
        return days.length === 0 || figures.daysPastDue.weightFen === 0;
      }),
    );
  });
});
