import { type ColumnCells, type FormulaScope, type NamedCell, SumsByCriterion } from "../formulas/column-cells.ts";
import { type CalculationStep, type TableOwner, TwinColumn, TwinTable } from "./twin-table.ts";

/** A sheet: lines of text at its head, then tables one below the other. */
export interface TwinSheet {
  readonly name: string;
  readonly lines: string[];
  readonly tables: TwinTable[];
}

/** How many cells are worked out by formulas, and how many results are values. */
export interface CellCounts {
  readonly formulas: number;
  readonly marked: number;
}

const rowsPerStep = 2000;

/** A workbook whose formulas are worked out as they are written: in the order in which its columns were added. */
export class TwinBook implements TableOwner {
  readonly sheets: TwinSheet[] = [];
  readonly names = new Map<string, NamedCell>();
  /** Columns that formulas speak of, by the names that they have for them. */
  readonly rangeNames = new Map<string, { readonly from: TwinColumn; readonly to: TwinColumn }>();
  readonly #tables = new Map<string, TwinTable>();
  readonly #steps: CalculationStep[] = [];
  readonly #sums = new SumsByCriterion();

  sheet(name: string, lines: readonly string[] = []): TwinSheet {
    const sheet = { name, lines: [...lines], tables: [] };
    this.sheets.push(sheet);
    return sheet;
  }

  addTable(sheet: TwinSheet, key: string, title: string | null, rowCount: number): TwinTable {
    if (this.#tables.has(key)) throw new Error(`table ${key} twice`);
    const table = new TwinTable(this, { key, title, rowCount, quotedSheet: quotedName(sheet.name) });
    this.#tables.set(key, table);
    sheet.tables.push(table);
    return table;
  }

  table(key: string): TwinTable {
    const table = this.#tables.get(key);
    if (table === undefined) throw new Error(`no table ${key}`);
    return table;
  }

  hasTable(key: string): boolean {
    return this.#tables.has(key);
  }

  /** The sheet that a table stands on. */
  sheetOf(table: TwinTable): TwinSheet {
    const sheet = this.sheets.find(({ tables }) => tables.includes(table));
    if (sheet === undefined) throw new Error(`table ${table.key} is on no sheet`);
    return sheet;
  }

  nameCell(name: string, column: TwinColumn, row: number): void {
    if (this.names.has(name)) throw new Error(`name ${name} twice`);
    this.names.set(name, { column, row });
  }

  /** The value of a cell with a name. */
  valueOf(name: string): number {
    const { column, row } = this.#named(name);
    return column.values[row] ?? Number.NaN;
  }

  addStep(step: CalculationStep): void {
    this.#steps.push(step);
  }

  scopeOf(table: TwinTable): FormulaScope {
    return {
      own: (key) => table.column(key),
      column: (key) => this.#columnOf(key),
      between: columnsBetween,
      name: (name) => this.#named(name),
      nameOf: (from, to) => this.#rangeName(from, to),
      sums: this.#sums,
    };
  }

  /** Works out all formulas. `step` is told the share that is done. */
  evaluate(step: (share: number) => void): void {
    const rows = this.#steps.reduce((sum, { from, to, columns }) => sum + (to - from) * columns.length, 0);
    let done = 0;
    for (const { from, to, columns } of this.#steps) {
      this.#sums.clear();
      for (let row = from; row < to; row++) {
        for (const { column, work } of columns) if (!column.marked.has(row)) column.values[row] = work(row);
        if (row % rowsPerStep === 0) step((done + (row - from) * columns.length) / Math.max(1, rows));
      }
      done += (to - from) * columns.length;
    }
  }

  counts(): CellCounts {
    let [formulas, marked] = [0, 0];
    for (const table of this.#tables.values()) {
      for (const column of table.columns) {
        formulas += column.runs.reduce((sum, { from, to }) => sum + to - from, 0) - marksInRuns(column);
        marked += column.marked.size;
      }
    }
    return { formulas, marked };
  }

  #rangeName(from: ColumnCells, to: ColumnCells): string {
    if (!(from instanceof TwinColumn && to instanceof TwinColumn)) throw new Error("columns of no table");
    const name = [from.table.key, from.key, ...(from === to ? [] : ["to", to.key])].join("_").replaceAll(".", "_");
    const known = this.rangeNames.get(name);
    if (known !== undefined && (known.from !== from || known.to !== to)) throw new Error(`name ${name} for two ranges`);
    if (this.names.has(name)) throw new Error(`name ${name} for a cell and a range`);
    this.rangeNames.set(name, { from, to });
    return name;
  }

  #columnOf(key: string): TwinColumn {
    const dot = key.indexOf(".");
    return this.table(key.slice(0, dot)).column(key.slice(dot + 1));
  }

  #named(name: string): NamedCell {
    const cell = this.names.get(name);
    if (cell === undefined) throw new Error(`no name ${name}`);
    return cell;
  }
}

function marksInRuns({ runs, marked }: TwinColumn): number {
  let count = 0;
  for (const row of marked) if (runs.some(({ from, to }) => row >= from && row < to)) count += 1;
  return count;
}

function columnsBetween(from: ColumnCells, to: ColumnCells): readonly ColumnCells[] {
  if (from === to) return [from];
  if (!(from instanceof TwinColumn && to instanceof TwinColumn) || from.table !== to.table) throw new Error("columns of different tables");
  const { columns } = from.table;
  return columns.slice(columns.indexOf(from), columns.indexOf(to) + 1);
}

/** A sheet's name as formulas write it. */
const quotedName = (name: string): string => (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`);
