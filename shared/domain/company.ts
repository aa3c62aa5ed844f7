import { z } from "zod";
import { dealStages } from "./codes.ts";
import { irrSchema } from "./irr-schema.ts";

const fen = z.number().int();
const amount = fen.min(0).nullable();
const share = z.number().min(0).max(1);

/** What a company reports at a quarter end, in fen; null: not entered, and whatever needs it cannot be told. */
export const companyFigures = [
  "netAssetsFen",
  "borrowingsFen",
  "cashFen",
  "liquidAssetsFen",
  "outflow30Fen",
  "inflow30Fen",
  "relatedClaimsFen",
  "investedAllFen",
  "investedNplFen",
  "totalAssetsFen",
] as const;

export const companyQuarterSchema = z.object({
  /** The last day of a quarter. */
  quarterEnd: z.iso.date().refine((day) => /-(03-31|06-30|09-30|12-31)$/.test(day), { params: { problem: "notQuarterEnd" } }),
  /** Own funds (净资产) may be negative. */
  netAssetsFen: fen.nullable(),
  borrowingsFen: amount,
  cashFen: amount,
  /** Qualifying liquid assets, and what flows out and in within 30 days (合格流动资产, 未来30日流出流入). */
  liquidAssetsFen: amount,
  outflow30Fen: amount,
  inflow30Fen: amount,
  /** Claims on all related parties (关联方债权余额). */
  relatedClaimsFen: amount,
  /** New investment of the year to date: all, and in financial non-performing loans. */
  investedAllFen: amount,
  investedNplFen: amount,
  totalAssetsFen: amount,
  /** Somebody looked the figures up at their source. */
  isConfirmed: z.boolean(),
  source: z.string().trim().max(300),
});
export type CompanyQuarterInput = z.infer<typeof companyQuarterSchema>;
export const companyQuarterRowSchema = companyQuarterSchema.safeExtend({ id: z.number().int(), isSample: z.boolean() });
export type CompanyQuarter = z.infer<typeof companyQuarterRowSchema>;

/** Where money comes from (融资工具); capital is no debt. */
export const instrumentKinds = ["bank", "bond", "shareholderLoan", "capital"] as const;

const instrumentFieldsSchema = z.object({
  kind: z.enum(instrumentKinds),
  name: z.string().trim().min(1).max(120),
  limitFen: amount,
  drawnFen: fen.min(0),
  /** Nominal, a year; null: none. */
  rate: share.nullable(),
  /** Later than the last quarter: money that is still to come. */
  startsOn: z.iso.date().nullable(),
  maturesOn: z.iso.date().nullable(),
  covenants: z.string().trim().max(1000),
});
export const instrumentSchema = instrumentFieldsSchema.refine(({ limitFen, drawnFen }) => limitFen === null || drawnFen <= limitFen, {
  path: ["drawnFen"],
  params: { problem: "drawnAboveLimit" },
});
export type InstrumentInput = z.infer<typeof instrumentSchema>;
export const instrumentRowSchema = instrumentFieldsSchema.extend({ id: z.number().int(), isSample: z.boolean() });
export type Instrument = z.infer<typeof instrumentRowSchema>;

/** Quarters that a plan states its collections for and that are shown. */
export const plannedQuarters = 12;

/** What a company plans and how its deals are paid. */
export const companyPlanSchema = z.object({
  companyName: z.string().trim().max(120),
  /** Least cash at each quarter end. */
  floorFen: fen.min(0),
  /** The last reported quarter when the collections were planned; null: none was. */
  plannedAfter: z.iso.date().nullable(),
  /** Net collections of what is held already, by quarter after that one; null: not planned, and nothing can be told. */
  collectionsFen: z.array(amount).length(plannedQuarters),
  /** Part of collections that is income. */
  incomeShare: share,
  opexFen: fen.min(0),
  dividendsFen: fen.min(0),
  /** Share of maturing debt that is rolled over. */
  refinancingShare: share,
  /** Share of a deal's price that is borrowed where its own financing has no debt, and deal costs expensed per price. */
  dealDebtShare: share,
  expensedShare: share,
  /** Chance of a deal of the pipeline by its stage, in the order of `dealStages`: the house's own. */
  stageWeights: z.array(share).length(dealStages.length),
  /** Whom the 10 % rule takes for the client: each debtor of the package, or its seller. */
  clientReading: z.enum(["debtor", "seller"]),
  /** The list of what is owed already by debtor and group is complete, and who is related is said in it. */
  isExposureListComplete: z.boolean(),
});
export type CompanyPlan = z.infer<typeof companyPlanSchema>;

export const usualPlanOfCompany: CompanyPlan = {
  companyName: "",
  floorFen: 0,
  plannedAfter: null,
  collectionsFen: Array.from({ length: plannedQuarters }, () => null),
  incomeShare: 0.35,
  opexFen: 0,
  dividendsFen: 0,
  refinancingShare: 1,
  dealDebtShare: 0,
  expensedShare: 0,
  stageWeights: [0.1, 0.2, 0.3, 0.5, 0.5, 0.9, 1],
  clientReading: "debtor",
  isExposureListComplete: false,
};

/** What somebody owes already. */
export const exposureSchema = z.object({
  name: z.string().trim().min(1).max(160),
  /** Credit code or identity number, by which a debtor of a package is known to be the same. */
  identifier: z.string().trim().max(40),
  groupName: z.string().trim().max(160),
  balanceFen: fen.min(0),
  isRelated: z.boolean(),
});
export type ExposureInput = z.infer<typeof exposureSchema>;
export const exposureRowSchema = exposureSchema.extend({ id: z.number().int(), isSample: z.boolean() });
export type Exposure = z.infer<typeof exposureRowSchema>;

/** Stress on money that comes in and debt that falls due. */
export const stressSchema = z.object({ lateMonths: z.number().int().min(0).max(24), shortShare: share, isNotRolled: z.boolean() });
export type CompanyStress = z.infer<typeof stressSchema>;
export const noStress: CompanyStress = { lateMonths: 0, shortShare: 0, isNotRolled: false };

const quarterPointSchema = z.object({
  quarterEnd: z.iso.date(),
  cashFen: fen,
  borrowingsFen: fen,
  netAssetsFen: fen,
  interestFen: fen,
  maturitiesFen: fen,
  leverage: z.number().nullable(),
  leverageRoomFen: fen.nullable(),
  liquidity: z.number().nullable(),
});
export type QuarterPoint = z.infer<typeof quarterPointSchema>;

const capacityAnswerSchema = z.object({
  largestFen: fen.nullable(),
  binding: z.object({ bound: z.enum(["cash", "leverage", "liquidity"]), quarter: z.number().int() }).nullable(),
  isBrokenBefore: z.boolean(),
  byBound: z.object({ cash: fen.nullable(), leverage: fen.nullable(), liquidity: fen.nullable() }),
  isLiquidityUnknown: z.boolean(),
});
export type CapacityAnswer = z.infer<typeof capacityAnswerSchema>;

/** What a company picture lacks, in the order in which it is best entered. */
const companyGaps = ["quarter", "cash", "borrowings", "netAssets", "rate", "collections", "liquidAssets"] as const;
export type CompanyGap = (typeof companyGaps)[number];

export const companySchema = z.object({
  /** The latest first. */
  quarters: z.array(companyQuarterRowSchema),
  instruments: z.array(instrumentRowSchema),
  exposures: z.array(exposureRowSchema),
  plan: companyPlanSchema,
  cost: z.object({ drawnFen: fen, undrawnFen: fen, average: z.number().nullable(), marginal: z.number().nullable() }),
  /** What falls due, by the quarter's last day; null: no day is stated. */
  wall: z.array(z.object({ quarterEnd: z.iso.date().nullable(), kind: z.enum(instrumentKinds), fen })),
  gaps: z.array(z.enum(companyGaps)),
  hasSample: z.boolean(),
  /** Nothing is entered, no plan either: the sample may be loaded. */
  isEmpty: z.boolean(),
});
export type Company = z.infer<typeof companySchema>;

/** A deal of the pipeline as the company pays for it. */
const plannedDealSchema = z.object({
  dealId: z.number().int(),
  name: z.string(),
  stage: z.enum(dealStages),
  weight: z.number(),
  /** Null: no run of it was saved, so nothing is known of its money. */
  priceFen: fen.nullable(),
});
export type PlannedDeal = z.infer<typeof plannedDealSchema>;

export const capacityViewSchema = z.object({
  /** What isn't entered; without the first six there are no figures. */
  gaps: z.array(z.enum(companyGaps)),
  deals: z.array(plannedDealSchema),
  without: z.array(quarterPointSchema),
  with: z.array(quarterPointSchema),
  /** Largest price of the deal in question; null where none is, or nothing is known of it. */
  capacity: capacityAnswerSchema.nullable(),
});
export type CapacityView = z.infer<typeof capacityViewSchema>;

/** What a deal does to the company at its price. */
export const companyEffectSchema = z.object({
  companyName: z.string(),
  quarterEnd: z.iso.date().nullable(),
  isConfirmed: z.boolean(),
  isSample: z.boolean(),
  priceFen: fen,
  gaps: z.array(z.enum(companyGaps)),
  without: z.array(quarterPointSchema),
  with: z.array(quarterPointSchema),
  capacity: capacityAnswerSchema.nullable(),
  irr: irrSchema,
  averageCost: z.number().nullable(),
  marginalCost: z.number().nullable(),
  /** Rate of return less the cost of the next yuan; null where one of them isn't known. */
  spread: z.number().nullable(),
  /** Money bound over time, in fen × days. */
  capitalFenDays: z.number(),
  /** Price over the year's new investment with it; null where that isn't entered. */
  shareOfYear: z.number().nullable(),
  totalAssetsFen: fen.nullable(),
  netAssetsFen: fen.nullable(),
});
export type CompanyEffect = z.infer<typeof companyEffectSchema>;
