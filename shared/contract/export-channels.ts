import { z } from "zod";
import { shownTablesSchema } from "../domain/export-tables.ts";
import { type FeatureContract, write } from "./channel.ts";

/** A list that was written; `rows` without its heads. */
export const savedListSchema = z.object({ fileName: z.string(), rows: z.number().int(), fileToken: z.string() });
export type SavedList = z.infer<typeof savedListSchema>;

const channels = {
  /** Asks for a file and writes what the page shows, as a workbook or as a list (.csv) by the name that is chosen; null where the user cancels. */
  "exports.save": write(shownTablesSchema, savedListSchema.nullable(), { changes: [] }),
} as const;

export const exportFeature = { channels, jobKinds: ["exportTable"], errorCodes: ["exports.unknownFormat"] } as const satisfies FeatureContract;
