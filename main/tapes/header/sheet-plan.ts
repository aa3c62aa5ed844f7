import { fieldsOfRole, missingFields } from "../../../shared/domain/tape-doubts.ts";
import { type AmountField, additiveFields, amountFields, type ShareField, type TapeField } from "../../../shared/domain/tape-fields.ts";
import type { SheetMapping, TapeMapping } from "../../../shared/domain/tape-mapping.ts";
import type { TapeUnit } from "../../../shared/domain/tape-units.ts";
import { TaughtCodes } from "../cells/taught-codes.ts";
import type { RawCell, RawRow } from "../files/raw-sheet.ts";
import { TapeError } from "../files/tape-error.ts";

interface PlannedColumn {
  readonly index: number;
  /** Given for amount fields only, unless each row or cell states its own. */
  readonly unit: TapeUnit | null;
}

/** A confirmed sheet mapping, checked and turned round: which columns hold a field. */
export interface SheetPlan {
  readonly name: string;
  readonly role: Exclude<SheetMapping["role"], "notes">;
  readonly mapping: SheetMapping;
  readonly lastHeaderRow: number;
  readonly columns: ReadonlyMap<TapeField, readonly PlannedColumn[]>;
  readonly amounts: readonly AmountField[];
  /** Column that states the unit of each row's amounts; null where none does. */
  readonly unitColumn: number | null;
  /** The user confirmed the units, so an amount is in its column's unit as it is stored, whatever its format shows. */
  readonly isAsStored: boolean;
  /** Share fields whose header has a percent sign; known once the header rows have passed. */
  readonly percentFields: Set<ShareField>;
  /** The desk's own words for codes. */
  readonly taught: TaughtCodes;
}

/** Refuses a mapping that leaves a unit open. */
export function planSheets(mapping: TapeMapping): SheetPlan[] {
  const taught = new TaughtCodes(mapping.words ?? []);
  const plans = mapping.sheets.flatMap((sheet) => {
    const role = sheet.role;
    return role === "notes" ? [] : [planSheet(sheet, role, taught)];
  });
  if (!plans.some(({ role }) => role === "loans")) throw new TapeError("noLoanSheet");
  return plans;
}

function planSheet(sheet: SheetMapping, role: SheetPlan["role"], taught: TaughtCodes): SheetPlan {
  const allowed = new Set<TapeField>(fieldsOfRole(role));
  const columns = new Map<TapeField, PlannedColumn[]>();
  const statesUnits = sheet.columns.some(({ field }) => field === "amountUnit");
  for (const { index, field, unit, statesOwn = false } of sheet.columns) {
    if (field === null) continue;
    const values = { sheet: sheet.name, column: index + 1, field };
    if (!allowed.has(field)) throw new TapeError("fieldNotOfRole", values);
    const planned = columns.get(field) ?? [];
    if (planned.length > 0 && !additiveFields.some((name) => name === field)) {
      throw new TapeError("fieldMappedTwice", values);
    }
    const columnUnit = isAmountField(field) ? (unit ?? sheet.unit) : null;
    if (isAmountField(field) && columnUnit === null && !statesUnits && !statesOwn) throw new TapeError("unitMissing", values);
    columns.set(field, [...planned, { index, unit: columnUnit }]);
  }
  return {
    name: sheet.name,
    role,
    mapping: sheet,
    lastHeaderRow: Math.max(0, ...sheet.headerRows),
    columns,
    amounts: amountFields.filter((field) => columns.has(field)),
    unitColumn: columns.get("amountUnit")?.[0]?.index ?? null,
    isAsStored: sheet.isConfirmed === true,
    percentFields: new Set(),
    taught,
  };
}

/** Refuses a sheet whose contract number or principal no column holds. */
export function refuseMissing({ name, role, columns }: SheetPlan): void {
  const [missing] = missingFields(role, new Set(columns.keys()));
  if (missing !== undefined) throw new TapeError("fieldNotMapped", { sheet: name, field: missing });
}

function isAmountField(field: TapeField): field is AmountField {
  return amountFields.some((amount) => amount === field);
}

/** Cell of a field that one column holds; undefined where it isn't mapped or the row is shorter. */
export function cellOf(row: RawRow, plan: SheetPlan, field: TapeField): RawCell | undefined {
  const column = plan.columns.get(field)?.[0];
  return column === undefined ? undefined : row.cells[column.index];
}
