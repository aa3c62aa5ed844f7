import { TABLE_BIN_BITS, TABLE_BIN_BYTES, TABLE_POWERS } from "../generated/kernel-memory.as";
import { exponential, inverseNormal } from "./exact-functions.as";
import { Floats } from "./memory-access.as";
import { points } from "./simulation-memory.as";

const TWO_TO_MINUS_32: f64 = 2.3283064365386962890625e-10;
const TABLE_BINS: usize = 1 << TABLE_BIN_BITS;
/** Bits of a float's fraction, and those of a number from 1 to 2. */
const FRACTION: u64 = 0x000fffffffffffff;
const ONE: u64 = 0x3ff0000000000000;

/** Chebyshev points on [0, 1]. */
function fillPoints(): void {
  Floats.set(points, 0, 0.0170370868554659);
  Floats.set(points, 1, 0.1464466094067262);
  Floats.set(points, 2, 0.3705904774487396);
  Floats.set(points, 3, 0.6294095225512604);
  Floats.set(points, 4, 0.8535533905932738);
  Floats.set(points, 5, 0.9829629131445341);
}

/** Coefficients of the quintic through six values at the points: Newton's differences, in place of the values, multiplied out. */
function fitQuintic(values: usize, coefficients: usize): void {
  for (let order = 1; order < 6; order++) {
    for (let q = 5; q >= order; q--) {
      const rise = Floats.get(values, q) - Floats.get(values, q - 1);
      Floats.set(values, q, rise / (Floats.get(points, q) - Floats.get(points, q - order)));
    }
  }
  memory.fill(coefficients, 0, TABLE_BIN_BYTES);
  for (let q = 5; q >= 0; q--) {
    const point = Floats.get(points, q);
    for (let power = 5; power > 0; power--) {
      Floats.set(coefficients, power, Floats.get(coefficients, power - 1) - point * Floats.get(coefficients, power));
    }
    Floats.set(coefficients, 0, Floats.get(values, q) - point * Floats.get(coefficients, 0));
  }
}

/** Fills a table of e(u) or, with sigma ≥ 0, of exp(sigma·e − sigma²/2), as quintics on bins that halve towards both tails. */
export function fillTable(table: usize, sigma: f64): void {
  const values = points + 64;
  fillPoints();
  let coefficients = table;
  for (let side = 0; side < 2; side++) {
    let scale: f64 = TWO_TO_MINUS_32;
    for (let power: usize = 0; power < TABLE_POWERS; power++) {
      for (let bin: usize = 0; bin < TABLE_BINS; bin++) {
        for (let q = 0; q < 6; q++) {
          const normal = inverseNormal(((<f64>(TABLE_BINS + bin) + Floats.get(points, q)) / <f64>(2 * TABLE_BINS)) * scale);
          const signed = side ? -normal : normal;
          Floats.set(values, q, sigma < 0 ? signed : exponential(sigma * signed - 0.5 * sigma * sigma));
        }
        fitQuintic(values, coefficients);
        coefficients += TABLE_BIN_BYTES;
      }
      scale *= 2;
    }
  }
}

/** Values of a table at the uniform number of a word: its sign chooses the side, its exponent and first bits of fraction the bin. */
export class Quintic {
  @inline
  static at(word: u32, table: usize): f64 {
    const sign = <i32>word >> 31;
    const bits = reinterpret<u64>(<f64>(<i32>word ^ sign) + 0.5);
    const bin = Quintic.bin(<i32>(bits >> (52 - TABLE_BIN_BITS)), sign, table);
    const t = reinterpret<f64>(((bits << TABLE_BIN_BITS) & FRACTION) | ONE) - 1;
    let value = load<f64>(bin, 40) * t;
    value = (value + load<f64>(bin, 32)) * t;
    value = (value + load<f64>(bin, 24)) * t;
    value = (value + load<f64>(bin, 16)) * t;
    value = (value + load<f64>(bin, 8)) * t;
    return value + load<f64>(bin);
  }

  /** The same for two words, by their places in a list. */
  @inline
  static pair(words: usize, index0: usize, index1: usize, table: usize): v128 {
    const both = v128.load_lane<u32>(words + (index1 << 2), v128.load32_zero(words + (index0 << 2)), 1);
    const sign = v128.shr<i32>(both, 31);
    const bits = v128.add<f64>(f64x2.convert_low_i32x4_s(v128.xor(both, sign)), f64x2.splat(0.5));
    const bins = v128.shr<u64>(bits, 52 - <i32>TABLE_BIN_BITS);
    const fraction = v128.and(v128.shl<u64>(bits, <i32>TABLE_BIN_BITS), i64x2.splat(FRACTION));
    const t = v128.sub<f64>(v128.or(fraction, f64x2.splat(1)), f64x2.splat(1));
    const bin0 = Quintic.bin(i32x4.extract_lane(bins, 0), i32x4.extract_lane(sign, 0), table);
    const bin1 = Quintic.bin(i32x4.extract_lane(bins, 2), i32x4.extract_lane(sign, 1), table);
    const p45 = v128.load(bin0, 32);
    const q45 = v128.load(bin1, 32);
    const p23 = v128.load(bin0, 16);
    const q23 = v128.load(bin1, 16);
    const p01 = v128.load(bin0);
    const q01 = v128.load(bin1);
    let value = v128.mul<f64>(v128.shuffle<f64>(p45, q45, 1, 3), t);
    value = v128.mul<f64>(v128.add<f64>(value, v128.shuffle<f64>(p45, q45, 0, 2)), t);
    value = v128.mul<f64>(v128.add<f64>(value, v128.shuffle<f64>(p23, q23, 1, 3)), t);
    value = v128.mul<f64>(v128.add<f64>(value, v128.shuffle<f64>(p23, q23, 0, 2)), t);
    value = v128.mul<f64>(v128.add<f64>(value, v128.shuffle<f64>(p01, q01, 1, 3)), t);
    return v128.add<f64>(value, v128.shuffle<f64>(p01, q01, 0, 2));
  }

  /** The bin that exponent and first bits of fraction choose; negative numbers have the second side. */
  @inline
  static bin(leadingBits: i32, sign: i32, table: usize): usize {
    const number = leadingBits - 1022 * <i32>TABLE_BINS + (sign & <i32>(TABLE_POWERS * TABLE_BINS));
    return table + <usize>number * TABLE_BIN_BYTES;
  }
}
