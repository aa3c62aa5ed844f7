/** Bytes of a pair of numbers. */
export const PAIR: usize = 16;

/** Work space of a pair of loans: what is owed, what sales of the month left the debtor, what is expected to be paid of the claim, the claim. */
export const OWED: usize = 0;
export const LEFT: usize = 16;
export const USE: usize = 32;
export const CLAIM: usize = 48;
export const FIRST_ASSET: usize = 64;

/**
 * Work space of an asset: from where on in its proceeds it pays and the most that it pays. In a joint sale what is due of it, what of that
 * may still be paid, how much of the proceeds is paid out, what it pays a unit of them, what it paid, and in which lanes it still pays.
 */
export const START: usize = 0;
export const CAP: usize = 16;
export const DUE: usize = 32;
export const LIMIT: usize = 48;
export const CURSOR: usize = 64;
export const RATE: usize = 80;
export const PAID: usize = 96;
export const PAYING: usize = 112;
/** Place of the asset among those that are taken over. */
export const TURN: usize = 128;
export const EXPECTED_PAID: usize = 144;
export const FIRST_OUTCOME: usize = 160;

/** Work space of an outcome of an asset: its price, what creditors share, what is expected. */
export const PRICE: usize = 0;
export const PROCEEDS: usize = 16;
export const EXPECTED: usize = 32;
export const OUTCOME_BYTES: usize = 48;

/** Operations on pairs. */
export class Lanes {
  @inline
  static get(at: usize, field: usize): v128 {
    return v128.load(at + field);
  }

  @inline
  static set(at: usize, field: usize, pair: v128): void {
    v128.store(at + field, pair);
  }

  @inline
  static add(at: usize, field: usize, pair: v128): void {
    v128.store(at + field, f64x2.add(v128.load(at + field), pair));
  }

  /** What a row asks for of what is owed, up to its cap. */
  @inline
  static due(owed: v128, cap: v128): v128 {
    const isBound = f64x2.gt(owed, cap);
    if (!v128.any_true(isBound)) return owed;
    return v128.bitselect(f64x2.mul(owed, f64x2.div(f64x2.pmax(cap, f64x2.splat(0)), owed)), owed, isBound);
  }

  /** Adds terms to sums and what rounding loses of them to what was lost (TwoSum): two pairs, one after the other. */
  @inline
  static addExactly(at: usize, term: v128): void {
    const before = v128.load(at);
    const after = f64x2.add(before, term);
    const added = f64x2.sub(after, before);
    const lost = f64x2.add(f64x2.sub(before, f64x2.sub(after, added)), f64x2.sub(term, added));
    v128.store(at, after);
    v128.store(at, f64x2.add(v128.load(at, 16), lost), 16);
  }
}
