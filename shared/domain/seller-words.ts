import { z } from "zod";
import { codeFields, fieldRecord } from "./tape-fields.ts";

/** More words of its own than this no desk has. */
export const mostTaughtWords = 5000;

/** A word in which sellers state a code, taught by the desk. */
export const taughtWordSchema = z
  .object({
    field: z.enum(codeFields),
    word: z.string().trim().min(1).max(120),
    code: z.string(),
  })
  .refine(({ field, code }) => fieldRecord(field).codes?.includes(code) === true, { path: ["code"] });
export type TaughtWord = z.infer<typeof taughtWordSchema>;

/** What of a column is no longer as it was: it is new, it is gone, or states another unit. */
const columnChanges = ["new", "gone", "unit"] as const;

/** How a seller's list was mapped the last time, found again by its heads. */
export const rememberedLayoutSchema = z.object({
  seller: z.string(),
  fileName: z.string(),
  usedAt: z.string(),
  /** Columns that differ from last time. */
  differences: z.array(z.object({ sheet: z.string(), header: z.string(), change: z.enum(columnChanges) })),
});
export type RememberedLayout = z.infer<typeof rememberedLayoutSchema>;
