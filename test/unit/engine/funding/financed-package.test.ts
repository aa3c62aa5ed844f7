import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultAssumptionSet } from "../../../../main/assumptions/default-assumptions.ts";
import { buyerFlows, solveMaxBid } from "../../../../main/engine/pool/price-measures.ts";
import { priceCase, pricePackage } from "../../../../main/engine/price-package.ts";
import { monthlyIrr } from "../../../../main/engine/returns/certified-irr.ts";
import { assumptionSourcesSchema, assumptionsSchema } from "../../../../shared/domain/assumptions.ts";
import type { Transition } from "../../../../shared/domain/financing-assumptions.ts";
import { pricingResultSchema } from "../../../../shared/domain/pricing-results.ts";
import { columnsOf, noShifts, someAssumptions, somePackage } from "../engine-fixtures.ts";
import { someDebt, somePayment } from "./financing-fixtures.ts";

const someTransition: fc.Arbitrary<Transition> = fc.record({
  sellerShare: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
  collectedYuan: fc.option(fc.integer({ min: 0, max: 1e8 })),
  reimbursedYuan: fc.integer({ min: 0, max: 1e6 }),
});

describe("a package paid in parts, settled at closing and financed", () => {
  const financed = fc
    .record({
      loans: somePackage,
      assumptions: someAssumptions,
      payment: somePayment,
      leverage: someDebt,
      transition: someTransition,
      bid: fc.option(fc.integer({ min: 0, max: 1e11 })),
      hasDate: fc.boolean(),
    })
    .map(({ loans, assumptions, payment, leverage, transition, bid, hasDate }) => {
      const terms = { ...assumptions, payment, leverage, transition };
      const { result } = pricePackage({
        columns: columnsOf(loans),
        assumptions: terms,
        cases: defaultAssumptionSet.cases,
        bidPriceFen: bid,
        debtorCount: loans.length,
        cutOffDate: hasDate ? "2025-09-30" : null,
      });
      return { result, terms, hasDate };
    });

  it("returns what the contract allows, without NaN, Infinity or −0", () => {
    fc.assert(
      fc.property(financed, ({ result }) => {
        expect(pricingResultSchema.safeParse(result).success).toBe(true);
        const badLeaves = (node: unknown): unknown[] => {
          if (typeof node === "number") return Number.isFinite(node) && !Object.is(node, -0) ? [] : [node];
          return typeof node === "object" && node !== null ? Object.values(node).flatMap(badLeaves) : [];
        };
        expect(badLeaves(result)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("has parts that add up to the fen, and dates where the deal has one", () => {
    fc.assert(
      fc.property(financed, ({ result, hasDate }) => {
        for (const one of result.cases) {
          const { transition, atBidPrice, grossRecoveryFen, costsFen, netCashFlowFen } = one;
          expect(netCashFlowFen).toBe(grossRecoveryFen - costsFen + (transition?.changeFen ?? Number.NaN));
          const { payment, levered, priceFen } = atBidPrice;
          expect((payment?.cashFen ?? 0) + (payment?.rightsFen ?? 0)).toBe(priceFen);
          expect(payment?.sellerValueFen).toBe((payment?.cashFen ?? 0) + (payment?.rightsValueFen ?? 0));
          expect(payment?.netCashAtClosingFen).toBe((payment?.dueAtClosingFen ?? 0) - (transition?.handedOverFen ?? 0) + (transition?.reimbursedFen ?? 0));
          // Debt moves money in time and costs interest and fees; nothing else.
          expect(Math.abs(atBidPrice.profitFen - (levered?.interestFen ?? 0) - (levered?.feesFen ?? 0) - (levered?.profitFen ?? 0))).toBeLessThanOrEqual(2);
          expect(atBidPrice.xirr === null).toBe(!hasDate);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("pays at the maximum bid, at the hurdle, exactly what the flows are worth", () => {
    fc.assert(
      fc.property(financed, ({ result, terms }) => {
        for (const one of result.cases) {
          const { payment } = one.atMaxBid;
          const { dealCostRate, dealCostYuan, closingMonth } = terms.closing;
          const paid = (payment?.atHurdleFen ?? 0) + one.maxBidFen * dealCostRate + dealCostYuan * 100;
          const worth = one.presentValueFen * (1 + one.hurdleRate) ** (closingMonth / 12);
          const tolerance = 2 + 1e-9 * Math.abs(worth) + 2 * (1 + one.hurdleRate) ** (closingMonth / 12);
          expect(one.maxBidFen === 0 ? Math.max(0, worth - dealCostYuan * 100) : Math.abs(paid - worth)).toBeLessThanOrEqual(tolerance);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("price and rate of return of a package", () => {
  it("give each other back under a hundredth of a basis point", () => {
    fc.assert(
      fc.property(somePackage, someAssumptions, somePayment, (loans, assumptions, payment) => {
        const { plan, flows, presentValueYuan } = priceCase(columnsOf(loans), { ...assumptions, payment }, noShifts);
        const price = solveMaxBid(presentValueYuan, plan);
        const buyer = buyerFlows(flows.net, price, plan);
        const size = Math.max(...buyer.map(Math.abs));
        // A price far below the money that moves before it is lost in its rounding.
        fc.pre(price > 1e-3 * size && buyer.some((flow) => flow < -1e-3 * size) && buyer.some((flow) => flow > 1e-3 * size));
        const irr = monthlyIrr(buyer);
        const rates = irr.kind === "one" ? [irr.rate] : irr.kind === "several" ? irr.rates : [];
        expect(Math.min(...rates.map((rate) => Math.abs(rate - plan.hurdleRate)))).toBeLessThan(1e-6);
      }),
      { numRuns: 300 },
    );
  });
});

describe("assumptions stored before payment terms and debt", () => {
  it("stand at cash at closing, plain transition, no debt, and price the same", () => {
    const { payment, transition, leverage, ...stored } = defaultAssumptionSet.assumptions;
    expect(assumptionsSchema.parse(stored)).toEqual({ ...stored, payment, transition, leverage });
    expect(leverage.isOn).toBe(false);
    const { payment: _payment, transition: _transition, leverage: _leverage, ...sources } = defaultAssumptionSet.sources;
    expect(assumptionSourcesSchema.safeParse(sources).success).toBe(true);
  });
});
