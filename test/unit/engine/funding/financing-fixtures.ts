import fc from "fast-check";
import { defaultAssumptionSet } from "../../../../main/assumptions/default-assumptions.ts";
import { planCase } from "../../../../main/engine/plan/case-plan.ts";
import type { CasePlan } from "../../../../main/engine/plan/plan-types.ts";
import type { Assumptions } from "../../../../shared/domain/assumptions.ts";
import { debtKinds, type Leverage, type Payment, type PaymentPart } from "../../../../shared/domain/financing-assumptions.ts";
import { noShifts } from "../engine-fixtures.ts";

const base = defaultAssumptionSet.assumptions;

/** The defaults closing at once, without deal costs, over three years; changed as a test asks. */
export function planWith(change: Partial<Assumptions>): CasePlan {
  const closing = { closingMonth: 0, dealCostYuan: 0, dealCostRate: 0 };
  return planCase({ assumptions: { ...base, horizonMonths: 36, hurdleRate: 0.1, closing, ...change }, shifts: noShifts });
}

export const debtWith = (change: Partial<Leverage>): Leverage => ({ ...base.leverage, isOn: true, feeRate: 0, annualRate: 0.06, ...change });

export const paidIn = (...parts: readonly (readonly [share: number, monthsAfterClosing: number])[]): Payment => ({
  ...base.payment,
  instalments: parts.map(([share, monthsAfterClosing]) => ({ share, monthsAfterClosing })),
});

const months = (most: number) => fc.integer({ min: 0, max: most });
const percent = (least: number, most: number) => fc.integer({ min: least, max: most }).map((whole) => whole / 100);

/** Parts that add up to `whole`. */
const someParts = (whole: number): fc.Arbitrary<PaymentPart[]> =>
  fc.array(fc.record({ weight: fc.integer({ min: 1, max: 10 }), monthsAfterClosing: months(60) }), { minLength: 1, maxLength: 5 }).map((parts) => {
    const sum = parts.reduce((total, part) => total + part.weight, 0);
    return parts.map(({ weight, monthsAfterClosing }) => ({ share: (whole * weight) / sum, monthsAfterClosing }));
  });

export const somePayment: fc.Arbitrary<Payment> = percent(0, 100).chain((priceShare) =>
  fc.record({
    instalments: someParts(1 - priceShare),
    trustRights: fc.record({ priceShare: fc.constant(priceShare), annualRate: percent(0, 20), schedule: someParts(1) }),
    fundingRate: fc.option(percent(0, 15)),
  }),
);

export const someDebt: fc.Arbitrary<Leverage> = fc.record({
  isOn: fc.constant(true),
  debtShare: percent(0, 100),
  annualRate: percent(0, 15),
  tenorMonths: fc.integer({ min: 1, max: 90 }),
  kind: fc.constantFrom(...debtKinds),
  feeRate: percent(0, 3),
  leveredHurdleRate: percent(-10, 40),
  warnAboveDebtShare: fc.constant(0.75),
});

/** A plan with payment terms and debt drawn at random, and net flows that fit it: gathered from closing on, now and then negative. */
export const someFinancing: fc.Arbitrary<{ plan: CasePlan; net: number[]; price: number }> = fc
  .record({
    horizonMonths: fc.integer({ min: 1, max: 60 }),
    closingMonth: months(12),
    dealCostYuan: fc.integer({ min: 0, max: 5 }),
    dealCostRate: percent(0, 3),
    payment: somePayment,
    leverage: someDebt,
    hurdleRate: percent(0, 30),
    flows: fc.array(fc.integer({ min: -2, max: 20 }), { minLength: 73, maxLength: 73 }),
    price: fc.integer({ min: 1, max: 1000 }),
  })
  .map(({ horizonMonths, closingMonth, dealCostYuan, dealCostRate, payment, leverage, hurdleRate, flows, price }) => {
    const plan = planWith({ horizonMonths, closing: { closingMonth, dealCostYuan, dealCostRate }, payment, leverage, hurdleRate });
    const net = Array.from({ length: plan.monthCount }, (_, month) => (month < closingMonth || month > horizonMonths + closingMonth ? 0 : (flows[month] ?? 0)));
    return { plan, net, price };
  });
