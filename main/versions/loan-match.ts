import type { AgreeingFact } from "../../shared/domain/tape-versions.ts";

/** By which a loan of one version of a tape was known in the other. */
const matchGrounds = ["contract", "spelling", "facts", "decided"] as const;
type MatchGround = (typeof matchGrounds)[number];

/** What two versions of a tape say of a loan that its contract number may not tell. */
export interface MatchableLoan {
  readonly id: number;
  readonly contractNo: string;
  readonly debtorId: string | null;
  readonly debtorName: string | null;
  readonly principalFen: number;
  readonly drawdownDate: string | null;
  readonly maturityDate: string | null;
}

/** Two loans that may be one: the desk says whether they are. */
export interface DoubtfulPair {
  readonly olderId: number;
  readonly newerId: number;
  readonly agrees: readonly AgreeingFact[];
}

/** What the desk said of a doubtful pair. */
export interface DecidedPair {
  readonly olderId: number;
  readonly newerId: number;
  readonly isSame: boolean;
}

/** The loans of one version as those of the other: `older[i]` is `newer[i]`, ascending by the older id. */
export interface LoanPairs {
  readonly older: Float64Array;
  readonly newer: Float64Array;
  /** Place in `matchGrounds`. */
  readonly grounds: Uint8Array;
}

export interface LoanMatch extends LoanPairs {
  readonly doubtful: readonly DoubtfulPair[];
  /** Loans without a counterpart, those of doubtful pairs included; ascending. */
  readonly dropped: Float64Array;
  readonly added: Float64Array;
}

/** Collects pairs; each loan is in one at most. */
export class PairList {
  readonly #older: number[] = [];
  readonly #newer: number[] = [];
  readonly #grounds: number[] = [];

  get count(): number {
    return this.#older.length;
  }

  add(olderId: number, newerId: number, ground: MatchGround): void {
    this.#older.push(olderId);
    this.#newer.push(newerId);
    this.#grounds.push(matchGrounds.indexOf(ground));
  }

  sorted(): LoanPairs {
    const isSorted = this.#older.every((id, at) => at === 0 || (this.#older[at - 1] ?? 0) < id);
    const order = isSorted ? null : Uint32Array.from(this.#older, (_, at) => at).sort((a, b) => (this.#older[a] ?? 0) - (this.#older[b] ?? 0));
    const inOrder = (values: readonly number[]) => (order === null ? Float64Array.from(values) : Float64Array.from(order, (at) => values[at] ?? 0));
    return { older: inOrder(this.#older), newer: inOrder(this.#newer), grounds: Uint8Array.from(inOrder(this.#grounds)) };
  }
}
