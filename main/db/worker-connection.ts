import type { Database } from "better-sqlite3";
import { Kysely } from "kysely";
import { DeskDialect } from "./desk-dialect.ts";
import { dropSums } from "./page-sums.ts";
import type { DeskSchema } from "./schema.ts";
import { type DataKey, openSqlite } from "./sqlite-file.ts";
import { WriteTurns } from "./write-turns.ts";

/** The open database as it crosses to a worker. */
export interface DeskFile {
  readonly path: string;
  readonly nativeBinding: string | null;
  /** Never by a file, an argument or the environment. */
  readonly key: DataKey;
  readonly turns: SharedArrayBuffer;
}

/** A batch ends once it took this long, or as soon as the main process wants to write: that waits for one step and the commit. */
const batchMs = 40;
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
  readonly #path: string;

  constructor({ path, nativeBinding, key, turns }: DeskFile) {
    this.#path = path;
    this.raw = openSqlite(path, { fileMustExist: true, timeout: busyTimeoutMs, nativeBinding, key });
    for (const [name, value, expected] of pragmas) {
      this.raw.pragma(`${name} = ${value}`);
      const found = this.raw.pragma(name, { simple: true });
      if (found !== expected) throw new Error(`PRAGMA ${name} is ${String(found)}, not ${expected}`);
    }
    this.kysely = new Kysely<DeskSchema>({ dialect: new DeskDialect(this.raw) });
    this.#turns = new WriteTurns(turns);
  }

  /** Writes step by step, each of a few rows, in short transactions that let the main process go first; `onBatch` may throw to leave. */
  writeSteps(steps: Iterator<void>, onBatch: () => void): void {
    for (let isOver = false; !isOver; onBatch()) {
      this.write(() => {
        const end = performance.now() + batchMs;
        do isOver = steps.next().done === true;
        while (!isOver && !this.#turns.isUrgent && performance.now() < end);
      });
    }
  }

  /** One transaction, once the main process has nothing to write. */
  write<T>(work: () => T): T {
    // The commit may fold.
    dropSums(this.#path);
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

  /** Folds what has been written, beside others that write on; answers how many pages the log had. */
  foldSome(): number {
    dropSums(this.#path);
    const [folded] = this.raw.pragma("wal_checkpoint(PASSIVE)") as readonly { readonly log: number }[];
    return folded?.log ?? 0;
  }

  /** Whether its own commits fold the log, or another thread does. */
  foldElsewhere(isElsewhere: boolean): void {
    this.raw.pragma(`wal_autocheckpoint = ${isElsewhere ? 0 : foldAfterPages}`);
  }

  /** Folds the log into the file and empties it, so that nothing deleted stays readable there. Only emptying it keeps writers waiting. */
  foldLog(): void {
    dropSums(this.#path);
    this.raw.pragma("wal_checkpoint(PASSIVE)");
    this.#turns.waitForOthers();
    this.raw.pragma("wal_checkpoint(TRUNCATE)");
  }

  close(): void {
    this.raw.close();
  }
}
