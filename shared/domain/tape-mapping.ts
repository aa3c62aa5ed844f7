import { z } from "zod";
import { moneyUnits } from "./codes.ts";
import { tapeFields } from "./tape-fields.ts";

export const sheetRoles = ["loans", "collateral", "notes"] as const;
export type SheetRole = (typeof sheetRoles)[number];

const tapeEncodings = ["utf-8", "gb18030", "utf-16le", "utf-16be"] as const;
export type TapeEncoding = (typeof tapeEncodings)[number];

/** Signs that part the cells of a text list. */
export const tapeDelimiters = ["comma", "tab", "semicolon", "pipe", "caret"] as const;
export type TapeDelimiter = (typeof tapeDelimiters)[number];

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
  delimiter: z.enum(tapeDelimiters).nullable(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  byteSize: z.number().int().positive(),
  sheets: z.array(sheetInspectionSchema),
  suggestedMapping: tapeMappingSchema,
});
export type TapeInspection = z.infer<typeof tapeInspectionSchema>;
