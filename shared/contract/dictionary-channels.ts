import { z } from "zod";
import { taughtWordSchema } from "../domain/seller-words.ts";
import { codeFields, tapeFields } from "../domain/tape-fields.ts";
import { type FeatureContract, read, write } from "./channel.ts";

const id = z.object({ id: z.number().int().positive() });

const ownWordSchema = taughtWordSchema.safeExtend({
  id: z.number().int(),
  taughtBy: z.string(),
  taughtAt: z.string(),
  /** What the reader takes the word for without being taught. */ builtInCode: z.string().nullable(),
});
export type OwnWord = z.infer<typeof ownWordSchema>;

const keptLayoutSchema = z.object({
  id: z.number().int(),
  seller: z.string(),
  fileName: z.string(),
  usedAt: z.string(),
  uses: z.number().int(),
  sheets: z.number().int(),
  columns: z.number().int(),
});
export type KeptLayout = z.infer<typeof keptLayoutSchema>;

/** A word of a tape that stands for no code that the reader knows. */
const unknownWordSchema = z.object({ field: z.enum(codeFields), word: z.string(), rows: z.number().int(), taughtCode: z.string().nullable() });
export type UnknownWord = z.infer<typeof unknownWordSchema>;

/** What the reader knows without being taught. */
const builtInWordsSchema = z.object({
  field: z.enum(tapeFields),
  headers: z.array(z.string()),
  codes: z.array(z.object({ code: z.string(), words: z.array(z.string()) })),
});
export type BuiltInWords = z.infer<typeof builtInWordsSchema>;

/** Words of a tape that are listed. */
export const mostUnknownWords = 200;

const channels = {
  /** The desk's own words, by field. */
  "dictionary.words": read(z.void(), z.array(ownWordSchema)),
  /** Teaches a word; one that was taught before gets another code. */
  "dictionary.teach": write(taughtWordSchema, ownWordSchema, { changes: ["dictionary.words", "dictionary.unknownWords"] }),
  "dictionary.forget": write(id, z.void(), { changes: ["dictionary.words", "dictionary.unknownWords"] }),
  "dictionary.builtIn": read(z.void(), z.array(builtInWordsSchema)),
  /** How sellers' lists were mapped, the last used first. */
  "dictionary.layouts": read(z.void(), z.array(keptLayoutSchema)),
  "dictionary.forgetLayout": write(id, z.void(), { changes: ["dictionary.layouts"] }),
  /** Words of an imported tape that no code stands for, those of most rows first. */
  "dictionary.unknownWords": read(z.object({ tapeId: z.number().int().positive() }), z.array(unknownWordSchema).max(mostUnknownWords)),
} as const;

export const dictionaryFeature = {
  channels,
  jobKinds: [],
  errorCodes: ["dictionary.noWord", "dictionary.tooMany"],
} as const satisfies FeatureContract;
