import type { TapeChoice } from "../../../shared/domain/import-report.ts";
import { type AmountField, additiveFields } from "../../../shared/domain/tape-fields.ts";
import type { ColumnInspection, SheetInspection } from "../../../shared/domain/tape-mapping.ts";
import type { TapeUnit } from "../../../shared/domain/tape-units.ts";
import type { SheetPlan } from "../header/sheet-plan.ts";

interface SheetFacts {
  readonly isHidden: boolean;
  /** Hidden rows that were read as records. */
  readonly hiddenRows: number;
}

/** The choices that a sheet's sums rest on: which columns and which units were taken, and what the sheet doesn't show. */
export function choicesOf(plan: SheetPlan, inspection: SheetInspection, { isHidden, hiddenRows }: SheetFacts): readonly TapeChoice[] {
  const choice = (code: TapeChoice["code"], text: string, { field = null, unit = null }: Partial<TapeChoice> = {}): TapeChoice => ({
    sheet: plan.name,
    code,
    field,
    unit,
    text,
  });
  const columnAt = (index: number) => inspection.columns.find((column) => column.index === index);
  const mapped = plan.amounts.map((field) => ({
    field,
    columns: (plan.columns.get(field) ?? []).flatMap(({ index, unit }) => {
      const column = columnAt(index);
      return column === undefined || unit === null ? [] : [{ column, unit }];
    }),
  }));
  return [
    ...mapped.flatMap(({ field, columns }) => columnChoices(field, columns, inspection, choice)),
    ...(plan.unitColumn === null
      ? unitChoices(
          plan,
          inspection,
          mapped.flatMap(({ columns }) => columns),
          choice,
        )
      : [choice("unitByRow", columnAt(plan.unitColumn)?.header ?? "")]),
    ...(hiddenRows > 0 ? [choice("hiddenRowsRead", String(hiddenRows))] : []),
    ...(isHidden ? [choice("hiddenSheetRead", plan.name)] : []),
    ...mapped.flatMap(({ field, columns }) => columns.flatMap(({ column }) => (column.isHidden ? [choice("hiddenColumnRead", column.header, { field })] : []))),
  ];
}

type MakeChoice = (code: TapeChoice["code"], text: string, facts?: Pick<Partial<TapeChoice>, "field" | "unit">) => TapeChoice;
interface TakenColumn {
  readonly column: ColumnInspection;
  readonly unit: TapeUnit;
}

function columnChoices(field: AmountField, columns: readonly TakenColumn[], inspection: SheetInspection, choice: MakeChoice): TapeChoice[] {
  const taken = columns.map(({ column }) => nameOf(column)).join(" + ");
  const isAdded = columns.length > 1 && additiveFields.some((one) => one === field);
  const indexes = new Set(columns.map(({ column }) => column.index));
  // The columns that a fresh look at the header would weigh against the ones taken.
  const others = inspection.columns.filter(({ index, alternatives, field: own }) => !indexes.has(index) && (alternatives.includes(field) || own === field));
  return [
    ...(isAdded ? [choice("columnsAdded", taken, { field })] : []),
    ...(others.length > 0 && columns.length > 0 ? [choice("columnPreferred", `${taken} ≠ ${others.map(nameOf).join(", ")}`, { field })] : []),
  ];
}

function nameOf({ group, header }: ColumnInspection): string {
  return group === null ? header : `${group}/${header}`;
}

function unitChoices(plan: SheetPlan, inspection: SheetInspection, columns: readonly TakenColumn[], choice: MakeChoice): TapeChoice[] {
  const byUnit = new Map<string, { readonly code: TapeChoice["code"]; readonly unit: TapeUnit; readonly names: string[] }>();
  for (const { column, unit } of columns) {
    const stated = column.statedUnit ?? inspection.statedUnit;
    const code = plan.isAsStored ? "unitConfirmed" : column.shownUnit !== null ? "unitShown" : stated === null ? "unitChosen" : "unitStated";
    const taken = code === "unitShown" ? (column.shownUnit ?? unit) : unit;
    const known = byUnit.get(`${code} ${taken}`) ?? { code, unit: taken, names: [] };
    known.names.push(nameOf(column));
    byUnit.set(`${code} ${taken}`, known);
  }
  return [...byUnit.values()].map(({ code, unit, names }) => choice(code, names.join(", "), { unit }));
}
