/** From here the continued fraction needs fewer terms than the series. */
const FAR = 3;
const FRACTION_TERMS = 60;
const ROOT_OF_2_PI = Math.sqrt(2 * Math.PI);

/**
 * 1 − Φ(x) of the standard normal distribution, to 1e-13 of itself: Taylor's series about 0 (Marsaglia, Evaluating the normal
 * distribution, 2004) and, far out, Laplace's continued fraction (Abramowitz and Stegun 26.2.14).
 *
 * @param x any number, ±∞ included
 */
export function normalTail(x: number): number {
  if (x < 0) return 1 - normalTail(-x);
  if (x === Number.POSITIVE_INFINITY) return 0;
  const density = normalDensity(x);
  return x < FAR ? 0.5 - density * series(x) : density / fraction(x);
}

/** ln(1 − Φ(x)): of use where the tail itself is below the least number. */
export function logNormalTail(x: number): number {
  if (x < 0) return Math.log1p(-normalTail(-x));
  return x < FAR ? Math.log(normalTail(x)) : logNormalDensity(x) - Math.log(fraction(x));
}

/** ln φ(x); −∞ at ±∞. */
export function logNormalDensity(x: number): number {
  return -0.5 * x * x - Math.log(ROOT_OF_2_PI);
}

/** φ(x) ÷ (1 − Φ(x)), which rises from 0 and is about x far out. */
export function normalHazard(x: number): number {
  return x < FAR ? normalDensity(x) / normalTail(x) : fraction(x);
}

/** φ(x), the density of the standard normal distribution; 0 at ±∞. */
export function normalDensity(x: number): number {
  return Math.exp(-0.5 * x * x) / ROOT_OF_2_PI;
}

/** x + x³/3 + x⁵/(3·5) + … */
function series(x: number): number {
  let term = x;
  let sum = x;
  for (let odd = 3; term > sum * Number.EPSILON; odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return sum;
}

/** x + 1/(x + 2/(x + 3/(x + …))) */
function fraction(x: number): number {
  let value = x;
  for (let step = FRACTION_TERMS; step > 0; step--) value = x + step / value;
  return value;
}
