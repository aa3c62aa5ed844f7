/** Rate per period at which flows are worth nothing, found as a sheet's IRR finds it: by Newton's steps from a guess; NaN where they don't settle. */
export function sheetIrr(flows: readonly number[], guess: number): number {
  let rate = guess;
  for (let step = 0; step < 100; step++) {
    let value = 0;
    let slope = 0;
    let factor = 1;
    for (const [period, flow] of flows.entries()) {
      value += flow * factor;
      factor /= 1 + rate;
      slope -= period * flow * factor;
    }
    const next = rate - value / slope;
    if (!Number.isFinite(next) || next <= -1) return Number.NaN;
    if (Math.abs(next - rate) < 1e-14) return next;
    rate = next;
  }
  return Number.NaN;
}
