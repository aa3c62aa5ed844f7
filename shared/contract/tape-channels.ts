import { z } from "zod";
import { languages } from "../domain/codes.ts";
import { fileNameSchema } from "../domain/export-tables.ts";
import { tapeReportSchema } from "../domain/import-report.ts";
import { rememberedLayoutSchema } from "../domain/seller-words.ts";
import { tapeDelimiters, tapeInspectionSchema, tapeMappingSchema } from "../domain/tape-mapping.ts";
import { tapeStandings } from "../domain/tape-versions.ts";
import { type FeatureContract, read, write } from "./channel.ts";
import { dealId } from "./deal-channels.ts";
import { savedListSchema } from "./export-channels.ts";

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

/** A file that the user chose, or several that are read as one tape: the page knows them by token alone. */
const chosenFileSchema = z.object({ fileToken: z.string(), fileName: z.string() });
export type ChosenFile = z.infer<typeof chosenFileSchema>;

const tapeId = z.object({ tapeId: z.number().int().positive() });

/** A tape that was imported; `undoneAt` is set once the import is undone. */
const tapeRecordSchema = z.object({
  id: z.number().int(),
  dealId: z.number().int(),
  /** Empty: typed by hand, without any file. */
  fileName: z.string(),
  fileSha256: z.string(),
  importedAt: z.string(),
  undoneAt: z.string().nullable(),
  standing: z.enum(tapeStandings),
  report: tapeReportSchema,
});
export type TapeRecord = z.infer<typeof tapeRecordSchema>;

/** How lists like these of the deal's seller were mapped the last time. */
const mappingOfLastTimeSchema = rememberedLayoutSchema.extend(tapeMappingSchema.pick({ sheets: true }).shape).extend({ currency: z.enum(["CNY"]).nullable() });
export type MappingOfLastTime = z.infer<typeof mappingOfLastTimeSchema>;

/** All findings of a kind as a file, in the words of a language. */
const findingListRequestSchema = tapeId.extend({ kind: z.enum(["rejection", "warning"]), language: z.enum(languages), fileName: fileNameSchema });
export type FindingListRequest = z.infer<typeof findingListRequestSchema>;

const channels = {
  /** Shows the open dialog for several files, which are read as one tape, beside those of `addTo`; null where the user cancels. */
  "tapes.chooseFiles": read(z.object({ addTo: z.string().nullable() }), chosenFileSchema.nullable()),
  /** Shows the open dialog; null where the user cancels. Only a path chosen there can be inspected. */
  "tapes.chooseFile": read(z.void(), chosenFileSchema.nullable()),
  /** Takes the files that were dropped on the window as one tape. Their paths come from the preload script and never from the page. */
  "tapes.takeDropped": read(z.object({ paths: z.array(z.string().max(32_768)).max(10_000) }), chosenFileSchema),
  /** The next tape that the system gave the app to open; null where there is none. */
  "tapes.takeGiven": read(z.void(), chosenFileSchema.nullable()),
  /** The package that ships with the app, for a first try. */
  "tapes.chooseSample": read(z.void(), chosenFileSchema),
  /** A password is tried on a protected workbook, and kept for its import as long as the app runs: never stored, never logged. */
  "tapes.inspect": read(z.object({ fileToken: z.string(), ...textChoices, password: z.string().min(1).max(255).optional() }), tapeInspectionSchema),
  /** The mapping of last time for a file that was inspected; null where no such list was imported before. */
  "tapes.lastMapping": read(dealId.extend({ fileToken: z.string() }), mappingOfLastTimeSchema.nullable()),
  /** The file of a deal that was being mapped, also after its import, which may be undone. */
  "tapes.draft": read(dealId, keptTapeDraftSchema.nullable()),
  "tapes.keepDraft": write(dealId.extend({ fileToken: z.string(), draft: tapeDraftSchema }), z.void(), { changes: ["tapes.draft"] }),
  "tapes.dropDraft": write(dealId, z.void(), { changes: ["tapes.draft"] }),
  "tapes.import": write(dealId.extend({ fileToken: z.string(), ...textChoices, mapping: tapeMappingSchema }), tapeRecordSchema, {
    changes: ["tapes.list", "deals.list", "deals.get", "dictionary.layouts"],
  }),
  /** The tapes of a deal, newest first, undone ones included. */
  "tapes.list": read(dealId, z.array(tapeRecordSchema)),
  /** Asks for a file and writes the findings to it, as a workbook or as a list (.csv); null where the user cancels. */
  "tapes.exportFindings": write(findingListRequestSchema, savedListSchema.nullable(), { changes: [] }),
  /** Asks for a file and writes all rows of the deal's package with all fields, edits included; it can be imported again as it is. Null where the user cancels. */
  "tapes.exportTape": write(dealId.extend({ language: z.enum(languages), fileName: fileNameSchema }), savedListSchema.nullable(), { changes: [] }),
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
    "tape.versionWaiting",
    "drop.several",
    "drop.folder",
    "drop.unknownKind",
    "drop.noFile",
  ],
} as const satisfies FeatureContract;
