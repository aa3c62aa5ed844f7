import { z } from "zod";

/** How a paragraph stands: the title, the heading of a section, that of a table, a note below one. */
const paragraphStyles = ["title", "heading", "caption", "body", "note", "price", "mark", "line"] as const;

const runSchema = z.object({ text: z.string(), isBold: z.boolean(), isItalic: z.boolean() });
/** A piece of a paragraph in one type; a line break in it is one. */
export type MemoRun = z.infer<typeof runSchema>;

const paragraphSchema = z.object({ kind: z.literal("text"), style: z.enum(paragraphStyles), runs: z.array(runSchema) });
export type MemoParagraph = z.infer<typeof paragraphSchema>;

const cellSchema = z.object({
  paragraphs: z.array(paragraphSchema),
  span: z.number().int().min(1),
  isNumeric: z.boolean(),
  isHead: z.boolean(),
});
export type MemoCell = z.infer<typeof cellSchema>;

const rowEmphases = ["total", "part", "group"] as const;
export type RowEmphasis = (typeof rowEmphases)[number];

const rowSchema = z.object({ emphasis: z.enum(rowEmphases).nullable(), cells: z.array(cellSchema) });

const tableSchema = z.object({
  kind: z.literal("table"),
  /** Shares of the width in percent, a column each. */
  widths: z.array(z.number().positive()).min(1),
  /** Repeated on every page. */
  headRows: z.number().int().min(0),
  rows: z.array(rowSchema),
});
export type MemoPartTable = z.infer<typeof tableSchema>;

const pictureSchema = z.object({
  kind: z.literal("picture"),
  /** What it shows, for a reader by ear. */
  label: z.string(),
  pngBase64: z.base64(),
  widthPx: z.number().positive(),
  heightPx: z.number().positive(),
});

export const memoPartsSchema = z.object({
  frame: z.object({
    head: z.string(),
    mark: z.string(),
    foot: z.string(),
    printedOn: z.string(),
    /** With the places {{page}} and {{pages}}. */
    pageOf: z.string(),
  }),
  parts: z.array(z.union([paragraphSchema, tableSchema, pictureSchema])),
});

/** A memo as it stands on its pages, less the pages: what a word processor lays out anew. */
export type MemoParts = z.infer<typeof memoPartsSchema>;
export type MemoPart = MemoParts["parts"][number];
