import { BLOCK_ROWS, CaseTables, ClassRun, ClassTerms, CurveTerms, Interim, Rows } from "../generated/kernel-memory.as";
import { Words } from "./memory-access.as";
import { addLanes, addTakeOver } from "./take-over.as";

const ROW: usize = 8;
/** Two rows: the kernels work on both at once. */
const PAIR: usize = 16;
/** Columns of `Interim` in the scratch of a thread. */
const VALUE: usize = offsetof<Interim>("value") * BLOCK_ROWS;
const USE: usize = offsetof<Interim>("use") * BLOCK_ROWS;
const TAKEN: usize = offsetof<Interim>("taken") * BLOCK_ROWS;
const COST: usize = offsetof<Interim>("cost") * BLOCK_ROWS;
const CASH_MONTHS: usize = offsetof<Interim>("cashMonths") * BLOCK_ROWS;
/** Terms of a curve, two in a vector. */
const HEAD: usize = offsetof<CurveTerms>("netValue");
const TAIL: usize = offsetof<CurveTerms>("cost");
if (offsetof<CurveTerms>("cash") != HEAD + 8) ERROR("net value and cash of a curve are loaded as one vector");
if (offsetof<CurveTerms>("weightedMonths") != TAIL + 8) ERROR("cost and months of a curve are loaded as one vector");

/**
 * Prices the rows of one chunk: class sums, and results per loan if they are asked for. Rows of a run share their price class,
 * so that its terms stay in registers; only the curve is looked up row by row.
 * @param scratch `Interim` × BLOCK_ROWS of the calling thread
 */
export function priceChunk(rows: Rows, tables: CaseTables, chunk: u32, scratch: usize): void {
  const curveSums = tables.curveSums + <usize>chunk * <usize>tables.curveClassCount * ROW;
  memory.fill(curveSums, 0, <usize>tables.curveClassCount * ROW);
  const firstRun = <usize>Words.get(rows.chunkRuns, <usize>chunk);
  const endRun = <usize>Words.get(rows.chunkRuns, <usize>chunk + 1);
  const outcomes = <usize>tables.outcomeCount;
  memory.fill(tables.collateralSums + firstRun * outcomes * ROW, 0, (endRun - firstRun) * outcomes * ROW);
  memory.fill(tables.costSums + firstRun * outcomes * ROW, 0, (endRun - firstRun) * outcomes * ROW);
  memory.fill(tables.courtFeeSums + firstRun * ROW, 0, (endRun - firstRun) * ROW);
  memory.fill(tables.takeOverSums + firstRun * ROW, 0, (endRun - firstRun) * ROW);
  for (let run = firstRun; run < endRun; run++) priceRun(rows, tables, run, curveSums, scratch);
}

function priceRun(rows: Rows, tables: CaseTables, run: usize, curveSums: usize, scratch: usize): void {
  const entry = changetype<ClassRun>(rows.runs + run * ClassRun.BYTES);
  const priceClass = <usize>entry.priceClass;
  const endRow = <usize>entry.endRow;
  const outcomes = <usize>tables.outcomeCount;
  const taken = changetype<ClassTerms>(tables.classTerms + priceClass * ClassTerms.BYTES).takeOverFactor > 0 ? <usize>tables.takeOverOutcome : outcomes;
  for (let row = <usize>entry.firstRow; row < endRow; row += BLOCK_ROWS) {
    const count = min(BLOCK_ROWS, endRow - row);
    for (let outcome: usize = 0; outcome < outcomes; outcome++) {
      const sum = (run * outcomes + outcome) * ROW;
      if (outcome == taken) addTakeOver(rows, tables, priceClass, outcome, row, count, sum, run * ROW, scratch);
      else addOutcome(rows, tables, priceClass, outcome, row, count, sum, scratch);
    }
    finishBlock(rows, tables, priceClass, row, count, tables.courtFeeSums + run * ROW, curveSums, scratch);
  }
}

/**
 * Adds what one outcome pays to the interim columns of a block, and to the run's sums.
 * @param sum bytes from the first of the sums by run and outcome
 */
function addOutcome(rows: Rows, tables: CaseTables, priceClass: usize, outcome: usize, row: usize, count: usize, sum: usize, scratch: usize): void {
  const at = (priceClass * <usize>tables.outcomeCount + outcome) * ROW;
  const terms = changetype<ClassTerms>(tables.classTerms + priceClass * ClassTerms.BYTES);
  const factor = v128.load64_splat(tables.factor + at);
  const probability = v128.load64_splat(tables.probability + at);
  const discount = v128.load64_splat(tables.discount + at);
  const month = v128.load64_splat(tables.month + at);
  const chanceFactor = f64x2.splat(terms.chanceFactor);
  const costFactor = f64x2.splat(terms.costFactor);
  const zero = f64x2.splat(0);
  const one = f64x2.splat(1);
  const isFirst = outcome == 0;
  const keepsLoans = tables.keepsLoans != 0;
  let cashSum = zero;
  let costSum = zero;
  const value = rows.value + row * ROW;
  const ahead = rows.ahead + row * ROW;
  const cap = rows.cap + row * ROW;
  const chance = rows.chance + row * ROW;
  const costRate = rows.collateralCostRate + row * ROW;
  for (let offset: usize = 0, end = count * ROW; offset < end; offset += PAIR) {
    const left = f64x2.sub(f64x2.mul(factor, v128.load(value + offset)), v128.load(ahead + offset));
    const paid = f64x2.pmin(f64x2.pmax(left, zero), v128.load(cap + offset));
    const own = f64x2.pmin(f64x2.mul(chanceFactor, v128.load(chance + offset)), one);
    const cash = f64x2.mul(f64x2.mul(probability, own), paid);
    const cost = f64x2.mul(cash, v128.load(costRate + offset));
    cashSum = f64x2.add(cashSum, cash);
    costSum = f64x2.add(costSum, cost);
    const net = f64x2.mul(f64x2.sub(cash, f64x2.mul(cost, costFactor)), discount);
    if (isFirst) {
      v128.store(scratch + offset, net, VALUE);
      v128.store(scratch + offset, cash, USE);
      if (keepsLoans) {
        v128.store(scratch + offset, cost, COST);
        v128.store(scratch + offset, f64x2.mul(cash, month), CASH_MONTHS);
      }
    } else {
      v128.store(scratch + offset, f64x2.add(v128.load(scratch + offset, VALUE), net), VALUE);
      v128.store(scratch + offset, f64x2.add(v128.load(scratch + offset, USE), cash), USE);
      if (keepsLoans) {
        v128.store(scratch + offset, f64x2.add(v128.load(scratch + offset, COST), cost), COST);
        v128.store(scratch + offset, f64x2.add(v128.load(scratch + offset, CASH_MONTHS), f64x2.mul(cash, month)), CASH_MONTHS);
      }
    }
  }
  addLanes(tables.collateralSums + sum, cashSum);
  addLanes(tables.costSums + sum, costSum);
}

/** Gives the rest of the claim to its curve, takes off fees and file cost, and stores what is kept per loan. */
function finishBlock(rows: Rows, tables: CaseTables, priceClass: usize, row: usize, count: usize, feeSum: usize, curveSums: usize, scratch: usize): void {
  const terms = changetype<ClassTerms>(tables.classTerms + priceClass * ClassTerms.BYTES);
  const keepsLoans = tables.keepsLoans != 0;
  const hasFees = rows.courtFees != 0;
  const zero = f64x2.splat(0);
  let owed = zero;
  const claims = rows.claim + row * ROW;
  const scales = rows.curveScale + row * ROW;
  const fees = rows.courtFees + row * ROW;
  let curveAt = rows.curveClass + (row << 1);
  let loanAt = rows.loan + (row << 2);
  for (let offset: usize = 0, end = count * ROW; offset < end; offset += PAIR) {
    const claim = v128.load(claims + offset);
    const use = v128.load(scratch + offset, USE);
    const scaled = f64x2.mul(f64x2.pmax(f64x2.sub(claim, use), zero), v128.load(scales + offset));
    const scaled0 = f64x2.extract_lane(scaled, 0);
    const scaled1 = f64x2.extract_lane(scaled, 1);
    const curve0 = <usize>load<u16>(curveAt);
    const curve1 = <usize>load<u16>(curveAt, 2);
    const sum0 = curveSums + curve0 * ROW;
    store<f64>(sum0, load<f64>(sum0) + scaled0);
    const sum1 = curveSums + curve1 * ROW;
    store<f64>(sum1, load<f64>(sum1) + scaled1);
    let fee = zero;
    if (hasFees) {
      fee = v128.load(fees + offset);
      owed = f64x2.add(owed, fee);
    }
    if (keepsLoans) keepPair(tables, terms, curveAt, loanAt, claim, use, scaled, fee, scratch + offset);
    curveAt += 4;
    loanAt += 8;
  }
  if (hasFees) addLanes(feeSum, owed);
}

/** Stores the results of two loans: value after costs, cash of the routes, costs, months to cash. */
function keepPair(tables: CaseTables, terms: ClassTerms, curveAt: usize, loanAt: usize, claim: v128, use: v128, scaled: v128, fee: v128, interim: usize): void {
  const curve0 = tables.curveTerms + <usize>load<u16>(curveAt) * CurveTerms.BYTES;
  const curve1 = tables.curveTerms + <usize>load<u16>(curveAt, 2) * CurveTerms.BYTES;
  // Two terms of one curve in a vector each; shuffled, one term of both.
  const head0 = v128.load(curve0, HEAD);
  const head1 = v128.load(curve1, HEAD);
  const tail0 = v128.load(curve0, TAIL);
  const tail1 = v128.load(curve1, TAIL);
  const netValue = v128.shuffle<f64>(head0, head1, 0, 2);
  const cash = f64x2.mul(scaled, v128.shuffle<f64>(head0, head1, 1, 3));
  const cashCost = f64x2.mul(scaled, v128.shuffle<f64>(tail0, tail1, 0, 2));
  const cashMonths = f64x2.mul(scaled, v128.shuffle<f64>(tail0, tail1, 1, 3));
  let collateral = f64x2.pmin(use, claim);
  if (terms.takeOverFactor > 0) collateral = f64x2.add(collateral, v128.load(interim, TAKEN));
  const costs = f64x2.add(f64x2.mul(v128.load(interim, COST), f64x2.splat(terms.costFactor)), cashCost);
  const net = f64x2.add(v128.load(interim, VALUE), f64x2.mul(scaled, netValue));
  const value = f64x2.sub(f64x2.sub(net, f64x2.splat(terms.fileValue)), f64x2.mul(fee, f64x2.splat(terms.courtDiscount)));
  const loan0 = <usize>load<u32>(loanAt) * ROW;
  const loan1 = <usize>load<u32>(loanAt, 4) * ROW;
  storeLanes(tables.presentValue, loan0, loan1, value);
  storeLanes(tables.collateral, loan0, loan1, collateral);
  storeLanes(tables.cash, loan0, loan1, cash);
  storeLanes(tables.costs, loan0, loan1, f64x2.add(f64x2.add(costs, f64x2.splat(terms.fileCost)), fee));
  // Nothing recovered: 0 ÷ 0, not a number of months.
  storeLanes(tables.months, loan0, loan1, f64x2.div(f64x2.add(v128.load(interim, CASH_MONTHS), cashMonths), f64x2.add(collateral, cash)));
}

function storeLanes(column: usize, loan0: usize, loan1: usize, pair: v128): void {
  v128.store64_lane(column + loan0, pair, 0);
  v128.store64_lane(column + loan1, pair, 1);
}
