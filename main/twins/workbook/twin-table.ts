import type { Scalar } from "../formulas/areas.ts";
import type { ColumnCells, FormulaScope, TablePlace } from "../formulas/column-cells.ts";
import { compileFormula } from "../formulas/compile-formula.ts";
import { type FormulaText, formulaText } from "../formulas/formula-text.ts";

/** How a cell shows what it holds. */
export type CellStyle = "text" | "money" | "number" | "share" | "factor" | "date" | "code";
/** What a cell is: a name or a head; a fact of the tape or a place in another table; what the desk may change; a result. */
export type CellRole = "label" | "fact" | "input" | "result";

/** Rows of a column that one formula works out. */
interface FormulaRun {
  readonly from: number;
  readonly to: number;
  readonly text: FormulaText;
  readonly work: Scalar;
}

export class TwinColumn implements ColumnCells {
  readonly table: TwinTable;
  readonly key: string;
  readonly head: string;
  readonly style: CellStyle;
  readonly role: CellRole;
  readonly letter: string;
  readonly values: Float64Array;
  /** Texts of a column of words; of a column of numbers where a row says something instead. */
  texts: readonly (string | null)[] | null = null;
  /** Styles of single rows, where they differ. */
  styles: readonly CellStyle[] | null = null;
  readonly runs: FormulaRun[] = [];
  /** Number of its first formula among those of its sheet. */
  firstFormula = 0;
  /** Rows whose value no formula works out though the column is of results. */
  readonly marked = new Set<number>();

  constructor(table: TwinTable, key: string, head: string, style: CellStyle, role: CellRole) {
    this.table = table;
    this.key = key;
    this.head = head;
    this.style = style;
    this.role = role;
    this.letter = columnLetter(table.columns.length);
    this.values = new Float64Array(table.rowCount).fill(Number.NaN);
  }
}

export interface ColumnHead {
  readonly key: string;
  readonly head: string;
  readonly style: CellStyle;
}

/** A column whose cells a formula works out. */
export interface CalculatedColumn extends ColumnHead {
  readonly formula: string;
}

/** Formulas of some columns that are worked out together, row by row. */
export interface CalculationStep {
  readonly table: TwinTable;
  readonly from: number;
  readonly to: number;
  readonly columns: readonly { readonly column: TwinColumn; readonly work: Scalar }[];
}

/** What a table needs of its workbook. */
export interface TableOwner {
  scopeOf(table: TwinTable): FormulaScope;
  addStep(step: CalculationStep): void;
}

/** A table of a sheet: heads, and under each a column of facts, inputs or formulas. */
export class TwinTable implements TablePlace {
  readonly key: string;
  readonly quotedSheet: string;
  readonly title: string | null;
  readonly rowCount: number;
  readonly columns: TwinColumn[] = [];
  /** Set once all tables of the sheet are known; formulas are written after that. */
  firstRow = 1;
  readonly #byKey = new Map<string, TwinColumn>();
  readonly #owner: TableOwner;

  constructor(owner: TableOwner, place: { readonly key: string; readonly quotedSheet: string; readonly title: string | null; readonly rowCount: number }) {
    this.#owner = owner;
    this.key = place.key;
    this.quotedSheet = place.quotedSheet;
    this.title = place.title;
    this.rowCount = place.rowCount;
  }

  column(key: string): TwinColumn {
    const found = this.#byKey.get(key);
    if (found === undefined) throw new Error(`no column ${key} in ${this.key}`);
    return found;
  }

  has(key: string): boolean {
    return this.#byKey.has(key);
  }

  texts(key: string, head: string, texts: readonly (string | null)[], role: CellRole = "label"): TwinColumn {
    const column = this.#add({ key, head, style: "text" }, role);
    column.texts = texts;
    return column;
  }

  /** Facts of the tape, or places in other tables. */
  facts(head: ColumnHead, values: ArrayLike<number>): TwinColumn {
    return this.#filled(head, "fact", values);
  }

  /** What the desk may change. */
  inputs(head: ColumnHead, values: ArrayLike<number>, styles: readonly CellStyle[] | null = null): TwinColumn {
    const column = this.#filled(head, "input", values);
    column.styles = styles;
    return column;
  }

  /** Results that no formula works out. */
  marks(head: ColumnHead, values: ArrayLike<number>): TwinColumn {
    const column = this.#filled(head, "result", values);
    column.values.forEach((value, row) => {
      if (!Number.isNaN(value)) column.marked.add(row);
    });
    return column;
  }

  /** A column of results whose formulas come row by row. */
  addEmpty(head: ColumnHead, styles: readonly CellStyle[] | null): void {
    this.#add(head, "result").styles = styles;
  }

  /** Columns of formulas; a column that is there already goes on in other rows. Rows that are marked keep their value. */
  calculate(columns: readonly CalculatedColumn[], from = 0, to = this.rowCount): void {
    if (from >= to) return;
    const scope = this.#owner.scopeOf(this);
    // All of them first: they may speak of one another.
    const made = columns.map((column) => ({ formula: column.formula, column: this.#byKey.get(column.key) ?? this.#add(column, "result") }));
    const steps = made.map(({ column, formula }) => {
      const work = compileFormula(formula, scope);
      column.runs.push({ from, to, text: formulaText(formula, scope), work });
      return { column, work };
    });
    this.#owner.addStep({ table: this, from, to, columns: steps });
  }

  /** A value in a column of results that its formula can't work out; before `calculate`. */
  mark(head: ColumnHead, row: number, value: number): void {
    const column = this.#byKey.get(head.key) ?? this.#add(head, "result");
    column.marked.add(row);
    column.values[row] = value;
  }

  #filled(head: ColumnHead, role: CellRole, values: ArrayLike<number>): TwinColumn {
    const column = this.#add(head, role);
    if (values.length !== this.rowCount) throw new Error(`${this.key}.${head.key} has ${values.length} values for ${this.rowCount} rows`);
    column.values.set(values);
    return column;
  }

  #add({ key, head, style }: ColumnHead, role: CellRole): TwinColumn {
    if (this.#byKey.has(key)) throw new Error(`${this.key}.${key} twice`);
    const column = new TwinColumn(this, key, head, style, role);
    this.columns.push(column);
    this.#byKey.set(key, column);
    return column;
  }
}

/** A … Z, AA …: the letters of a column, from 0. */
export function columnLetter(place: number): string {
  const rest = Math.floor(place / 26) - 1;
  return `${rest < 0 ? "" : columnLetter(rest)}${String.fromCharCode(65 + (place % 26))}`;
}
