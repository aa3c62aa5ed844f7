import { z } from "zod";
import { mostTaughtWords, taughtWordSchema } from "./seller-words.ts";
import { tapeFields } from "./tape-fields.ts";
import { tapeUnits } from "./tape-units.ts";

export const sheetRoles = ["loans", "collateral", "guarantors", "repayments", "facts", "notes"] as const;
export type SheetRole = (typeof sheetRoles)[number];

/** Header rows and role of a sheet that the user set instead of what was found. */
export interface HeaderChoice {
  readonly name: string;
  readonly role: SheetRole;
  readonly headerRows: readonly number[];
}

const tapeEncodings = ["utf-8", "gb18030", "utf-16le", "utf-16be"] as const;
export type TapeEncoding = (typeof tapeEncodings)[number];

/** Signs that part the cells of a text list. */
export const tapeDelimiters = ["comma", "tab", "semicolon", "pipe", "caret", "tilde", "wideComma", "listComma"] as const;
export type TapeDelimiter = (typeof tapeDelimiters)[number];
export const delimiterSigns: Readonly<Record<TapeDelimiter, string>> = {
  comma: ",",
  tab: "\t",
  semicolon: ";",
  pipe: "|",
  caret: "^",
  tilde: "~",
  wideComma: "，",
  listComma: "、",
};

/** What a tape's amounts may be in: the desk prices yuan, so another currency is converted before. */
export const tapeCurrencies = ["CNY", "other"] as const;

/** Where a list begins that stands below another one in its sheet; the first row may be its title. */
const listOf = z.object({ sheet: z.string(), fromRow: z.number().int().positive() }).optional();

/** What rows of one contract are: loans of their own, or parts of one claim. */
export const drawdownChoices = ["loans", "claim"] as const;
export type DrawdownChoice = (typeof drawdownChoices)[number];

const columnIndex = z.number().int().min(0).max(1023);

/** What the user confirms. A unit on a column wins over the unit of its sheet; an amount column without either is refused. */
export const tapeMappingSchema = z.object({
  sheets: z
    .array(
      z.object({
        name: z.string(),
        role: z.enum(sheetRoles),
        /** One or two row numbers, empty only for a notes sheet; rows below the last one are read. */
        headerRows: z.array(z.number().int().positive()).max(3),
        unit: z.enum(tapeUnits).nullable(),
        columns: z
          .array(
            z.object({
              index: columnIndex,
              field: z.enum(tapeFields).nullable(),
              unit: z.enum(tapeUnits).nullable(),
              /** Each amount states its unit in its cell, so the column needs none; an amount that states none rejects its row. */
              statesOwn: z.boolean().optional(),
            }),
          )
          .max(1024),
        /** What to do with rows that the sheet doesn't show; they are read where nothing is said. */
        hiddenRows: z.enum(["read", "leave"]).optional(),
        /** What several drawdowns (借据) under one contract are; each a loan of its own where nothing is said. */
        drawdowns: z.enum(drawdownChoices).optional(),
        /** The units hold although the file states others or is silent on a doubt: amounts are taken as they are stored. */
        isConfirmed: z.boolean().optional(),
        listOf,
      }),
    )
    .max(2000),
  cutOffDate: z.iso.date().nullable(),
  /** The currency of all amounts that state none of their own: the file says it, or the user does. Mappings of earlier versions lack it. */
  currency: z.enum(tapeCurrencies).nullable().optional(),
  /** Words that the desk taught, as they were when the file was read: they go before the built-in ones. */
  words: z.array(taughtWordSchema).max(mostTaughtWords).optional(),
  /** The file is an export of the desk that nobody changed: it is read as it was written, whatever the sheets say here. */
  isOwn: z.boolean().optional(),
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
  /** Unit written in the header, its group or a row below it, and a currency that isn't the yuan. */
  statedUnit: z.enum(tapeUnits).nullable(),
  statedCurrency: z.string().nullable(),
  /** The sheet doesn't show the column. */
  isHidden: z.boolean(),
  /** Unit that the number format of the cells writes; such cells keep it whatever the column's unit is. */
  shownUnit: z.enum(tapeUnits).nullable(),
  /** The number format makes the amounts smaller and says no unit, or the header's unit isn't one of ours. */
  isUnitUnclear: z.boolean(),
  /** Every amount among the first rows states its own unit. */
  statesOwn: z.boolean(),
  samples: z.array(z.string()).max(5),
  /** Median and mean of the first amounts above zero as the file writes them, in no unit; null where it writes units itself. */
  typical: z.object({ median: z.number(), mean: z.number() }).nullable(),
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
  /** Of the rows below the header, those that the sheet doesn't show. */
  hiddenRowCount: z.number().int().min(0),
  /** Sums of which several columns may be the one: the user says which. */
  openFields: z.array(z.enum(tapeFields)),
  /** The one currency that the rows state, where it isn't the yuan: they may be converted already. */
  listCurrency: z.string().nullable(),
  /** A contract that several of the first rows have, told apart by a drawdown's number: the user says what they are. */
  repeatedContract: z.string().optional(),
  /** Units that a column of units states for its rows. */
  rowUnits: z.array(z.enum(tapeUnits)),
  statedUnit: z.enum(tapeUnits).nullable(),
  statedCurrency: z.string().nullable(),
  statedUnitText: z.string().nullable(),
  cutOffDate: z.iso.date().nullable(),
  titleLines: z.array(z.string()),
  listOf,
});
export type SheetInspection = z.infer<typeof sheetInspectionSchema>;

/** What a file is by its content: workbooks of today, of Excel 97 to 2003 and of OpenDocument, and text lists. */
const tapeFormats = ["xlsx", "xls", "ods", "csv"] as const;
export type TapeFormat = (typeof tapeFormats)[number];

const fileFactsSchema = z.object({
  fileName: z.string(),
  format: z.enum(tapeFormats),
  byteSize: z.number().int().positive(),
  /** Names of its sheets, as the mapping calls them. */
  sheets: z.array(z.string()),
});

export const tapeInspectionSchema = z.object({
  /** Of the first file. */
  format: z.enum(tapeFormats),
  encoding: z.enum(tapeEncodings).nullable(),
  delimiter: z.enum(tapeDelimiters).nullable(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  byteSize: z.number().int().positive(),
  /** The files that were read as one tape, in the order in which they were chosen. */
  files: z.array(fileFactsSchema),
  sheets: z.array(sheetInspectionSchema),
  suggestedMapping: tapeMappingSchema,
});
export type TapeInspection = z.infer<typeof tapeInspectionSchema>;
