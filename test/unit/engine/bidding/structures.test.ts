import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { retailBulkSet } from "../../../../main/assumptions/retail-bulk.ts";
import { partyFlows, type StructureBasis, structurePrices } from "../../../../main/engine/bidding/structures.ts";
import { usualStructures } from "../../../../shared/domain/bid-plan.ts";
import { bidStructures } from "../../../../shared/domain/bid-structures.ts";

const { assumptions } = retailBulkSet;
const closingMonth = 3;
const basisOf = (netYuan: readonly number[], terms: Partial<StructureBasis["terms"]> = {}, closing = {}): StructureBasis => ({
  netYuan,
  assumptions: { ...assumptions, closing: { ...assumptions.closing, closingMonth, dealCostRate: 0, dealCostYuan: 0, ...closing } },
  hurdleRate: 0.12,
  terms: { ...usualStructures, ...terms },
});
/** Even collections over four years from closing on. */
const even = Array.from({ length: 61 }, (_, month) => (month < closingMonth || month > 51 ? 0 : 2_000_000));
const priced = (basis: StructureBasis) => new Map(structurePrices(basis).structures.map((one) => [one.structure, one]));

describe("structures that earn us the same", () => {
  it("pay 100/PV as much where terms are easier, as the worked table of instalments says", () => {
    // WORKED-TABLES W10: 30 now and 70 in a year are worth 92.50 at 12 %.
    const found = priced(basisOf(even));
    expect((found.get("cash")?.priceFen ?? 0) / (found.get("instalments")?.priceFen ?? 1)).toBeCloseTo(0.925, 4);
  });

  it("are the plain price where nothing is borrowed, and above it where debt costs less than the target", () => {
    const plain = priced(basisOf(even)).get("cash")?.priceFen;
    expect(priced(basisOf(even, { debtShare: 0 })).get("leverage")?.priceFen).toBe(plain);
    expect(priced(basisOf(even, { debtRate: 0.06 })).get("leverage")?.priceFen ?? 0).toBeGreaterThan(plain ?? 0);
    expect(priced(basisOf(even, { debtRate: 0.2 })).get("leverage")?.priceFen ?? 0).toBeLessThan(plain ?? 0);
  });

  it("leave to the seller of a later cut-off what is collected until then", () => {
    const later = priced(basisOf(even, { sellerRate: 0, laterMonths: 6 })).get("laterCutOff");
    expect(later?.keptFen).toBe(4 * 2_000_000_00);
    expect(later?.sellerWorthFen).toBe((later?.priceFen ?? 0) + (later?.keptFen ?? 0));
    expect(priced(basisOf(even, { laterMonths: 2 })).get("laterCutOff")).toMatchObject({ priceFen: null, irr: null });
  });

  it("say that none earns the target where nothing comes in", () => {
    expect(structurePrices(basisOf(even.map(() => 0))).structures.every(({ priceFen }) => priceFen === null)).toBe(true);
  });

  const flows = fc
    .array(fc.integer({ min: 0, max: 5_000_000 }), { minLength: 20, maxLength: 60 })
    .filter((list) => list.slice(16).some((flow) => flow > 100_000));
  const terms = fc.record({
    sellerRate: fc.double({ min: 0, max: 0.3, noNaN: true }),
    targetRate: fc.double({ min: 0.02, max: 0.3, noNaN: true }),
    downShare: fc.double({ min: 0, max: 1, noNaN: true }),
    instalmentMonths: fc.integer({ min: 1, max: 36 }),
    rightsShare: fc.double({ min: 0, max: 1, noNaN: true }),
    debtShare: fc.double({ min: 0, max: 0.8, noNaN: true }),
    debtRate: fc.double({ min: 0, max: 0.15, noNaN: true }),
    debtMonths: fc.integer({ min: 1, max: 36 }),
    laterMonths: fc.integer({ min: 3, max: 12 }),
  });

  it("earn the target within a tenth of a basis point wherever one rate is certain", () => {
    fc.assert(
      fc.property(flows, terms, (net, drawn) => {
        const before = net.map((flow, month) => (month < closingMonth ? 0 : flow * 100));
        const certain = structurePrices(basisOf(before, drawn)).structures.flatMap(({ irr }) => (irr?.kind === "one" ? [irr.rate] : []));
        expect(certain.length).toBeGreaterThan(0);
        for (const rate of certain) expect(Math.abs(rate - drawn.targetRate)).toBeLessThan(1e-5);
      }),
      { numRuns: 60 },
    );
  });

  it("pay out in every month what comes in, over all parties", () => {
    fc.assert(
      fc.property(flows, terms, fc.integer({ min: 1, max: 1e11 }), (net, drawn, priceFen) => {
        const basis = basisOf(
          net.map((flow, month) => (month < closingMonth ? 0 : flow)),
          drawn,
          { dealCostRate: 0.01, dealCostYuan: 200_000 },
        );
        for (const structure of bidStructures) {
          const { buyer, seller, lender, advisers, pool } = partyFlows(structure, basis, priceFen);
          buyer.forEach((flow, month) => {
            const parties = [flow, seller[month], lender[month], advisers[month], pool[month]];
            const sum = parties.reduce<number>((total, one) => total + (one ?? Number.NaN), 0);
            const size = parties.reduce<number>((total, one) => total + Math.abs(one ?? 0), 0);
            expect(Math.abs(sum)).toBeLessThanOrEqual(1e-9 * size + 1e-6);
          });
        }
      }),
      { numRuns: 60 },
    );
  });
});
