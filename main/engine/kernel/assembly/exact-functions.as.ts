/** Functions of one number, and of lists of them in place; only operations that IEEE 754 rounds in one way. */
/* oxlint-disable no-loss-of-precision -- coefficients with the digits that AS 241 prints */

class Polynomial {
  /** Of degree 7, the highest coefficient first. */
  @inline
  static at(x: f64, c7: f64, c6: f64, c5: f64, c4: f64, c3: f64, c2: f64, c1: f64, c0: f64): f64 {
    return ((((((c7 * x + c6) * x + c5) * x + c4) * x + c3) * x + c2) * x + c1) * x + c0;
  }
}

/** ln x for 2^-40 < x < 1: atanh series. */
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
export function exponential(x: f64): f64 {
  const n = Math.floor(x * 1.4426950408889634 + 0.5);
  const r = x - n * 0.6931471803691238 - n * 1.9082149292705877e-10;
  let sum: f64 = 1;
  for (let term: f64 = 16; term >= 1; term--) sum = 1 + (r / term) * sum;
  return sum * reinterpret<f64>((<i64>n + 1023) << 52);
}

/** Inverse of the normal distribution: Wichura, AS 241 (PPND16), without the far tail that 32-bit uniforms never reach. */
export function inverseNormal(u: f64): f64 {
  const q = u - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    const a = Polynomial.at(
      r,
      2.5090809287301226727e3,
      3.3430575583588128105e4,
      6.726577092700870085e4,
      4.592195393154987145e4,
      1.373169376550946112e4,
      1.971590950306551442e3,
      1.331416678917843774e2,
      3.387132872796366608,
    );
    const b = Polynomial.at(
      r,
      5.226495278852854561e3,
      2.872908573572194267e4,
      3.930789580009271061e4,
      2.121379430158659586e4,
      5.394196021424751107e3,
      6.871870074920579082e2,
      4.231333070160091125e1,
      1,
    );
    return (q * a) / b;
  }
  const r = Math.sqrt(-naturalLog(q < 0 ? u : 1 - u)) - 1.6;
  const c = Polynomial.at(
    r,
    7.7454501427834140764e-4,
    2.2723844989269184583e-2,
    2.4178072517745061177e-1,
    1.27045825245236838258,
    3.64784832476320460504,
    5.7694972214606914055,
    4.6303378461565452959,
    1.42343711074968357734,
  );
  const d = Polynomial.at(
    r,
    1.05075007164441684324e-9,
    5.475938084995344946e-4,
    1.5198666563616457197e-2,
    1.4810397642748007459e-1,
    6.8976733498510000455e-1,
    1.6763848301838038494,
    2.05319162663775882187,
    1,
  );
  return q < 0 ? -(c / d) : c / d;
}

/** e^x of a list in place, the same on every machine. */
export function exponentials(list: usize, count: usize): void {
  for (let at = list, end = list + (count << 3); at < end; at += 8) store<f64>(at, exponential(load<f64>(at)));
}

/** Inverse normal of a list in place. */
export function inverseNormals(list: usize, count: usize): void {
  for (let at = list, end = list + (count << 3); at < end; at += 8) store<f64>(at, inverseNormal(load<f64>(at)));
}
