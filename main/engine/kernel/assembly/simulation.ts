/**
 * Kernel of the simulation (METHOD §6): rows of one item, for blocks of paths. Random numbers and the functions of them
 * use only operations that IEEE 754 rounds in one way, so that a seed gives the same bytes everywhere.
 */

/** Bins of the quintics: two sides × 33 powers of two × 32 bins, eight coefficients each (two unused). */
const BINS: i32 = 2 * 33 * 32;
const TWO_TO_MINUS_32: f64 = 2.3283064365386962890625e-10;

/** Paths of a block. Longer blocks gain nothing; shorter ones give progress and cancel in time. */
const BLOCK: i32 = 256;
/** Bins of the quick test per unit of the normal scale, and where its table ends. */
const QUICK: f64 = 128;
const QUICK_END: f64 = 6.6;
const QUICK_HALF: i32 = 848;
const MAGIC: f64 = 6755399441055744.0;

/**
 * A row: bytes of its parts. Latent, factors and slots are bytes from the start of the lists, tables are counted from 1;
 * 0 stands for none. What is paid takes claim gain × min(cash factor, its bound) from the row's curve.
 */
const AHEAD: usize = 0;
const CAP: usize = 8;
const CLAIM_GAIN: usize = 16;
const COUNTER: usize = 24;
const OUTCOMES: usize = 28;
const LATENT: usize = 32;
const LEVEL_TABLE: usize = 36;
const LEVEL_FACTOR: usize = 40;
const CLAIM_SLOT: usize = 44;
const CASH_BOUND: usize = 48;
const CASH_FACTOR: usize = 56;
const OUTCOME: usize = 64;
/**
 * An outcome of a row: limit of the latent number, price, gain per yuan paid, slot, planned month. Where delays are drawn
 * the gain holds from the month of closing on, the early gain before it.
 */
const PRICE: usize = 8;
const GAIN: usize = 16;
const SLOT: usize = 24;
const MONTH: usize = 28;
const EARLY_GAIN: usize = 32;
const OUTCOME_BYTES: usize = 40;

let normalTable: usize = 0;
let quickTable: usize = 0;
let words0: usize = 0;
let words1: usize = 0;
let words2: usize = 0;
let survivors: usize = 0;
let points: usize = 0;
let lists: usize = 0;
let levels: usize = 0;
let key0: u32 = 0;
let key1: u32 = 0;
/** Months of delay by quantile, growth by month of delay, slot by month received, last month, closing; 0 where delays are not drawn. */
let delayTable: usize = 0;
let delayGrowth: usize = 0;
let monthSlots: usize = 0;
let lastMonth: i32 = 0;
let closingMonth: i32 = 0;

/** ln x for 2^-40 < x < 1: atanh series, only operations that IEEE 754 rounds in one way. */
function naturalLog(x: f64): f64 {
  const bits = reinterpret<u64>(x);
  let exponent = <f64>(<i64>(bits >> 52) - 1022);
  let mantissa = reinterpret<f64>((bits & 0x000fffffffffffff) | 0x3fe0000000000000);
  if (mantissa < 0.7071067811865476) {
    mantissa += mantissa;
    exponent -= 1;
  }
  const z = (mantissa - 1) / (mantissa + 1);
  const y = z * z;
  let r: f64 = 1.0 / 21;
  for (let odd: f64 = 19; odd >= 3; odd -= 2) r = r * y + 1 / odd;
  return exponent * 0.6931471805599453 + 2 * (z + z * (r * y));
}

/** e^x for |x| < 700 by halving to |r| < 0.35 and Taylor's series. */
function exponential(x: f64): f64 {
  const n = Math.floor(x * 1.4426950408889634 + 0.5);
  const r = x - n * 0.6931471803691238 - n * 1.9082149292705877e-10;
  let sum: f64 = 1;
  for (let term: f64 = 16; term >= 1; term--) sum = 1 + (r / term) * sum;
  return sum * reinterpret<f64>((<i64>n + 1023) << 52);
}

/** Inverse of the normal distribution: Wichura, AS 241 (PPND16), without the far tail that 32-bit uniforms never reach. */
function inverseNormal(u: f64): f64 {
  const q = u - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * (((((((2.5090809287301226727e3 * r + 3.3430575583588128105e4) * r + 6.726577092700870085e4) * r + 4.592195393154987145e4) * r + 1.373169376550946112e4) * r + 1.971590950306551442e3) * r + 1.331416678917843774e2) * r + 3.387132872796366608)) / (((((((5.226495278852854561e3 * r + 2.872908573572194267e4) * r + 3.930789580009271061e4) * r + 2.121379430158659586e4) * r + 5.394196021424751107e3) * r + 6.871870074920579082e2) * r + 4.231333070160091125e1) * r + 1);
  }
  const r = Math.sqrt(-naturalLog(q < 0 ? u : 1 - u)) - 1.6;
  const tail = (((((((7.7454501427834140764e-4 * r + 2.2723844989269184583e-2) * r + 2.41780725177450611770e-1) * r + 1.27045825245236838258) * r + 3.64784832476320460504) * r + 5.7694972214606914055) * r + 4.6303378461565452959) * r + 1.42343711074968357734) / (((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 1.5198666563616457197e-2) * r + 1.4810397642748007459e-1) * r + 6.8976733498510000455e-1) * r + 1.67638483018380384940) * r + 2.05319162663775882187) * r + 1);
  return q < 0 ? -tail : tail;
}

@inline
function at(list: usize, index: i32): f64 {
  return load<f64>(list + (<usize>index << 3));
}

@inline
function put(list: usize, index: i32, value: f64): void {
  store<f64>(list + (<usize>index << 3), value);
}

/** Fills a table of e(u) or, with sigma ≥ 0, of exp(sigma·e − sigma²/2), as quintics on bins that halve towards both tails. */
export function fillTable(table: usize, sigma: f64): void {
  const c = points + 48;
  const m = points + 96;
  for (let side = 0; side < 2; side++) {
    let scale: f64 = TWO_TO_MINUS_32;
    for (let power = 0; power < 33; power++) {
      for (let bin = 0; bin < 32; bin++) {
        for (let q = 0; q < 6; q++) {
          const normal = inverseNormal(((32 + <f64>bin + at(points, q)) / 64) * scale);
          const signed = side ? -normal : normal;
          put(c, q, sigma < 0 ? signed : exponential(sigma * signed - 0.5 * sigma * sigma));
          put(m, q, 0);
        }
        for (let a = 1; a < 6; a++) for (let q = 5; q >= a; q--) put(c, q, (at(c, q) - at(c, q - 1)) / (at(points, q) - at(points, q - a)));
        for (let q = 5; q >= 0; q--) {
          for (let b = 5; b > 0; b--) put(m, b, at(m, b - 1) - at(points, q) * at(m, b));
          put(m, 0, at(c, q) - at(points, q) * at(m, 0));
        }
        const coefficients = table + <usize>(((side * 33 + power) * 32 + bin) * 64);
        for (let b = 0; b < 6; b++) put(coefficients, b, at(m, b));
      }
      scale *= 2;
    }
  }
}

/** Value of a table at the uniform number of a word. */
@inline
function lookUp(word: u32, table: usize): f64 {
  const sign = <i32>word >> 31;
  const bits = reinterpret<u64>(<f64>(<i32>word ^ sign) + 0.5);
  const at = table + (<usize>(<i32>(bits >> 47) - 1022 * 32 + (sign & (33 * 32))) << 6);
  const t = reinterpret<f64>(((bits << 5) & 0x000fffffffffffff) | 0x3ff0000000000000) - 1;
  return ((((load<f64>(at, 40) * t + load<f64>(at, 32)) * t + load<f64>(at, 24)) * t + load<f64>(at, 16)) * t + load<f64>(at, 8)) * t + load<f64>(at);
}

/** Last word whose normal number lies below the limit; −1 where there is none. */
function lastWordBelow(limit: f64): i64 {
  let low: i64 = -1;
  let high: i64 = 0x100000000;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (lookUp(<u32>middle, normalTable) < limit) low = middle;
    else high = middle;
  }
  return low;
}

/** Pairs (words below this certainly clear, words above this certainly don't) for each bin of the normal scale. */
function fillQuickTable(): void {
  for (let bin = -QUICK_HALF; bin <= QUICK_HALF; bin++) {
    const below = lastWordBelow((<f64>bin - 0.5) / QUICK - 1e-9);
    const reach = lastWordBelow((<f64>bin + 0.5) / QUICK + 1e-9);
    const at = quickTable + (<usize>(bin + QUICK_HALF) << 3);
    store<u32>(at, below >= 0xffffffff ? 0xffffffff : <u32>(below + 1));
    store<u32>(at, reach < 0 ? 0 : <u32>reach, 4);
  }
}

/** Bytes that the kernel needs for itself from the address given to `open`. */
export function ownBytes(): usize {
  return <usize>(BINS * 64 + (2 * QUICK_HALF + 1) * 8 + 5 * (BLOCK * 4 + 16) + 192);
}

/** Lays out tables from `base` (a multiple of 64) on and takes note of where lists and tables of levels are. To be called before anything else. */
export function open(base: usize, listsAt: usize, levelsAt: usize, seed: u32, stream: u32): void {
  lists = listsAt;
  levels = levelsAt;
  key0 = seed;
  key1 = stream;
  normalTable = base;
  points = normalTable + BINS * 64;
  quickTable = points + 192;
  words0 = quickTable + (2 * QUICK_HALF + 1) * 8;
  words1 = words0 + BLOCK * 4 + 16;
  words2 = words1 + BLOCK * 4 + 16;
  survivors = words2 + BLOCK * 4 + 16;
  // Chebyshev points on [0, 1].
  put(points, 0, 0.0170370868554659);
  put(points, 1, 0.1464466094067262);
  put(points, 2, 0.3705904774487396);
  put(points, 3, 0.6294095225512604);
  put(points, 4, 0.8535533905932738);
  put(points, 5, 0.9829629131445341);
}

/** Makes the tables that drawing needs. */
export function fillTables(): void {
  fillTable(normalTable, -1);
  fillQuickTable();
}

/** From here on delays are drawn; a flow of an outcome then goes to the slot of the month in which it is received. */
export function openDelays(months: usize, growth: usize, slots: usize, last: i32, closing: i32): void {
  delayTable = months;
  delayGrowth = growth;
  monthSlots = slots;
  lastMonth = last;
  closingMonth = closing;
}

@inline
function rotate(x: v128, by: i32): v128 {
  return v128.or(v128.shl<u32>(x, by), v128.shr<u32>(x, 32 - by));
}

/** Threefry-2x32 with 20 rounds: both words of one counter for the paths of a block, two vectors of four at a time. */
function drawWords(counter: u32, firstPath: u32, out0: usize, out1: usize): void {
  const k0 = i32x4.splat(key0);
  const k1 = i32x4.splat(key1);
  const key2 = key0 ^ key1 ^ 0x1bd11bda;
  const inject0a = k1;
  const inject0b = i32x4.splat(key2 + 1);
  const inject1a = i32x4.splat(key2);
  const inject1b = i32x4.splat(key0 + 2);
  const inject2b = i32x4.splat(key1 + 3);
  const inject3b = i32x4.splat(key2 + 4);
  const inject4b = i32x4.splat(key0 + 5);
  const start0 = i32x4.splat(counter + key0);
  let path = v128.add<u32>(i32x4.splat(firstPath + key1), i32x4(0, 1, 2, 3));
  const step = i32x4.splat(4);
  for (let at: usize = 0; at < <usize>(BLOCK * 4); at += 32) {
    let x0 = start0;
    let x1 = path;
    let y0 = start0;
    let y1 = v128.add<u32>(path, step);
    path = v128.add<u32>(y1, step);
    x0 = v128.add<u32>(x0, x1); x1 = v128.xor(rotate(x1, 13), x0); y0 = v128.add<u32>(y0, y1); y1 = v128.xor(rotate(y1, 13), y0);
    x0 = v128.add<u32>(x0, x1); x1 = v128.xor(rotate(x1, 15), x0); y0 = v128.add<u32>(y0, y1); y1 = v128.xor(rotate(y1, 15), y0);
    x0 = v128.add<u32>(x0, x1); x1 = v128.xor(rotate(x1, 26), x0); y0 = v128.add<u32>(y0, y1); y1 = v128.xor(rotate(y1, 26), y0);
    x0 = v128.add<u32>(x0, x1); x1 = v128.xor(rotate(x1, 6), x0); y0 = v128.add<u32>(y0, y1); y1 = v128.xor(rotate(y1, 6), y0);
    x0 = v128.add<u32>(x0, inject0a); x1 = v128.add<u32>(x1, inject0b); y0 = v128.add<u32>(y0, inject0a); y1 = v128.add<u32>(y1, inject0b);
    x0 = v128.add<u32>(x0, x1); x1 = v128.xor(rotate(x1, 17), x0); y0 = v128.add<u32>(y0, y1); y1 = v128.xor(rotate(y1, 17), y0);
    x0 = v128.add<u32>(x0, x1); x1 = v128.xor(rotate(x1, 29), x0); y0 = v128.add<u32>(y0, y1); y1 = v128.xor(rotate(y1, 29), y0);
    x0 = v128.add<u32>(x0, x1); x1 = v128.xor(rotate(x1, 16), x0); y0 = v128.add<u32>(y0, y1); y1 = v128.xor(rotate(y1, 16), y0);
    x0 = v128.add<u32>(x0, x1); x1 = v128.xor(rotate(x1, 24), x0); y0 = v128.add<u32>(y0, y1); y1 = v128.xor(rotate(y1, 24), y0);
    x0 = v128.add<u32>(x0, inject1a); x1 = v128.add<u32>(x1, inject1b); y0 = v128.add<u32>(y0, inject1a); y1 = v128.add<u32>(y1, inject1b);
    x0 = v128.add<u32>(x0, x1); x1 = v128.xor(rotate(x1, 13), x0); y0 = v128.add<u32>(y0, y1); y1 = v128.xor(rotate(y1, 13), y0);
    x0 = v128.add<u32>(x0, x1); x1 = v128.xor(rotate(x1, 15), x0); y0 = v128.add<u32>(y0, y1); y1 = v128.xor(rotate(y1, 15), y0);
    x0 = v128.add<u32>(x0, x1); x1 = v128.xor(rotate(x1, 26), x0); y0 = v128.add<u32>(y0, y1); y1 = v128.xor(rotate(y1, 26), y0);
    x0 = v128.add<u32>(x0, x1); x1 = v128.xor(rotate(x1, 6), x0); y0 = v128.add<u32>(y0, y1); y1 = v128.xor(rotate(y1, 6), y0);
    x0 = v128.add<u32>(x0, k0); x1 = v128.add<u32>(x1, inject2b); y0 = v128.add<u32>(y0, k0); y1 = v128.add<u32>(y1, inject2b);
    x0 = v128.add<u32>(x0, x1); x1 = v128.xor(rotate(x1, 17), x0); y0 = v128.add<u32>(y0, y1); y1 = v128.xor(rotate(y1, 17), y0);
    x0 = v128.add<u32>(x0, x1); x1 = v128.xor(rotate(x1, 29), x0); y0 = v128.add<u32>(y0, y1); y1 = v128.xor(rotate(y1, 29), y0);
    x0 = v128.add<u32>(x0, x1); x1 = v128.xor(rotate(x1, 16), x0); y0 = v128.add<u32>(y0, y1); y1 = v128.xor(rotate(y1, 16), y0);
    x0 = v128.add<u32>(x0, x1); x1 = v128.xor(rotate(x1, 24), x0); y0 = v128.add<u32>(y0, y1); y1 = v128.xor(rotate(y1, 24), y0);
    x0 = v128.add<u32>(x0, inject0a); x1 = v128.add<u32>(x1, inject3b); y0 = v128.add<u32>(y0, inject0a); y1 = v128.add<u32>(y1, inject3b);
    x0 = v128.add<u32>(x0, x1); x1 = v128.xor(rotate(x1, 13), x0); y0 = v128.add<u32>(y0, y1); y1 = v128.xor(rotate(y1, 13), y0);
    x0 = v128.add<u32>(x0, x1); x1 = v128.xor(rotate(x1, 15), x0); y0 = v128.add<u32>(y0, y1); y1 = v128.xor(rotate(y1, 15), y0);
    x0 = v128.add<u32>(x0, x1); x1 = v128.xor(rotate(x1, 26), x0); y0 = v128.add<u32>(y0, y1); y1 = v128.xor(rotate(y1, 26), y0);
    x0 = v128.add<u32>(x0, x1); x1 = v128.xor(rotate(x1, 6), x0); y0 = v128.add<u32>(y0, y1); y1 = v128.xor(rotate(y1, 6), y0);
    x0 = v128.add<u32>(x0, inject1a); x1 = v128.add<u32>(x1, inject4b); y0 = v128.add<u32>(y0, inject1a); y1 = v128.add<u32>(y1, inject4b);
    v128.store(out0 + at, x0);
    v128.store(out1 + at, x1);
    v128.store(out0 + at, y0, 16);
    v128.store(out1 + at, y1, 16);
  }
}

/** Normal numbers of one counter for a block of paths, from the first word; the common factor has counter 0xFFFFFFFF. */
export function drawNormals(counter: u32, firstPath: u32, out: usize): void {
  drawWords(counter, firstPath, words0, words1);
  for (let j = 0; j < BLOCK; j++) store<f64>(out + (<usize>j << 3), lookUp(load<u32>(words0 + (<usize>j << 2)), normalTable));
}

/** Both words of one counter as normal numbers: a block of the first ones, then a block of the second ones. */
export function drawNormalPairs(counter: u32, firstPath: u32, out: usize): void {
  drawWords(counter, firstPath, words0, words1);
  for (let j = 0; j < BLOCK; j++) {
    store<f64>(out + (<usize>j << 3), lookUp(load<u32>(words0 + (<usize>j << 2)), normalTable));
    store<f64>(out + (<usize>(j + BLOCK) << 3), lookUp(load<u32>(words1 + (<usize>j << 2)), normalTable));
  }
}

/** First words of one counter for a block of paths. */
export function drawFirstWords(counter: u32, firstPath: u32, out: usize): void {
  drawWords(counter, firstPath, out, words1);
}

/** e^x of a list in place, the same on every machine. */
export function exponentials(list: usize, count: i32): void {
  for (let index = 0; index < count; index++) {
    const at = list + (<usize>index << 3);
    store<f64>(at, exponential(load<f64>(at)));
  }
}

/** Inverse normal of a list in place. */
export function inverseNormals(list: usize, count: i32): void {
  for (let index = 0; index < count; index++) {
    const at = list + (<usize>index << 3);
    store<f64>(at, inverseNormal(load<f64>(at)));
  }
}

/** Keeps the paths on which something clears: latent ≤ limit + factor of the path. Writes path numbers × 8; returns how many. */
function findSurvivors(limit: f64, latent: usize): i32 {
  let count = survivors;
  const limits = f64x2.splat(limit);
  const top = f64x2.splat(QUICK_END);
  const bottom = f64x2.splat(-QUICK_END);
  const scale = f64x2.splat(QUICK);
  const magic = f64x2.splat(MAGIC);
  const quick = quickTable + <usize>(QUICK_HALF << 3);
  for (let j: usize = 0; j < <usize>BLOCK; j += 2) {
    const bound = v128.add<f64>(limits, v128.load(latent + (j << 3)));
    const bins = v128.add<f64>(v128.mul<f64>(v128.pmin<f64>(v128.pmax<f64>(bound, bottom), top), scale), magic);
    const at0 = quick + (i32x4.extract_lane(bins, 0) << 3);
    const at1 = quick + (i32x4.extract_lane(bins, 2) << 3);
    const word0 = load<u32>(words0 + (j << 2));
    const word1 = load<u32>(words0 + (j << 2), 4);
    const sure0 = word0 < load<u32>(at0);
    let maybe0 = word0 <= load<u32>(at0, 4);
    const sure1 = word1 < load<u32>(at1);
    let maybe1 = word1 <= load<u32>(at1, 4);
    if ((<i32>sure0 ^ <i32>maybe0) | (<i32>sure1 ^ <i32>maybe1)) {
      maybe0 = lookUp(word0, normalTable) <= f64x2.extract_lane(bound, 0);
      maybe1 = lookUp(word1, normalTable) <= f64x2.extract_lane(bound, 1);
    }
    store<u32>(count, <u32>j);
    count += <usize>maybe0 << 2;
    store<u32>(count, <u32>j + 1);
    count += <usize>maybe1 << 2;
  }
  return <i32>((count - survivors) >> 2);
}

/** Level of two paths from the table of their spread, by their second words. */
@inline
function levelPair(path0: usize, path1: usize, table: usize): v128 {
  const words = v128.load_lane<u32>(words1 + (path1 << 2), v128.load32_zero(words1 + (path0 << 2)), 1);
  const sign = v128.shr<i32>(words, 31);
  const bits = v128.add<f64>(f64x2.convert_low_i32x4_s(v128.xor(words, sign)), f64x2.splat(0.5));
  const bins = v128.shr<u64>(bits, 47);
  const t = v128.sub<f64>(v128.or(v128.and(v128.shl<u64>(bits, 5), i64x2.splat(0x000fffffffffffff)), f64x2.splat(1)), f64x2.splat(1));
  const at0 = table + (<usize>(i32x4.extract_lane(bins, 0) - 1022 * 32 + (i32x4.extract_lane(sign, 0) & (33 * 32))) << 6);
  const at1 = table + (<usize>(i32x4.extract_lane(bins, 2) - 1022 * 32 + (i32x4.extract_lane(sign, 1) & (33 * 32))) << 6);
  const p45 = v128.load(at0, 32);
  const q45 = v128.load(at1, 32);
  const p23 = v128.load(at0, 16);
  const q23 = v128.load(at1, 16);
  const p01 = v128.load(at0);
  const q01 = v128.load(at1);
  let level = v128.mul<f64>(v128.shuffle<f64>(p45, q45, 1, 3), t);
  level = v128.mul<f64>(v128.add<f64>(level, v128.shuffle<f64>(p45, q45, 0, 2)), t);
  level = v128.mul<f64>(v128.add<f64>(level, v128.shuffle<f64>(p23, q23, 1, 3)), t);
  level = v128.mul<f64>(v128.add<f64>(level, v128.shuffle<f64>(p23, q23, 0, 2)), t);
  level = v128.mul<f64>(v128.add<f64>(level, v128.shuffle<f64>(p01, q01, 1, 3)), t);
  return v128.add<f64>(level, v128.shuffle<f64>(p01, q01, 0, 2));
}

@inline
function addTo(at: usize, term: f64): void {
  store<f64>(at, load<f64>(at) + term);
}

/**
 * Draws rows for a block of paths and adds what they pay to the slots. The rows of a path are added in their order, so
 * that its sums are the same however paths are spread over threads.
 */
export function addRows(rows: usize, rowCount: i32, stride: usize, firstPath: u32): void {
  for (let row = 0; row < rowCount; row++) {
    const at = rows + <usize>row * stride;
    const counter = load<u32>(at, COUNTER);
    drawWords(counter, firstPath, words0, words1);
    const last = at + OUTCOME + <usize>(load<i32>(at, OUTCOMES) - 1) * OUTCOME_BYTES;
    const latent = lists + <usize>load<u32>(at, LATENT);
    const count = findSurvivors(load<f64>(last), latent);
    // An odd list ends with a path that nobody reads.
    store<u32>(survivors + (<usize>count << 2), BLOCK);
    if (delayTable == 0) paySurvivors(at, last, count);
    else {
      drawWords(counter ^ 0x80000000, firstPath, words2, survivorsSpare());
      paySurvivorsDelayed(at, last, count);
    }
  }
}

@inline
function survivorsSpare(): usize {
  return survivors + BLOCK * 4 + 16;
}

@inline
function pairOf(address0: usize, address1: usize): v128 {
  return f64x2.replace_lane(f64x2.splat(load<f64>(address0)), 1, load<f64>(address1));
}

@inline
function listOf(offset: u32): usize {
  return offset == 0 ? 0 : lists + <usize>offset;
}

@inline
function tableOf(number: u32): usize {
  return number == 0 ? 0 : levels + (<usize>number - 1) * BINS * 64;
}

function paySurvivors(at: usize, last: usize, count: i32): void {
  const zero = f64x2.splat(0);
  const first = at + OUTCOME;
  const latent = lists + <usize>load<u32>(at, LATENT);
  const ahead = f64x2.splat(load<f64>(at, AHEAD));
  const cap = f64x2.splat(load<f64>(at, CAP));
  const table = tableOf(load<u32>(at, LEVEL_TABLE));
  const factor = listOf(load<u32>(at, LEVEL_FACTOR));
  const claimSlot = listOf(load<u32>(at, CLAIM_SLOT));
  const claimGain = f64x2.splat(load<f64>(at, CLAIM_GAIN));
  const cashFactor = listOf(load<u32>(at, CASH_FACTOR));
  const cashBound = f64x2.splat(load<f64>(at, CASH_BOUND));
  const end = survivors + (<usize>count << 2);
  let price = f64x2.splat(load<f64>(first, PRICE));
  let gain = f64x2.splat(load<f64>(first, GAIN));
  let slot0 = lists + <usize>load<u32>(first, SLOT);
  let slot1 = slot0;
  for (let next = survivors; next < end; next += 8) {
    const path0 = <usize>load<u32>(next);
    const path1 = <usize>load<u32>(next, 4);
    if (last > first) {
      const chosen0 = outcomeOf(path0, first, last, latent);
      const chosen1 = outcomeOf(path1, first, last, latent);
      price = pairOf(chosen0 + PRICE, chosen1 + PRICE);
      gain = pairOf(chosen0 + GAIN, chosen1 + GAIN);
      slot0 = lists + <usize>load<u32>(chosen0, SLOT);
      slot1 = lists + <usize>load<u32>(chosen1, SLOT);
    }
    let level = price;
    if (table != 0) level = v128.mul<f64>(level, levelPair(path0, path1, table));
    if (factor != 0) level = v128.mul<f64>(level, pairOf(factor + (path0 << 3), factor + (path1 << 3)));
    const paid = v128.pmin<f64>(v128.pmax<f64>(v128.sub<f64>(level, ahead), zero), cap);
    const worth = v128.mul<f64>(paid, gain);
    addTo(slot0 + (path0 << 3), f64x2.extract_lane(worth, 0));
    addTo(slot1 + (path1 << 3), f64x2.extract_lane(worth, 1));
    if (claimSlot != 0) {
      let used = v128.mul<f64>(paid, claimGain);
      if (cashFactor != 0) used = v128.mul<f64>(used, v128.pmin<f64>(pairOf(cashFactor + (path0 << 3), cashFactor + (path1 << 3)), cashBound));
      addTo(claimSlot + (path0 << 3), f64x2.extract_lane(used, 0));
      addTo(claimSlot + (path1 << 3), f64x2.extract_lane(used, 1));
    }
  }
}

/** The same where the month of the cash is drawn too: it moves the price by its growth, and past the last month nothing comes. */
function paySurvivorsDelayed(at: usize, last: usize, count: i32): void {
  const first = at + OUTCOME;
  const latent = lists + <usize>load<u32>(at, LATENT);
  const ahead = load<f64>(at, AHEAD);
  const cap = load<f64>(at, CAP);
  const table = tableOf(load<u32>(at, LEVEL_TABLE));
  const factor = listOf(load<u32>(at, LEVEL_FACTOR));
  const claimSlot = listOf(load<u32>(at, CLAIM_SLOT));
  const claimGain = load<f64>(at, CLAIM_GAIN);
  const cashFactor = listOf(load<u32>(at, CASH_FACTOR));
  const cashBound = load<f64>(at, CASH_BOUND);
  const end = survivors + (<usize>count << 2);
  for (let next = survivors; next < end; next += 4) {
    const path = <usize>load<u32>(next);
    const chosen = last > first ? outcomeOf(path, first, last, latent) : first;
    const planned = load<i32>(chosen, MONTH);
    const drawn = planned + <i32>load<i8>(delayTable + <usize>(load<u32>(words2 + (path << 2)) >> 22));
    const month = drawn < 0 ? 0 : drawn;
    if (month > lastMonth) continue;
    let level = load<f64>(chosen, PRICE) * load<f64>(delayGrowth + (<usize>(month - planned + 128) << 3));
    if (table != 0) level *= lookUp(load<u32>(words1 + (path << 2)), table);
    if (factor != 0) level *= load<f64>(factor + (path << 3));
    const left = level - ahead;
    const paid = left <= 0 ? 0 : left < cap ? left : cap;
    const gain = month < closingMonth ? load<f64>(chosen, EARLY_GAIN) : load<f64>(chosen, GAIN);
    addTo(lists + <usize>load<u32>(monthSlots + (<usize>month << 2)) + (path << 3), paid * gain);
    if (claimSlot == 0) continue;
    let used = paid * claimGain;
    if (cashFactor != 0) {
      const factorOfPath = load<f64>(cashFactor + (path << 3));
      used *= factorOfPath < cashBound ? factorOfPath : cashBound;
    }
    addTo(claimSlot + (path << 3), used);
  }
}

/** The outcome of a path: the first whose limit the loan's latent number doesn't pass. */
@inline
function outcomeOf(path: usize, first: usize, last: usize, latent: usize): usize {
  const own = lookUp(load<u32>(words0 + (path << 2)), normalTable) - load<f64>(latent + (path << 3));
  let outcome = first;
  while (outcome < last && own > load<f64>(outcome)) outcome += OUTCOME_BYTES;
  return outcome;
}
