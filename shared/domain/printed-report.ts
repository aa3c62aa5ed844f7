import { z } from "zod";
import { languages } from "./codes.ts";

/** A report that is laid out on pages as a memo is: a title, and parts that each have sentences or a table. All its texts are in its language. */
export const printedReportSchema = z.object({
  kind: z.literal("report"),
  language: z.enum(languages),
  /** Stands at the head of each page. */
  head: z.string(),
  mark: z.string(),
  title: z.string(),
  lines: z.array(z.string()),
  printedAt: z.string(),
  /** With the places {{page}} and {{pages}}. */
  pageOf: z.string(),
  parts: z.array(
    z.object({
      caption: z.string(),
      notes: z.array(z.string()),
      /** Widths are shares of the page in percent. */
      columns: z.array(z.object({ label: z.string(), width: z.number(), numeric: z.boolean() })),
      rows: z.array(z.array(z.string())),
    }),
  ),
});
export type PrintedReport = z.infer<typeof printedReportSchema>;
