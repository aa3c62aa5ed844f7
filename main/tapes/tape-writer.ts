import type { Database, Statement } from "better-sqlite3";
import type { Kysely } from "kysely";
import { type RowTable, storedFields } from "../../shared/domain/field-values.ts";
import type { ParsedCollateral, ParsedLoan } from "../../shared/domain/parsed-tape.ts";
import type { TapeFinding } from "../../shared/domain/tape-findings.ts";
import type { DeskSchema } from "../db/schema.ts";
import type { TapePlace } from "./staged-tape.ts";

/** A rejected row, or a remark on a kept one. */
type FindingKind = "rejection" | "warning";
type Cell = string | number | null;
type BulkTable = RowTable | "tape_finding";

const fieldsOf = {
  loan: storedFields("loan"),
  guarantor: storedFields("guarantor"),
  loan_estimate: storedFields("loan_estimate"),
  collateral: storedFields("collateral"),
  tape_finding: [],
} as const satisfies { readonly [Table in BulkTable]: ReturnType<typeof storedFields> | readonly [] };

/** Columns of a row beside those of its fields. */
type OwnCells<Table extends BulkTable> = { readonly [Column in keyof DeskSchema[Table]]?: Cell };

/** One INSERT per table, compiled by Kysely from the first row and prepared once; the own columns of a table's rows never differ in order. */
class PreparedInsert {
  readonly #kysely: Kysely<DeskSchema>;
  readonly #raw: Database;
  readonly #statements = new Map<BulkTable, Statement>();

  constructor(kysely: Kysely<DeskSchema>, raw: Database) {
    this.#kysely = kysely;
    this.#raw = raw;
  }

  /** `parsed` has the properties of the table's fields. */
  insert<Table extends BulkTable>(table: Table, own: OwnCells<Table>, parsed: object = {}): void {
    const values = parsed as Readonly<Record<string, Cell>>;
    const cells: unknown[] = Object.values(own);
    for (const { property } of fieldsOf[table]) cells.push(values[property]);
    this.#statement(table, own).run(cells);
  }

  #statement(table: BulkTable, own: object): Statement {
    const known = this.#statements.get(table);
    if (known !== undefined) return known;
    const columns = [...Object.keys(own), ...fieldsOf[table].map(({ column }) => column)];
    // Kysely can't see that these columns fit the table; it compiles their names, not the values.
    const row = Object.fromEntries(columns.map((column) => [column, null])) as never;
    const { sql } = this.#kysely.insertInto(table).values(row).compile();
    const prepared = this.#raw.prepare(sql);
    this.#statements.set(table, prepared);
    return prepared;
  }
}

/** Writes the rows of one tape inside the caller's transactions, which run on the same connection as `raw`. */
export class TapeWriter {
  readonly #insert: PreparedInsert;
  readonly #tapeId: number;
  readonly #loanIds = new Map<string, number>();
  #nextLoanId: number;

  constructor(connection: { readonly kysely: Kysely<DeskSchema>; readonly raw: Database }, { tapeId, firstLoanId }: TapePlace) {
    this.#insert = new PreparedInsert(connection.kysely, connection.raw);
    this.#tapeId = tapeId;
    this.#nextLoanId = firstLoanId;
  }

  writeLoan(loan: ParsedLoan): void {
    const tape_id = this.#tapeId;
    const id = this.#nextLoanId++;
    this.#loanIds.set(loan.contractNo, id);
    this.#insert.insert("loan", { id, tape_id, sheet: loan.sheet, row_number: loan.rowNumber }, loan);
    for (const guarantors of loan.guarantors) this.#insert.insert("guarantor", { tape_id, loan_id: id }, { ...loan, guarantors });
    for (const guarantor of loan.furtherGuarantors) this.#insert.insert("guarantor", { tape_id, loan_id: id }, guarantor);
    if (loan.estimate !== null) this.#insert.insert("loan_estimate", { loan_id: id, tape_id }, loan.estimate);
  }

  /** Loans come first: a joined row carries its loan's contract number. */
  writeCollateral(item: ParsedCollateral): void {
    const { link, sheet, rowNumber: row_number, assetKey: asset_key } = item;
    const loan_id = link === "joined" ? this.#loanIds.get(item.contractNo) : null;
    if (loan_id === undefined) throw new Error(`collateral row ${row_number} is joined to a loan that isn't there`);
    this.#insert.insert("collateral", { tape_id: this.#tapeId, loan_id, link, sheet, row_number, asset_key }, item);
  }

  writeFinding(kind: FindingKind, { sheet, row, field, code, raw }: TapeFinding): void {
    this.#insert.insert("tape_finding", { tape_id: this.#tapeId, kind, sheet, row, field, code, raw });
  }
}
