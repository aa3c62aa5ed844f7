import { z } from "zod";
import { languages, moneyUnits } from "../domain/codes.ts";
import { memoSchema } from "../domain/memo.ts";
import { memoFormSchema } from "../domain/memo-form.ts";
import { type FeatureContract, read, write } from "./channel.ts";
import { dealId } from "./deal-channels.ts";

const memoRequestSchema = z.object({
  runId: z.number().int().positive(),
  /** The run from which its bid bridge leads; left out: the memo has none. */
  fromRunId: z.number().int().positive().optional(),
  language: z.enum(languages),
  moneyUnit: z.enum(moneyUnits),
});

/** What is printed: in one language, or in both, the other behind the first in the same file. */
const printRequestSchema = memoRequestSchema.extend({ withTwin: z.boolean().optional() });

const channels = {
  /** The memo of a saved run as data, for the preview on screen. */
  "memos.preview": read(memoRequestSchema, memoSchema),
  /** Asks for a file and writes the PDF; null where the user cancels. */
  "memos.savePdf": write(printRequestSchema, z.object({ fileName: z.string(), pages: z.number().int(), fileToken: z.string() }).nullable(), { changes: [] }),
  /** Asks for a file and writes a Word document (.docx); null where the user cancels. */
  "memos.saveDocument": write(printRequestSchema, z.object({ fileName: z.string(), fileToken: z.string() }).nullable(), { changes: [] }),
  /** Opens the system's print dialog; false where the user cancels. */
  "memos.print": write(printRequestSchema, z.boolean(), { changes: [] }),
  /** How the desk wants the memo of a deal: sections, words, days, marks. */
  "memos.form": read(dealId, memoFormSchema),
  "memos.saveForm": write(dealId.extend({ form: memoFormSchema }), z.void(), { changes: ["memos.preview", "memos.formVersions"] }),
  /** The latest first, itself among them. */
  "memos.formVersions": read(dealId, z.array(z.object({ id: z.number().int(), savedAt: z.string(), savedBy: z.string(), form: memoFormSchema }))),
  /** Forms of the house. */
  "memos.templates": read(z.void(), z.array(z.object({ id: z.number().int(), name: z.string(), form: memoFormSchema }))),
  /** In place of the one of the same name. */
  "memos.saveTemplate": write(z.object({ name: z.string().trim().min(1).max(80), form: memoFormSchema }), z.void(), { changes: ["memos.templates"] }),
  "memos.removeTemplate": write(z.object({ templateId: z.number().int().positive() }), z.void(), { changes: ["memos.templates"] }),
} as const;

export const memoFeature = {
  channels,
  jobKinds: ["printMemo"],
  errorCodes: ["memo.printFailed", "memo.templateNotFound"],
} as const satisfies FeatureContract;
