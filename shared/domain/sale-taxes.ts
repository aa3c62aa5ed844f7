import { z } from "zod";
import { byKey } from "./by-key.ts";
import { type CollateralKind, collateralKinds, type DebtorType, debtorTypes } from "./codes.ts";
import { atFirstRow, jointly } from "./joint-refusals.ts";

const share = z.number().min(0).max(1);
const byOwner = byKey(debtorTypes, share);

/** Taxes that a sale of collateral bears (处置税费), in the order in which they are taken from the price. */
export const saleTaxes = ["saleVat", "landVat", "stampDuty"] as const;
export type SaleTax = (typeof saleTaxes)[number];

/** What taking an asset for a debt and selling it again costs (以物抵债成本), in the order in which it is taken. */
export const takeOverCosts = ["deedTax", "carry", "resaleCost"] as const;
export type TakeOverCost = (typeof takeOverCosts)[number];

/** Taxes of sales from a day on, as shares of the price with tax, by kind of collateral and kind of owner. */
const saleTaxTableSchema = z.object({
  /** First day of a sale that it holds for. */
  from: z.iso.date(),
  /** Value-added tax with its surcharges (增值税及附加). */
  saleVat: byKey(collateralKinds, byOwner),
  /** Land value-added tax (土地增值税). */
  landVat: byKey(collateralKinds, byOwner),
  /** Stamp duty (印花税), whatever is sold. */
  stampDuty: share,
});
export type SaleTaxTable = z.infer<typeof saleTaxTableSchema>;

/** Tables by date, the earliest first; a sale before the first is taxed by it. None: no tax by kind. */
export const saleTaxTablesSchema = z
  .array(saleTaxTableSchema)
  .max(10)
  .superRefine(jointly("taxDaysRise", (tables) => atFirstRow(tables, "from", ({ from }, before) => from > (before?.from ?? ""))));

/** The table in force on a day (YYYY-MM-DD); the latest where no day is known. */
export function saleTaxTableOn(tables: readonly SaleTaxTable[], day: string | null): SaleTaxTable | null {
  if (day === null) return tables.at(-1) ?? null;
  return tables.findLast(({ from }) => from <= day) ?? tables[0] ?? null;
}

/** Rate of a tax on the price of what an owner sells. */
export function saleTaxRate(table: SaleTaxTable | null, tax: SaleTax, kind: CollateralKind, owner: DebtorType): number {
  if (table === null) return 0;
  return tax === "stampDuty" ? table.stampDuty : table[tax][kind][owner];
}
