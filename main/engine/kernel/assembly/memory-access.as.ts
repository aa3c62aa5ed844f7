/** What is to be inlined is a static method, here and elsewhere: decorators of functions are no TypeScript, and no tool would read them. */

/** Numbers that stand one after the other in memory. */
export class Floats {
  @inline
  static get(list: usize, index: usize): f64 {
    return load<f64>(list + (index << 3));
  }

  @inline
  static set(list: usize, index: usize, value: f64): void {
    store<f64>(list + (index << 3), value);
  }

  @inline
  static add(list: usize, index: usize, term: f64): void {
    Floats.set(list, index, Floats.get(list, index) + term);
  }
}

/** The same of words of 32 bits. */
export class Words {
  @inline
  static get(list: usize, index: usize): u32 {
    return load<u32>(list + (index << 2));
  }

  @inline
  static set(list: usize, index: usize, word: u32): void {
    store<u32>(list + (index << 2), word);
  }
}

/** Two numbers as a vector. */
export class Pair {
  @inline
  static of(first: f64, second: f64): v128 {
    return f64x2.replace_lane(f64x2.splat(first), 1, second);
  }

  /** Two entries of a list. */
  @inline
  static from(list: usize, index0: usize, index1: usize): v128 {
    return Pair.of(Floats.get(list, index0), Floats.get(list, index1));
  }
}
