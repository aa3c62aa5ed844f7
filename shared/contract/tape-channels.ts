import { z } from "zod";
import { tapeReportSchema } from "../domain/import-report.ts";
import { tapeDelimiters, tapeInspectionSchema, tapeMappingSchema } from "../domain/tape-mapping.ts";
import { type FeatureContract, read, write } from "./channel.ts";
import { dealId } from "./deal-channels.ts";

/** How a text list is read; null is detected. */
const textChoices = { encoding: z.enum(["utf-8", "gb18030"]).nullable(), delimiter: z.enum(tapeDelimiters).nullable() };
const tapeId = z.object({ tapeId: z.number().int().positive() });

/** A tape that was imported; `undoneAt` is set once the import is undone. */
const tapeRecordSchema = z.object({
  id: z.number().int(),
  dealId: z.number().int(),
  fileName: z.string(),
  fileSha256: z.string(),
  importedAt: z.string(),
  undoneAt: z.string().nullable(),
  report: tapeReportSchema,
});
export type TapeRecord = z.infer<typeof tapeRecordSchema>;

const channels = {
  /** Shows the open dialog; null where the user cancels. Only a path chosen there can be inspected. */
  "tapes.chooseFile": read(z.void(), z.object({ fileToken: z.string(), fileName: z.string() }).nullable()),
  /** The package that ships with the app, for a first try. */
  "tapes.chooseSample": read(z.void(), z.object({ fileToken: z.string(), fileName: z.string() })),
  "tapes.inspect": read(z.object({ fileToken: z.string(), ...textChoices }), tapeInspectionSchema),
  "tapes.import": write(dealId.extend({ fileToken: z.string(), ...textChoices, mapping: tapeMappingSchema }), tapeRecordSchema, {
    changes: ["tapes.list", "deals.list", "deals.get"],
  }),
  /** The tapes of a deal, newest first, undone ones included. */
  "tapes.list": read(dealId, z.array(tapeRecordSchema)),
  "tapes.undo": write(tapeId, tapeRecordSchema, { changes: ["tapes.list", "deals.list", "deals.get"] }),
} as const;

export const tapeFeature = {
  channels,
  jobKinds: ["inspectTape", "importTape"],
  errorCodes: ["tape.currencyMissing", "tape.cutOffMissing", "tape.otherCurrency", "tape.refused", "tape.inspectionExpired", "tape.notFound"],
} as const satisfies FeatureContract;
