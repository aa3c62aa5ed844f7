import { z } from "zod";
import { fillRules } from "../domain/codes.ts";
import { type FeatureContract, write } from "./channel.ts";
import { dealId } from "./deal-channels.ts";

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

const channels = {
  /** Asks for a file and writes the letter with an annex of the contracts of each gap (.xlsx); null where the user cancels. */
  "letters.saveGaps": write(dealId.extend({ letter: gapLetterSchema }), savedLetterSchema.nullable(), { changes: [] }),
} as const;

export const letterFeature = { channels, jobKinds: ["writeLetter"], errorCodes: [] } as const satisfies FeatureContract;
