import type { ColumnCells, FormulaScope } from "./column-cells.ts";
import type { FormulaNode } from "./formula-tree.ts";

/** Cells that lie together: of some columns the rows from `from` to before `to`. An empty one is NaN. */
export interface CellArea {
  readonly columns: readonly Float64Array[];
  readonly from: number;
  readonly to: number;
}

/** A formula's part by the row that the formula is in. */
export type InRow<Value> = (row: number) => Value;
export type Scalar = InRow<number>;

export const cellIn = (column: Float64Array | undefined, row: number): number => column?.[row] ?? Number.NaN;

const valuesOf = (columns: readonly ColumnCells[]): readonly Float64Array[] => columns.map(({ values }) => values);

/** The area that a node names; null where it is none. `scalar` works out the places that INDEX is asked for. */
export function areaOf(node: FormulaNode, scope: FormulaScope, scalar: (node: FormulaNode) => Scalar): InRow<CellArea> | null {
  if (node.kind === "range") {
    const columns = valuesOf(scope.between(scope.column(node.from), scope.column(node.to)));
    const area = { columns, from: 0, to: columns[0]?.length ?? 0 };
    return () => area;
  }
  if (node.kind === "row") {
    const columns = valuesOf(scope.between(scope.own(node.from), scope.own(node.to)));
    const { offset } = node;
    return (row) => ({ columns, from: row + offset, to: row + offset + 1 });
  }
  if (node.kind !== "between") return null;
  const [start, end] = [placeOf(node.start, scope, scalar), placeOf(node.end, scope, scalar)];
  return (row) => {
    const [one, other] = [start(row), end(row)];
    return { columns: one.columns.slice(one.column, other.column + 1), from: one.row, to: other.row + 1 };
  };
}

interface Place {
  readonly columns: readonly Float64Array[];
  readonly column: number;
  readonly row: number;
}

/** The cell that INDEX names. */
function placeOf(node: FormulaNode, scope: FormulaScope, scalar: (node: FormulaNode) => Scalar): InRow<Place> {
  if (node.kind !== "call" || node.name !== "INDEX") throw new Error("only INDEX reaches to INDEX");
  const [areaNode, rowNode, columnNode] = node.args;
  const area = areaNode === undefined ? null : areaOf(areaNode, scope, scalar);
  if (area === null || rowNode === undefined) throw new Error("INDEX without an area or a row");
  const rowIn = scalar(rowNode);
  const columnIn = columnNode === undefined ? () => 1 : scalar(columnNode);
  return (row) => {
    const { columns, from } = area(row);
    return { columns, column: columnIn(row) - 1, row: from + rowIn(row) - 1 };
  };
}

/** INDEX as a number; of a single row one place says the column. */
export function indexOf(args: readonly FormulaNode[], scope: FormulaScope, scalar: (node: FormulaNode) => Scalar): Scalar {
  const [areaNode, rowNode, columnNode] = args;
  const area = areaNode === undefined ? null : areaOf(areaNode, scope, scalar);
  if (area === null || areaNode === undefined || rowNode === undefined) throw new Error("INDEX without an area or a row");
  const rowIn = scalar(rowNode);
  if (areaNode.kind === "range" && columnNode === undefined) {
    const [column] = area(0).columns;
    return (row) => cellIn(column, rowIn(row) - 1);
  }
  if (columnNode === undefined)
    return (row) => {
      const { columns, from, to } = area(row);
      return to - from === 1 ? cellIn(columns[rowIn(row) - 1], from) : cellIn(columns[0], from + rowIn(row) - 1);
    };
  const columnIn = scalar(columnNode);
  return (row) => {
    const { columns, from } = area(row);
    return cellIn(columns[columnIn(row) - 1], from + rowIn(row) - 1);
  };
}

/** Calls back with each cell of an area, row by row; empty ones are NaN. */
export function eachCell({ columns, from, to }: CellArea, visit: (value: number) => void): void {
  for (let row = from; row < to; row++) for (const column of columns) visit(cellIn(column, row));
}

/** The numbers of an area. */
export function numbersIn(area: CellArea): number[] {
  const numbers: number[] = [];
  eachCell(area, (value) => {
    if (!Number.isNaN(value)) numbers.push(value);
  });
  return numbers;
}
