import { type DeskFile, WorkerConnection } from "./worker-connection.ts";

/** Whether the thread folds; the pages of the log; twice the folds that ended, and one more during a fold; what is wanted of the thread. */
const [running, pages, folds, wanted] = [0, 1, 2, 3];
const [nothing, foldNow, stop] = [0, 1, 2];
const stateBytes = 16;
/** Between two folds a writer adds some megabytes, which a commit of the main process takes to the disk with its own. */
const pauseMs = 30;
/** So many pages the log may have: 32 MB. */
const mostPages = 8192;
const lookAgainMs = 1000;

/** What a folding thread is started with. */
export interface FoldingData {
  readonly desk: DeskFile;
  readonly folding: SharedArrayBuffer;
}

/**
 * A thread that folds the log into the file while another writes much: folding waits for the disk, and a writer that folds
 * waits with it. The log begins anew only where all of it is folded, so a writer waits for that once the log is long.
 */
export class LogFolding {
  /** Crosses to both threads. */
  readonly shared: SharedArrayBuffer;
  readonly #state: Int32Array;

  constructor(shared = new SharedArrayBuffer(stateBytes)) {
    this.shared = shared;
    this.#state = new Int32Array(shared);
  }

  /** Whether the thread folds. */
  get isRunning(): boolean {
    return Atomics.load(this.#state, running) === 1;
  }

  /** In the writing thread, between two transactions: has all of the log folded where it is too long. */
  waitForRoom(): void {
    if (!this.isRunning || Atomics.load(this.#state, pages) <= mostPages) return;
    const begun = Atomics.load(this.#state, folds);
    // One that is under way may have begun before the last transaction ended.
    const enough = begun + (begun % 2 === 0 ? 2 : 3);
    this.#want(foldNow);
    for (let count = begun; this.isRunning && count < enough; count = Atomics.load(this.#state, folds)) Atomics.wait(this.#state, folds, count, lookAgainMs);
    Atomics.store(this.#state, pages, 0);
  }

  #want(what: number): void {
    Atomics.store(this.#state, wanted, what);
    Atomics.notify(this.#state, wanted);
  }

  stop(): void {
    this.#want(stop);
  }

  /** The life of the thread. What it fails at, the writer does itself from then on, and says why it fails. */
  serve(desk: DeskFile): void {
    const connection = new WorkerConnection(desk);
    const step = () => {
      Atomics.add(this.#state, folds, 1);
      Atomics.notify(this.#state, folds);
    };
    Atomics.store(this.#state, running, 1);
    try {
      while (Atomics.load(this.#state, wanted) !== stop) {
        Atomics.compareExchange(this.#state, wanted, foldNow, nothing);
        step();
        Atomics.store(this.#state, pages, connection.foldSome());
        step();
        Atomics.wait(this.#state, wanted, nothing, pauseMs);
      }
    } finally {
      Atomics.store(this.#state, running, 0);
      Atomics.notify(this.#state, folds);
      connection.close();
    }
  }
}
