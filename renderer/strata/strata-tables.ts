import type { TFunction } from "i18next";
import type { MoneyUnit } from "../../shared/domain/codes.ts";
import type { ExportColumn, ExportTable } from "../../shared/domain/export-tables.ts";
import { isAmount, type StrataCut, type StrataFigures, type StrataMeasure, type StrataTable, strataMeasures } from "../../shared/domain/strata.ts";
import { strataLineText } from "../loans/strata-words.ts";
import { largestLines } from "./largest-lines.ts";

const ratios = ["priceToPrincipal", "priceToClaim"] as const;

/** A cut as a file gets it: the measure that is shown across the columns, every measure of the rows, and the largest lines of another cut. */
export function strataTables(table: StrataTable, largest: StrataTable | null, unit: MoneyUnit, t: TFunction): readonly ExportTable[] {
  return [
    ...(table.columnsBy === null ? [] : [crossOf(table, table.columnsBy, unit, t)]),
    measuresOf(table, unit, t),
    ...(largest === null ? [] : [largestOf(largest, unit, t)]),
  ];
}

const kindOf = (measure: StrataMeasure): ExportColumn["kind"] => (isAmount(measure) ? "money" : "number");
const figuresOf = (figures: StrataFigures | undefined) => [
  ...strataMeasures.map((measure) => figures?.[measure] ?? null),
  ...ratios.map((ratio) => figures?.[ratio] ?? null),
];

function measuresOf(table: StrataTable, unit: MoneyUnit, t: TFunction): ExportTable {
  const { rowsBy: rows } = table;
  const field = t(`strata.field.${rows.field}`);
  return {
    name: field,
    columns: [
      { head: field, kind: "text" },
      ...strataMeasures.map((measure) => ({ head: t(`strata.measure.${measure}`), kind: kindOf(measure) })),
      ...ratios.map((ratio) => ({ head: t(`strata.measure.${ratio}`), kind: "rate" as const })),
    ],
    rows: [
      ...table.rows.map((line, at) => [strataLineText(rows, line, unit, t), ...figuresOf(table.rowTotals[at])]),
      [t("strata.total"), ...figuresOf(table.total)],
    ],
  };
}

function crossOf(table: StrataTable, columns: StrataCut, unit: MoneyUnit, t: TFunction): ExportTable {
  const { rowsBy: rows, measure } = table;
  const names = { rows: t(`strata.field.${rows.field}`), columns: t(`strata.field.${columns.field}`) };
  const lineOf = (cells: readonly StrataFigures[] | undefined, total: StrataFigures | undefined) =>
    [...(cells ?? []), total].map((figures) => figures?.[measure] ?? null);
  return {
    name: t("strata.crossName", { ...names, measure: t(`strata.measure.${measure}`) }),
    columns: [
      { head: t("strata.corner", names), kind: "text" },
      ...table.columns.map((column) => ({ head: strataLineText(columns, column, unit, t), kind: kindOf(measure) })),
      { head: t("strata.total"), kind: kindOf(measure) },
    ],
    rows: [
      ...table.rows.map((line, at) => [strataLineText(rows, line, unit, t), ...lineOf(table.cells[at], table.rowTotals[at])]),
      [t("strata.total"), ...lineOf(table.columnTotals, table.total)],
    ],
  };
}

function largestOf(table: StrataTable, unit: MoneyUnit, t: TFunction): ExportTable {
  const { rowsBy: rows, measure } = table;
  return {
    name: t("strata.concentration"),
    columns: [
      { head: t(`strata.field.${rows.field}`), kind: "text" },
      { head: t("strata.measure.loans"), kind: "number" },
      { head: t(`strata.measure.${measure}`), kind: kindOf(measure) },
      { head: t("strata.share"), kind: "rate" },
      { head: t("strata.together"), kind: "rate" },
    ],
    rows: [
      ...largestLines(table).map(({ line, figures, share, together }) => [
        strataLineText(rows, line, unit, t),
        figures.loans,
        figures[measure],
        share,
        together,
      ]),
      [t("strata.indexName"), null, { kind: "number" as const, value: table.concentration }],
    ],
  };
}
