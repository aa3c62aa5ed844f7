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

  /** Loans stand first: other rows point to them. `onBatch` may throw to leave. */
  insert(blocks: readonly RowBlock[], onBatch: () => void): void {
    this.#connection.writeSteps(this.#inserting(blocks), onBatch);
  }

  *#inserting(blocks: readonly RowBlock[]): Generator<void> {
    for (const block of blocks) {
      const { many, one } = this.#insertOf(block);
      const reader = new BlockReader(block);
      for (let left = block.count; left > 0; yield) {
        const rows = left < rowsPerStatement ? 1 : rowsPerStatement;
        (rows === 1 ? one : many).run(reader.take(rows));
        left -= rows;
      }
    }
  }

  /** Gives loans of a block the contract numbers that stand beside their ids. */
  rename(block: RowBlock, onBatch: () => void): void {
    this.#update(block, "contract_no", "UPDATE loan SET contract_no = ? WHERE id = ?", onBatch);
  }

  /** Gives loans of a block what stands beside their ids, where they state nothing themselves. */
  fill({ columns, count }: RowBlock, onBatch: () => void): void {
    const [key, ...values] = columns;
    if (key === undefined || values.length === 0) return;
    const reader = new BlockReader({ columns: [...values, key] });
    const set = values.map(({ name }) => `${name} = coalesce(${name}, ?)`).join(", ");
    const statement = this.#connection.raw.prepare(`UPDATE loan SET ${set} WHERE id = ?`);
    const filling = function* () {
      for (let row = 0; row < count; row += 1) yield void statement.run(reader.take(1));
    };
    this.#connection.writeSteps(filling(), onBatch);
  }

  /** Gives loans of a block the day that stands beside their ids, where they state no later one. */
  pay(block: RowBlock, onBatch: () => void): void {
    this.#update(block, "last_payment_date", "UPDATE loan SET last_payment_date = max(?, coalesce(last_payment_date, '')) WHERE id = ?", onBatch);
  }

  #update({ columns, count }: RowBlock, column: string, change: string, onBatch: () => void): void {
    const byName = (name: string) => columns.filter((one) => one.name === name);
    const reader = new BlockReader({ columns: [...byName(column), ...byName("id")] });
    const statement = this.#connection.raw.prepare(change);
    const updating = function* () {
      for (let row = 0; row < count; row += 1) yield void statement.run(reader.take(1));
    };
    this.#connection.writeSteps(updating(), onBatch);
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
