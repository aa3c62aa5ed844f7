import type { SameKeys } from "../flatten-texts.ts";
import type { twinZh } from "../zh/twin-zh.ts";
import { twinBookEn } from "./twin-book-en.ts";
import { twinHeadsEn } from "./twin-heads-en.ts";

/** The Excel twin: what the page says of it, and what stands in the workbook. */
export const twinEn: SameKeys<typeof twinZh> = {
  "code.jobKind.writeTwin": "Writing the Excel twin",
  twin: { head: twinHeadsEn, ...twinBookEn },
};
