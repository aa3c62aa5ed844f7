import { z } from "zod";
import {
  type CollateralHold,
  type CollateralKind,
  type DebtorType,
  type FiveTierClass,
  type LitigationStage,
  moneyUnits,
  type SecurityKind,
  type SeizureStatus,
} from "./codes.ts";

/** What a column of a loan list may hold. `interest`, `fees` and `guarantors` may come from several columns. */
export const loanFields = [
  "contractNo",
  "debtorName",
  "debtorId",
  "debtorType",
  "branch",
  "industry",
  "region",
  "product",
  "principal",
  "interest",
  "fees",
  "claimTotal",
  "fiveTierClass",
  "securityKind",
  "guarantors",
  "guaranteeCap",
  "guaranteeEnd",
  "drawdownDate",
  "maturityDate",
  "overdueDate",
  "daysPastDue",
  "litigationStage",
  "court",
  "limitationDate",
  "judgmentDate",
  "enforcementDeadline",
  "estimateMonths",
  "estimateProbability",
  "estimateSaleShare",
  "estimateHaircut",
  "estimateCostRate",
  "estimateFirstMonthRate",
  "estimateMonthlyDecay",
  "age",
  "remark",
] as const;
export type LoanField = (typeof loanFields)[number];

/** What a column of a collateral list may hold; `contractNo` joins it to the loan. */
export const collateralFields = [
  "contractNo",
  "collateralKind",
  "address",
  "appraisal",
  "area",
  "lienRank",
  "seniorClaims",
  "securedCap",
  "seizure",
  "appraisalDate",
  "assetNo",
  "hold",
  "priorityClaims",
  "rivalClaims",
] as const;
export type CollateralField = (typeof collateralFields)[number];

export const tapeFields = [
  ...loanFields,
  "collateralKind",
  "address",
  "appraisal",
  "area",
  "lienRank",
  "seniorClaims",
  "securedCap",
  "seizure",
  "appraisalDate",
  "assetNo",
  "hold",
  "priorityClaims",
  "rivalClaims",
] as const satisfies readonly (LoanField | CollateralField)[];
export type TapeField = (typeof tapeFields)[number];

/** Fields that hold money and so need a unit. */
export const amountFields = [
  "principal",
  "interest",
  "fees",
  "claimTotal",
  "guaranteeCap",
  "appraisal",
  "seniorClaims",
  "securedCap",
  "priorityClaims",
  "rivalClaims",
] as const satisfies readonly TapeField[];
export type AmountField = (typeof amountFields)[number];

/** Fields that hold a share: 0.7 or 70 %. */
export const shareFields = [
  "estimateProbability",
  "estimateSaleShare",
  "estimateHaircut",
  "estimateCostRate",
  "estimateFirstMonthRate",
  "estimateMonthlyDecay",
] as const satisfies readonly TapeField[];
export type ShareField = (typeof shareFields)[number];

/** Fields to which several columns may be mapped: amounts are added, names are joined. */
export const additiveFields = ["interest", "fees", "guarantors"] as const satisfies readonly TapeField[];

export const sheetRoles = ["loans", "collateral", "notes"] as const;
export type SheetRole = (typeof sheetRoles)[number];

const tapeEncodings = ["utf-8", "gb18030", "utf-16le", "utf-16be"] as const;
export type TapeEncoding = (typeof tapeEncodings)[number];

/** Why a whole file or mapping is refused. */
export const tapeErrorCodes = [
  "fileNotReadable",
  "emptyFile",
  "fileTooLarge",
  "unsupportedFile",
  "legacyXls",
  "encryptedWorkbook",
  "notXlsx",
  "notText",
  "damagedZip",
  "tooManyEntries",
  "unsafeEntryName",
  "duplicateEntryName",
  "encryptedEntry",
  "compressionRatio",
  "unpackedTooLarge",
  "externalLinks",
  "doctype",
  "damagedWorkbook",
  "tooManyRows",
  "tooManyColumns",
  "tooManyCells",
  "cellTooLong",
  "encodingUnknown",
  "encodingMismatch",
  "csvDamaged",
  "sheetNotFound",
  "noLoanSheet",
  "fieldNotMapped",
  "fieldMappedTwice",
  "fieldNotOfRole",
  "unitMissing",
  "cancelled",
] as const;
export type TapeErrorCode = (typeof tapeErrorCodes)[number];

/** What is said about one row or column of a tape that was read. */
export const tapeFindingCodes = [
  "missingContract",
  "duplicateContract",
  "missingPrincipal",
  "notANumber",
  "negativeAmount",
  "amountTooLarge",
  "formulaWithoutValue",
  "digitsLost",
  "claimTotalDiffers",
  "statedTotalDiffers",
  "invalidDate",
  "ambiguousDate",
  "unknownCode",
  "notWholeNumber",
  "notAShare",
  "estimateIncomplete",
  "capForSeveral",
  "columnCount",
  "missingDebtor",
  "collateralOrphan",
  "collateralOfRejectedLoan",
  "collateralShared",
  "cutOffDiffers",
] as const;
export type TapeFindingCode = (typeof tapeFindingCodes)[number];

/** One remark on a place in the file. `row` is the row number the user sees in Excel; null speaks of the whole sheet. */
const tapeFindingSchema = z.object({
  sheet: z.string(),
  row: z.number().int().positive().nullable(),
  field: z.enum(tapeFields).nullable(),
  code: z.enum(tapeFindingCodes),
  raw: z.string(),
});
export type TapeFinding = z.infer<typeof tapeFindingSchema>;

const columnIndex = z.number().int().min(0).max(1023);

/** What the user confirms. A unit on a column wins over the unit of its sheet; an amount column without either is refused. */
export const tapeMappingSchema = z.object({
  sheets: z
    .array(
      z.object({
        name: z.string(),
        role: z.enum(sheetRoles),
        /** One or two row numbers, empty only for a notes sheet; rows below the last one are read. */
        headerRows: z.array(z.number().int().positive()).max(2),
        unit: z.enum(moneyUnits).nullable(),
        columns: z.array(z.object({ index: columnIndex, field: z.enum(tapeFields).nullable(), unit: z.enum(moneyUnits).nullable() })).max(1024),
      }),
    )
    .max(255),
  cutOffDate: z.iso.date().nullable(),
});
export type TapeMapping = z.infer<typeof tapeMappingSchema>;
export type SheetMapping = TapeMapping["sheets"][number];

/** `certain` header is in the dictionary; `likely` part of it is; `ambiguous` two columns or two fields fit; `none` unknown. */
export const mappingConfidences = ["certain", "likely", "ambiguous", "none"] as const;
export type MappingConfidence = (typeof mappingConfidences)[number];

const columnInspectionSchema = z.object({
  index: columnIndex,
  /** Text of the lowest header row, and of the merged group above it. */
  header: z.string(),
  group: z.string().nullable(),
  field: z.enum(tapeFields).nullable(),
  confidence: z.enum(mappingConfidences),
  /** Other fields that fit. */
  alternatives: z.array(z.enum(tapeFields)),
  /** Unit written in the header or its group. */
  statedUnit: z.enum(moneyUnits).nullable(),
  samples: z.array(z.string()).max(5),
});
export type ColumnInspection = z.infer<typeof columnInspectionSchema>;

const sheetInspectionSchema = z.object({
  name: z.string(),
  hidden: z.boolean(),
  role: z.enum(sheetRoles),
  headerRows: z.array(z.number().int().positive()),
  columns: z.array(columnInspectionSchema),
  /** Non-empty rows in all and below the header. */
  rowCount: z.number().int().min(0),
  dataRowCount: z.number().int().min(0),
  statedUnit: z.enum(moneyUnits).nullable(),
  statedUnitText: z.string().nullable(),
  cutOffDate: z.iso.date().nullable(),
  titleLines: z.array(z.string()),
});
export type SheetInspection = z.infer<typeof sheetInspectionSchema>;

export const tapeInspectionSchema = z.object({
  format: z.enum(["xlsx", "csv"]),
  encoding: z.enum(tapeEncodings).nullable(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  byteSize: z.number().int().positive(),
  sheets: z.array(sheetInspectionSchema),
  suggestedMapping: tapeMappingSchema,
});
export type TapeInspection = z.infer<typeof tapeInspectionSchema>;

const count = z.number().int().min(0);
const fen = z.number().int();

/**
 * `agrees` stated = kept; `agreesWithRejected` stated = kept + the rejected rows that hold an amount; `differs` neither;
 * `notStated` the sheet has no totals row.
 */
export const reconciliationOutcomes = ["agrees", "agreesWithRejected", "differs", "notStated"] as const;

const reconciliationLineSchema = z.object({
  sheet: z.string(),
  field: z.enum(amountFields),
  statedFen: fen.nullable(),
  keptFen: fen,
  rejectedFen: fen,
  /** Rejected rows whose cell of this field holds no readable amount. */
  rejectedUnreadable: count,
  /** Stated − kept. */
  differenceFen: fen.nullable(),
  outcome: z.enum(reconciliationOutcomes),
});
export type ReconciliationLine = z.infer<typeof reconciliationLineSchema>;

const tapeCountsSchema = z.object({
  loanRows: count,
  loansKept: count,
  loansRejected: count,
  /** Distinct debtors of the kept loans, by identifier, else by name. */
  debtors: count,
  loansWithoutDebtor: count,
  collateralRows: count,
  collateralKept: count,
  collateralRejected: count,
  collateralJoined: count,
  collateralOrphans: count,
  collateralOnRejectedLoans: count,
  /** Rows that are neither loan nor collateral: totals, notes, repeated headers. */
  skippedRows: count,
});
export type TapeCounts = z.infer<typeof tapeCountsSchema>;

const tapeSumsSchema = z.object({
  principalFen: fen,
  interestFen: fen,
  feesFen: fen,
  /** Kept collateral rows in all, and those joined to a kept loan. */
  appraisalFen: fen,
  appraisalJoinedFen: fen,
});
export type TapeSums = z.infer<typeof tapeSumsSchema>;

/** Findings carried over IPC; the full lists are in the database. */
export const maxReportFindings = 1000;

export const tapeReportSchema = z.object({
  counts: tapeCountsSchema,
  sums: tapeSumsSchema,
  reconciliation: z.array(reconciliationLineSchema),
  rejections: z.array(tapeFindingSchema).max(maxReportFindings),
  warnings: z.array(tapeFindingSchema).max(maxReportFindings),
  /** How often each code occurs, also beyond the rows listed. */
  findingCounts: z.partialRecord(z.enum(tapeFindingCodes), count),
});
export type TapeReport = z.infer<typeof tapeReportSchema>;

/** The desk's own estimate for one loan (个案估值), shares as decimals; null: by the tables. Each group is whole or null. */
export interface ParsedEstimate {
  /** Whole collateral of the loan: month of the cash after cut-off, probability, part of the appraisal that is lost. */
  readonly months: number | null;
  readonly probability: number | null;
  readonly haircut: number | null;
  readonly costRate: number | null;
  /** Cash: share of the remaining claim in month 1, and each month's factor on the one before. */
  readonly firstMonthRate: number | null;
  readonly monthlyDecay: number | null;
}

/** One loan (笔) as read; null is missing. Amounts are whole fen, dates YYYY-MM-DD. */
export interface ParsedLoan {
  readonly sheet: string;
  readonly rowNumber: number;
  readonly contractNo: string;
  readonly debtorName: string | null;
  readonly debtorId: string | null;
  readonly debtorType: DebtorType | null;
  readonly branch: string | null;
  readonly industry: string | null;
  readonly region: string | null;
  readonly product: string | null;
  readonly principalFen: number;
  readonly interestFen: number | null;
  readonly feesFen: number | null;
  readonly claimTotalFen: number | null;
  readonly fiveTierClass: FiveTierClass | null;
  readonly securityKind: SecurityKind | null;
  readonly guarantors: readonly string[];
  /** Highest guaranteed amount (最高保证金额) and last day of the guarantee period: of each guarantor. */
  readonly guaranteeCapFen: number | null;
  readonly guaranteeEnd: string | null;
  readonly drawdownDate: string | null;
  readonly maturityDate: string | null;
  readonly overdueDate: string | null;
  readonly daysPastDue: number | null;
  readonly litigationStage: LitigationStage | null;
  readonly court: string | null;
  /** Last day of the limitation period (诉讼时效). */
  readonly limitationDate: string | null;
  /** Day on which the judgment took effect. */
  readonly judgmentDate: string | null;
  /** Last day to apply for enforcement (申请执行期限). */
  readonly enforcementDeadline: string | null;
  readonly estimate: ParsedEstimate | null;
  readonly age: number | null;
  readonly remark: string | null;
}

export type CollateralLink = "joined" | "orphan" | "rejectedLoan";

/** One collateral row as read; `contractNo` is the kept loan's own spelling where joined. */
export interface ParsedCollateral {
  readonly sheet: string;
  readonly rowNumber: number;
  readonly contractNo: string;
  readonly link: CollateralLink;
  readonly collateralKind: CollateralKind | null;
  readonly address: string | null;
  readonly appraisalFen: number | null;
  readonly areaSqm: number | null;
  readonly lienRank: number | null;
  readonly seniorClaimsFen: number | null;
  readonly securedCapFen: number | null;
  readonly seizure: SeizureStatus | null;
  readonly appraisalDate: string | null;
  /** Number of the certificate (产权证号) or of the item, as stated. */
  readonly assetNo: string | null;
  readonly hold: CollateralHold | null;
  readonly priorityClaimsFen: number | null;
  readonly rivalClaimsFen: number | null;
  /** Rows of one tape with the same number are the same asset; null: no other row is known to be it. */
  readonly assetKey: number | null;
}

export interface ParsedTape {
  readonly loans: readonly ParsedLoan[];
  readonly collateral: readonly ParsedCollateral[];
  readonly rejections: readonly TapeFinding[];
  readonly warnings: readonly TapeFinding[];
  readonly counts: TapeCounts;
  readonly sums: TapeSums;
  readonly reconciliation: readonly ReconciliationLine[];
  readonly cutOffDate: string | null;
}
