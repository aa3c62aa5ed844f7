import { partPlaces } from "../../shared/domain/claim-parts.ts";
import { type RowTable, storedFields } from "../../shared/domain/field-values.ts";
import { type CellKind, fieldRecord, type TapeField } from "../../shared/domain/tape-fields.ts";
import { type PlainRecord, slotKinds } from "./rows/plain-record.ts";

export type BulkTable = RowTable | "claim_part" | "tape_finding";

/** A column of texts end to end, with the length of each; −1: null. */
interface PackedTexts {
  readonly name: string;
  readonly text: string;
  readonly lengths: Int32Array;
}

/** A column of a few texts: each of them once, and which one each row has; −1: null. */
interface PackedChoices {
  readonly name: string;
  readonly texts: readonly string[];
  readonly choices: Int32Array;
}

/** NaN: null. */
interface PackedNumbers {
  readonly name: string;
  readonly numbers: Float64Array;
}

type PackedColumn = PackedTexts | PackedChoices | PackedNumbers;

/** Rows of one table by column, as they cross between threads: as objects they would cost more than storing them does. */
export interface RowBlock {
  readonly table: BulkTable;
  readonly count: number;
  readonly columns: readonly PackedColumn[];
}

const firstRows = 2048;
const noText = -1;

/** Cells of one column, from the first row of a block on. Those that nothing is put into are null. */
class TextColumn {
  readonly name: string;
  /** It held something: until then it is left out. */
  isUsed = false;
  readonly #texts: string[] = [];
  #lengths = new Int32Array(firstRows).fill(noText);
  /** Bytes that are no text yet. */
  #bytes = Buffer.alloc(1 << 14);
  #end = 0;

  constructor(name: string) {
    this.name = name;
  }

  put(row: number, value: unknown): void {
    if (typeof value !== "string") return;
    this.#flush();
    this.#texts.push(value);
    this.#setLength(row, value.length);
  }

  /** UTF-8 of so many signs. */
  putBytes(row: number, bytes: Uint8Array, from: number, to: number, signs: number): void {
    const length = to - from;
    if (this.#end + length > this.#bytes.length) this.#flush();
    if (length > this.#bytes.length) this.#bytes = Buffer.alloc(2 * length);
    for (let at = 0; at < length; at += 1) this.#bytes[this.#end + at] = bytes[from + at] ?? 0;
    this.#end += length;
    this.#setLength(row, signs);
  }

  #setLength(row: number, length: number): void {
    this.isUsed = true;
    if (row >= this.#lengths.length) this.#lengths = grown(this.#lengths, new Int32Array(2 * row), noText);
    this.#lengths[row] = length;
  }

  #flush(): void {
    if (this.#end === 0) return;
    this.#texts.push(this.#bytes.toString("utf8", 0, this.#end));
    this.#end = 0;
  }

  /** The cells of so many rows, the last block's end. */
  take(rows: number): PackedTexts {
    this.#flush();
    const packed = { name: this.name, text: this.#texts.join(""), lengths: this.#lengths.slice(0, rows) };
    this.#texts.length = 0;
    this.#lengths.fill(noText);
    return packed;
  }
}

/** Cells of a column whose rows repeat a few texts. */
class ChoiceColumn {
  readonly name: string;
  isUsed = false;
  readonly #texts = new Map<string, number>();
  #choices = new Int32Array(firstRows).fill(noText);

  constructor(name: string) {
    this.name = name;
  }

  put(row: number, value: unknown): void {
    if (typeof value !== "string") return;
    this.isUsed = true;
    let choice = this.#texts.get(value);
    if (choice === undefined) {
      choice = this.#texts.size;
      this.#texts.set(value, choice);
    }
    if (row >= this.#choices.length) this.#choices = grown(this.#choices, new Int32Array(2 * row), noText);
    this.#choices[row] = choice;
  }

  take(rows: number): PackedChoices {
    const packed = { name: this.name, texts: [...this.#texts.keys()], choices: this.#choices.slice(0, rows) };
    this.#texts.clear();
    this.#choices.fill(noText);
    return packed;
  }
}

class NumberColumn {
  readonly name: string;
  isUsed = false;
  #numbers = new Float64Array(firstRows).fill(Number.NaN);

  constructor(name: string) {
    this.name = name;
  }

  put(row: number, value: unknown): void {
    if (typeof value !== "number") return;
    this.isUsed = true;
    if (row >= this.#numbers.length) this.#numbers = grown(this.#numbers, new Float64Array(2 * row), Number.NaN);
    this.#numbers[row] = value;
  }

  take(rows: number): PackedNumbers {
    const packed = { name: this.name, numbers: this.#numbers.slice(0, rows) };
    this.#numbers.fill(Number.NaN);
    return packed;
  }
}

type Column = TextColumn | ChoiceColumn | NumberColumn;

function grown<T extends Int32Array | Float64Array>(old: T, larger: T, blank: number): T {
  larger.fill(blank);
  larger.set(old);
  return larger;
}

const numberKinds: readonly CellKind[] = ["amount", "share", "count", "months", "area", "rank"];

/** Columns beside those of a table's fields, and the properties that hold them. */
const ownColumns: Readonly<Record<BulkTable, Readonly<Record<string, string>>>> = {
  loan: { sheet: "sheet", row_number: "rowNumber" },
  guarantor: {},
  loan_estimate: {},
  collateral: { link: "link", sheet: "sheet", row_number: "rowNumber", asset_key: "assetKey" },
  repayment: { link: "link", sheet: "sheet", row_number: "rowNumber", contract_no: "contractNo", debtor_name: "debtorName", debtor_id: "debtorId" },
  claim_part: { sheet: "sheet", row_number: "rowNumber" },
  tape_finding: { sheet: "sheet", row: "row", field: "field", code: "code", raw: "raw" },
};
const ownNumbers: readonly string[] = ["row_number", "row", "asset_key"];
const ownTexts: readonly string[] = ["raw", "contract_no", "debtor_name", "debtor_id"];
/** Texts of which each row has its own. */
const textsOfRows: readonly TapeField[] = ["debtorName", "securedDebtor", "address", "remark"];

function ownColumn(name: string): Column {
  if (ownNumbers.includes(name)) return new NumberColumn(name);
  return ownTexts.includes(name) ? new TextColumn(name) : new ChoiceColumn(name);
}

function fieldColumn(field: TapeField, name: string): Column {
  const { kind } = fieldRecord(field);
  if (numberKinds.includes(kind)) return new NumberColumn(name);
  return kind === "code" || (kind === "text" && !textsOfRows.includes(field)) ? new ChoiceColumn(name) : new TextColumn(name);
}

/** What is known of a row beside what was read: its loan, or the kind of a finding. */
const keyColumns: Readonly<Record<BulkTable, string>> = {
  loan: "id",
  guarantor: "loan_id",
  loan_estimate: "loan_id",
  collateral: "loan_id",
  repayment: "loan_id",
  claim_part: "loan_id",
  tape_finding: "kind",
};

/** Gathers rows of one table. */
export class RowPacker {
  readonly #table: BulkTable;
  readonly #key: Column;
  readonly #columns: readonly { readonly column: Column; readonly property: string }[];
  readonly #sheet: Column | undefined;
  readonly #rowNumber: Column | undefined;
  #slots: { readonly properties: readonly string[]; readonly columns: readonly (Column | null)[] } | null = null;
  #count = 0;

  constructor(table: BulkTable) {
    this.#table = table;
    this.#key = table === "tape_finding" ? new ChoiceColumn(keyColumns[table]) : new NumberColumn(keyColumns[table]);
    const own = Object.entries(ownColumns[table]).map(([name, property]) => ({
      property,
      column: ownColumn(name),
    }));
    const fields = table === "tape_finding" ? [] : table === "claim_part" ? partPlaces : storedFields(table);
    const ofFields = fields.map(({ field, property, column }) => ({
      property,
      column: fieldColumn(field, column),
    }));
    this.#columns = [...own, ...ofFields];
    this.#sheet = own.find(({ property }) => property === "sheet")?.column;
    this.#rowNumber = own.find(({ property }) => property === "rowNumber")?.column;
  }

  get count(): number {
    return this.#count;
  }

  /** `row` has the properties of the table's columns; what it lacks is null. */
  add(key: number | string | null, row: object): void {
    const values = row as Readonly<Record<string, unknown>>;
    this.#key.put(this.#count, key);
    for (const { column, property } of this.#columns) column.put(this.#count, values[property]);
    this.#count += 1;
  }

  /** A loan as it was read from a line. */
  addRecord(key: number, record: PlainRecord): void {
    const row = this.#count;
    this.#key.put(row, key);
    this.#sheet?.put(row, record.sheet);
    this.#rowNumber?.put(row, record.rowNumber);
    const columns = this.#columnsOf(record);
    for (let slot = 0; slot < columns.length; slot += 1) {
      const column = columns[slot];
      const kind = record.kinds[slot];
      if (column === undefined || column === null || kind === slotKinds.nothing) continue;
      if (kind === slotKinds.number) column.put(row, record.numbers[slot]);
      else if (kind === slotKinds.value) column.put(row, record.values[slot]);
      else if (column instanceof TextColumn) column.putBytes(row, record.bytes, record.from[slot] ?? 0, record.to[slot] ?? 0, record.signs[slot] ?? 0);
    }
    this.#count = row + 1;
  }

  /** The columns of a record's slots; null where the table has none. */
  #columnsOf({ properties }: PlainRecord): readonly (Column | null)[] {
    if (this.#slots?.properties !== properties) {
      const columns = properties.map((name) => this.#columns.find(({ property }) => property === name)?.column ?? null);
      this.#slots = { properties, columns };
    }
    return this.#slots.columns;
  }

  /** The rows since the last block. */
  take(): RowBlock {
    const taken = [this.#key, ...this.#columns.map(({ column }) => column)].map((column) => ({ packed: column.take(this.#count), isUsed: column.isUsed }));
    const columns = taken.flatMap(({ packed, isUsed }) => (isUsed ? [packed] : []));
    const block = { table: this.#table, count: this.#count, columns };
    this.#count = 0;
    return block;
  }
}

export type Cell = string | number | null;

/** Puts a column's next cells, so many of them, into every `width`th place from one on. */
type CellFiller = (cells: Cell[], first: number, width: number, rows: number) => void;

function choiceFiller({ texts, choices }: PackedChoices): CellFiller {
  let row = 0;
  return (cells, first, width, rows) => {
    for (let at = first, end = row + rows; row < end; row += 1, at += width) {
      const choice = choices[row] ?? noText;
      cells[at] = choice < 0 ? null : (texts[choice] ?? null);
    }
  };
}

function numberFiller({ numbers }: PackedNumbers): CellFiller {
  let row = 0;
  return (cells, first, width, rows) => {
    for (let at = first, end = row + rows; row < end; row += 1, at += width) {
      const number = numbers[row] ?? Number.NaN;
      cells[at] = Number.isNaN(number) ? null : number;
    }
  };
}

function textFiller({ text, lengths }: PackedTexts): CellFiller {
  let [row, from] = [0, 0];
  return (cells, first, width, rows) => {
    for (let at = first, end = row + rows; row < end; row += 1, at += width) {
      const length = lengths[row] ?? noText;
      cells[at] = length < 0 ? null : text.slice(from, from + length);
      if (length > 0) from += length;
    }
  };
}

function fillerOf(column: PackedColumn): CellFiller {
  if ("choices" in column) return choiceFiller(column);
  return "numbers" in column ? numberFiller(column) : textFiller(column);
}

/** Reads a block row by row. */
export class BlockReader {
  readonly #fillers: readonly CellFiller[];
  #cells: Cell[] = [];

  constructor({ columns }: Pick<RowBlock, "columns">) {
    this.#fillers = columns.map(fillerOf);
  }

  /** The cells of the next rows, one row behind the other. They are good until the next ones are taken. */
  take(rows: number): readonly Cell[] {
    const width = this.#fillers.length;
    if (this.#cells.length !== rows * width) this.#cells = Array.from({ length: rows * width }, () => null);
    for (const [column, fill] of this.#fillers.entries()) fill(this.#cells, column, width, rows);
    return this.#cells;
  }
}
