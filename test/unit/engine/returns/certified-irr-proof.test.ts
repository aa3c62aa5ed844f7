import { describe, expect, it } from "vitest";
import { datedIrr, monthlyIrr } from "../../../../main/engine/returns/certified-irr.ts";
import type { Irr } from "../../../../shared/domain/pricing-results.ts";

/** A flow in years from the first. */
type Term = readonly [time: number, amount: number];

const ratesOf = (irr: Irr): readonly number[] => (irr.kind === "none" ? [] : irr.kind === "one" ? [irr.rate] : irr.rates);

/** Numbers in [0, 1) from a seed (mulberry32), so that every run looks at the same 10,000 flows. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Product of exponential sums: every root of a factor is a root, and there is no other. Times count whole steps. */
function times(left: ReadonlyMap<number, number>, right: ReadonlyMap<number, number>): Map<number, number> {
  const product = new Map<number, number>();
  for (const [a, x] of left) for (const [b, y] of right) product.set(a + b, (product.get(a + b) ?? 0) + x * y);
  return product;
}

interface Drawn {
  readonly rates: readonly number[];
  /** Amounts by whole step. */
  readonly flows: ReadonlyMap<number, number>;
}

/**
 * Flows with known rates: a factor 1 − (1 + r)^τ·v^τ for each, whose only real root is r, and padding 1 + c·v^τ that has
 * none. One in five has a pair of rates 1e-5 to 1e-2 apart. `perYear` steps make a year.
 */
function draw(next: () => number, perYear: number, longest: number): Drawn {
  const count = Math.floor(next() * 5);
  const rates = Array.from({ length: count }, () => Math.exp(Math.log(0.04) + next() * Math.log(9.5 / 0.04)) - 1);
  if (count > 0 && next() < 0.2) rates.push(((rates[0] ?? 0) + 1) * (1 + 10 ** (-2 - 3 * next())) - 1);
  const span = () => 1 + Math.floor(next() * longest);
  let flows: Map<number, number> = new Map([[0, (next() < 0.5 ? -1 : 1) * 10 ** (9 * next())]]);
  for (const rate of rates) {
    const step = span();
    flows = times(
      flows,
      new Map([
        [0, 1],
        [step, -((1 + rate) ** (step / perYear))],
      ]),
    ); // prettier-ignore
  }
  for (let padding = Math.floor(next() * 4); padding > 0; padding--)
    flows = times(
      flows,
      new Map([
        [0, 1],
        [span(), 0.2 + 2 * next()],
      ]),
    ); // prettier-ignore
  return { rates: rates.sort((left, right) => left - right), flows };
}

const termsOf = ({ flows }: Drawn, perYear: number): Term[] => [...flows].map(([step, amount]) => [step / perYear, amount] as const);

/**
 * How far a rate can move by the rounding of the amounts alone: a relative error of ε in each moves the root by
 * ε·Σ|aₜ|e^(−tx) ÷ |f′(x)| in ln(1 + r). No solver can know a root better than its flows do.
 */
function blurOf(terms: readonly Term[], rate: number): number {
  const x = Math.log1p(rate);
  let [size, slope] = [0, 0];
  for (const [time, amount] of terms) {
    const term = amount * Math.exp(-time * x);
    size += Math.abs(term) * (1 + Math.abs(time * x));
    slope += time * term;
  }
  return ((8 * Number.EPSILON * size) / Math.abs(slope)) * (1 + rate);
}

function signChangesOf(terms: readonly Term[]): number {
  const amounts = [...terms].sort(([left], [right]) => left - right).flatMap(([, amount]) => (amount === 0 ? [] : [amount]));
  return amounts.filter((amount, index) => index > 0 && amount > 0 !== (amounts[index - 1] ?? 0) > 0).length;
}

/** Looks at 5,000 flows and says what did not come out as built. */
function prove(seed: number, perYear: number, longest: number, solve: (drawn: Drawn) => Irr) {
  const next = numbersFrom(seed);
  const failures: unknown[] = [];
  const bySignChanges = [0, 0, 0, 0, 0];
  let [kept, blurred, pairs, worst] = [0, 0, 0, 0];
  while (kept < 5000) {
    const drawn = draw(next, perYear, longest);
    const terms = termsOf(drawn, perYear);
    if (drawn.rates.some((rate) => !(blurOf(terms, rate) < 2e-9))) {
      blurred += 1;
      continue;
    }
    kept += 1;
    const found = ratesOf(solve(drawn));
    const furthest = Math.max(0, ...drawn.rates.map((rate, index) => Math.abs((found[index] ?? Number.NaN) - rate)));
    if (found.length !== drawn.rates.length || !(furthest < 1e-8)) failures.push({ rates: drawn.rates, found });
    worst = Math.max(worst, furthest);
    const changes = Math.min(4, signChangesOf(terms));
    bySignChanges[changes] = (bySignChanges[changes] ?? 0) + 1;
    if (drawn.rates.some((rate, index) => index > 0 && rate - (drawn.rates[index - 1] ?? 0) < 0.1 * (1 + rate))) pairs += 1;
  }
  return { failures, bySignChanges, blurred, pairs, worst };
}

describe("certified rates of 10,000 flows built from known ones", () => {
  it.each([
    ["monthly", 20251130, 12, 24, ({ flows }: Drawn) => monthlyIrr(Array.from({ length: Math.max(...flows.keys()) + 1 }, (_, month) => flows.get(month) ?? 0))],
    ["dated", 20260115, 365, 900, ({ flows }: Drawn) => datedIrr([...flows].map(([day, amountYuan]) => ({ day, amountYuan })))],
  ] as const)("finds every rate of 5,000 %s flows to 1e-8 and invents none", (_, seed, perYear, longest, solve) => {
    const { failures, bySignChanges, blurred, pairs, worst } = prove(seed, perYear, longest, solve);
    expect(failures.slice(0, 5)).toEqual([]);
    expect(worst).toBeLessThan(1e-8);
    // The flows are of every sort: one, two, three and more changes of sign, and pairs of rates close together.
    for (const changes of [1, 2, 3, 4]) expect(bySignChanges[changes]).toBeGreaterThan(300);
    expect(pairs).toBeGreaterThan(300);
    // Few are left out because float64 cannot hold their amounts well enough.
    expect(blurred).toBeLessThan(1500);
  });

  it("solves flows that change sign once to 1e-12", () => {
    const next = numbersFrom(7);
    for (let run = 0; run < 2000; run++) {
      const rate = Math.expm1(-3 + 5 * next());
      const later = Array.from({ length: 120 }, () => (next() < 0.3 ? 0 : next() * 1e6));
      const price = later.reduce((sum, flow, index) => sum + flow * (1 + rate) ** (-(index + 1) / 12), 0);
      if (price === 0) continue;
      const dated = datedIrr([-price, ...later].map((amountYuan, month) => ({ day: (month * 365) / 12, amountYuan })));
      for (const irr of [monthlyIrr([-price, ...later]), dated]) {
        expect(irr.kind === "one" ? Math.abs(irr.rate - rate) / (1 + rate) : Number.NaN).toBeLessThan(1e-12);
      }
    }
  });

  it("does not stumble over amounts of extreme size", () => {
    expect(monthlyIrr([-1e300, ...Array.from({ length: 119 }, () => 0), 1e308]).kind).toBe("one");
    expect(monthlyIrr([-1e-300, 1e300]).kind).toBe("none");
    expect(monthlyIrr([1e-320, 0, -1e-320])).toEqual({ kind: "one", rate: 0 });
  });
});
