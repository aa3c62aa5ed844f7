import { CurveChange, MONTHS_AT_ONCE, PriceChange, Sweep } from "../generated/kernel-memory.as";
import { Floats, Words } from "./memory-access.as";

const ROW: usize = 8;
const PAIR: usize = 16;
if (MONTHS_AT_ONCE != 8) ERROR("curveFlows keeps the sums of eight months");

/** Turns the changes that all parts made to slots of collateral cash into what each scenario pays. Parts are added in their order. */
export function settlePrices(sweep: Sweep): void {
  const count = <usize>sweep.factorCount;
  const partBytes = <usize>sweep.slotCount * (count + 1) * PriceChange.BYTES;
  for (let slot: usize = 0; slot < <usize>sweep.slotCount; slot++) {
    let cash = f64x2.splat(0);
    let costs = f64x2.splat(0);
    for (let scenario: usize = 0; scenario < count; scenario++) {
      let at = sweep.priceChanges + (slot * (count + 1) + scenario) * PriceChange.BYTES;
      for (let part: u32 = 0; part < sweep.partCount; part++) {
        cash = f64x2.add(cash, v128.load(at, offsetof<PriceChange>("cashSlope")));
        costs = f64x2.add(costs, v128.load(at, offsetof<PriceChange>("costSlope")));
        at += partBytes;
      }
      const kappa = Floats.get(sweep.kappas, scenario);
      Floats.set(sweep.cash, slot * count + scenario, Line.at(cash, kappa));
      Floats.set(sweep.costs, slot * count + scenario, Line.at(costs, kappa));
    }
  }
}

/** The same for curves: what collateral pays leaves the claim on which the curve works. */
export function settleCurves(sweep: Sweep): void {
  const count = <usize>sweep.factorCount;
  const classes = <usize>sweep.curveClassCount;
  const partBytes = classes * (count + 1) * CurveChange.BYTES;
  for (let curve: usize = 0; curve < classes; curve++) {
    const claims = Floats.get(sweep.scaledClaims, curve);
    const place = <usize>Words.get(sweep.curvePlaces, curve);
    let paid = f64x2.splat(0);
    for (let scenario: usize = 0; scenario < count; scenario++) {
      let at = sweep.curveChanges + (curve * (count + 1) + scenario) * CurveChange.BYTES;
      for (let part: u32 = 0; part < sweep.partCount; part++) {
        paid = f64x2.add(paid, v128.load(at));
        at += partBytes;
      }
      const left = claims - Line.at(paid, Floats.get(sweep.kappas, scenario));
      const row = <usize>Words.get(sweep.scenarioRows, scenario);
      Floats.set(sweep.remaining, row * classes + place, Math.max(0, left));
    }
  }
}

/** Slope and constant, in two lanes as in memory. */
class Line {
  @inline
  static at(line: v128, kappa: f64): f64 {
    return Math.max(0, f64x2.extract_lane(line, 0) * kappa + f64x2.extract_lane(line, 1));
  }
}

/**
 * Flows of the curves by month: flows[row × months + month] = Σ remaining[row × classes + class] × share[class × months + month].
 * Works on two scenarios and eight months at once, so that sums stay in registers.
 * @param months a multiple of MONTHS_AT_ONCE; columns past the horizon hold zero
 */
export function curveFlows(remaining: usize, stride: usize, rows: usize, share: usize, classes: usize, months: usize, flows: usize): void {
  for (let month: usize = 0; month < months; month += MONTHS_AT_ONCE) {
    for (let row: usize = 0; row < rows; row += 2) {
      const hasSecond = row + 1 < rows;
      const first = remaining + row * stride * ROW;
      const second = hasSecond ? first + stride * ROW : first;
      let a0 = f64x2.splat(0);
      let a1 = f64x2.splat(0);
      let a2 = f64x2.splat(0);
      let a3 = f64x2.splat(0);
      let b0 = f64x2.splat(0);
      let b1 = f64x2.splat(0);
      let b2 = f64x2.splat(0);
      let b3 = f64x2.splat(0);
      let shares = share + month * ROW;
      for (let curve: usize = 0; curve < classes; curve++) {
        const x = v128.load64_splat(first + curve * ROW);
        const y = v128.load64_splat(second + curve * ROW);
        const s0 = v128.load(shares);
        const s1 = v128.load(shares, PAIR);
        const s2 = v128.load(shares, 2 * PAIR);
        const s3 = v128.load(shares, 3 * PAIR);
        a0 = f64x2.add(a0, f64x2.mul(x, s0));
        a1 = f64x2.add(a1, f64x2.mul(x, s1));
        a2 = f64x2.add(a2, f64x2.mul(x, s2));
        a3 = f64x2.add(a3, f64x2.mul(x, s3));
        b0 = f64x2.add(b0, f64x2.mul(y, s0));
        b1 = f64x2.add(b1, f64x2.mul(y, s1));
        b2 = f64x2.add(b2, f64x2.mul(y, s2));
        b3 = f64x2.add(b3, f64x2.mul(y, s3));
        shares += months * ROW;
      }
      const to = flows + (row * months + month) * ROW;
      v128.store(to, a0);
      v128.store(to, a1, PAIR);
      v128.store(to, a2, 2 * PAIR);
      v128.store(to, a3, 3 * PAIR);
      if (!hasSecond) continue;
      const next = to + months * ROW;
      v128.store(next, b0);
      v128.store(next, b1, PAIR);
      v128.store(next, b2, 2 * PAIR);
      v128.store(next, b3, 3 * PAIR);
    }
  }
}
