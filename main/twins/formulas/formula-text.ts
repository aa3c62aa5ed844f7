import type { ColumnCells, FormulaScope } from "./column-cells.ts";
import { rangeOf, rowOf, tokensOf } from "./formula-tree.ts";

/** The text of a formula in a row of its table, from 0, as the workbook holds it: without "=". */
export type FormulaText = (row: number) => string;

const cellAt = ({ letter, table }: ColumnCells, row: number): string => `${letter}${table.firstRow + row}`;

/** Puts addresses in the place of references. */
export function formulaText(formula: string, scope: FormulaScope): FormulaText {
  const parts = tokensOf(formula).map(({ kind, text }): FormulaText => {
    if (kind === "row") {
      const { from, to, offset } = rowOf(text);
      const [first, last] = [scope.own(from), scope.own(to)];
      if (first === last) return (row) => cellAt(first, row + offset);
      return (row) => `${cellAt(first, row + offset)}:${cellAt(last, row + offset)}`;
    }
    if (kind === "range") {
      const { from, to } = rangeOf(text);
      const name = scope.nameOf(scope.column(from), scope.column(to));
      return () => name;
    }
    return () => text;
  });
  return (row) => parts.map((part) => part(row)).join("");
}
