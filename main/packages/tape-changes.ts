/** What an edit did to the loans of a tape. */
export interface TapeChange {
  readonly revision: number;
  /** Loans of which only values changed; null: a loan, item or guarantor came, went or moved. */
  readonly loanIds: readonly number[] | null;
}

/** Changes kept of each tape: a package that is further behind is read again. */
const keptChanges = 50;

/**
 * What changed from one revision of a tape to the next, as long as the app runs: who holds a package of an earlier revision
 * needs to read those loans alone.
 */
export class TapeChanges {
  readonly #byTape = new Map<number, TapeChange[]>();

  add(tapeId: number, change: TapeChange): void {
    // A transaction that was rolled back gave its revision to nobody.
    const kept = (this.#byTape.get(tapeId) ?? []).filter(({ revision }) => revision < change.revision);
    this.#byTape.set(tapeId, [...kept, change].slice(-keptChanges));
  }

  /** Loans whose values changed after one revision, up to another; null where that isn't all that changed, or isn't known. */
  between(tapeId: number, from: number, to: number): ReadonlySet<number> | null {
    const changes = (this.#byTape.get(tapeId) ?? []).filter(({ revision }) => revision > from && revision <= to);
    if (changes.length !== to - from) return null;
    const loanIds = new Set<number>();
    for (const change of changes) {
      if (change.loanIds === null) return null;
      for (const id of change.loanIds) loanIds.add(id);
    }
    return loanIds;
  }
}
