import { z } from "zod";
import { fillRules } from "../domain/codes.ts";
import { exportColumnSchema, shownTablesSchema } from "../domain/export-tables.ts";
import { type FeatureContract, write } from "./channel.ts";
import { dealId } from "./deal-channels.ts";
import { savedListSchema } from "./export-channels.ts";

const line = z.string().max(2000);

/** A letter to the seller in the words of its language, as the page shows it. */
const gapLetterSchema = z.object({
  /** What the file's name is made of. */
  fileName: z.array(z.string().max(120)).max(4),
  sheets: z.object({ letter: z.string().min(1).max(31), annex: z.string().min(1).max(28) }),
  paragraphs: z.array(line).max(100),
  heads: z.object({ number: line, contractNo: line, debtorName: line, principal: line, claim: line }),
  /** What is asked, in the order of the letter; each has its annex. */
  gaps: z
    .array(z.object({ rule: z.enum(fillRules), ask: line }))
    .min(1)
    .max(fillRules.length),
});
export type GapLetter = z.infer<typeof gapLetterSchema>;

const savedLetterSchema = z.object({ fileName: z.string(), contracts: z.number().int(), fileToken: z.string() });

/** The contracts that have a gap, as a table behind that of the gaps: number, debtor, principal and claim. */
const gapAnnexSchema = z.object({ rule: z.enum(fillRules), name: z.string().max(200), columns: z.array(exportColumnSchema).length(4) });
export type GapAnnex = z.infer<typeof gapAnnexSchema>;

const channels = {
  /** Asks for a file and writes the letter with an annex of the contracts of each gap (.xlsx); null where the user cancels. */
  "letters.saveGaps": write(dealId.extend({ letter: gapLetterSchema }), savedLetterSchema.nullable(), { changes: [] }),
  /** Asks for a file and writes the gaps with the contracts of each, as a workbook or as a list (.csv); null where the user cancels. */
  "letters.exportGaps": write(dealId.extend({ shown: shownTablesSchema, annexes: z.array(gapAnnexSchema).max(fillRules.length) }), savedListSchema.nullable(), {
    changes: [],
  }),
} as const;

export const letterFeature = { channels, jobKinds: ["writeLetter"], errorCodes: [] } as const satisfies FeatureContract;
