/** Placeholder of the first build. */
export function probe(at: usize): f64 {
  const pair = v128.load(at);
  const sum = f64x2.add(pair, f64x2.splat(1));
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}
