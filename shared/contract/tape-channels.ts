import { z } from "zod";
import { tapeReportSchema } from "../domain/import-report.ts";
import { tapeDelimiters, tapeInspectionSchema, tapeMappingSchema } from "../domain/tape-mapping.ts";
import { type FeatureContract, read, write } from "./channel.ts";
import { dealId } from "./deal-channels.ts";

/** How a text list is read; null is detected. */
const textChoices = { encoding: z.enum(["utf-8", "gb18030"]).nullable(), delimiter: z.enum(tapeDelimiters).nullable() };
/** How a file is to be read, while it is being stated: the date may be a text that is none yet, the mapping not there. */
export const tapeDraftSchema = z.object({
  ...textChoices,
  mapping: tapeMappingSchema.extend({ cutOffDate: z.union([z.iso.date(), z.object({ unread: z.string().max(200) })]).nullable() }).nullable(),
  /** Headers of the mapped sheets, by which another edition of the file is known again. */
  headers: z.array(z.object({ sheet: z.string(), headers: z.array(z.string()).max(1024) })).max(2000),
});
export type TapeDraft = z.infer<typeof tapeDraftSchema>;

/** A draft that was kept; `fileToken` is null where its file isn't there any more, the hash where it was never read. */
const keptTapeDraftSchema = tapeDraftSchema.extend({
  fileToken: z.string().nullable(),
  fileName: z.string(),
  sha256: z.string().nullable(),
  keptAt: z.string(),
});
export type KeptTapeDraft = z.infer<typeof keptTapeDraftSchema>;

/** A file that the user chose: the page knows it by token alone. */
const chosenFileSchema = z.object({ fileToken: z.string(), fileName: z.string() });
export type ChosenFile = z.infer<typeof chosenFileSchema>;

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
  "tapes.chooseFile": read(z.void(), chosenFileSchema.nullable()),
  /** Takes the one tape among the files that were dropped on the window. Their paths come from the preload script and never from the page. */
  "tapes.takeDropped": read(z.object({ paths: z.array(z.string().max(32_768)).max(10_000) }), chosenFileSchema),
  /** The package that ships with the app, for a first try. */
  "tapes.chooseSample": read(z.void(), chosenFileSchema),
  "tapes.inspect": read(z.object({ fileToken: z.string(), ...textChoices }), tapeInspectionSchema),
  /** The file of a deal that was being mapped, also after its import, which may be undone. */
  "tapes.draft": read(dealId, keptTapeDraftSchema.nullable()),
  "tapes.keepDraft": write(dealId.extend({ fileToken: z.string(), draft: tapeDraftSchema }), z.void(), { changes: ["tapes.draft"] }),
  "tapes.dropDraft": write(dealId, z.void(), { changes: ["tapes.draft"] }),
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
  errorCodes: [
    "tape.currencyMissing",
    "tape.cutOffMissing",
    "tape.otherCurrency",
    "tape.refused",
    "tape.inspectionExpired",
    "tape.notFound",
    "drop.several",
    "drop.folder",
    "drop.unknownKind",
    "drop.noFile",
  ],
} as const satisfies FeatureContract;
