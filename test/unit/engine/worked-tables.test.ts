import { describe, expect, it } from "vitest";
import { defaultAssumptionSet } from "../../../main/assumptions/default-assumptions.ts";
import { dayNumber } from "../../../main/engine/numbers/discounting.ts";
import { measuresAtPrice, type PriceBases } from "../../../main/engine/pool/price-measures.ts";
import { priceCase } from "../../../main/engine/price-package.ts";
import { emptySplit, splitSalePrice } from "../../../main/engine/recovery/item-waterfall.ts";
import { datedIrr } from "../../../main/engine/returns/certified-irr.ts";
import { marketDealInputSchema } from "../../../shared/contract/market-channels.ts";
import type { Assumptions } from "../../../shared/domain/assumptions.ts";
import { claimsOf, columnsOf, noFee, noShifts, type TestItem, type TestLoan } from "./engine-fixtures.ts";
import { planWith } from "./funding/financing-fixtures.ts";

/**
 * The worked tables of docs/METHOD.md, one block for each: published numbers and statutes through the functions that price.
 *
 * W2 XIRR: here; IRR and XNPV beside it in certified-irr.test.ts.
 * W4 mix of averages: no feature of the desk attributes a change of an average to mix and rates, so nothing computes it.
 * W5 deal sheets: ratios and the import rule here; 756 loans of a sheet are a count of rows, tests of the import.
 * W6 court fees: fee-schedule.test.ts, every cell; through a priced loan here.
 * W7 auction commission: fee-schedule.test.ts, every cell; through a waterfall here.
 * W8 auction floors: loan-recovery.test.ts and default-assumptions.test.ts; the identity through a priced loan here.
 * W10 instalments: payment-schedule.test.ts, every cell; a bid under such terms here.
 * W11 delay interest: the desk counts none (it ranks after the judgment debt and is seldom paid), so nothing computes it.
 * W12 waterfall: here, both hammer prices and both kinds of debtor.
 */
const defaults = defaultAssumptionSet.assumptions;

describe("W2: published rates of return", () => {
  it("Microsoft's XIRR example", () => {
    const flows = [
      ["2008-01-01", -10_000],
      ["2008-03-01", 2_750],
      ["2008-10-30", 4_250],
      ["2009-02-15", 3_250],
      ["2009-04-01", 2_750],
    ] as const;
    const irr = datedIrr(flows.map(([date, amountYuan]) => ({ day: dayNumber(date), amountYuan })));
    expect(irr.kind === "one" ? irr.rate : Number.NaN).toBeCloseTo(0.3733625335, 9);
  });
});

describe("W5: deal sheets and their ratios", () => {
  const ratios = (priceFen: number, bases: PriceBases) =>
    measuresAtPrice([0], priceFen, planWith({ closing: { closingMonth: 0, dealCostYuan: 0, dealCostRate: 0 } }), bases);

  // Sheet, price, principal, claim (yuan), price to principal and to claim (%), tolerance (percentage points).
  it.each<[string, number, number, number, number | null, number, number]>([
    ["Zhongshan RCB", 227_252_353, 404_366_564.06, 475_961_122.89, 56.2, 47.75, 0.005],
    ["Bohai 2024", 17_672_000_000, 17_672_000_000, 28_965_000_000, null, 61.0, 0.05],
    ["Jiangxi Bank 2019, first", 126_097_500, 190_186_876.87, 190_186_876.87, null, 66.3, 0.005],
    ["Jiangxi Bank 2019, second", 829_712_191.7, 1_115_785_976.44, 1_115_785_976.44, null, 74.36, 0.005],
    ["Yindeng retail 2022", 468_000_000, 5_718_000_000, 17_570_000_000, 8.18, 2.66, 0.02],
  ])("%s", (_sheet, price, upbYuan, claimYuan, toPrincipal, toClaim, tolerance) => {
    const { priceToPrincipal, priceToClaim } = ratios(Math.round(price * 100), { upbYuan, claimYuan });
    expect(Math.abs((priceToClaim ?? Number.NaN) * 100 - toClaim)).toBeLessThan(tolerance);
    expect(toPrincipal === null || Math.abs((priceToPrincipal ?? Number.NaN) * 100 - toPrincipal) < tolerance).toBe(true);
  });

  it("BOC Tianjin 2026-2: principal and interest, advanced costs apart", () => {
    const loan: TestLoan = { upb: 66_369_783.05, interest: 11_006_194.24, fees: 228_236.49, segment: 3, stage: 0, items: [] };
    const columns = columnsOf([loan]);
    expect((columns.upb[0] ?? 0) + (columns.interest[0] ?? 0)).toBeCloseTo(77_375_977.29, 6);
  });

  it("a reported deal whose claim is below its principal has swapped labels and is refused", () => {
    const deal = { buyer: "甲", seller: "乙", reportedOn: "2024-12", priceFen: 480, kind: "", source: "报道", note: "" };
    expect(marketDealInputSchema.safeParse({ ...deal, principalFen: 6_575, claimFen: 10_000 }).success).toBe(true);
    expect(marketDealInputSchema.safeParse({ ...deal, principalFen: 10_000, claimFen: 6_575 }).success).toBe(false);
    expect(marketDealInputSchema.safeParse({ ...deal, principalFen: 10_000, claimFen: null }).success).toBe(true);
  });
});

describe("W6: court fees of a priced loan", () => {
  it.each([
    [100_000, 2_300, 1_020],
    [896_000, 12_760, 5_000],
    [20_000_000, 141_800, 5_000],
  ])("a claim of %d yuan pays acceptance and preservation in full where none is halved", (claim, acceptance, preservation) => {
    const loan: TestLoan = { upb: claim, interest: 0, fees: 0, segment: 2, stage: 0, items: [] };
    const assumptions: Assumptions = {
      ...defaults,
      courtFees: { ...defaults.courtFees, acceptanceHalvedShare: 0 },
      costs: { ...defaults.costs, servicerRateCash: 0, fileCostYuan: 0 },
    };
    expect(priceCase(columnsOf([loan]), assumptions, noShifts).loans.costs[0]).toBeCloseTo(acceptance + preservation, 6);
  });
});

describe("W8: the expected price over the rounds", () => {
  it("is p1·h1 + (1 − p1)·p2·h2 + (1 − p1)(1 − p2)·h3, from a priced loan", () => {
    const [p1, p2, h1, h2, h3] = [0.3, 0.4, 0.7, 0.56, 0.56];
    const item: TestItem = { appraisal: 100, kind: 0, rank: 1, senior: 0, cap: null };
    const loan: TestLoan = { upb: 1000, interest: 0, fees: 0, segment: 0, stage: 3, items: [item] };
    const round = (openingShare: number, clearingProbability: number) => ({ openingShare, clearingProbability, priceMultiple: 1, gapMonths: 2 });
    const assumptions: Assumptions = {
      ...defaults,
      horizonMonths: 120,
      saleTaxes: [],
      priorities: { ...defaults.priorities, propertyFeeRate: 0 },
      courtFees: { ...defaults.courtFees, enforcement: noFee },
      collateral: {
        ...defaults.collateral,
        annualGrowth: 0,
        appraisalFactor: { ...defaults.collateral.appraisalFactor, residential: 1 },
        clearingFactor: { ...defaults.collateral.clearingFactor, residential: 1 },
        rounds: [round(h1, p1), round(h2, p2)],
        debtForAsset: { probability: 1, realisationShare: 1, gapMonths: 3, deedTaxRate: 0, carryRate: 0, resaleRate: 0 },
        sellerTaxRate: 0,
        saleCostRate: 0,
      },
    };
    const expected = 100 * (p1 * h1 + (1 - p1) * p2 * h2 + (1 - p1) * (1 - p2) * h3);
    expect(priceCase(columnsOf([loan]), assumptions, noShifts).loans.collateralRecovery[0]).toBeCloseTo(expected, 9);
  });
});

describe("W10: a bid under instalments", () => {
  // Terms as [share, months after closing], and what a nominal 100 is worth at 4, 8, 10 and 12 %.
  it.each<[string, [number, number][], number[]]>([
    [
      "30 now, 70 in a year",
      [
        [0.3, 0],
        [0.7, 12],
      ],
      [97.31, 94.81, 93.64, 92.5],
    ],
    [
      "50 now, 50 in a year",
      [
        [0.5, 0],
        [0.5, 12],
      ],
      [98.08, 96.3, 95.45, 94.64],
    ],
    [
      "30 now, 40 in half a year, 30 in a year",
      [
        [0.3, 0],
        [0.4, 6],
        [0.3, 12],
      ],
      [98.07, 96.27, 95.41, 94.58],
    ],
  ])("%s: the nominal bid rises by 100 ÷ PV", (_terms, parts, values) => {
    const loan: TestLoan = { upb: 5e8, interest: 0, fees: 0, segment: 2, stage: 3, items: [] };
    const bid = (hurdleRate: number, isEased: boolean): number => {
      const instalments = parts.map(([share, monthsAfterClosing]) => ({ share, monthsAfterClosing }));
      const terms: Assumptions = {
        ...defaults,
        hurdleRate,
        closing: { closingMonth: 0, dealCostYuan: 0, dealCostRate: 0 },
        ...(isEased ? { payment: { ...defaults.payment, instalments } } : {}),
      };
      return priceCase(columnsOf([loan]), terms, noShifts).maxBidFen;
    };
    [0.04, 0.08, 0.1, 0.12].forEach((rate, at) => {
      expect(bid(rate, false)).toBeGreaterThan(0);
      expect((100 * bid(rate, false)) / bid(rate, true)).toBeCloseTo(values[at] ?? Number.NaN, 2);
    });
  });
});

describe("W7 and W12: what a hammer price leaves", () => {
  it.each([
    [1e7, 6e6, 2.3e6],
    [1.4e7, 6e6, 6.3e6],
  ])("of %d pays our first mortgage %d behind the construction price, and leaves %d to the second (建工解释(一)第三十六条)", (hammer, ours, left) => {
    const claims = claimsOf({ enforcementFee: 200_000, priorityClaims: 1_500_000 }, { securedCapYuan: 6_000_000 });
    const split = emptySplit();
    expect(splitSalePrice(hammer, [], claims, split)).toBe(ours);
    expect(split.aboveCapYuan).toBeCloseTo(left, 6);
  });

  it.each([
    ["company, A seized first", { rivalClaims: 0 }, {}, 2_000_000],
    ["company, B after A", { rivalClaims: 2_000_000 }, {}, 1_300_000],
    ["individual, A and B alike", {}, { ourShare: 0.5 }, 1_650_000],
  ])(
    "of 14,000,000 pays an unsecured creditor of 2,000,000 by the kind of debtor (%s; 民诉法解释第五百零八条、第五百一十四条)",
    (_debtor, rivals, share, paid) => {
      const ahead = { enforcementFee: 200_000, priorityClaims: 1_500_000, seniorClaims: 9_000_000, ...rivals };
      const claims = claimsOf(ahead, { securedCapYuan: 2_000_000, ...share });
      expect(splitSalePrice(1.4e7, [], claims, emptySplit())).toBeCloseTo(paid, 6);
    },
  );

  it("bears its part of an offline auctioneer's commission before everybody (拍卖变卖规定第二十九条)", () => {
    const claims = claimsOf({ auctionCommission: 340_000 }, { securedCapYuan: 2e7 });
    expect(splitSalePrice(1e7, [], claims, emptySplit())).toBe(9_660_000);
  });
});
