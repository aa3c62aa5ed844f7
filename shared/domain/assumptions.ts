import { z } from "zod";
import { byKey } from "./by-key.ts";
import { cityIndexSchema } from "./city-index.ts";
import { caseNames, collateralKinds, litigationStages, type Segment, segments, type ValiditySwitch } from "./codes.ts";
import { conditionsSchema, plainConditions } from "./debtor-conditions.ts";
import { exitsSchema, withoutExits } from "./exits.ts";
import { cashAtClosing, leverageSchema, paymentSchema, plainTransition, transitionSchema, withoutDebt } from "./financing-assumptions.ts";
import { interestSchema, plainInterest } from "./interest-terms.ts";
import { atFirstRow, jointly } from "./joint-refusals.ts";
import { noPriorities, prioritiesSchema } from "./prior-claims.ts";
import { saleTaxTablesSchema } from "./sale-taxes.ts";
import { shiftSchemas } from "./shifts.ts";
import { plainSimulation, simulationSchema } from "./simulation-assumptions.ts";
import { sourceEvidenceSchema } from "./source-evidence.ts";

const share = z.number().min(0).max(1);
const months = z.number().int().min(0).max(120);

/** Where a group of assumptions comes from; `sourced` is false for the desk's own judgement. */
const assumptionSourceSchema = z.object({
  sourceZh: z.string().min(1),
  sourceEn: z.string().min(1),
  asOf: z.iso.date(),
  sourced: z.boolean(),
  evidence: sourceEvidenceSchema.optional(),
});

/** Source of a group that came in after a set was stored. */
const addedLaterSource = {
  sourceZh: "本套假设保存时尚无此组，取系统默认值",
  sourceEn: "Not in this set when it was stored; the default values are used",
  asOf: "2025-11-30",
  sourced: false,
};

const feeSliceSchema = z.object({ upToYuan: z.number().positive().nullable(), rate: share, fixedYuan: z.number().min(0) });

/** Ends rise strictly and only the last slice has none, so that every base falls into one slice. */
const slicesInOrder = jointly("slicesInOrder", (slices: readonly z.infer<typeof feeSliceSchema>[]) =>
  atFirstRow(slices, "upToYuan", ({ upToYuan }, before, index) => {
    const isLast = index === slices.length - 1;
    return isLast ? upToYuan === null : upToYuan !== null && upToYuan > (before?.upToYuan ?? 0);
  }),
);

/**
 * A graduated fee: each slice of the base up to `upToYuan` (null: no end) costs `rate` of the slice plus `fixedYuan`.
 * `capYuan` is charged at the most.
 */
const feeScheduleSchema = z.object({
  slices: z.array(feeSliceSchema).min(1).superRefine(slicesInOrder),
  capYuan: z.number().positive().nullable(),
});
export type FeeSchedule = z.infer<typeof feeScheduleSchema>;

/** One round of a judicial sale. Opening price = `openingShare` × appraisal; price = `priceMultiple` × opening price. */
const auctionRoundSchema = z.object({
  openingShare: share,
  clearingProbability: share,
  priceMultiple: z.number().min(0).max(5),
  gapMonths: months,
});

const stageTimingSchema = z.object({
  /** Months from cut-off to the first auction round. */
  monthsToFirstRound: months,
  /** Month in which acceptance and preservation fees are paid; null where they are already paid. */
  courtFeesMonth: months.nullable(),
});

/** Within what rounding to decimals does to a sum of shares. */
const isAtMostAll = (shares: readonly number[]): boolean => shares.reduce((sum, part) => sum + part, 0) <= 1 + 1e-9;

/**
 * Cash flow of month m (from lagMonths + 1) = remaining claim × firstMonthRate × monthlyDecay^(m − lagMonths − 1), or, where
 * `monthlyShares` are stated, × the share of its place in them and nothing behind the last.
 */
export const recoveryCurveSchema = z.object({
  lagMonths: months,
  firstMonthRate: share,
  monthlyDecay: z.number().min(0).max(1),
  monthlyShares: z
    .array(share)
    .min(1)
    .max(120)
    .superRefine(jointly("sharesWithinWhole", (shares) => (isAtMostAll(shares) ? null : [])))
    .optional(),
});
export type RecoveryCurve = z.infer<typeof recoveryCurveSchema>;

/** In place of a segment's curve for loans that were that many days past due (逾期天数) at cut-off, or more, up to the next. */
export const agedCurveSchema = recoveryCurveSchema.omit({ monthlyShares: true }).extend({ fromDaysPastDue: z.number().int().min(0).max(20_000) });
export type AgedCurve = z.infer<typeof agedCurveSchema>;
const agedCurvesSchema = z
  .array(agedCurveSchema)
  .max(12)
  .superRefine(
    jointly("agesRise", (curves) => atFirstRow(curves, "fromDaysPastDue", ({ fromDaysPastDue }, before) => fromDaysPastDue > (before?.fromDaysPastDue ?? -1))),
  );

/** A file whose claim is at most this costs `fileCostYuan`. */
const fileCostBandSchema = z.object({ claimUpToYuan: z.number().positive().max(1e13), fileCostYuan: z.number().min(0) });
export type FileCostBand = z.infer<typeof fileCostBandSchema>;

/** Commission of an offline auctioneer (拍卖佣金) charged to the buyer at the most: 拍卖变卖规定 Art 29. */
const commissionCaps: FeeSchedule = {
  slices: [
    { upToYuan: 2_000_000, rate: 0.05, fixedYuan: 0 },
    { upToYuan: 10_000_000, rate: 0.03, fixedYuan: 0 },
    { upToYuan: 50_000_000, rate: 0.02, fixedYuan: 0 },
    { upToYuan: 100_000_000, rate: 0.01, fixedYuan: 0 },
    { upToYuan: null, rate: 0.005, fixedYuan: 0 },
  ],
  capYuan: null,
};

/** Sets stored before took every appraisal as one of the cut-off date. */
const withoutIndex = Object.fromEntries(collateralKinds.map((kind) => [kind, 0])) as Record<(typeof collateralKinds)[number], number>;

/** Checks that every stored set states, and those that came later: sets stored before count none of them. */
const statedSwitches = ["limitationExpired", "enforcementPeriodExpired", "guaranteeExpired"] as const satisfies readonly ValiditySwitch[];
const laterSwitches = ["limitationDoubtful", "guaranteePeriodByLaw", "guarantorNotSued"] as const satisfies readonly Exclude<
  ValiditySwitch,
  (typeof statedSwitches)[number]
>[];

/** Months by which sales and court fees of one court (法院) come later (or earlier) than its stage says. */
const courtDelaySchema = z.object({ court: z.string().min(1), months: z.number().int().min(-60).max(60) });
export type CourtDelay = z.infer<typeof courtDelaySchema>;

/** Everything the engine assumes, in METHOD's terms. Rates are decimals, money is yuan. */
export const assumptionsSchema = z.object({
  horizonMonths: z.number().int().min(1).max(120),
  /** Required annual effective return (目标收益率). */
  hurdleRate: z.number().gt(-0.99).max(10),
  closing: z.object({
    /** Month in which the price is paid; collections before it are handed over then. */
    closingMonth: months,
    /** Deal costs: a fixed sum and a share of the price, both paid at closing. */
    dealCostYuan: z.number().min(0),
    dealCostRate: share,
  }),
  collateral: z.object({
    /** Annual drift of collateral values. */
    annualGrowth: z.number().gt(-1).max(1),
    /** Annual change of values by kind from an appraisal's own day to cut-off; null: as `annualGrowth`. */
    appraisalIndex: byKey(collateralKinds, z.number().gt(-1).max(1).nullable()).prefault(withoutIndex),
    /** The same by city and kind, each from a day on, before those by kind. */
    cityIndex: cityIndexSchema.prefault([]),
    /** Factor on the appraisal by kind of collateral, before the auction. */
    appraisalFactor: byKey(collateralKinds, z.number().min(0).max(2)),
    /** Factor on all clearing probabilities by kind (1 = as the rounds say). */
    clearingFactor: byKey(collateralKinds, z.number().min(0).max(5)),
    rounds: z.array(auctionRoundSchema).min(1).max(6),
    /** After the last failed round: probability that the asset is taken in kind, at a share of the last opening price, sold after some months. */
    debtForAsset: z.object({
      probability: share,
      realisationShare: share,
      gapMonths: months,
      /** Deed tax on the take-over price (契税), and what holding the asset costs a year, a share of it. */
      deedTaxRate: share.prefault(0),
      carryRate: share.prefault(0),
      /** Taxes and costs of the resale, a share of its price. */
      resaleRate: share.prefault(0),
    }),
    /** Taxes that the seller bears on top of `saleTaxes`, and sale costs, shares of the proceeds; they rank before every claim. */
    sellerTaxRate: share,
    saleCostRate: share,
    /** Where the rank is not first and no prior amount is stated: prior claims as a share of the appraisal for each rank before ours. */
    seniorShareByMissingRank: share,
    /** Offline auction commission on the planned opening price of round 1, and the share of it that the proceeds bear (0: an online sale, or the buyer pays). */
    auctionCommission: feeScheduleSchema.prefault(commissionCaps),
    auctionCommissionBorneShare: share.prefault(0),
  }),
  saleTaxes: saleTaxTablesSchema.prefault([]),
  priorities: prioritiesSchema.prefault(noPriorities),
  /** Guarantors (保证人): each pays probability × recoveryRate × the smaller of remaining claim and cap, evenly over a window. */
  guarantors: z
    .object({
      probability: share,
      recoveryRate: share,
      firstMonth: months,
      windowMonths: z.number().int().min(1).max(120),
      /** Guarantors that count where a guarantee is stated and nobody is named. */
      unnamedCount: z.number().int().min(0).max(5).prefault(0),
    })
    .prefault({ probability: 0, recoveryRate: 0, firstMonth: 12, windowMonths: 24 }),
  /** Checks of a claim's validity: true takes what fails the check to zero. */
  validity: byKey(statedSwitches, z.boolean())
    .extend(byKey(laterSwitches, z.boolean().prefault(false)).shape)
    .prefault({ limitationExpired: true, enforcementPeriodExpired: true, guaranteeExpired: true }),
  timing: byKey(litigationStages, stageTimingSchema),
  courtDelays: z
    .array(courtDelaySchema)
    .max(1000)
    .superRefine(
      jointly("courtOnce", (delays) => {
        const names = delays.map((delay) => delay.court);
        return atFirstRow(delays, "court", ({ court }, _before, index) => names.indexOf(court) === index);
      }),
    )
    .prefault([]),
  curves: byKey(segments, recoveryCurveSchema),
  agedCurves: byKey(segments, agedCurvesSchema.prefault([])).prefault({}),
  interest: interestSchema.prefault(plainInterest),
  conditions: conditionsSchema.prefault(plainConditions),
  exits: exitsSchema.prefault(withoutExits),
  /** Suits for claims with neither collateral nor guarantors. */
  suits: z
    .object({
      /** No suit where its fees exceed what it brings. */
      onlyWhereWorthwhile: z.boolean(),
      /** Share of the cash of a loan that only a suit brings. */
      cashShare: share,
    })
    .prefault({ onlyWhereWorthwhile: false, cashShare: 0.2 }),
  courtFees: z.object({
    acceptance: feeScheduleSchema,
    preservation: feeScheduleSchema,
    enforcement: feeScheduleSchema,
    /** Share of cases in summary procedure or settled by mediation, which pay half the acceptance fee (Decree 481, Arts 15, 16). */
    acceptanceHalvedShare: share.prefault(0),
    /** Most that a bankruptcy petition costs (破产申请费); half of the acceptance fee on the estate below it (Decree 481, Art 14(6)). */
    petitionCapYuan: z.number().min(0).prefault(300_000),
  }),
  costs: z.object({
    /** Shares of gross recoveries. */
    servicerRateCash: share,
    servicerRateGuarantor: share.prefault(0),
    servicerRateCollateral: share,
    /** Incentive fee of the servicer: a share of receipts once they exceed a share of the package's principal. */
    incentiveFromShare: z.number().min(0).max(10).prefault(0),
    incentiveRate: share.prefault(0),
    counselRateCollateral: share,
    /** Paid once per loan file in `fileCostMonth`; a claim within one of the bands, which rise, costs what the first such band says. */
    fileCostYuan: z.number().min(0),
    fileCostBands: z
      .array(fileCostBandSchema)
      .max(8)
      .superRefine(
        jointly("bandsRise", (bands) => atFirstRow(bands, "claimUpToYuan", ({ claimUpToYuan }, before) => claimUpToYuan > (before?.claimUpToYuan ?? 0))),
      )
      .prefault([]),
    fileCostMonth: months,
    /** Per month for the whole package, from month 1 to `overheadMonths`. */
    overheadYuanPerMonth: z.number().min(0),
    overheadMonths: months,
  }),
  payment: paymentSchema.prefault(cashAtClosing),
  transition: transitionSchema.prefault(plainTransition),
  leverage: leverageSchema.prefault(withoutDebt),
  simulation: simulationSchema.prefault(plainSimulation),
});
export type Assumptions = z.infer<typeof assumptionsSchema>;

/** Groups that carry a source of their own. */
export const assumptionGroups = [
  "hurdleRate",
  "closing",
  "collateral",
  "saleTaxes",
  "priorities",
  "guarantors",
  "timing",
  "courtDelays",
  "interest",
  "curves",
  "agedCurves",
  "conditions",
  "exits",
  "suits",
  "validity",
  "courtFees",
  "costs",
  "payment",
  "transition",
  "leverage",
  "simulation",
] as const;
export type AssumptionGroup = (typeof assumptionGroups)[number];
export const assumptionSourcesSchema = byKey(assumptionGroups, assumptionSourceSchema.prefault(addedLaterSource));
export type AssumptionSources = z.infer<typeof assumptionSourcesSchema>;

/** Shifts of a case on the assumptions (METHOD §5). Zero everywhere is the base. */
const caseShiftsSchema = z.object(shiftSchemas);
export type CaseShifts = z.infer<typeof caseShiftsSchema>;
export const casesSchema = byKey(caseNames, caseShiftsSchema);
export type Cases = z.infer<typeof casesSchema>;

/** Shifts of one segment; the hurdle rate belongs to the package. */
const segmentShiftsSchema = caseShiftsSchema.omit({ hurdleRateShift: true }).partial();
export type SegmentShifts = z.infer<typeof segmentShiftsSchema>;
/** Shifts for all loans, and for some segments. A segment's entry replaces the shift of `all` for that segment, key by key. */
export const scenarioShiftsSchema = z.object({ all: caseShiftsSchema, segments: z.partialRecord(z.enum(segments), segmentShiftsSchema) });
export type ScenarioShifts = z.infer<typeof scenarioShiftsSchema>;

/** The shifts that hold for the loans of one segment. */
export function shiftsOf({ all, segments: own }: ScenarioShifts, segment: Segment): CaseShifts {
  const stated = Object.entries(own[segment] ?? {}).filter(([, shift]) => shift !== undefined);
  return { ...all, ...Object.fromEntries(stated) };
}
