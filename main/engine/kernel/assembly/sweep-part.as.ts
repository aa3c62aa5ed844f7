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
    if (outcome == <usize>sweep.takeOverOutcome && Floats.get(sweep.takeOverFactor, priceClass) > 0) {
      sweepTakeOver(rows, sweep, firstRow, endRow, priceClass, factor, probability, priceChanges, curveChanges, width);
      continue;
    }
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

/**
 * What assets taken for the debt bring over κ. With T the price, s of it net, a ahead, c the cap and m the least that must be set
 * off per yuan of T, an asset is taken from κ = a ÷ (s − m·T) to c ÷ (m·T) where c·s > (a + c)·m·T, and nowhere otherwise; what
 * is set off rises until (a + c) ÷ s.
 */
function sweepTakeOver(
  rows: Rows,
  sweep: Sweep,
  firstRow: usize,
  endRow: usize,
  priceClass: usize,
  factor: f64,
  probability: f64,
  priceChanges: usize,
  curveChanges: usize,
  width: usize,
): void {
  const priceFactor = Floats.get(sweep.takeOverFactor, priceClass);
  const chanceFactor = Floats.get(sweep.chanceFactor, priceClass);
  const resale = priceChanges + (priceClass * <usize>sweep.outcomeCount + <usize>sweep.takeOverOutcome) * width * PriceChange.BYTES;
  const paid = priceChanges + (<usize>sweep.pricedSlots + priceClass) * width * PriceChange.BYTES;
  const count = <u32>sweep.factorCount;
  for (let row = firstRow; row < endRow; row++) {
    const value = Floats.get(rows.value, row);
    const slope = factor * value;
    if (!(slope > 0)) continue;
    const ahead = Floats.get(rows.ahead, row);
    const cap = Floats.get(rows.cap, row);
    const price = priceFactor * value;
    const least = price * sweep.takeOverLeast;
    if (!(cap * slope > (ahead + cap) * least)) continue;
    const from = TakeOver.positionPast(ahead / (slope - least), sweep);
    if (from == count) continue;
    const to = least > 0 ? TakeOver.positionFrom(cap / least, sweep) : count;
    if (to <= from) continue;
    const full = TakeOver.positionPast((ahead + cap) / slope, sweep);
    const weight = probability * Math.min(Floats.get(rows.chance, row) * chanceFactor, 1);
    const proceeds = weight * price * sweep.takeOverProceeds;
    const outlay = weight * price * sweep.takeOverOutlay;
    const rise = TakeOver.line(weight * slope, -weight * ahead);
    const stop = TakeOver.line(-weight * slope, weight * (ahead + cap));
    const bought = TakeOver.line(proceeds, 0);
    const spent = TakeOver.line(outlay, 0);
    const rate = Floats.get(rows.collateralCostRate, row);
    const scale = Floats.get(rows.curveScale, row);
    const curve = curveChanges + <usize>load<u16>(rows.curveClass + row * 2) * width * CurveChange.BYTES;
    // What is set off between two bends is a line of its own, and ends with the take-over.
    const isCapped = full < to;
    TakeOver.change(resale, paid, curve, <usize>from, bought, spent, rise, rate, scale);
    if (isCapped) TakeOver.change(resale, paid, curve, <usize>full, TakeOver.line(0, 0), TakeOver.line(0, 0), stop, rate, scale);
    if (to == count) continue;
    const setOff = isCapped ? TakeOver.line(0, weight * cap) : rise;
    TakeOver.change(resale, paid, curve, <usize>to, f64x2.neg(bought), f64x2.neg(spent), f64x2.neg(setOff), rate, scale);
  }
}

/** Slopes and constants of assets taken for the debt. */
class TakeOver {
  @inline
  static line(slope: f64, constant: f64): v128 {
    return f64x2.replace_lane(f64x2.splat(slope), 1, constant);
  }

  @inline
  static bucket(bend: f64, sweep: Sweep): usize {
    const place = (bend - sweep.least) * sweep.perKappa;
    return <usize>Math.min(Math.max(place, 0), <f64>(sweep.bucketCount - 1));
  }

  /** First scenario whose κ lies beyond a bend. */
  @inline
  static positionPast(bend: f64, sweep: Sweep): u32 {
    return Bends.positionOf(bend, <u32>TakeOver.bucket(bend, sweep), sweep.lookUp, sweep.kappas);
  }

  /** First scenario whose κ reaches a bend. */
  @inline
  static positionFrom(bend: f64, sweep: Sweep): u32 {
    let position = <u32>load<u16>(sweep.lookUp + TakeOver.bucket(bend, sweep) * 2);
    while (Floats.get(sweep.kappas, <usize>position) < bend) position++;
    return position;
  }

  @inline
  static change(resale: usize, paid: usize, curve: usize, position: usize, bought: v128, spent: v128, setOff: v128, rate: f64, scale: f64): void {
    const resaleAt = resale + position * PriceChange.BYTES;
    const paidAt = paid + position * PriceChange.BYTES;
    const curveAt = curve + position * CurveChange.BYTES;
    const cash = offsetof<PriceChange>("cashSlope");
    const cost = offsetof<PriceChange>("costSlope");
    const outlay = f64x2.sub(spent, setOff);
    v128.store(resaleAt, f64x2.add(v128.load(resaleAt, cash), bought), cash);
    v128.store(resaleAt, f64x2.add(v128.load(resaleAt, cost), f64x2.mul(f64x2.sub(bought, outlay), f64x2.splat(rate))), cost);
    v128.store(paidAt, f64x2.add(v128.load(paidAt, cash), outlay), cash);
    v128.store(curveAt, f64x2.add(v128.load(curveAt), f64x2.mul(setOff, f64x2.splat(scale))));
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
