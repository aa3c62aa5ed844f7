import { z } from "zod";
import { caseNames, dealKinds, dealStages, dealStatuses } from "./codes.ts";
import { loanSortKeys } from "./loan-sort.ts";
import { bandedFields, edgesSchema, strataFields, strataMeasures } from "./strata.ts";

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

export const plainColumns: ColumnLayout = { order: [], hidden: [], widths: {} };

const registerLookSchema = z.object({
  text: z.string().max(200),
  kind: z.enum(["all", ...dealKinds]),
  stage: z.enum(["all", ...dealStages]),
  status: z.enum(["all", ...dealStatuses]),
  archived: z.boolean(),
  sort: z.object({ by: columnKey, descending: z.boolean() }).nullable(),
});

const dealLookSchema = z.object({
  dealId: z.number().int().positive(),
  caseName: z.enum(caseNames),
  loanSort: z.object({ by: z.enum(loanSortKeys), descending: z.boolean() }),
  loanSearch: z.string().max(100),
});
export type DealLook = z.infer<typeof dealLookSchema>;

/** How a deal was cut into strata last; bands whose edges were never typed have those of the app. */
const strataLookSchema = z.object({
  dealId: z.number().int().positive(),
  rows: z.enum(strataFields),
  columns: z.enum(strataFields).nullable(),
  measure: z.enum(strataMeasures),
  concentration: z.enum(strataFields),
  edges: z.partialRecord(z.enum(bandedFields), edgesSchema),
});
export type StrataLook = z.infer<typeof strataLookSchema>;

/** How the desk was left. */
export const deskLayoutSchema = z.object({
  /** Null: folded where the window is narrow. */
  isNavigationFolded: z.boolean().nullable(),
  areAssumptionsFolded: z.boolean(),
  /** Share of the bid view that the loans have; null: what the figures above leave. */
  loanShare: z.number().min(0).max(1).nullable(),
  columns: z.object({
    deals: columnLayoutSchema,
    loans: columnLayoutSchema,
    /** A desk that was left before there was a table has no layout of it. */
    debtors: columnLayoutSchema.default(plainColumns),
    sheetLoan: columnLayoutSchema.default(plainColumns),
    sheetCollateral: columnLayoutSchema.default(plainColumns),
    sheetGuarantor: columnLayoutSchema.default(plainColumns),
  }),
  /** What was told a new user and closed. */
  isStartGuideClosed: z.boolean(),
  /** Deals opened last, the latest first. */
  /** How the register is narrowed and ordered. */
  register: registerLookSchema,
  /** How the deal that was worked on last is looked at. */
  deal: dealLookSchema.nullable(),
  /** Of each deal, the one that was cut last in front. */
  strata: z.array(strataLookSchema).max(100),
  /** The deal whose steps the navigation shows. */
  openDealId: z.number().int().positive().nullable(),
  /** The set of assumptions that was open. */
  assumptionSetId: z.number().int().positive().nullable(),
  recentDealIds: z.array(z.number().int().positive()).max(10),
});
export type DeskLayout = z.infer<typeof deskLayoutSchema>;

export type LaidOutTable = keyof DeskLayout["columns"];

export const firstLayout: DeskLayout = {
  isNavigationFolded: null,
  areAssumptionsFolded: false,
  loanShare: null,
  columns: {
    deals: plainColumns,
    loans: plainColumns,
    debtors: plainColumns,
    sheetLoan: plainColumns,
    sheetCollateral: plainColumns,
    sheetGuarantor: plainColumns,
  },
  isStartGuideClosed: false,
  register: { text: "", kind: "all", stage: "all", status: "all", archived: false, sort: { by: "updatedAt", descending: true } },
  deal: null,
  strata: [],
  openDealId: null,
  assumptionSetId: null,
  recentDealIds: [],
};
