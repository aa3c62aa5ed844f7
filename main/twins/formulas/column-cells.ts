/** Where a table of a workbook stands: its sheet as formulas write it, and the row of its first entry, from 1. */
export interface TablePlace {
  readonly quotedSheet: string;
  readonly firstRow: number;
}

/** A column of a table as formulas see it: its numbers, and where it stands. An empty cell is NaN. */
export interface ColumnCells {
  readonly table: TablePlace;
  readonly letter: string;
  readonly values: Float64Array;
}

/** A cell with a name. */
export interface NamedCell {
  readonly column: ColumnCells;
  readonly row: number;
}

/** What a formula may speak of. Each throws for what there is not: that is a mistake in the formula, never an input. */
export interface FormulaScope {
  /** A column of the formula's own table. */
  own(key: string): ColumnCells;
  /** A column of any table, "Table.column". */
  column(key: string): ColumnCells;
  /** Columns of one table from one to another. */
  between(from: ColumnCells, to: ColumnCells): readonly ColumnCells[];
  name(name: string): NamedCell;
  /** The name by which a workbook knows all of some columns: an address on another sheet can't be shared by the formulas of a column. */
  nameOf(from: ColumnCells, to: ColumnCells): string;
  /** Sums by criterion that were worked out already. */
  readonly sums: SumsByCriterion;
}

/** Sums of a column by the numbers of another, each pair once: a criterion asked row by row would read all rows each time. */
export class SumsByCriterion {
  #known = new Map<Float64Array, Map<Float64Array, ReadonlyMap<number, number>>>();

  /** Forgets all: columns are about to change. */
  clear(): void {
    this.#known = new Map();
  }

  of(summed: Float64Array, by: Float64Array): ReadonlyMap<number, number> {
    let ofColumn = this.#known.get(summed);
    if (ofColumn === undefined) this.#known.set(summed, (ofColumn = new Map()));
    let sums = ofColumn.get(by);
    if (sums === undefined) ofColumn.set(by, (sums = addUp(summed, by)));
    return sums;
  }
}

function addUp(summed: Float64Array, by: Float64Array): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  by.forEach((criterion, row) => {
    const part = summed[row] ?? 0;
    if (!Number.isNaN(part + criterion)) sums.set(criterion, (sums.get(criterion) ?? 0) + part);
  });
  return sums;
}
