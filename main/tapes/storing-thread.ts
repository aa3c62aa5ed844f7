import type { MessagePort } from "node:worker_threads";
import { DeskError } from "../../shared/result.ts";
import { type FoldingData, LogFolding } from "../db/log-folding.ts";
import { deskErrorOfSqlite } from "../db/sqlite-errors.ts";
import { type DeskFile, WorkerConnection } from "../db/worker-connection.ts";
import { BlockWriter } from "./block-writer.ts";
import { removeRows } from "./remove-tapes.ts";
import type { RowBlock } from "./row-block.ts";
import type { TapePlace } from "./staged-tape.ts";
import { type StoredSums, StoredSumsOfTape } from "./stored-sums.ts";

/** What a storing thread is started with. */
export interface StoringData {
  readonly desk: DeskFile;
  readonly place: TapePlace;
  /** `stop[0]` becomes 1 when what it stores is wanted no more. */
  readonly stop: Int32Array;
  /** Of the thread that folds the log meanwhile, if one does. */
  readonly folding: SharedArrayBuffer;
}

/** What it is told; it answers each with a reply, in their order. */
export type StoringOrder =
  | { readonly kind: "insert"; readonly blocks: readonly RowBlock[] }
  | { readonly kind: "rename"; readonly loans: RowBlock }
  | { readonly kind: "fill"; readonly loans: RowBlock }
  | { readonly kind: "pay"; readonly loans: RowBlock }
  /** Everything is to come again. */
  | { readonly kind: "clear" }
  /** All has come; the answer says what is stored. */
  | { readonly kind: "finish" }
  | { readonly kind: "close" };

export type StoringReply =
  | { readonly kind: "done" }
  | { readonly kind: "stored"; readonly sums: StoredSums }
  | { readonly kind: "refused"; readonly code: DeskError["code"]; readonly values: DeskError["values"] }
  | { readonly kind: "threw"; readonly stack: string };

/**
 * The life of the thread that stores the rows of one tape while another still reads them: one transaction after another,
 * each short. Started without a place it folds the log for such a thread.
 */
export function serveStoring(port: MessagePort, data: StoringData | FoldingData): void {
  if (!("place" in data)) return new LogFolding(data.folding).serve(data.desk);
  const connection = new WorkerConnection(data.desk);
  const store = new TapeStore(connection, data);
  let last = Promise.resolve();
  const answer = async (order: StoringOrder): Promise<void> => {
    if (order.kind === "close") {
      connection.close();
      port.close();
    } else port.postMessage(await store.follow(order));
  };
  port.on("message", (order: StoringOrder) => {
    last = last.then(() => answer(order));
  });
}

class TapeStore {
  readonly #connection: WorkerConnection;
  readonly #place: TapePlace;
  readonly #stop: Int32Array;
  readonly #writer: BlockWriter;
  readonly #folding: LogFolding;
  #isFoldedElsewhere = false;
  #sums: StoredSumsOfTape;

  constructor(connection: WorkerConnection, { place, stop, folding }: StoringData) {
    this.#connection = connection;
    this.#folding = new LogFolding(folding);
    this.#place = place;
    this.#stop = stop;
    this.#writer = new BlockWriter(connection, place.tapeId);
    this.#sums = new StoredSumsOfTape(connection.kysely, place);
  }

  async follow(order: Exclude<StoringOrder, { readonly kind: "close" }>): Promise<StoringReply> {
    try {
      return await this.#follow(order);
    } catch (error) {
      const known = error instanceof DeskError ? error : deskErrorOfSqlite(error);
      if (known !== null) return { kind: "refused", code: known.code, values: known.values };
      return { kind: "threw", stack: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  }

  async #follow(order: Exclude<StoringOrder, { readonly kind: "close" }>): Promise<StoringReply> {
    const onBatch = () => {
      this.#leaveFolding();
      if (Atomics.load(this.#stop, 0) === 1) throw new DeskError("job.cancelled");
    };
    onBatch();
    switch (order.kind) {
      case "insert":
        this.#writer.insert(order.blocks, onBatch);
        for (const { table, count } of order.blocks) if (table === "loan") await this.#sums.passLoans(count);
        return { kind: "done" };
      case "rename":
        this.#writer.rename(order.loans, onBatch);
        return { kind: "done" };
      case "fill":
        this.#writer.fill(order.loans, onBatch);
        return { kind: "done" };
      case "pay":
        this.#writer.pay(order.loans, onBatch);
        return { kind: "done" };
      case "clear":
        removeRows(this.#connection, this.#place.tapeId, onBatch);
        this.#sums = new StoredSumsOfTape(this.#connection.kysely, this.#place);
        return { kind: "done" };
      case "finish": {
        const sums = await this.#sums.all();
        this.#folding.stop();
        // What publishes the tape then has little to wait for.
        this.#connection.foldLog();
        return { kind: "stored", sums };
      }
    }
  }

  /** Leaves the log to the thread that folds it, while it does. */
  #leaveFolding(): void {
    const { isRunning } = this.#folding;
    if (isRunning !== this.#isFoldedElsewhere) this.#connection.foldElsewhere(isRunning);
    this.#isFoldedElsewhere = isRunning;
    this.#folding.waitForRoom();
  }
}
