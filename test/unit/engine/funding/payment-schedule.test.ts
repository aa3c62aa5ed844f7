import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paymentFactor, paymentValues } from "../../../../main/engine/funding/payment-schedule.ts";
import { buyerFlows, measuresAtPrice, poolPresentValue, solveMaxBid } from "../../../../main/engine/pool/price-measures.ts";
import { monthlyIrr } from "../../../../main/engine/returns/certified-irr.ts";
import { paymentSchema } from "../../../../shared/domain/financing-assumptions.ts";
import { referenceFinancing, referenceValue } from "../reference/reference-financing.ts";
import { paidIn, planWith, someFinancing, somePayment } from "./financing-fixtures.ts";

const noTransition = { handedOverFen: 0, reimbursedFen: 0 };
const bases = { upbYuan: 1000, claimYuan: 1000 };
/** 121 after two years. */
const flows = Array.from({ length: 37 }, (_, month) => (month === 24 ? 121 : 0));

describe("instalments (W10)", () => {
  const rates = [0.04, 0.08, 0.1, 0.12];
  const terms = [
    [paidIn([0.3, 0], [0.7, 12]), [97.31, 94.81, 93.64, 92.5]],
    [paidIn([0.5, 0], [0.5, 12]), [98.08, 96.3, 95.45, 94.64]],
    [paidIn([0.3, 0], [0.4, 6], [0.3, 12]), [98.07, 96.27, 95.41, 94.58]],
  ] as const;

  it.each(terms)("value a nominal price of 100 at closing as published", (payment, values) => {
    rates.forEach((hurdleRate, index) => {
      const value = paymentFactor(planWith({ payment, hurdleRate })) * 100;
      expect(Math.abs(value - (values[index] ?? 0))).toBeLessThan(0.00501);
      expect(paymentValues(10_000, planWith({ payment, hurdleRate }), noTransition).atHurdleFen).toBe(Math.round(value * 100));
    });
  });

  it.each(terms)("let a buyer offer 100 ÷ PV times the price", (payment) => {
    for (const hurdleRate of rates) {
      const [plain, eased] = [planWith({ hurdleRate }), planWith({ payment, hurdleRate })];
      const [cash, nominal] = [plain, eased].map((plan) => solveMaxBid(poolPresentValue(flows, plan), plan));
      expect((nominal ?? 0) / (cash ?? 0)).toBeCloseTo(1 / paymentFactor(eased), 12);
    }
  });

  it("are the same price as cash where the hurdle is zero", () => {
    const plan = planWith({ payment: paidIn([0.1, 0], [0.9, 60]), hurdleRate: 0 });
    expect(solveMaxBid(poolPresentValue(flows, plan), plan)).toBeCloseTo(121, 10);
  });

  it("reach beyond the horizon", () => {
    const plan = planWith({ payment: paidIn([0.5, 0], [0.5, 60]) });
    const buyer = buyerFlows(flows, 100, plan);
    expect(buyer).toHaveLength(61);
    expect(buyer[60]).toBe(-50);
    expect(measuresAtPrice(flows, 10_000, plan, bases).paybackMonths).toBe(60);
  });
});

describe("trust beneficiary rights", () => {
  // Half of 100 in rights, redeemed after three years, valued at 8 %; the buyer's hurdle is 10 %.
  const plan = planWith({
    payment: {
      instalments: [{ share: 0.5, monthsAfterClosing: 0 }],
      trustRights: { priceShare: 0.5, annualRate: 0.08, schedule: [{ share: 1, monthsAfterClosing: 36 }] },
      fundingRate: 0.05,
    },
  });

  it("count for the seller at their own rate, for the buyer at the hurdle and at the cost of funds", () => {
    const values = paymentValues(10_000, plan, noTransition);
    expect(values).toEqual({
      cashFen: 5_000,
      rightsFen: 5_000,
      rightsValueFen: Math.round(5_000 / 1.08 ** 3),
      sellerValueFen: 5_000 + Math.round(5_000 / 1.08 ** 3),
      fundingRate: 0.05,
      atFundingFen: Math.round(5_000 + 5_000 / 1.05 ** 3),
      atHurdleFen: Math.round(5_000 + 5_000 / 1.1 ** 3),
      dueAtClosingFen: 5_000,
      netCashAtClosingFen: 5_000,
    });
  });

  it("take the monthly rate of the debt, made effective, where no cost of funds is stated", () => {
    const unstated = planWith({ payment: { ...paidIn([1, 0]), fundingRate: null } });
    expect(paymentValues(10_000, unstated, noTransition).fundingRate).toBeCloseTo(1.005 ** 12 - 1, 14);
  });

  it("are refused where the parts do not add up", () => {
    const whole = plan.assumptions.payment;
    expect(paymentSchema.safeParse(whole).success).toBe(true);
    expect(paymentSchema.safeParse({ ...whole, instalments: [{ share: 0.6, monthsAfterClosing: 0 }] }).error?.issues[0]?.path).toEqual(["instalments"]);
    const half = { ...whole.trustRights, schedule: [{ share: 0.5, monthsAfterClosing: 36 }] };
    expect(paymentSchema.safeParse({ ...whole, trustRights: half }).error?.issues[0]?.path).toEqual(["trustRights", "schedule"]);
    expect(paymentSchema.safeParse(paidIn([0.1, 0], [0.2, 1], [0.7, 2])).success).toBe(true);
  });
});

describe("price and rate of return", () => {
  it("give each other back under a hundredth of a basis point, whatever the terms of payment", () => {
    fc.assert(
      fc.property(someFinancing, ({ plan, net }) => {
        const price = solveMaxBid(poolPresentValue(net, plan), plan);
        const buyer = buyerFlows(net, price, plan);
        // All paid in the month of the only receipt: nothing in, nothing out, no rate.
        fc.pre(price > 1 && buyer.some((flow) => Math.abs(flow) > 1e-6));
        const irr = monthlyIrr(buyer);
        const rates = irr.kind === "one" ? [irr.rate] : irr.kind === "several" ? irr.rates : [];
        expect(Math.min(...rates.map((rate) => Math.abs(rate - plan.hurdleRate)))).toBeLessThan(1e-6);
        for (const hurdleRate of rates) {
          const at = planWith({ ...plan.assumptions, hurdleRate });
          const back = solveMaxBid(poolPresentValue(net, at), at);
          // Where receipts come before payments, a rate may belong to no positive price.
          expect(back === 0 ? 0 : Math.abs(back / price - 1)).toBeLessThan(1e-6);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("agree with the slow reference on what the buyer pays and when", () => {
    fc.assert(
      fc.property(someFinancing, somePayment, ({ plan, net, price }, payment) => {
        const terms = planWith({ ...plan.assumptions, payment });
        const expected = referenceFinancing(net, price, terms.assumptions).map(({ buyer }) => buyer);
        buyerFlows(net, price, terms).forEach((flow, month) => expect(Math.abs(flow - (expected[month] ?? Number.NaN))).toBeLessThan(1e-9));
        const bid = solveMaxBid(poolPresentValue(net, terms), terms);
        const atBid = referenceFinancing(net, bid, terms.assumptions).map(({ buyer }) => buyer);
        // Worth nothing at the hurdle, or less where no positive price earns it.
        const left = referenceValue(atBid, terms.hurdleRate);
        expect(bid > 0 ? Math.abs(left) : left).toBeLessThan(1e-6 * Math.max(1, bid));
      }),
    );
  });
});
