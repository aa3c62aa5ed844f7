import { TapeError } from "./tape-error.ts";

/** Who waits for a reading: may end it, and is told the share that is done. */
export interface ReadWatch {
  isCancelled(): boolean;
  onShare(share: number): void;
}

export const unwatched: ReadWatch = { isCancelled: () => false, onShare: () => undefined };

/** Counts the bytes of a file as they pass, unpacked, each as often as it is read. */
export class ReadMeter {
  readonly #watch: ReadWatch;
  #expected = 0;
  #passed = 0;
  #share = 0;

  constructor(watch: ReadWatch) {
    this.#watch = watch;
  }

  /** Announces bytes that will be read. */
  expect(bytes: number): void {
    this.#expected += bytes;
  }

  /** Looked at after every piece, so that a reading ends within one even where no row comes of it. */
  pass(bytes: number): void {
    if (this.#watch.isCancelled()) throw new TapeError("cancelled");
    // The directory is read before it tells what there is.
    if (this.#expected === 0) return;
    this.#passed += bytes;
    this.#share = Math.max(this.#share, Math.min(1, this.#passed / this.#expected));
    this.#watch.onShare(this.#share);
  }
}
