import type { Database, Statement } from "better-sqlite3";
import type { SqliteDatabase } from "kysely";
import type { CommitWatch } from "./commit-watch.ts";

/** How long a worker waits at most before it looks again. */
const lookAgainMs = 1000;
/** Several times what a batch takes: a worker that was stopped within one leaves its mark behind. */
const longestBatchMs = 100;

const urgent = 0;
const batch = 1;

/**
 * Who may write next. SQLite lets one connection write at a time and doesn't queue those that wait, so a worker that
 * writes batch after batch would keep the main process waiting: it begins no batch while the main process writes or waits
 * to, and the main process is woken as a batch ends instead of asking SQLite again and again.
 */
export class WriteTurns {
  /** Crosses to workers: how many writes of the main process are under way, and whether a batch of a worker is. */
  readonly shared: SharedArrayBuffer;
  readonly #state: Int32Array;

  constructor(shared = new SharedArrayBuffer(8)) {
    this.shared = shared;
    this.#state = new Int32Array(shared);
  }

  /** In the main process, before a write. */
  enter(): void {
    Atomics.add(this.#state, urgent, 1);
    if (Atomics.wait(this.#state, batch, 1, longestBatchMs) === "timed-out") Atomics.store(this.#state, batch, 0);
  }

  leave(): void {
    Atomics.sub(this.#state, urgent, 1);
    Atomics.notify(this.#state, urgent);
  }

  get isUrgent(): boolean {
    return Atomics.load(this.#state, urgent) > 0;
  }

  /** In a worker: blocks until the main process has nothing to write. */
  waitForOthers(): void {
    for (let count = Atomics.load(this.#state, urgent); count > 0; count = Atomics.load(this.#state, urgent))
      Atomics.wait(this.#state, urgent, count, lookAgainMs);
  }

  /** In a worker: around a batch that has the file. */
  inBatch<T>(work: () => T): T {
    Atomics.store(this.#state, batch, 1);
    try {
      return work();
    } finally {
      Atomics.store(this.#state, batch, 0);
      Atomics.notify(this.#state, batch);
    }
  }
}

/** More than the desk's own texts; what is put together for one search or one batch goes again. */
const keptStatements = 256;
const keptTextLength = 4000;

/** Prepares each text once: that takes longer than most of them run. */
function preparing(raw: Database): (sql: string) => Statement<readonly unknown[]> {
  const kept = new Map<string, Statement<readonly unknown[]>>();
  return (sql) => {
    const statement = kept.get(sql) ?? raw.prepare<readonly unknown[]>(sql);
    kept.delete(sql);
    if (sql.length <= keptTextLength) kept.set(sql, statement);
    const [oldest] = kept.keys();
    if (kept.size > keptStatements && oldest !== undefined) kept.delete(oldest);
    return statement;
  };
}

/**
 * The main process's connection as Kysely takes it: each write has its turn before those of workers. A transaction takes
 * the lock as it begins, since one that reads first could not write any more once a worker has written.
 */
export function takingTurns(raw: Database, turns: WriteTurns, watch: CommitWatch): SqliteDatabase {
  const watched = watching(raw, watch);
  const prepared = preparing(raw);
  let isInTurn = false;
  const enter = () => {
    if (isInTurn) return;
    isInTurn = true;
    turns.enter();
  };
  const leave = () => {
    if (!isInTurn || raw.inTransaction) return;
    isInTurn = false;
    turns.leave();
  };
  const inTurn = <T>(write: () => T): T => {
    enter();
    try {
      return write();
    } finally {
      leave();
    }
  };
  return {
    close: () => raw.close(),
    prepare: (sql) => {
      const statement = prepared(sql === "begin" ? "begin immediate" : sql);
      const isRead = statement.readonly && sql !== "begin";
      return {
        reader: statement.reader,
        all: (parameters) => {
          const all = () => statement.all(parameters);
          return isRead ? all() : inTurn(() => watched(sql, all, (rows) => rows.length > 0));
        },
        run: (parameters) => {
          const run = () => statement.run(parameters);
          return inTurn(() => watched(sql, run, ({ changes }) => changes > 0));
        },
        // Row by row: one of its own, since others may ask the same meanwhile.
        iterate: (parameters) => raw.prepare<readonly unknown[]>(sql).iterate(parameters),
      };
    },
  };
}

/** Has the watch look on where rows are about to be committed; a statement outside a transaction gets one, so that both are written or neither. */
function watching(raw: Database, watch: CommitWatch) {
  let isChanged = false;
  return <T>(sql: string, write: () => T, changes: (done: T) => boolean): T => {
    if (sql === "begin" || sql === "rollback" || sql === "commit") {
      if (sql === "commit" && isChanged) watch.beforeCommit();
      isChanged = false;
      return write();
    }
    if (raw.inTransaction || !watch.isWanted) {
      const done = write();
      isChanged ||= raw.inTransaction && changes(done);
      return done;
    }
    const both = raw.transaction(() => {
      const done = write();
      if (changes(done)) watch.beforeCommit();
      return done;
    });
    return both.immediate();
  };
}
