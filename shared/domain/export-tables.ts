import { z } from "zod";
import { moneyUnits } from "./codes.ts";

/** How a cell leaves the desk: `money` in fen, `rate` as a decimal (0.12), `date` as YYYY-MM-DD; an `identifier` stays text, digit by digit. */
const exportKinds = ["text", "identifier", "money", "rate", "number", "months", "date"] as const;
export type ExportKind = (typeof exportKinds)[number];

const valueSchema = z.union([z.string().max(100_000), z.number(), z.null()]);

/** A cell of another kind than its column's, such as a share among amounts. */
const oddCellSchema = z.object({ kind: z.enum(exportKinds), value: valueSchema });
const exportCellSchema = z.union([valueSchema, oddCellSchema]);
export type ExportCell = z.infer<typeof exportCellSchema>;

export const exportColumnSchema = z.object({ head: z.string().max(300), kind: z.enum(exportKinds) });
export type ExportColumn = z.infer<typeof exportColumnSchema>;

/** Rows that the page hands over at once; lists beyond are read by the main process itself. */
const mostPageRows = 20_000;

const exportTableSchema = z.object({
  /** Names its sheet. */
  name: z.string().max(200),
  columns: z.array(exportColumnSchema).min(1).max(400),
  rows: z.array(z.array(exportCellSchema).max(400)).max(mostPageRows),
});
export type ExportTable = z.infer<typeof exportTableSchema>;

/** What a file's name is made of. */
export const fileNameSchema = z.array(z.string().max(200)).min(1).max(4);

/** What the page shows, on its way to a file. */
export const shownTablesSchema = z.object({
  fileName: fileNameSchema,
  unit: z.enum(moneyUnits),
  tables: z.array(exportTableSchema).min(1).max(20),
});
export type ShownTables = z.infer<typeof shownTablesSchema>;
