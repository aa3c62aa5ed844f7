import { z } from "zod";
import { type SheetList, sheetLists } from "./sheet-fields.ts";
import { type TapeField, tapeFields } from "./tape-fields.ts";

/**
 * What an exception says against a value: it can't be right by itself (`invalid`), it contradicts another value of its row
 * (`inconsistent`), or it lies far from those of the other rows (`unusual`), which may be right and so costs no points.
 */
type QualityAspect = "invalid" | "inconsistent" | "unusual";

interface QualityKindRecord {
  readonly list: SheetList;
  /** The field whose value is in doubt. */
  readonly field: TapeField;
  readonly aspect: QualityAspect;
  /** Fields of the row whose values tell it, in the order in which they are shown. */
  readonly shows: readonly TapeField[];
}

/** Kinds of exceptions (例外) of a tape's rows as they stand now, edits and all. */
const qualityKindTable = {
  citizenNumber: { list: "loan", field: "debtorId", aspect: "invalid", shows: ["debtorId"] },
  creditCode: { list: "loan", field: "debtorId", aspect: "invalid", shows: ["debtorId"] },
  identifierForm: { list: "loan", field: "debtorId", aspect: "invalid", shows: ["debtorId"] },
  claimTotal: { list: "loan", field: "claimTotal", aspect: "inconsistent", shows: ["principal", "interest", "fees", "claimTotal"] },
  maturityBeforeDrawdown: { list: "loan", field: "maturityDate", aspect: "inconsistent", shows: ["drawdownDate", "maturityDate"] },
  overdueBeforeDrawdown: { list: "loan", field: "overdueDate", aspect: "inconsistent", shows: ["drawdownDate", "overdueDate"] },
  judgmentBeforeDrawdown: { list: "loan", field: "judgmentDate", aspect: "inconsistent", shows: ["drawdownDate", "judgmentDate"] },
  deadlineBeforeJudgment: { list: "loan", field: "enforcementDeadline", aspect: "inconsistent", shows: ["judgmentDate", "enforcementDeadline"] },
  drawdownAfterCutOff: { list: "loan", field: "drawdownDate", aspect: "invalid", shows: ["drawdownDate"] },
  overdueAfterCutOff: { list: "loan", field: "overdueDate", aspect: "invalid", shows: ["overdueDate"] },
  judgmentAfterCutOff: { list: "loan", field: "judgmentDate", aspect: "invalid", shows: ["judgmentDate"] },
  daysPastDue: { list: "loan", field: "daysPastDue", aspect: "inconsistent", shows: ["overdueDate", "daysPastDue"] },
  securedWithoutItem: { list: "loan", field: "securityKind", aspect: "inconsistent", shows: ["securityKind"] },
  unsecuredWithItem: { list: "loan", field: "securityKind", aspect: "inconsistent", shows: ["securityKind"] },
  claimToPrincipal: { list: "loan", field: "interest", aspect: "unusual", shows: ["principal", "interest", "fees"] },
  appraisalAfterCutOff: { list: "collateral", field: "appraisalDate", aspect: "invalid", shows: ["appraisalDate"] },
  itemTwice: { list: "collateral", field: "address", aspect: "inconsistent", shows: ["collateralKind", "address", "assetNo"] },
  appraisalToClaim: { list: "collateral", field: "appraisal", aspect: "unusual", shows: ["collateralKind", "appraisal"] },
  pricePerArea: { list: "collateral", field: "area", aspect: "unusual", shows: ["collateralKind", "appraisal", "area"] },
  guaranteeBeforeDrawdown: { list: "guarantor", field: "guaranteeEnd", aspect: "inconsistent", shows: ["guarantors", "guaranteeEnd"] },
} as const satisfies Readonly<Record<string, QualityKindRecord>>;

export type QualityKind = keyof typeof qualityKindTable;
// The keys of the table, in its order.
export const qualityKinds = Object.keys(qualityKindTable) as readonly QualityKind[];
export const qualityKind = (kind: QualityKind): QualityKindRecord => qualityKindTable[kind];

/** Kinds that are told by a ratio, each with what it divides by what. */
export const ratioKinds = ["claimToPrincipal", "appraisalToClaim", "pricePerArea"] as const satisfies readonly QualityKind[];
export type RatioKind = (typeof ratioKinds)[number];

/**
 * When a ratio is unusual: its logarithm lies further from the median than `spreads` times the spread, which is 1.4826 times the
 * median of the distances to it (MAD; the standard deviation of a normal spread), and at least the logarithm of `leastFactor`, so
 * that lists of one price don't cry at every other. Groups of fewer than `leastRows` rows say nothing.
 */
export const ratioRule = { spreads: 5, leastFactor: 1.2, leastRows: 20 } as const;

/** Days by which days past due may differ from those from default to cut-off: lists count from the month's end, or from the next day. */
export const toleratedDays = 31;

/**
 * What a field weighs in the score: 5 for what is claimed, 4 for what it is worth, down to 1; a field that isn't listed weighs
 * nothing. Desk judgement: by what a missing value does to a bid.
 */
const qualityWeights: Readonly<Record<SheetList, Partial<Record<TapeField, number>>>> = {
  loan: {
    debtorName: 3,
    debtorId: 3,
    region: 1,
    principal: 5,
    interest: 3,
    claimTotal: 1,
    fiveTierClass: 2,
    securityKind: 2,
    drawdownDate: 1,
    maturityDate: 2,
    overdueDate: 2,
    litigationStage: 3,
    court: 1,
  },
  collateral: { collateralKind: 3, address: 2, appraisal: 4, appraisalDate: 2, area: 2, lienRank: 2, assetNo: 1 },
  guarantor: { guaranteeEnd: 1 },
};

const count = z.number().int().min(0);

/** One field of a list: how many rows state it, and of how many the value is in doubt. */
const qualityFieldSchema = z.object({
  list: z.enum(sheetLists),
  field: z.enum(tapeFields),
  rows: count,
  present: count,
  invalid: count,
  inconsistent: count,
  /** Invalid or inconsistent: a row may be both. */
  doubtful: count,
  /** Cells of the file that couldn't be read and so were left empty; what the report of the import lists one by one. */
  unread: count,
});
export type QualityField = z.infer<typeof qualityFieldSchema>;

/** Share of a field's rows whose value is there, valid and consistent; null for a list without rows. */
export const soundShare = ({ rows, present, doubtful }: QualityField): number | null => (rows === 0 ? null : (present - doubtful) / rows);

export const weightOf = ({ list, field }: Pick<QualityField, "list" | "field">): number => qualityWeights[list][field] ?? 0;

/** 0 to 100: the mean of the shares of sound values, by weight; lists without rows count for nothing. Null where nothing counts. */
export function qualityScore(fields: readonly QualityField[]): number | null {
  let [sum, weights] = [0, 0];
  for (const field of fields) {
    const share = soundShare(field);
    if (share === null) continue;
    sum += weightOf(field) * share;
    weights += weightOf(field);
  }
  return weights === 0 ? null : (100 * sum) / weights;
}

/** What is usual of a ratio in a group of rows; null for the bounds where there are too few. */
const ratioRangeSchema = z.object({
  kind: z.enum(ratioKinds),
  /** A kind of collateral; null: all rows. */
  group: z.string().nullable(),
  rows: count,
  median: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
export type RatioRange = z.infer<typeof ratioRangeSchema>;

const kindCountSchema = z.object({ kind: z.enum(qualityKinds), count, open: count });
export type KindCount = z.infer<typeof kindCountSchema>;

const confirmationSchema = z.object({
  id: z.number().int(),
  kind: z.enum(qualityKinds),
  /** How many exceptions it confirmed, and the contract where it was one. */
  rows: count,
  contractNo: z.string().nullable(),
  reason: z.string(),
  author: z.string(),
  confirmedAt: z.string(),
  /** It was made in an earlier version of the tape: `rows` are those that are the same in this one. */
  isCarried: z.boolean(),
});
export type QualityConfirmation = z.infer<typeof confirmationSchema>;

export const confirmReason = z.string().trim().min(1).max(500);

export const qualityReportSchema = z.object({
  tapeId: z.number().int(),
  score: z.number().nullable(),
  fields: z.array(qualityFieldSchema),
  /** Kinds of which there is any. */
  kinds: z.array(kindCountSchema),
  ratios: z.array(ratioRangeSchema),
  confirmations: z.array(confirmationSchema),
});
export type QualityReport = z.infer<typeof qualityReportSchema>;

/** What a run and a memo say of the exceptions of their package. */
export const qualityStateSchema = z.object({
  score: z.number().nullable(),
  count,
  open: count,
  kinds: z.array(kindCountSchema),
  confirmations: z.array(confirmationSchema.omit({ id: true, isCarried: true })).max(200),
});
export type QualityState = z.infer<typeof qualityStateSchema>;

export function qualityState({ score, kinds, confirmations }: QualityReport): QualityState {
  const sum = (of: (one: KindCount) => number) => kinds.reduce((all, one) => all + of(one), 0);
  return { score, count: sum((one) => one.count), open: sum((one) => one.open), kinds, confirmations: confirmations.slice(0, 200) };
}
