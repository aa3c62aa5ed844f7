import { AsyncLocalStorage } from "node:async_hooks";

const nobody = new AsyncLocalStorage<true>();

/** Runs what the desk does by itself, whoever's call it happens in: nobody is told of what it commits. */
export const asNobody = <T>(work: () => T): T => nobody.run(true, work);

/** Hears of each transaction of the main process that changed a row, right before it is committed and inside of it. */
export class CommitWatch {
  #write: (() => void) | null = null;
  #isWanted: () => boolean = () => false;

  /** `write` may write with the raw connection: that is committed with the rest, or the rest with it is not. */
  set(isWanted: () => boolean, write: () => void): void {
    this.#isWanted = isWanted;
    this.#write = write;
  }

  get isWanted(): boolean {
    return nobody.getStore() === undefined && this.#isWanted();
  }

  beforeCommit(): void {
    if (this.isWanted) this.#write?.();
  }
}
