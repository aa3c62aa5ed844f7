import { type RowTable, storedFields } from "../../shared/domain/field-values.ts";
import { type CellKind, fieldRecord } from "../../shared/domain/tape-fields.ts";

export type BulkTable = RowTable | "tape_finding";

/** A column of texts end to end, with the length of each; −1: null. */
interface PackedTexts {
  readonly name: string;
  readonly text: string;
  readonly lengths: Int32Array;
}

/** NaN: null. */
interface PackedNumbers {
  readonly name: string;
  readonly numbers: Float64Array;
}

/** Rows of one table by column, as they cross between threads: as objects they would cost more than storing them does. */
export interface RowBlock {
  readonly table: BulkTable;
  readonly count: number;
  readonly columns: readonly (PackedTexts | PackedNumbers)[];
}

interface Column {
  readonly name: string;
  /** It held something: until then it is left out. */
  readonly isUsed: boolean;
  add(value: unknown): void;
  /** The values since the last block. */
  take(): PackedTexts | PackedNumbers;
}

class TextColumn implements Column {
  readonly name: string;
  isUsed = false;
  #texts: string[] = [];
  #lengths: number[] = [];

  constructor(name: string) {
    this.name = name;
  }

  add(value: unknown): void {
    if (typeof value === "string") {
      this.isUsed = true;
      this.#texts.push(value);
      this.#lengths.push(value.length);
    } else this.#lengths.push(-1);
  }

  take(): PackedTexts {
    const packed = { name: this.name, text: this.#texts.join(""), lengths: new Int32Array(this.#lengths) };
    this.#texts = [];
    this.#lengths = [];
    return packed;
  }
}

class NumberColumn implements Column {
  readonly name: string;
  isUsed = false;
  #numbers: number[] = [];

  constructor(name: string) {
    this.name = name;
  }

  add(value: unknown): void {
    const isNumber = typeof value === "number";
    this.isUsed ||= isNumber;
    this.#numbers.push(isNumber ? value : Number.NaN);
  }

  take(): PackedNumbers {
    const packed = { name: this.name, numbers: new Float64Array(this.#numbers) };
    this.#numbers = [];
    return packed;
  }
}

const numberKinds: readonly CellKind[] = ["amount", "share", "count", "months", "area", "rank"];

/** Columns beside those of a table's fields, and the properties that hold them. */
const ownColumns: Readonly<Record<BulkTable, Readonly<Record<string, string>>>> = {
  loan: { sheet: "sheet", row_number: "rowNumber" },
  guarantor: {},
  loan_estimate: {},
  collateral: { link: "link", sheet: "sheet", row_number: "rowNumber", asset_key: "assetKey" },
  tape_finding: { sheet: "sheet", row: "row", field: "field", code: "code", raw: "raw" },
};
const ownNumbers: readonly string[] = ["row_number", "row", "asset_key"];
/** What is known of a row beside what was read: its loan, or the kind of a finding. */
const keyColumns: Readonly<Record<BulkTable, string>> = {
  loan: "id",
  guarantor: "loan_id",
  loan_estimate: "loan_id",
  collateral: "loan_id",
  tape_finding: "kind",
};

/** Gathers rows of one table. */
export class RowPacker {
  readonly #table: BulkTable;
  readonly #key: Column;
  readonly #columns: readonly { readonly column: Column; readonly property: string }[];
  #count = 0;

  constructor(table: BulkTable) {
    this.#table = table;
    this.#key = table === "tape_finding" ? new TextColumn(keyColumns[table]) : new NumberColumn(keyColumns[table]);
    const own = Object.entries(ownColumns[table]).map(([name, property]) => ({
      property,
      column: ownNumbers.includes(name) ? new NumberColumn(name) : new TextColumn(name),
    }));
    const fields = table === "tape_finding" ? [] : storedFields(table);
    const ofFields = fields.map(({ field, property, column }) => ({
      property,
      column: numberKinds.includes(fieldRecord(field).kind) ? new NumberColumn(column) : new TextColumn(column),
    }));
    this.#columns = [...own, ...ofFields];
  }

  get count(): number {
    return this.#count;
  }

  /** `row` has the properties of the table's columns; what it lacks is null. */
  add(key: number | string | null, row: object): void {
    const values = row as Readonly<Record<string, unknown>>;
    this.#count += 1;
    this.#key.add(key);
    for (const { column, property } of this.#columns) column.add(values[property]);
  }

  /** The rows since the last block. */
  take(): RowBlock {
    const taken = [this.#key, ...this.#columns.map(({ column }) => column)].map((column) => ({ packed: column.take(), isUsed: column.isUsed }));
    const columns = taken.flatMap(({ packed, isUsed }) => (isUsed ? [packed] : []));
    const block = { table: this.#table, count: this.#count, columns };
    this.#count = 0;
    return block;
  }
}

export type Cell = string | number | null;

/** Gives a column's cells, from the first on. */
function cellReader(column: PackedTexts | PackedNumbers): () => Cell {
  let row = 0;
  if ("numbers" in column) {
    const { numbers } = column;
    return () => {
      const number = numbers[row++] ?? Number.NaN;
      return Number.isNaN(number) ? null : number;
    };
  }
  const { text, lengths } = column;
  let at = 0;
  return () => {
    const length = lengths[row++] ?? -1;
    if (length < 0) return null;
    at += length;
    return text.slice(at - length, at);
  };
}

/** Reads a block row by row. */
export class BlockReader {
  readonly #cells: readonly (() => Cell)[];

  constructor({ columns }: Pick<RowBlock, "columns">) {
    this.#cells = columns.map(cellReader);
  }

  /** The cells of the next rows, one row behind the other. */
  take(rows: number): Cell[] {
    const cells: Cell[] = [];
    for (let row = 0; row < rows; row += 1) for (const next of this.#cells) cells.push(next());
    return cells;
  }
}
