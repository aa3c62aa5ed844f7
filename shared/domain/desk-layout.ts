import { z } from "zod";

/** A column's name in its table. */
const columnKey = z.string().min(1).max(40);

/** How a table's columns were left. Columns that are not named stand where the table puts them. */
const columnLayoutSchema = z.object({
  order: z.array(columnKey).max(60),
  hidden: z.array(columnKey).max(60),
  /** In pixels. */
  widths: z.record(columnKey, z.number().int().min(30).max(2000)),
});
export type ColumnLayout = z.infer<typeof columnLayoutSchema>;

/** How the desk was left: nothing of a deal is in it. */
export const deskLayoutSchema = z.object({
  /** Null: folded where the window is narrow. */
  isNavigationFolded: z.boolean().nullable(),
  areAssumptionsFolded: z.boolean(),
  /** Share of the bid view that the loans have; null: what the figures above leave. */
  loanShare: z.number().min(0).max(1).nullable(),
  columns: z.object({ deals: columnLayoutSchema, loans: columnLayoutSchema }),
  /** What was told a new user and closed. */
  isStartGuideClosed: z.boolean(),
  /** Deals opened last, the latest first. */
  recentDealIds: z.array(z.number().int().positive()).max(10),
});
export type DeskLayout = z.infer<typeof deskLayoutSchema>;

export type LaidOutTable = keyof DeskLayout["columns"];

export const plainColumns: ColumnLayout = { order: [], hidden: [], widths: {} };

export const firstLayout: DeskLayout = {
  isNavigationFolded: null,
  areAssumptionsFolded: false,
  loanShare: null,
  columns: { deals: plainColumns, loans: plainColumns },
  isStartGuideClosed: false,
  recentDealIds: [],
};
