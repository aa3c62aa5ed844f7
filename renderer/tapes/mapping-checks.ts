import { fieldsOfRole, missingFields } from "../../shared/domain/tape-doubts.ts";
import { additiveFields, amountFields, type HelpedField, helpedFields, type TapeField } from "../../shared/domain/tape-fields.ts";
import type { SheetInspection, SheetMapping, TapeMapping } from "../../shared/domain/tape-mapping.ts";
import { type Entered, isUnread } from "../ui/fields/unread.ts";

export type MappingProblem =
  | { readonly code: "noLoanSheet" | "noLoanRows" | "cutOffMissing" | "currencyMissing" | "otherCurrency" }
  | { readonly code: "fieldNotMapped" | "fieldMappedTwice"; readonly sheet: string; readonly field: TapeField }
  | { readonly code: "unitMissing" | "drawdownsOpen"; readonly sheet: string };

const isOneOf = (list: readonly string[], field: string) => list.includes(field);
export const isAmountField = (field: TapeField | null): boolean => field !== null && isOneOf(amountFields, field);

export const isHelpedField = (field: TapeField | null): field is HelpedField => field !== null && isOneOf(helpedFields, field);

/** A mapping whose cut-off date is being typed. */
export type MappingUnderEdit = Omit<TapeMapping, "cutOffDate"> & { readonly cutOffDate: Entered<string> };

/** What holds for the whole file and isn't stated. */
function fileProblems({ sheets, cutOffDate, currency }: MappingUnderEdit): MappingProblem[] {
  return [
    ...(sheets.some((sheet) => sheet.role === "loans") ? [] : [{ code: "noLoanSheet" as const }]),
    ...(cutOffDate === null || isUnread(cutOffDate) ? [{ code: "cutOffMissing" as const }] : []),
    ...(currency === "CNY" ? [] : [{ code: currency === "other" ? ("otherCurrency" as const) : ("currencyMissing" as const) }]),
  ];
}

type RowsOfSheet = Pick<SheetInspection, "name" | "dataRowCount" | "repeatedContract">;

/** Whether rows of one contract may be parts of one claim, so that the user says what they are. */
export function mayBeParts(
  { role, columns }: Pick<SheetMapping, "role" | "columns">,
  inspection: Pick<SheetInspection, "repeatedContract"> | undefined,
): boolean {
  const has = (wanted: TapeField) => columns.some(({ field }) => field === wanted);
  return role === "loans" && has("contractNo") && has("drawdownNo") && inspection?.repeatedContract !== undefined;
}

/** Lists of loans of which each has a header and nothing below it. */
function hasNoLoans({ sheets }: MappingUnderEdit, inspected: readonly RowsOfSheet[]): boolean {
  const loans = sheets.filter(({ role }) => role === "loans");
  return loans.length > 0 && loans.every(({ name }) => inspected.find((sheet) => sheet.name === name)?.dataRowCount === 0);
}

/** What keeps a mapping from being imported; main checks again. Of a list without a row nothing else is asked. */
export function mappingProblems(mapping: MappingUnderEdit, inspected: readonly RowsOfSheet[]): readonly MappingProblem[] {
  if (mapping.isOwn !== true && hasNoLoans(mapping, inspected)) return [{ code: "noLoanRows" }];
  const problems = fileProblems(mapping);
  // What the desk wrote itself needs no columns to be named.
  if (mapping.isOwn === true) return problems.filter(({ code }) => code !== "noLoanSheet");
  for (const sheet of mapping.sheets) {
    if (sheet.role === "notes") continue;
    const fields = sheet.columns.flatMap((column) => (column.field === null ? [] : [column.field]));
    for (const field of missingFields(sheet.role, new Set(fields))) problems.push({ code: "fieldNotMapped", sheet: sheet.name, field });
    for (const field of new Set(fields)) {
      if (!isOneOf(additiveFields, field) && fields.filter((one) => one === field).length > 1)
        problems.push({ code: "fieldMappedTwice", sheet: sheet.name, field });
    }
    const statesUnits = fields.includes("amountUnit");
    if (sheet.unit === null && !statesUnits && sheet.columns.some((column) => isAmountField(column.field) && column.unit === null && column.statesOwn !== true))
      problems.push({ code: "unitMissing", sheet: sheet.name });
    const inspection = inspected.find(({ name }) => name === sheet.name);
    if (sheet.drawdowns === undefined && mayBeParts(sheet, inspection)) problems.push({ code: "drawdownsOpen", sheet: sheet.name });
  }
  return problems;
}

/** Copy of the mapping with one sheet changed. */
export function withSheet(mapping: MappingUnderEdit, name: string, change: Partial<SheetMapping>): MappingUnderEdit {
  return { ...mapping, sheets: mapping.sheets.map((sheet) => (sheet.name === name ? { ...sheet, ...change } : sheet)) };
}

/** Copy of the sheet with one column changed; a column that stops being an amount loses its unit. */
export function withColumn(sheet: SheetMapping, index: number, change: Partial<SheetMapping["columns"][number]>): SheetMapping["columns"] {
  const known = sheet.columns.some((column) => column.index === index) ? sheet.columns : [...sheet.columns, { index, field: null, unit: null }];
  return known.map((column) => {
    if (column.index !== index) return column;
    const changed = { ...column, ...change };
    return isAmountField(changed.field) ? changed : { ...changed, unit: null };
  });
}

/**
 * The change that gives a sheet another role: fields that the role does not know are dropped, and a sheet that had none gets
 * those that its header names.
 */
export function changeOfRole(sheet: SheetMapping, role: SheetMapping["role"], inspection?: SheetInspection): Partial<SheetMapping> {
  const allowed = fieldsOfRole(role);
  const isBare = sheet.role === "notes" && sheet.columns.every(({ field }) => field === null);
  const columns =
    isBare && inspection !== undefined
      ? inspection.columns.map(({ index, field, statedUnit, statesOwn }) => ({ index, field, unit: isAmountField(field) ? statedUnit : null, statesOwn }))
      : sheet.columns;
  return {
    role,
    columns: columns.map((column) => (column.field === null || allowed.includes(column.field) ? column : { ...column, field: null, unit: null })),
  };
}
