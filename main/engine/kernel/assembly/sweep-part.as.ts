import { ClassRun, CurveChange, PriceChange, Rows, Sweep } from "../generated/kernel-memory.as";
import { Floats, Words } from "./memory-access.as";

const ROW: usize = 8;
// A line is loaded as one vector.
if (offsetof<PriceChange>("cashConstant") != offsetof<PriceChange>("cashSlope") + 8) ERROR("a slope stands before its constant");
if (offsetof<PriceChange>("costConstant") != offsetof<PriceChange>("costSlope") + 8) ERROR("a slope stands before its constant");
if (offsetof<CurveChange>("slope") != 0 || offsetof<CurveChange>("constant") != 8) ERROR("a slope stands before its constant");

/**
 * Pays the rows of one part under many scenarios at once.
 *
 * Scenarios of a sweep differ in one factor κ on all price factors. What an outcome pays a row, clamp(κ·slope − ahead,
 * 0, cap), then has two bends over κ: at ahead ÷ slope it starts to rise, at (ahead + cap) ÷ slope it stops. With the
 * scenarios in rising order of κ a row adds the change of (slope, constant) at the first scenario past each bend; running
 * sums over the scenarios turn these changes into what each scenario pays. So a row costs the same for 2 or 200 scenarios.
 */
export function sweepPart(rows: Rows, sweep: Sweep, part: u32): void {
  const width = <usize>sweep.factorCount + 1;
  const priceChanges = sweep.priceChanges + <usize>part * <usize>sweep.slotCount * width * PriceChange.BYTES;
  const curveChanges = sweep.curveChanges + <usize>part * <usize>sweep.curveClassCount * width * CurveChange.BYTES;
  memory.fill(priceChanges, 0, <usize>sweep.slotCount * width * PriceChange.BYTES);
  memory.fill(curveChanges, 0, <usize>sweep.curveClassCount * width * CurveChange.BYTES);
  const firstChunk = Words.get(sweep.partChunks, <usize>part);
  const endChunk = Words.get(sweep.partChunks, <usize>part + 1);
  const endRun = Words.get(rows.chunkRuns, <usize>endChunk);
  for (let run = Words.get(rows.chunkRuns, <usize>firstChunk); run < endRun; run++) {
    sweepRun(rows, sweep, changetype<ClassRun>(rows.runs + <usize>run * ClassRun.BYTES), priceChanges, curveChanges, width);
  }
}

function sweepRun(rows: Rows, sweep: Sweep, run: ClassRun, priceChanges: usize, curveChanges: usize, width: usize): void {
  const priceClass = <usize>run.priceClass;
  const outcomes = <usize>sweep.outcomeCount;
  const firstRow = <usize>run.firstRow;
  const endRow = <usize>run.endRow;
  for (let outcome: usize = 0; outcome < outcomes; outcome++) {
    const at = priceClass * outcomes + outcome;
    const factor = Floats.get(sweep.factor, at);
    const probability = Floats.get(sweep.probability, at);
    // No collateral, beyond the horizon or out of reach: nothing in any scenario.
    if (factor <= 0 || probability <= 0) continue;
    sweepOutcome(
      rows,
      sweep,
      firstRow,
      endRow,
      factor,
      probability,
      Floats.get(sweep.chanceFactor, priceClass),
      priceChanges + at * width * PriceChange.BYTES,
      curveChanges,
      width,
    );
  }
}

function sweepOutcome(
  rows: Rows,
  sweep: Sweep,
  firstRow: usize,
  endRow: usize,
  factor: f64,
  probability: f64,
  chanceFactor: f64,
  priceChanges: usize,
  curveChanges: usize,
  width: usize,
): void {
  const factors = f64x2.splat(factor);
  const zero = f64x2.splat(0);
  const one = f64x2.splat(1);
  const value = rows.value;
  const ahead = rows.ahead;
  const cap = rows.cap;
  const chance = rows.chance;
  const costRate = rows.collateralCostRate;
  const curveScale = rows.curveScale;
  const curveClass = rows.curveClass;
  const lookUp = sweep.lookUp;
  const kappas = sweep.kappas;
  const count = <u32>sweep.factorCount;
  const buckets = f64x2.splat(<f64>(sweep.bucketCount - 1));
  const least = f64x2.splat(sweep.least);
  const perBucket = f64x2.splat(sweep.perKappa);
  for (let row = firstRow; row < endRow; row += 2) {
    const offset = row * ROW;
    const before = v128.load(ahead + offset);
    const most = v128.load(cap + offset);
    const slope = f64x2.mul(factors, v128.load(value + offset));
    const weight = f64x2.mul(f64x2.splat(probability), f64x2.pmin(f64x2.mul(f64x2.splat(chanceFactor), v128.load(chance + offset)), one));
    // A row without value never pays: its bends lie at infinity or nowhere, where the comparison below is false.
    const start = f64x2.div(before, slope);
    const stop = f64x2.div(f64x2.add(before, most), slope);
    const startAt = i32x4.trunc_sat_f64x2_u_zero(f64x2.pmin(f64x2.pmax(f64x2.mul(f64x2.sub(start, least), perBucket), zero), buckets));
    const stopAt = i32x4.trunc_sat_f64x2_u_zero(f64x2.pmin(f64x2.pmax(f64x2.mul(f64x2.sub(stop, least), perBucket), zero), buckets));
    const slopes = f64x2.mul(weight, slope);
    const constants = f64x2.mul(weight, before);
    const tops = f64x2.mul(weight, f64x2.add(before, most));
    const rates = v128.load(costRate + offset);
    const scales = v128.load(curveScale + offset);
    Bends.add(
      f64x2.extract_lane(start, 0),
      f64x2.extract_lane(stop, 0),
      i32x4.extract_lane(startAt, 0),
      i32x4.extract_lane(stopAt, 0),
      f64x2.extract_lane(slopes, 0),
      f64x2.extract_lane(constants, 0),
      f64x2.extract_lane(tops, 0),
      f64x2.extract_lane(rates, 0),
      f64x2.extract_lane(scales, 0),
      priceChanges,
      curveChanges + <usize>load<u16>(curveClass + row * 2) * width * CurveChange.BYTES,
      lookUp,
      kappas,
      count,
    );
    Bends.add(
      f64x2.extract_lane(start, 1),
      f64x2.extract_lane(stop, 1),
      i32x4.extract_lane(startAt, 1),
      i32x4.extract_lane(stopAt, 1),
      f64x2.extract_lane(slopes, 1),
      f64x2.extract_lane(constants, 1),
      f64x2.extract_lane(tops, 1),
      f64x2.extract_lane(rates, 1),
      f64x2.extract_lane(scales, 1),
      priceChanges,
      curveChanges + <usize>load<u16>(curveClass + row * 2, 2) * width * CurveChange.BYTES,
      lookUp,
      kappas,
      count,
    );
  }
}

/** What one row adds to the changes. */
class Bends {
  /** Adds the two bends of one row; a bend before the first scenario is taken there, one past the last not at all. */
  @inline
  static add(
    start: f64,
    stop: f64,
    startAt: u32,
    stopAt: u32,
    slope: f64,
    constant: f64,
    top: f64,
    rate: f64,
    scale: f64,
    price: usize,
    curve: usize,
    lookUp: usize,
    kappas: usize,
    count: u32,
  ): void {
    if (!(slope > 0)) return;
    const from = Bends.positionOf(start, startAt, lookUp, kappas);
    if (from == count) return;
    const to = Bends.positionOf(stop, stopAt, lookUp, kappas);
    // Paid in full by all scenarios from here on: one constant, no slopes that would have to cancel.
    if (from == to) {
      Bends.change(price, curve, <usize>from, f64x2.replace_lane(f64x2.splat(0), 1, top - constant), rate, scale);
      return;
    }
    const rise = f64x2.replace_lane(f64x2.splat(slope), 1, -constant);
    Bends.change(price, curve, <usize>from, rise, rate, scale);
    if (to < count) Bends.change(price, curve, <usize>to, f64x2.replace_lane(f64x2.splat(-slope), 1, top), rate, scale);
  }

  /** First scenario whose κ lies beyond a bend; the table of buckets gives the first that can. */
  @inline
  static positionOf(bend: f64, bucket: u32, lookUp: usize, kappas: usize): u32 {
    let position = <u32>load<u16>(lookUp + <usize>bucket * 2);
    // The last entry of the list is not a number, so that the search ends.
    while (Floats.get(kappas, <usize>position) <= bend) position++;
    return position;
  }

  /** @param line slope and constant, in two lanes as in memory */
  @inline
  static change(price: usize, curve: usize, position: usize, line: v128, rate: f64, scale: f64): void {
    const priceAt = price + position * PriceChange.BYTES;
    const cash = offsetof<PriceChange>("cashSlope");
    const cost = offsetof<PriceChange>("costSlope");
    v128.store(priceAt, f64x2.add(v128.load(priceAt, cash), line), cash);
    v128.store(priceAt, f64x2.add(v128.load(priceAt, cost), f64x2.mul(line, f64x2.splat(rate))), cost);
    const curveAt = curve + position * CurveChange.BYTES;
    v128.store(curveAt, f64x2.add(v128.load(curveAt), f64x2.mul(line, f64x2.splat(scale))));
  }
}
