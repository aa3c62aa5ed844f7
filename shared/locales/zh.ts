import { codesZh } from "./codes-zh.ts";
import { deskZh } from "./desk-zh.ts";
import { errorsZh } from "./errors-zh.ts";
import { helpZh } from "./help-zh.ts";
import { memoZh } from "./memo-zh.ts";
import { pricingZh } from "./pricing-zh.ts";
import { tapeZh } from "./tape-zh.ts";
import { traceZh } from "./trace-zh.ts";

/** All texts in Chinese; what the other languages must match key by key. */
export const zh = {
  ...deskZh,
  code: codesZh,
  error: errorsZh,
  help: helpZh,
  memo: memoZh,
  pricing: pricingZh,
  ...tapeZh,
  trace: traceZh,
};
