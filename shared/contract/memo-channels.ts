import { z } from "zod";
import { languages, moneyUnits } from "../domain/codes.ts";
import { memoSchema } from "../domain/memo.ts";
import { type FeatureContract, read, write } from "./channel.ts";

const memoRequestSchema = z.object({
  runId: z.number().int().positive(),
  /** The run from which its bid bridge leads; left out: the memo has none. */
  fromRunId: z.number().int().positive().optional(),
  language: z.enum(languages),
  moneyUnit: z.enum(moneyUnits),
});

const channels = {
  /** The memo of a saved run as data, for the preview on screen. */
  "memos.preview": read(memoRequestSchema, memoSchema),
  /** Asks for a file and writes the PDF; null where the user cancels. */
  "memos.savePdf": write(memoRequestSchema, z.object({ fileName: z.string(), pages: z.number().int(), fileToken: z.string() }).nullable(), { changes: [] }),
  /** Opens the system's print dialog; false where the user cancels. */
  "memos.print": write(memoRequestSchema, z.boolean(), { changes: [] }),
} as const;

export const memoFeature = {
  channels,
  jobKinds: ["printMemo"],
  errorCodes: ["memo.printFailed"],
} as const satisfies FeatureContract;
