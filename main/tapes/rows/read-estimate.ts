import type { ParsedEstimate } from "../../../shared/domain/parsed-tape.ts";
import type { TapeField } from "../../../shared/domain/tape-fields.ts";
import { parseMonths } from "../cells/parse-cells.ts";
import type { RowReader } from "./row-cells.ts";

const estimateFields = [
  "estimateMonths",
  "estimateProbability",
  "estimateSaleShare",
  "estimateHaircut",
  "estimateCostRate",
  "estimateFirstMonthRate",
  "estimateMonthlyDecay",
] as const satisfies readonly TapeField[];

/** Whether a list has a column for estimates at all; most have none. */
export function hasEstimates(columns: { has(field: TapeField): boolean }): boolean {
  return estimateFields.some((field) => columns.has(field));
}

/** What the sale loses: as stated, or what the stated part of the appraisal leaves. Both must say the same. */
function readHaircut(reader: RowReader): number | null {
  const haircut = reader.share("estimateHaircut");
  const saleShare = reader.share("estimateSaleShare");
  if (saleShare === null) return haircut;
  // A decimal's complement, not the float's: 1 − 0.7 is 0.30000000000000004.
  const lost = Number((1 - saleShare).toFixed(12));
  return haircut === null || Math.abs(haircut - lost) <= 1e-9 ? lost : null;
}

/** A group of estimates that counts only together: whole, or noted and left out. */
function wholeOrNone<const T extends readonly (number | null)[]>(reader: RowReader, field: TapeField, group: T): T | { readonly [K in keyof T]: null } {
  const stated = group.filter((value) => value !== null).length;
  if (stated === group.length) return group;
  if (stated > 0) reader.note(field, "estimateIncomplete");
  return group.map(() => null) as { readonly [K in keyof T]: null };
}

/** The desk's own estimate for a loan (个案估值); null where its row states none. */
export function readEstimate(reader: RowReader): ParsedEstimate | null {
  const collateral = [reader.number("estimateMonths", parseMonths, "notWholeNumber"), reader.share("estimateProbability"), readHaircut(reader)] as const;
  const cash = [reader.share("estimateFirstMonthRate"), reader.share("estimateMonthlyDecay")] as const;
  const [months, probability, haircut] = wholeOrNone(reader, "estimateMonths", collateral);
  const [firstMonthRate, monthlyDecay] = wholeOrNone(reader, "estimateFirstMonthRate", cash);
  const costRate = reader.share("estimateCostRate");
  if (months === null && firstMonthRate === null && costRate === null) return null;
  return { months, probability, haircut, costRate, firstMonthRate, monthlyDecay };
}
