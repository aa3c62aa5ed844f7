/**
 * Powers whose last bit does not depend on the machine: `**` may round differently from one JavaScript engine to the
 * next, and the same inputs shall give the same bytes in Electron and in Node. Only + − × ÷ √ decide the result.
 */

/** base^exponent for a whole exponent ≥ 0, by repeated squaring. */
export function wholePower(base: number, exponent: number): number {
  let result = 1;
  let square = base;
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= square;
    square *= square;
  }
  return result;
}

/** base^(months ÷ 12) for base > 0 and whole months; exact rounding of the power itself in whole years. */
export function annualPower(base: number, months: number): number {
  const size = Math.abs(months);
  const years = Math.floor(size / 12);
  const power = wholePower(base, years) * (size % 12 === 0 ? 1 : wholePower(twelfthRoot(base), size % 12));
  return months < 0 ? 1 / power : power;
}

/** Cube root of the fourth root; Newton's steps settle the last bits of the first guess. */
function twelfthRoot(base: number): number {
  const fourth = Math.sqrt(Math.sqrt(base));
  let root = Math.exp(Math.log(fourth) / 3);
  for (let step = 0; step < 3; step++) root -= (root - fourth / (root * root)) / 3;
  return root;
}
