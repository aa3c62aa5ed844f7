import Sqlite, { type Database } from "better-sqlite3";
import { Kysely } from "kysely";
import { DeskDialect } from "./desk-dialect.ts";
import type { DeskSchema } from "./schema.ts";
import { WriteTurns } from "./write-turns.ts";

/** The open database as it crosses to a worker. */
export interface DeskFile {
  readonly path: string;
  readonly nativeBinding: string | null;
  readonly turns: SharedArrayBuffer;
}

/** A batch ends once it took this long: so long does a write of the main process wait at most. */
const batchMs = 8;
/** A worker may wait: nobody waits for it. */
const busyTimeoutMs = 60_000;
const cacheKibibytes = 64 * 1024;

/** Pages of the log after which a batch folds them into the file: 2 MB, so that a commit of the main process, which waits for the disk, never waits long. */
const foldAfterPages = 500;

const pragmas: readonly (readonly [name: string, set: string | number, expected: string | number])[] = [
  // A batch needn't reach the disk by itself: what makes rows visible is committed by the main process, with the whole log.
  ["synchronous", "NORMAL", 1],
  ["foreign_keys", "ON", 1],
  ["recursive_triggers", "ON", 1],
  ["trusted_schema", "OFF", 0],
  ["cell_size_check", "ON", 1],
  ["secure_delete", "ON", 1],
  ["cache_size", -cacheKibibytes, -cacheKibibytes],
  ["wal_autocheckpoint", foldAfterPages, foldAfterPages],
  ["checkpoint_fullfsync", "ON", 1],
];

/** A worker's own connection to the desk's database, beside that of the main process. */
export class WorkerConnection {
  readonly raw: Database;
  readonly kysely: Kysely<DeskSchema>;
  readonly #turns: WriteTurns;

  constructor({ path, nativeBinding, turns }: DeskFile) {
    this.raw = new Sqlite(path, { fileMustExist: true, timeout: busyTimeoutMs, ...(nativeBinding === null ? {} : { nativeBinding }) });
    for (const [name, value, expected] of pragmas) {
      this.raw.pragma(`${name} = ${value}`);
      const found = this.raw.pragma(name, { simple: true });
      if (found !== expected) throw new Error(`PRAGMA ${name} is ${String(found)}, not ${expected}`);
    }
    this.kysely = new Kysely<DeskSchema>({ dialect: new DeskDialect(this.raw) });
    this.#turns = new WriteTurns(turns);
  }

  /**
   * Writes one row after another in short transactions, each of which lets the main process go first; `onBatch` may throw to
   * leave. Between two looks at the clock so many rows are written.
   */
  writeAll<Row>(rows: Iterable<Row>, write: (row: Row) => void, onBatch: (written: number) => void, rowsPerLook = 32): void {
    const iterator = rows[Symbol.iterator]();
    let written = 0;
    for (let isDone = false; !isDone; onBatch(written)) {
      this.write(() => {
        const end = performance.now() + batchMs;
        do {
          for (let row = 0; row < rowsPerLook && !isDone; row += 1) {
            const next = iterator.next();
            isDone = next.done === true;
            if (next.done) break;
            write(next.value);
            written += 1;
          }
        } while (!isDone && performance.now() < end);
      });
    }
  }

  /** One transaction, once the main process has nothing to write. */
  write<T>(work: () => T): T {
    this.#begin();
    try {
      return this.#turns.inBatch(() => {
        const done = work();
        this.raw.exec("COMMIT");
        return done;
      });
    } finally {
      if (this.raw.inTransaction) this.raw.exec("ROLLBACK");
    }
  }

  /** Has the file, and nobody of the main process waits for it. */
  #begin(): void {
    for (;;) {
      this.#turns.waitForOthers();
      this.raw.exec("BEGIN IMMEDIATE");
      if (!this.#turns.isUrgent) return;
      this.raw.exec("ROLLBACK");
    }
  }

  /** Folds the log into the file and empties it, so that nothing deleted stays readable there. Only emptying it keeps writers waiting. */
  foldLog(): void {
    this.raw.pragma("wal_checkpoint(PASSIVE)");
    this.#turns.waitForOthers();
    this.raw.pragma("wal_checkpoint(TRUNCATE)");
  }

  close(): void {
    this.raw.close();
  }
}
