import { z } from "zod";
import { segments } from "./codes.ts";
import { tapeUnits } from "./tape-units.ts";

/** Columns of a file of closed loans (已结贷款回收记录). */
export const recoveryFields = ["loanId", "segment", "balance", "startDate", "receipts", "receiptDate", "observedTo"] as const;
export type RecoveryField = (typeof recoveryFields)[number];

/** What is said of rows: most leave a loan out, the last only remarks on one that counts. Each has its sentence under `recoveries.finding.`. */
export const recoveryFindingCodes = [
  "segmentMissing",
  "balanceUnreadable",
  "balanceNotPositive",
  "receiptsUnreadable",
  "receiptsNegative",
  "loanIdMissing",
  "startDateMissing",
  "receiptDateMissing",
  "dateUnreadable",
  "receiptBeforeStart",
  "receiptAfterObservation",
  "duplicateLoan",
  "duplicateReceipt",
  "contradictsEarlierRow",
  "loanLeftOut",
  "watchedTooShortly",
  "receiptsAboveBalance",
] as const;
export type RecoveryFindingCode = (typeof recoveryFindingCodes)[number];

const recoveryFindingSchema = z.object({
  code: z.enum(recoveryFindingCodes),
  count: z.number().int().positive(),
  /** The first rows, as the file counts them. */
  rows: z.array(z.number().int()).max(10),
});
export type RecoveryFinding = z.infer<typeof recoveryFindingSchema>;

/** Columns by their place in the sheet; null: the file has none. */
const recoveryColumnsSchema = z.object({
  loanId: z.number().int().min(0).nullable(),
  segment: z.number().int().min(0).nullable(),
  balance: z.number().int().min(0).nullable(),
  startDate: z.number().int().min(0).nullable(),
  receipts: z.number().int().min(0).nullable(),
  receiptDate: z.number().int().min(0).nullable(),
  observedTo: z.number().int().min(0).nullable(),
} satisfies Record<RecoveryField, z.ZodType>);
export type RecoveryColumns = z.infer<typeof recoveryColumnsSchema>;

/** How a file is read; null is detected. `unit` is that of the amounts whose column states none. */
export const recoveryChoiceSchema = z.object({ columns: recoveryColumnsSchema.nullable(), unit: z.enum(tapeUnits).nullable() });
export type RecoveryChoice = z.infer<typeof recoveryChoiceSchema>;

/** What keeps a file from being calibrated on; each has its sentence under `recoveries.problem.`. */
const recoveryProblems = ["noHeader", "noBalance", "noReceipts", "noSegment", "unitUnclear", "noLoanId", "noStartDate", "noLoans"] as const;

/**
 * Counted loans below which nothing may be written: the error of a ratio is one of large samples, from about thirty on (Cochran,
 * Sampling Techniques, ch. 6), and of fewer loans one more would move the rate by as much as a set differs from another.
 */
export const leastLoansToUse = 30;

const backTestLineSchema = z.object({ loans: z.number().int(), predictedYuan: z.number(), realisedYuan: z.number() });
export type RecoveryBackTestLine = z.infer<typeof backTestLineSchema>;

const segmentRatesSchema = z.object({
  /** As the file names it. */
  segment: z.string(),
  loans: z.number().int(),
  balanceYuan: z.number(),
  receiptsYuan: z.number(),
  rate: z.number(),
  standardError: z.number().nullable(),
  /** Credibility Z; null for the only segment, which is the pool itself. */
  weight: z.number().nullable(),
  shrunkRate: z.number(),
  /** The model's segment that its name says; null where it says none. */
  proposed: z.enum(segments).nullable(),
});
export type RecoverySegment = z.infer<typeof segmentRatesSchema>;

/** What a file of closed loans says. */
export const recoveryReadingSchema = z.object({
  fileName: z.string(),
  sha256: z.string(),
  /** Headers of the sheet that was read, with their places. */
  headers: z.array(z.object({ index: z.number().int(), header: z.string() })),
  columns: recoveryColumnsSchema,
  unit: z.enum(tapeUnits).nullable(),
  /** Null: `calibration` says what the file tells. */
  problem: z.enum(recoveryProblems).nullable(),
  rows: z.number().int(),
  /** Rows that count for nothing, each under one of the findings. */
  rowsLeftOut: z.number().int(),
  findings: z.array(recoveryFindingSchema),
  calibration: z
    .object({
      /** Whether receipts have dates; without them the timing of the set stays. */
      isDated: z.boolean(),
      /** Months of age that the file tells of. */
      months: z.number().int(),
      /** The day to which loans are watched that state none; null where receipts have no dates, or all loans state theirs. */
      observedTo: z.iso.date().nullable(),
      loans: z.number().int(),
      balanceYuan: z.number(),
      receiptsYuan: z.number(),
      rate: z.number(),
      standardError: z.number().nullable(),
      /** √τ²: standard deviation of the segments' true rates. */
      betweenDeviation: z.number(),
      segments: z.array(segmentRatesSchema),
      /** Null with fewer loans than folds. */
      backTest: z
        .object({ folds: z.array(backTestLineSchema), segments: z.array(backTestLineSchema.extend({ segment: z.string() })), total: backTestLineSchema })
        .nullable(),
    })
    .nullable(),
});
export type RecoveryReading = z.infer<typeof recoveryReadingSchema>;
export type RecoveryCalibration = NonNullable<RecoveryReading["calibration"]>;
