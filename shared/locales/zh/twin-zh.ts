import { twinBookZh } from "./twin-book-zh.ts";
import { twinHeadsZh } from "./twin-heads-zh.ts";

/** The Excel twin: what the page says of it, and what stands in the workbook. */
export const twinZh = {
  "code.jobKind.writeTwin": "生成 Excel 复核表",
  twin: { head: twinHeadsZh, ...twinBookZh },
};
