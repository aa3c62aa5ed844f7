import type { Statement } from "better-sqlite3";
import { sql } from "kysely";
import type { WorkerConnection } from "../db/worker-connection.ts";
import { BlockReader, type BulkTable, type RowBlock } from "./row-block.ts";

/** Rows of one statement: calling SQLite for each row would take a third of the time. */
const rowsPerStatement = 32;

interface Insert {
  readonly many: Statement;
  readonly one: Statement;
}

/** Writes the rows of one tape, in batches that leave the file to others in between. */
export class BlockWriter {
  readonly #connection: WorkerConnection;
  readonly #tapeId: number;
  readonly #inserts = new Map<string, Insert>();

  constructor(connection: WorkerConnection, tapeId: number) {
    this.#connection = connection;
    this.#tapeId = tapeId;
  }

  /** `onBatch` may throw to leave. */
  insert(block: RowBlock, onBatch: () => void): void {
    const { many, one } = this.#insertOf(block);
    const reader = new BlockReader(block);
    const write = (_from: number, rows: number) => {
      if (rows === rowsPerStatement) many.run(reader.take(rows));
      else for (let at = 0; at < rows; at += 1) one.run(reader.take(1));
    };
    this.#connection.writeSteps(block.count, rowsPerStatement, write, onBatch);
  }

  /** Gives loans of a block the contract numbers that stand beside their ids. */
  rename({ columns, count }: RowBlock, onBatch: () => void): void {
    const byName = (name: string) => columns.filter((column) => column.name === name);
    const reader = new BlockReader({ columns: [...byName("contract_no"), ...byName("id")] });
    const statement = this.#connection.raw.prepare("UPDATE loan SET contract_no = ? WHERE id = ?");
    const write = (_from: number, rows: number) => {
      for (let at = 0; at < rows; at += 1) statement.run(reader.take(1));
    };
    this.#connection.writeSteps(count, rowsPerStatement, write, onBatch);
  }

  /** Blocks of a table differ in the columns that hold something. */
  #insertOf({ table, columns }: RowBlock): Insert {
    const names = columns.map(({ name }) => name);
    const key = [table, ...names].join(" ");
    const known = this.#inserts.get(key);
    if (known !== undefined) return known;
    const made = { many: this.#prepare(table, names, rowsPerStatement), one: this.#prepare(table, names, 1) };
    this.#inserts.set(key, made);
    return made;
  }

  #prepare(table: BulkTable, names: readonly string[], rows: number): Statement {
    const row = { tape_id: sql.lit(this.#tapeId), ...Object.fromEntries(names.map((name) => [name, null])) };
    // Kysely can't see that these columns fit the table; it compiles their names, not the values.
    const { sql: text } = this.#connection.kysely
      .insertInto(table)
      .values(Array.from({ length: rows }, () => row) as never)
      .compile();
    return this.#connection.raw.prepare(text);
  }
}
