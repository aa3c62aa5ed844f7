import { z } from "zod";
import { languages, moneyUnits } from "../domain/codes.ts";
import { fileNameSchema } from "../domain/export-tables.ts";
import { confirmReason, qualityKinds, qualityReportSchema } from "../domain/quality.ts";
import { sheetLists } from "../domain/sheet-fields.ts";
import { tapeFields } from "../domain/tape-fields.ts";
import { type FeatureContract, read, write } from "./channel.ts";
import { dealId } from "./deal-channels.ts";
import { savedListSchema } from "./export-channels.ts";

/** Exceptions that one call answers at most. */
const mostQualityRows = 200;

const kind = z.enum(qualityKinds);
const rowId = z.number().int().positive();

const exceptionRowSchema = z.object({
  list: z.enum(sheetLists),
  rowId,
  loanId: z.number().int(),
  contractNo: z.string(),
  debtorName: z.string().nullable(),
  /** Where the row stood in its file; null for a guarantor and a row that was added by hand. */
  sheet: z.string().nullable(),
  row: z.number().int().nullable(),
  /** The values that tell it, as stored; identifiers that may be a person's are masked. */
  values: z.array(z.object({ field: z.enum(tapeFields), value: z.union([z.string(), z.number()]).nullable() })),
  /** Of a kind that is told by one. */
  ratio: z.number().nullable(),
  isOpen: z.boolean(),
});
export type ExceptionRow = z.infer<typeof exceptionRowSchema>;

const reportRequest = dealId.extend({
  language: z.enum(languages),
  unit: z.enum(moneyUnits),
  /** Numbers that may be a person's own are shown by their ends alone. */
  isMasked: z.boolean(),
  fileName: fileNameSchema,
});

const changes = ["quality.get", "quality.rows", "quality.state", "journal.next"] as const;

const channels = {
  /** The quality of the deal's package: fields, exceptions by kind, ratios, what was confirmed; deal.noTape where it has none. */
  "quality.get": read(dealId, qualityReportSchema),
  /** Exceptions of one kind in the order of the tape. */
  "quality.rows": read(
    dealId.extend({ kind, onlyOpen: z.boolean(), offset: z.number().int().min(0), limit: z.number().int().min(1).max(mostQualityRows) }),
    z.object({ total: z.number().int(), rows: z.array(exceptionRowSchema) }),
  ),
  /** How many exceptions there are and how many nobody has looked at; null for a deal without a package. Found in the background. */
  "quality.state": read(dealId, z.object({ score: z.number().nullable(), count: z.number().int(), open: z.number().int() }).nullable()),
  /** Confirms one exception, or all of a kind that are open; quality.nothingOpen where there is none by now. */
  "quality.confirm": write(dealId.extend({ kind, rowId: rowId.nullable(), reason: confirmReason }), z.object({ confirmed: z.number().int() }), { changes }),
  /** Asks for a file and writes the report to the seller, as a workbook or as lists (.csv); null where the user cancels. */
  "quality.saveReport": write(reportRequest, savedListSchema.nullable(), { changes: [] }),
  /** The same as a PDF. */
  "quality.printReport": write(reportRequest, z.object({ fileName: z.string(), pages: z.number().int(), fileToken: z.string() }).nullable(), { changes: [] }),
  /** Takes a confirmation back: what it covered is open again. */
  "quality.withdraw": write(dealId.extend({ confirmationId: rowId }), z.object({ opened: z.number().int() }), { changes }),
} as const;

export const qualityFeature = {
  channels,
  jobKinds: ["checkQuality"],
  errorCodes: ["quality.nothingOpen", "quality.notConfirmed"],
} as const satisfies FeatureContract;
