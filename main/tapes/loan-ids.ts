/**
 * Ids of loans that are added by hand begin here, far above those of any file: they need no room behind their tape, whose
 * neighbour's ids follow at once.
 */
export const firstAddedId = 2 ** 40;

/**
 * The ids of a package's loans by their place in its columns, ascending. Those of a file are consecutive and cost nothing;
 * where loans came or went by hand, all are listed in shared memory. Crosses to workers as it is.
 */
export interface LoanIds {
  readonly first: number;
  readonly count: number;
  readonly listed: Float64Array | null;
}

export const consecutiveIds = (first: number, count: number): LoanIds => ({ first, count, listed: null });

/** Ids from `first` on without some of them, and with others behind; both ascending. */
export function changedIds(first: number, count: number, removed: readonly number[], added: readonly number[]): LoanIds {
  if (removed.length === 0 && added.length === 0) return consecutiveIds(first, count);
  const kept = count - removed.length;
  const listed = new Float64Array(new SharedArrayBuffer((kept + added.length) * 8));
  let [at, next] = [0, 0];
  for (let id = first; id < first + count; id += 1) {
    if (removed[next] === id) next += 1;
    else listed[at++] = id;
  }
  listed.set(added, kept);
  return { first: listed[0] ?? first, count: listed.length, listed };
}

/** The id of the loan at a place. */
export function idAt({ first, listed }: LoanIds, place: number): number {
  return listed === null ? first + place : (listed[place] ?? Number.NaN);
}

/** The place of a loan; null where the package doesn't have it. */
export function placeOfId({ first, count, listed }: LoanIds, id: number): number | null {
  if (listed === null) return id >= first && id < first + count ? id - first : null;
  let [low, high] = [0, listed.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((listed[middle] ?? 0) < id) low = middle + 1;
    else high = middle;
  }
  return listed[low] === id ? low : null;
}

/** A range of ids, `to` excluded. One of added loans may hold those of other packages too. */
export interface IdRange {
  readonly from: number;
  readonly to: number;
}

/** The ids in ranges of so many loans at most, to be read one after the other. */
export function* idRanges(ids: LoanIds, most: number): Generator<IdRange> {
  for (let at = 0; at < ids.count; ) {
    const from = idAt(ids, at);
    let end = Math.min(at + most, ids.count);
    // Between the file's loans and those added by hand lie the loans of all other files.
    if (from < firstAddedId && idAt(ids, end - 1) >= firstAddedId) end = firstPlaceFrom(ids, firstAddedId);
    yield { from, to: idAt(ids, end - 1) + 1 };
    at = end;
  }
}

function firstPlaceFrom(ids: LoanIds, id: number): number {
  let [low, high] = [0, ids.count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (idAt(ids, middle) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Places of loans that are met in the order of their ids: without a search for each. */
export class PlaceFinder {
  readonly #ids: LoanIds;
  #next = 0;

  constructor(ids: LoanIds) {
    this.#ids = ids;
  }

  /** The place of a loan behind the one that was asked for before; null where the package doesn't have it. */
  of(id: number): number | null {
    const { listed } = this.#ids;
    if (listed === null) return placeOfId(this.#ids, id);
    while ((listed[this.#next] ?? Number.POSITIVE_INFINITY) < id) this.#next += 1;
    return listed[this.#next] === id ? this.#next : null;
  }
}
