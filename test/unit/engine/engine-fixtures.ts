import fc from "fast-check";
import { defaultAssumptionSet } from "../../../main/assumptions/default-assumptions.ts";
import { completeColumns } from "../../../main/engine/checks/complete-columns.ts";
import type { PackageColumns } from "../../../main/engine/engine-types.ts";
import { emptyClaims, type ItemClaims } from "../../../main/engine/recovery/item-waterfall.ts";
import type { Assumptions, CaseShifts } from "../../../shared/domain/assumptions.ts";
import { cityNumber } from "../../../shared/domain/city-index.ts";
import { collateralKinds, debtorConditions, litigationStages, segments } from "../../../shared/domain/codes.ts";
import { type DeductionName, deductionNames } from "../../../shared/domain/item-deductions.ts";
import { drawnTaxes } from "./drawn-taxes.ts";

export const noShifts: CaseShifts = {
  collateralValueShift: 0,
  clearingProbabilityShift: 0,
  delayMonthsShift: 0,
  cashRecoveryShift: 0,
  costsShift: 0,
  hurdleRateShift: 0,
};

export const noFee = { slices: [{ upToYuan: null, rate: 0, fixedYuan: 0 }], capYuan: null };

/** Houses are sold once, for sure, in the month of the first round, at the appraisal; nothing is deducted but what a test adds. */
export const sureSale: Assumptions = {
  ...defaultAssumptionSet.assumptions,
  saleTaxes: [],
  priorities: { ...defaultAssumptionSet.assumptions.priorities, propertyFeeRate: 0, surplusShare: 0 },
  courtFees: { ...defaultAssumptionSet.assumptions.courtFees, enforcement: noFee },
  collateral: {
    ...defaultAssumptionSet.assumptions.collateral,
    annualGrowth: 0,
    appraisalFactor: { ...defaultAssumptionSet.assumptions.collateral.appraisalFactor, residential: 1 },
    clearingFactor: { ...defaultAssumptionSet.assumptions.collateral.clearingFactor, residential: 1 },
    rounds: [{ openingShare: 1, clearingProbability: 1, priceMultiple: 1, gapMonths: 0 }],
    sellerTaxRate: 0,
    saleCostRate: 0,
  },
};

export interface TestItem {
  appraisal: number;
  kind: number;
  rank: number;
  senior: number | null;
  cap: number | null;
  /** Rows with the same number are one asset; left out: an asset of its own. */
  asset?: number;
  priority?: number;
  isSeized?: boolean;
  /** Null: not stated, a share of the appraisal stands for it; so too for what is paid before the mortgage. */
  rivals?: number | null;
  waiting?: number;
  premium?: number | null;
  buyers?: number | null;
  arrears?: number | null;
  wages?: number | null;
  /** Another court seized it first. */
  waits?: boolean;
  /** Months since the appraisal; null: not known. */
  age?: number | null;
  /** Where it lies. */
  city?: string;
}
export interface TestLoan {
  upb: number;
  interest: number;
  fees: number;
  segment: number;
  stage: number;
  items: TestItem[];
  isIndividual?: boolean;
  /** Bit mask of claimValidityChecks. */
  failed?: number;
  /** Place in `testCourts`, from 1. */
  court?: number;
  guarantors?: { cap: number | null; isExpired: boolean; isPastLaw?: boolean; isNotSued?: boolean }[];
  /** A guarantee is stated and nobody is named. */
  isUnnamed?: boolean;
  estimate?: { haircut: number; probability: number; months: number } | null;
  ownCostRate?: number | null;
  ownCurve?: { rate: number; decay: number } | null;
  daysPastDue?: number | null;
  /** Place in debtorConditions. */
  condition?: number;
  /** Place in interestBases; days since the judgment. */
  basis?: number;
  delayDays?: number;
  /** The debtor is in reorganisation. */
  stays?: boolean;
  /** Loans with the same number are one debtor's; left out: a debtor of its own. */
  debtor?: number | null;
  /** The desk's own estimate by case, and the weight of the low one in the base case. */
  own?: { low: OwnFigures | null; high: OwnFigures | null; weight: number | null };
}

export interface OwnFigures {
  gross: number;
  costs: number;
  month: number;
}

/** What ranks before us on an item: the amounts that are named, none otherwise. */
export function claimsOf(ahead: { readonly [D in DeductionName]?: number }, others: Partial<Pick<ItemClaims, "ourShare" | "securedCapYuan">>): ItemClaims {
  return { ...emptyClaims(), amounts: Float64Array.from(deductionNames, (name) => ahead[name] ?? 0), ...others };
}

/** Day from which the months of drawn packages count. */
export const testCutOff = "2025-09-30";
export const testCourts = ["甲市中级人民法院", "乙县人民法院"];

/** Nothing where it is left out, not a number where it is not stated. */
const gapOf = (amount: number | null | undefined) => (amount === null ? Number.NaN : (amount ?? 0));

export function columnsOf(loans: readonly TestLoan[]): PackageColumns {
  const items = loans.flatMap((loan) => loan.items);
  let start = 0;
  let firstGuarantor = 0;
  const guarantors = loans.flatMap((loan) => loan.guarantors ?? []);
  const hasEstimates = loans.some(({ estimate, ownCostRate, ownCurve }) => estimate || ownCurve || typeof ownCostRate === "number");
  const estimated = (estimate: (loan: TestLoan) => number | undefined) => Float64Array.from(loans, (loan) => estimate(loan) ?? Number.NaN);
  const ownOf = (figure: (own: NonNullable<TestLoan["own"]>) => number | null | undefined) =>
    Float64Array.from(loans, (loan) => (loan.own === undefined ? Number.NaN : (figure(loan.own) ?? Number.NaN)));
  return completeColumns({
    loanCount: loans.length,
    ownEstimates: loans.some(({ own }) => own !== undefined)
      ? {
          lowGross: ownOf(({ low }) => low?.gross),
          lowCosts: ownOf(({ low }) => low?.costs),
          lowMonth: ownOf(({ low }) => low?.month),
          highGross: ownOf(({ high }) => high?.gross),
          highCosts: ownOf(({ high }) => high?.costs),
          highMonth: ownOf(({ high }) => high?.month),
          lowWeight: ownOf(({ weight }) => weight),
        }
      : null,
    upb: Float64Array.from(loans, (loan) => loan.upb),
    interest: Float64Array.from(loans, (loan) => loan.interest),
    fees: Float64Array.from(loans, (loan) => loan.fees),
    segment: Uint8Array.from(loans, (loan) => loan.segment),
    stage: Uint8Array.from(loans, (loan) => loan.stage),
    fillMask: new Uint32Array(loans.length),
    collateralStart: Uint32Array.from([0, ...loans.map((loan) => (start += loan.items.length))]),
    appraisal: Float64Array.from(items, (item) => item.appraisal),
    collateralKind: Uint8Array.from(items, (item) => item.kind),
    lienRank: Uint8Array.from(items, (item) => item.rank),
    seniorClaims: Float64Array.from(items, (item) => item.senior ?? Number.NaN),
    securedCap: Float64Array.from(items, (item) => item.cap ?? Number.NaN),
    debtorIsCompany: Uint8Array.from(loans, (loan) => (loan.isIndividual ? 0 : 1)),
    failedChecks: Uint8Array.from(loans, (loan) => loan.failed ?? 0),
    court: Uint16Array.from(loans, (loan) => loan.court ?? 0),
    courts: testCourts,
    cutOffDate: testCutOff,
    ...(items.some((item) => item.asset !== undefined) ? { asset: Uint32Array.from(items, (item, index) => item.asset ?? 1_000_000 + index) } : {}),
    priorityClaims: Float64Array.from(items, (item) => item.priority ?? 0),
    collateralHold: Uint8Array.from(items, (item) => (item.isSeized ? 1 : 0)),
    rivalClaims: Float64Array.from(items, (item) => gapOf(item.rivals)),
    waitingClaims: Float64Array.from(items, (item) => item.waiting ?? 0),
    landPremium: Float64Array.from(items, (item) => gapOf(item.premium)),
    homebuyerClaims: Float64Array.from(items, (item) => gapOf(item.buyers)),
    wageClaims: Float64Array.from(items, (item) => gapOf(item.wages)),
    taxArrears: Float64Array.from(items, (item) => gapOf(item.arrears)),
    seizureWaits: Uint8Array.from(items, (item) => (item.waits ? 1 : 0)),
    appraisalAge: Float64Array.from(items, (item) => gapOf(item.age)),
    city: Uint32Array.from(items, (item) => cityNumber(item.city ?? null)),
    guarantorStart: Uint32Array.from([0, ...loans.map((loan) => (firstGuarantor += loan.guarantors?.length ?? 0))]),
    guarantorCap: Float64Array.from(guarantors, ({ cap }) => cap ?? Number.NaN),
    guaranteeExpired: Uint8Array.from(guarantors, ({ isExpired, isPastLaw, isNotSued }) => (isExpired ? 1 : 0) + (isPastLaw ? 2 : 0) + (isNotSued ? 4 : 0)),
    guarantorUnnamed: Uint8Array.from(loans, (loan) => (loan.isUnnamed ? 1 : 0)),
    daysPastDue: Float64Array.from(loans, (loan) => loan.daysPastDue ?? Number.NaN),
    interestBasis: Uint8Array.from(loans, (loan) => loan.basis ?? 0),
    delayDays: Float64Array.from(loans, (loan) => loan.delayDays ?? 0),
    ...(loans.some(({ debtor }) => typeof debtor === "number") ? { debtor: Uint32Array.from(loans, ({ debtor }, loan) => debtor ?? 1_000_000 + loan) } : {}),
    debtorCondition: Uint8Array.from(loans, (loan) => loan.condition ?? 0),
    enforcementStayed: Uint8Array.from(loans, (loan) => (loan.stays ? 1 : 0)),
    estimates: hasEstimates
      ? {
          haircut: estimated((loan) => loan.estimate?.haircut),
          realisationProbability: estimated((loan) => loan.estimate?.probability),
          monthsToCash: estimated((loan) => loan.estimate?.months),
          collateralCostRate: estimated((loan) => loan.ownCostRate ?? undefined),
          firstMonthRate: estimated((loan) => loan.ownCurve?.rate),
          monthlyDecay: estimated((loan) => loan.ownCurve?.decay),
        }
      : null,
  });
}

const money = (most: number) => fc.integer({ min: 0, max: most * 100 }).map((fen) => fen / 100);
const share = fc.integer({ min: 0, max: 1000 }).map((mille) => mille / 1000);

const anItem: fc.Arbitrary<TestItem> = fc.record({
  appraisal: money(50_000_000),
  kind: fc.nat(collateralKinds.length - 1),
  rank: fc.integer({ min: 1, max: 4 }),
  senior: fc.option(money(10_000_000)),
  cap: fc.option(money(20_000_000)),
});

const aLoan: fc.Arbitrary<TestLoan> = fc.record({
  upb: money(30_000_000),
  interest: money(10_000_000),
  fees: money(100_000),
  segment: fc.nat(segments.length - 1),
  stage: fc.nat(litigationStages.length - 1),
  items: fc.array(anItem, { maxLength: 5 }),
});

export const somePackage = fc.array(aLoan, { minLength: 1, maxLength: 12 });

/** Items of which some are the same asset, held by mortgage or seizure. */
const aLinkedItem: fc.Arbitrary<TestItem> = fc
  .record({
    item: anItem,
    asset: fc.option(fc.integer({ min: 1, max: 4 }), { freq: 2 }),
    priority: fc.oneof(fc.constant(0), money(2_000_000)),
    isSeized: fc.boolean(),
    rivals: fc.oneof(fc.constant(0), fc.constant(null), money(5_000_000)),
    waiting: fc.oneof(fc.constant(0), money(5_000_000)),
    premium: fc.oneof(fc.constant(0), fc.constant(null), money(3_000_000)),
    buyers: fc.oneof(fc.constant(0), fc.constant(0), fc.constant(null), money(3_000_000)),
    arrears: fc.oneof(fc.constant(0), fc.constant(null), money(500_000)),
    wages: fc.oneof(fc.constant(0), fc.constant(0), fc.constant(null), money(500_000)),
    waits: fc.boolean(),
    age: fc.option(fc.nat(60)),
    city: fc.constantFrom("洛阳", "郑州", ""),
  })
  .map(({ item, asset, ...facts }) => ({ ...item, ...facts, ...(asset === null ? {} : { asset }) }));

const aRoutedLoan: fc.Arbitrary<TestLoan> = fc
  .record({
    loan: aLoan,
    items: fc.array(aLinkedItem, { maxLength: 3 }),
    isIndividual: fc.boolean(),
    failed: fc.constantFrom(0, 0, 0, 0, 1, 2, 3, 4, 5),
    court: fc.nat(testCourts.length),
    guarantors: fc.array(fc.record({ cap: fc.option(money(10_000_000)), isExpired: fc.boolean(), isPastLaw: fc.boolean(), isNotSued: fc.boolean() }), {
      maxLength: 3,
    }),
    isUnnamed: fc.boolean(),
    estimate: fc.option(fc.record({ haircut: share, probability: share, months: fc.nat(60) }), { freq: 2 }),
    ownCostRate: fc.option(share, { freq: 2 }),
    ownCurve: fc.option(fc.record({ rate: share, decay: share }), { freq: 2 }),
    daysPastDue: fc.option(fc.nat(2000)),
    condition: fc.nat(debtorConditions.length - 1),
    stays: fc.boolean(),
    basis: fc.nat(2),
    delayDays: fc.oneof(fc.constant(0), fc.nat(3000)),
    debtor: fc.option(fc.nat(1)),
  })
  .map(({ loan, ...facts }) => ({ ...loan, ...facts }));

/** Packages with every route: shared assets, seizures, priorities, void claims, courts, guarantors, own estimates. */
export const somePackageOfRoutes = fc.array(aRoutedLoan, { minLength: 1, maxLength: 6 });

/** Loans of one court's stage that houses secure across each other, so that several shared assets are sold in one month. */
export const someKnitPackage = fc
  .tuple(
    fc.array(aRoutedLoan, { minLength: 2, maxLength: 6 }),
    fc.array(fc.array(aLinkedItem, { minLength: 1, maxLength: 3 }), { minLength: 6, maxLength: 6 }),
    fc.nat(litigationStages.length - 1),
    fc.boolean(),
  )
  .map(([loans, items, stage, hasEstimates]) =>
    loans.map((loan, index) => ({
      ...loan,
      stage,
      court: 0,
      estimate: hasEstimates ? (loan.estimate ?? null) : null,
      items: (items[index] ?? []).map((item, place) => ({ ...item, kind: 0, asset: 1 + (((item.asset ?? 0) + place) % 3) })),
    })),
  );

const ownFigures: fc.Arbitrary<OwnFigures> = fc.record({ gross: money(40_000_000), costs: money(2_000_000), month: fc.nat(130) });
const ownEstimate = fc.record({ low: fc.option(ownFigures), high: fc.option(ownFigures), weight: fc.option(share) });

/** Packages of which some loans have an own estimate. */
export const withOwn = (packages: fc.Arbitrary<TestLoan[]>): fc.Arbitrary<TestLoan[]> =>
  fc
    .tuple(packages, fc.array(fc.option(ownEstimate), { minLength: 12, maxLength: 12 }))
    .map(([loans, own]) => loans.map((loan, index) => (own[index] == null ? loan : { ...loan, own: own[index] })));

const aRound = fc.record({ openingShare: share, clearingProbability: share, priceMultiple: share.map((part) => part * 2), gapMonths: fc.nat(12) });

/** The defaults with what matters to timing, sale and curve drawn at random. */
export const someAssumptions: fc.Arbitrary<Assumptions> = fc
  .record({
    horizonMonths: fc.integer({ min: 1, max: 120 }),
    hurdleRate: fc.integer({ min: -20, max: 60 }).map((percent) => percent / 100),
    closingMonth: fc.nat(130).map((month) => Math.min(120, month)),
    rounds: fc.array(aRound, { minLength: 1, maxLength: 4 }),
    growth: fc.integer({ min: -10, max: 10 }).map((percent) => percent / 100),
    rate: share,
    decay: share,
    lag: fc.nat(20),
    guarantors: fc.record({
      probability: share,
      recoveryRate: share,
      firstMonth: fc.nat(60),
      windowMonths: fc.integer({ min: 1, max: 60 }),
      unnamedCount: fc.nat(2),
    }),
    validity: fc.record({
      limitationExpired: fc.boolean(),
      enforcementPeriodExpired: fc.boolean(),
      limitationDoubtful: fc.boolean(),
      guaranteeExpired: fc.boolean(),
      guaranteePeriodByLaw: fc.boolean(),
      guarantorNotSued: fc.boolean(),
    }),
    courtMonths: fc.integer({ min: -12, max: 24 }),
    commissionShare: fc.oneof(fc.constant(0), share),
    halvedShare: share,
    bankruptcyFeesMonth: fc.option(fc.nat(24)),
    priorities: fc.record({
      landPremiumShare: share,
      homebuyerShare: share,
      taxArrearsShare: share,
      wageShare: share,
      seizureRivalShare: share,
      waitingMonths: fc.nat(12),
      propertyFeeRate: fc.constantFrom(0, 0.003, 0.05),
      propertyFeeMonths: fc.nat(60),
      surplusShare: fc.oneof(fc.constant(0), share, fc.constant(1)),
    }),
    index: fc.array(fc.option(fc.integer({ min: -10, max: 10 }).map((percent) => percent / 100)), {
      minLength: collateralKinds.length,
      maxLength: collateralKinds.length,
    }),
    taxes: fc.array(share, { minLength: 5, maxLength: 5 }),
    debtForAsset: fc.record({
      probability: share,
      // Mostly such that it is worth while: else few would be taken.
      realisationShare: fc.oneof(
        share,
        share.map((part) => 0.8 + part / 5),
      ),
      gapMonths: fc.oneof(fc.nat(24), fc.nat(4)),
      deedTaxRate: share.map((part) => part / 10),
      carryRate: share.map((part) => part / 20),
      resaleRate: share.map((part) => part / 4),
    }),
    conditions: fc.record({
      cashFactor: fc.record({ operating: fc.constantFrom(1, 1.5), suspended: share, missing: share, deregistered: fc.constantFrom(0, 0.1) }),
      terminatedFactor: fc.constantFrom(1, 0.5, 3),
      dividendShare: fc.option(share),
      dividendMonth: fc.nat(60),
      reorganisationMonths: fc.nat(18),
    }),
    interest: fc.record({
      admitted: fc.constantFrom("principal", "toCutOff"),
      countsDelay: fc.boolean(),
      delayRatePerDay: fc.constantFrom(0.000175, 0.0005),
      accruesToSale: fc.boolean(),
      accrualRate: fc.constantFrom(0.05, 0.15),
      capsPrincipalAlone: fc.boolean(),
    }),
    exits: fc.record({
      mode: fc.constantFrom("mix", "best"),
      settlement: fc.record({ probability: fc.constantFrom(0, 0, 0.3, 0.5), share, month: fc.nat(60) }),
      resale: fc.record({ probability: fc.constantFrom(0, 0, 0.2, 0.5), share, month: fc.nat(60) }),
    }),
    monthlyShares: fc.option(
      fc.array(
        fc.integer({ min: 0, max: 40 }).map((mille) => mille / 1000),
        { minLength: 1, maxLength: 20 },
      ),
    ),
    aged: fc.record({ rate: share, decay: share, lag: fc.nat(20) }),
    suits: fc.record({ onlyWhereWorthwhile: fc.boolean(), cashShare: fc.oneof(fc.constant(0.002), share) }),
    smallFile: money(5_000),
  })
  .map((drawn) => {
    const base = defaultAssumptionSet.assumptions;
    const corporateSecured = { lagMonths: drawn.lag, firstMonthRate: drawn.rate, monthlyDecay: drawn.decay };
    return {
      ...base,
      horizonMonths: drawn.horizonMonths,
      hurdleRate: drawn.hurdleRate,
      closing: { ...base.closing, closingMonth: drawn.closingMonth },
      collateral: {
        ...base.collateral,
        annualGrowth: drawn.growth,
        rounds: drawn.rounds,
        debtForAsset: drawn.debtForAsset,
        auctionCommissionBorneShare: drawn.commissionShare,
        sellerTaxRate: 0.06,
        appraisalIndex: Object.fromEntries(
          collateralKinds.map((kind, place) => [kind, drawn.index[place] ?? null]),
        ) as Assumptions["collateral"]["appraisalIndex"], // each kind once
        cityIndex: [
          { city: "洛阳市", kind: null, from: "2020-01-01", annualChange: drawn.growth / 2 },
          { city: "洛阳", kind: "residential", from: "2020-01-01", annualChange: -0.03 },
        ],
      },
      saleTaxes: drawnTaxes(drawn.taxes),
      priorities: drawn.priorities,
      guarantors: drawn.guarantors,
      validity: drawn.validity,
      courtDelays: [{ court: testCourts[0] ?? "", months: drawn.courtMonths }],
      timing: { ...base.timing, bankruptcy: { ...base.timing.bankruptcy, courtFeesMonth: drawn.bankruptcyFeesMonth } },
      courtFees: { ...base.courtFees, acceptanceHalvedShare: drawn.halvedShare },
      curves: {
        ...base.curves,
        corporateSecured,
        ...(drawn.monthlyShares === null ? {} : { corporateGuaranteed: { ...base.curves.corporateGuaranteed, monthlyShares: drawn.monthlyShares } }),
      },
      interest: drawn.interest,
      conditions: drawn.conditions,
      exits: drawn.exits,
      agedCurves: {
        ...base.agedCurves,
        retailCard: [
          { fromDaysPastDue: 180, lagMonths: drawn.aged.lag, firstMonthRate: drawn.aged.rate, monthlyDecay: drawn.aged.decay },
          { fromDaysPastDue: 900, lagMonths: 2, firstMonthRate: drawn.aged.rate / 2, monthlyDecay: 0.9 },
        ],
      },
      suits: drawn.suits,
      costs: {
        ...base.costs,
        fileCostBands: [
          { claimUpToYuan: 1_000, fileCostYuan: drawn.smallFile },
          { claimUpToYuan: 5_000_000, fileCostYuan: drawn.smallFile * 2 },
        ],
      },
    };
  });

export const someShifts: fc.Arbitrary<CaseShifts> = fc.record({
  collateralValueShift: fc.integer({ min: -50, max: 50 }).map((percent) => percent / 100),
  clearingProbabilityShift: fc.integer({ min: -50, max: 100 }).map((percent) => percent / 100),
  delayMonthsShift: fc.integer({ min: -36, max: 36 }),
  cashRecoveryShift: fc.integer({ min: -50, max: 100 }).map((percent) => percent / 100),
  costsShift: fc.integer({ min: -50, max: 100 }).map((percent) => percent / 100),
  hurdleRateShift: fc.integer({ min: -5, max: 20 }).map((percent) => percent / 100),
});

/** Relative distance, absolute below one yuan. */
export function distance(left: number, right: number): number {
  return Math.abs(left - right) / Math.max(1, Math.abs(left), Math.abs(right));
}
