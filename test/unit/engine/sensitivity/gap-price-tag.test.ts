import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtInSetOf } from "../../../../main/assumptions/built-in-sets.ts";
import { defaultAssumptionSet } from "../../../../main/assumptions/default-assumptions.ts";
import type { PackageColumns } from "../../../../main/engine/engine-types.ts";
import { priceCase } from "../../../../main/engine/price-package.ts";
import { priceGaps } from "../../../../main/engine/sensitivity/gap-price-tag.ts";
import { packageMedians } from "../../../../main/engine/sensitivity/package-medians.ts";
import { collateralKinds, type FillRule, fillRules, litigationStages, segments } from "../../../../shared/domain/codes.ts";
import { defaultGapRanges } from "../../../../shared/domain/scenario-defaults.ts";
import { gapPriceTagSchema } from "../../../../shared/domain/scenario-results.ts";
import { columnsOf, noShifts, somePackage, type TestLoan } from "../engine-fixtures.ts";

const assumptions = { ...defaultAssumptionSet.assumptions, costs: { ...defaultAssumptionSet.assumptions.costs, overheadYuanPerMonth: 500 } };
const residential = collateralKinds.indexOf("residential");
const flat = (appraisal: number) => ({ appraisal, kind: residential, rank: 1, senior: 0, cap: null });
const stated: TestLoan = { upb: 4e6, interest: 1e6, fees: 4e4, segment: 0, stage: 3, items: [flat(6e6)] };
/** Worth far more than the deal costs. */
const large: TestLoan = { ...stated, upb: 4e8 };
const withRules = (loans: readonly TestLoan[], ...rules: FillRule[][]): PackageColumns => ({
  ...columnsOf(loans),
  fillMask: Uint32Array.from(loans, (_, loan) => (rules[loan] ?? []).reduce((mask, rule) => mask | (1 << fillRules.indexOf(rule)), 0)),
});
const tagOf = (columns: PackageColumns, ranges = defaultGapRanges) => priceGaps({ columns, assumptions, shifts: noShifts, ranges });
const bidOf = (columns: PackageColumns, terms = assumptions) => priceCase(columns, terms, noShifts).maxBidFen;

describe("priceGaps", () => {
  it("prices nothing where nothing is missing", () => {
    fc.assert(
      fc.property(somePackage, (loans) => {
        const columns = columnsOf(loans);
        expect(tagOf(columns)).toMatchObject({ maxBidFen: bidOf(columns), tags: [], unpriced: [] });
      }),
      { numRuns: 20 },
    );
  });

  it("prices missing interest between none and the median of the loans that state it", () => {
    const silent = { ...stated, interest: 0 };
    const columns = withRules([stated, silent, stated], [], ["interestAsZero"], []);
    const usual = withRules([stated, { ...stated, interest: 1e6 }, stated], [], ["interestAsZero"], []);
    const { tags, medians, maxBidFen } = tagOf(columns);
    expect(medians.interestOfPrincipal).toBe(0.25);
    expect(tags).toEqual([
      {
        rule: "interestAsZero",
        loans: 1,
        claimFen: 404_000_000,
        lowFen: bidOf(columns),
        highFen: bidOf(usual),
        spreadFen: Math.abs(bidOf(usual) - bidOf(columns)),
      },
    ]);
    expect(maxBidFen).toBe(bidOf(columns));
    expect(tags[0]?.spreadFen).toBeGreaterThan(0);
  });

  it("follows the desk's own range where it sets one", () => {
    const columns = withRules([stated, { ...stated, interest: 0 }], [], ["interestAsZero"]);
    const doubled = withRules([stated, { ...stated, interest: 2e6 }], [], ["interestAsZero"]);
    expect(tagOf(columns, { ...defaultGapRanges, interestOfPrincipal: 0.5 }).tags[0]?.highFen).toBe(bidOf(doubled));
  });

  it("gives a missing appraisal what such items are worth beside their claims", () => {
    const columns = withRules([stated, { ...stated, items: [flat(0)] }], [], ["appraisalAsZero"]);
    const [tag] = tagOf(columns).tags;
    expect(tag?.lowFen).toBe(bidOf(columns));
    expect(tag?.highFen).toBe(bidOf(withRules([stated, stated], [], ["appraisalAsZero"])));
  });

  it("puts a lien without a rank second at worst, and a claimed prior claim at half and double", () => {
    const second = { ...large, items: [{ ...flat(2e7), rank: 2, senior: null }] };
    const unranked = withRules([{ ...large, items: [flat(2e7)] }], ["lienRankAsFirst"]);
    expect(tagOf(unranked).tags[0]).toMatchObject({ lowFen: bidOf(columnsOf([second])), highFen: bidOf(unranked) });
    const estimate = 2e7 * assumptions.collateral.seniorShareByMissingRank;
    const withPrior = (senior: number) => bidOf(columnsOf([{ ...large, items: [{ ...flat(2e7), rank: 2, senior }] }]));
    const tag = tagOf(withRules([second], ["seniorClaimsByRank"])).tags[0];
    expect(tag).toMatchObject({ lowFen: withPrior(2 * estimate), highFen: withPrior(estimate / 2) });
    expect(tag?.lowFen).toBeLessThan(tag?.highFen ?? 0);
  });

  it("prices an unknown stage up to execution, an unknown kind over all kinds, and puts the dearest gap first", () => {
    const notSued = { ...stated, stage: litigationStages.indexOf("notSued") };
    const other = { ...stated, items: [{ ...flat(6e6), kind: collateralKinds.indexOf("other") }] };
    const { tags } = tagOf(withRules([notSued, other], ["stageAsNotSued"], ["collateralKindAsOther"]));
    expect(tags.map(({ rule }) => rule).toSorted()).toEqual(["collateralKindAsOther", "stageAsNotSued"]);
    expect(tags.map(({ spreadFen }) => spreadFen)).toEqual(tags.map(({ spreadFen }) => spreadFen).toSorted((left, right) => right - left));
    const stage = tags.find(({ rule }) => rule === "stageAsNotSued");
    expect(stage?.highFen).toBe(bidOf(columnsOf([stated, other])));
  });

  it("values a stage that is not stated as the stated one would be, where limitation or guarantee ran out if nobody sued", () => {
    const guarantors = [{ cap: null, isExpired: true }];
    const barred: TestLoan = { ...stated, stage: litigationStages.indexOf("notSued"), items: [], failed: 1, guarantors };
    const sued: TestLoan = { ...barred, stage: litigationStages.indexOf("inExecution"), failed: 0, guarantors: [{ cap: null, isExpired: false }] };
    const [tag] = tagOf(withRules([barred, stated, barred], ["stageAsNotSued"])).tags;
    expect(tag).toMatchObject({ rule: "stageAsNotSued", loans: 1, lowFen: bidOf(columnsOf([barred, stated, barred])) });
    expect(tag?.highFen).toBe(bidOf(columnsOf([sued, stated, barred])));
    expect(tag?.highFen).toBeGreaterThan(bidOf(columnsOf([{ ...sued, guarantors }, stated, barred])));
  });

  it("prices a limitation date that is not stated between expired and not, and days past due not where no curve goes by them", () => {
    const notSued = { ...stated, stage: litigationStages.indexOf("notSued") };
    const columns = withRules([notSued, stated], ["limitationDateUnknown"], ["overdueDateUnknown"]);
    const { tags, unpriced } = tagOf(columns);
    expect(tags).toMatchObject([{ rule: "limitationDateUnknown", lowFen: bidOf(columnsOf([{ ...notSued, failed: 1 }, stated])), highFen: bidOf(columns) }]);
    expect(unpriced).toEqual([{ rule: "overdueDateUnknown", loans: 1 }]);
    const uncounted = { ...assumptions, validity: { ...assumptions.validity, limitationExpired: false } };
    expect(priceGaps({ columns, assumptions: uncounted, shifts: noShifts, ranges: defaultGapRanges }).tags[0]?.spreadFen).toBe(0);
  });

  it("prices a guarantee without a name, without a period or without a suit, and a doubtful limitation", () => {
    const doubtful = { ...stated, stage: litigationStages.indexOf("notSued"), failed: 4 };
    const guaranteed = { ...large, guarantors: [{ cap: null, isExpired: false }] };
    const barred = { ...assumptions, validity: { ...assumptions.validity, limitationDoubtful: true } };
    expect(tagOf(withRules([doubtful], ["limitationDoubtful"])).tags).toMatchObject([
      { rule: "limitationDoubtful", lowFen: bidOf(columnsOf([doubtful]), barred), highFen: bidOf(columnsOf([doubtful])) },
    ]);
    for (const rule of ["guaranteePeriodUnknown", "guarantorSuitUnknown"] as const) {
      const [tag] = tagOf(withRules([guaranteed], [rule])).tags;
      expect(tag).toMatchObject({
        rule,
        lowFen: bidOf(columnsOf([{ ...guaranteed, guarantors: [{ cap: null, isExpired: true }] }])),
        highFen: bidOf(columnsOf([guaranteed])),
      });
      expect(tag?.spreadFen).toBeGreaterThan(0);
    }
    const unnamed = { ...large, isUnnamed: true };
    const [tag] = tagOf(withRules([unnamed], ["guarantorUnnamed"])).tags;
    expect(tag).toMatchObject({ lowFen: bidOf(columnsOf([large])), highFen: bidOf(columnsOf([guaranteed])) });
  });

  it("prices days past due that nobody states between the worst and the best curve of the segment, its own among them", () => {
    const retail = builtInSetOf("retailBulk").assumptions;
    const card: TestLoan = { ...stated, upb: 1e6, segment: segments.indexOf("retailCard"), items: [] };
    // Between the ages the curve falls and then recovers: neither end is the first or the last.
    const curve = retail.curves.retailCard;
    const ages = [0.5, 0.1, 1.5, 0.3].map((factor, at) => ({ ...curve, fromDaysPastDue: 200 * (at + 1), firstMonthRate: curve.firstMonthRate * factor }));
    const terms = { ...retail, agedCurves: { ...retail.agedCurves, retailCard: ages } };
    const bidAt = (daysPastDue?: number) =>
      priceGaps({
        columns: columnsOf([{ ...card, ...(daysPastDue === undefined ? {} : { daysPastDue }) }, card]),
        assumptions: terms,
        shifts: noShifts,
        ranges: defaultGapRanges,
      }).maxBidFen;
    const input = { columns: withRules([card, card], ["overdueDateUnknown"]), shifts: noShifts, ranges: defaultGapRanges };
    expect(priceGaps({ ...input, assumptions: terms }).tags).toMatchObject([{ rule: "overdueDateUnknown", loans: 1, lowFen: bidAt(400), highFen: bidAt(600) }]);
    // Curves that only fall with age: the segment's own is the best end.
    expect(priceGaps({ ...input, assumptions: retail }).tags).toMatchObject([{ highFen: priceGaps({ ...input, assumptions: retail }).maxBidFen }]);
  });

  it("leaves the bid as it is to the fen where prior claims are as estimated, on an asset that several loans share too", () => {
    const shared = { ...flat(2e7), asset: 1 };
    const second = { ...stated, upb: 8e6, items: [{ ...shared, rank: 2, senior: null }] };
    const third = { ...stated, upb: 8e6, items: [{ ...shared, rank: 4, senior: null }] };
    const loans = [{ ...stated, items: [shared] }, second, third, { ...stated, items: [{ ...flat(2e7), rank: 2, senior: null }] }];
    const columns = withRules(loans, [], ["seniorClaimsByRank"], ["seniorClaimsByRank"], ["seniorClaimsByRank"]);
    const as = tagOf(columns, { ...defaultGapRanges, seniorFactorLow: 1, seniorFactorHigh: 1 });
    expect(as.tags).toMatchObject([{ rule: "seniorClaimsByRank", loans: 3, lowFen: as.maxBidFen, highFen: as.maxBidFen, spreadFen: 0 }]);
    const [ranged] = tagOf(columns).tags;
    expect(ranged?.lowFen).toBeLessThan(as.maxBidFen);
    expect(ranged?.highFen).toBeGreaterThan(as.maxBidFen);
  });

  it.each([
    ["landPremiumByShare", { premium: null }],
    ["homebuyersByShare", { buyers: null }],
    ["taxArrearsByShare", { arrears: null }],
    ["propertyFeesByShare", {}],
    ["seizureRivalsByShare", { isSeized: true, rivals: null }],
    ["waitingUnranked", { isSeized: true, rivals: null, waits: true }],
    ["waitingUnranked", { rank: 2, senior: null, waits: true }],
    ["appraisalOverAYear", { age: 40 }],
  ] as const)("prices what stands before us, or an old appraisal, on both sides of what is assumed (%s)", (rule, facts) => {
    const { tags, maxBidFen } = tagOf(withRules([{ ...large, items: [{ ...flat(6e8), ...facts }] }], [rule]));
    expect(tags.map((tag) => tag.rule)).toEqual([rule]);
    expect(tags[0]?.lowFen).toBeLessThan(maxBidFen);
    expect(tags[0]?.highFen).toBeGreaterThan(maxBidFen);
  });

  it.each([
    ["holdAsMortgage", {}],
    ["appraisalDateUnknown", { age: null }],
  ] as const)("prices the worse side of what is taken at its best (%s)", (rule, facts) => {
    const { tags, maxBidFen } = tagOf(withRules([{ ...large, items: [{ ...flat(6e8), ...facts }] }], [rule]));
    expect(tags[0]?.lowFen).toBeLessThan(maxBidFen);
    expect(tags[0]?.highFen).toBe(maxBidFen);
  });

  it("puts the worse of company and individual first, whichever it is", () => {
    // Others of two billion before us leave a company's creditor nothing, and an individual's a part.
    const behind = { ...large, items: [{ ...flat(6e8), isSeized: true, rivals: 2e9 }] };
    const [tag] = tagOf(withRules([behind], ["debtorTypeFromKind"])).tags;
    const [company, individual] = [bidOf(columnsOf([behind])), bidOf(columnsOf([{ ...behind, isIndividual: true }]))];
    expect(company).toBeLessThan(individual);
    expect(tag).toMatchObject({ lowFen: company, highFen: individual });
  });

  it("names gaps that move no price, and those whose range the package gives no basis for", () => {
    const silent = withRules([{ ...stated, interest: 0 }], ["interestAsZero", "classAsDoubtful"]);
    expect(tagOf(silent)).toMatchObject({
      tags: [],
      unpriced: [
        { rule: "interestAsZero", loans: 1 },
        { rule: "classAsDoubtful", loans: 1 },
      ],
    });
  });

  it("always spans the bid as it is, in whole fen that the contract takes", () => {
    fc.assert(
      fc.property(somePackage, fc.array(fc.nat(2 ** fillRules.length - 1), { minLength: 12, maxLength: 12 }), (loans, masks) => {
        const columns = { ...columnsOf(loans), fillMask: Uint32Array.from(loans, (_, loan) => masks[loan] ?? 0) };
        const priced = tagOf(columns);
        expect(gapPriceTagSchema.safeParse(priced).success).toBe(true);
        for (const { lowFen, highFen, spreadFen } of priced.tags) {
          const all = [lowFen, highFen, priced.maxBidFen];
          expect(spreadFen).toBe(Math.max(...all) - Math.min(...all));
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("packageMedians", () => {
  it("takes the middle, or the mean of the two middles, of what is stated", () => {
    const loans = [0.1, 0.5, 0.2].map((share) => ({ ...stated, interest: 4e6 * share }));
    expect(packageMedians(columnsOf(loans)).interestOfPrincipal).toBeCloseTo(0.2, 12);
    expect(packageMedians(columnsOf(loans.slice(0, 2))).interestOfPrincipal).toBeCloseTo(0.3, 12);
    expect(packageMedians(columnsOf([]))).toMatchObject({ interestOfPrincipal: null, feesOfPrincipal: null, appraisalOfClaim: null });
  });
});
