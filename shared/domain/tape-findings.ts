import { z } from "zod";
import { rejectionCodes, tapeFields } from "./tape-fields.ts";

/** Why a whole file or mapping is refused. */
export const tapeErrorCodes = [
  "fileNotReadable",
  "emptyFile",
  "fileTooLarge",
  "unsupportedFile",
  "legacyXls",
  "webPage",
  "xmlSpreadsheet",
  "macroWorkbook",
  "binaryWorkbook",
  "openDocument",
  "pdfFile",
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
  ...rejectionCodes,
  "duplicateContract",
  "notANumber",
  "negativeAmount",
  "amountTooLarge",
  "formulaWithoutValue",
  "errorValue",
  "otherCurrency",
  "unitUnclear",
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
export const tapeFindingSchema = z.object({
  sheet: z.string(),
  row: z.number().int().positive().nullable(),
  field: z.enum(tapeFields).nullable(),
  code: z.enum(tapeFindingCodes),
  raw: z.string(),
});
export type TapeFinding = z.infer<typeof tapeFindingSchema>;
