export interface AxisSpan {
  readonly min: number;
  readonly max: number;
  readonly interval: number;
}

/** More grid lines than these crowd a chart. */
const fewestSteps = 3;
const mostSteps = 6;

/** The smallest of 1, 2, 2.5, 5 × 10ⁿ that is not below a length. */
function roundStep(length: number): number {
  if (!(length > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(length));
  const step = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= length * (1 - 1e-12)) ?? 10;
  return step * power;
}

/** The extent of figures, with zero in it. */
function extentOf(figures: Iterable<number>): { readonly low: number; readonly high: number } {
  let [low, high] = [0, 0];
  for (const figure of figures) {
    low = Math.min(low, figure);
    high = Math.max(high, figure);
  }
  return { low, high };
}

/** Axes over one another whose zero and grid lines stand at the same height, each in round steps that hold its figures with the least waste. */
export function alignedAxes(axes: readonly Iterable<number>[]): AxisSpan[] {
  const extents = axes.map(extentOf);
  let best: { readonly waste: number; readonly spans: AxisSpan[] } | null = null;
  for (let steps = fewestSteps; steps <= mostSteps; steps++) {
    for (let below = 0; below <= steps; below++) {
      const above = steps - below;
      // No step on a side holds nothing there.
      if (extents.some(({ low, high }) => (below === 0 && low < 0) || (above === 0 && high > 0))) continue;
      const spans = extents.map(({ low, high }) => {
        const interval = roundStep(Math.max(above === 0 ? 0 : high / above, below === 0 ? 0 : -low / below));
        return { min: below === 0 ? 0 : -below * interval, max: above * interval, interval };
      });
      const waste = spans.reduce((sum, { min, max }, axis) => sum + (max - min) / ((extents[axis]?.high ?? 0) - (extents[axis]?.low ?? 0) || 1), 0);
      if (best === null || waste < best.waste - 1e-9) best = { waste, spans };
    }
  }
  return best?.spans ?? [];
}
