import { ClassTerms, CurveTerms, Rows, Tables } from "./layout";

/** Rows worked on at a time: their interim columns stay in the first-level cache. */
const BLOCK: usize = 256;
const ROW: usize = 8;
/** Two rows: the kernels work on both at once. */
const PAIR: usize = 16;
const INTERIM: usize = BLOCK * ROW;

/**
 * Prices the rows of one chunk: class sums, and results per loan if they are asked for. Rows of a run share their price class,
 * so that its terms stay in registers; only the curve is looked up row by row.
 * @param scratch 4 × BLOCK floats of the calling thread
 */
export function priceChunk(rows: Rows, tables: Tables, chunk: u32, scratch: usize): void {
  const curveSums = tables.curveSums + <usize>chunk * <usize>tables.curveClassCount * ROW;
  memory.fill(curveSums, 0, <usize>tables.curveClassCount * ROW);
  const endRun = load<u32>(rows.chunkRuns + ((<usize>chunk + 1) << 2));
  for (let run = load<u32>(rows.chunkRuns + (<usize>chunk << 2)); run < endRun; run++) {
    priceRun(rows, tables, run, curveSums, scratch);
  }
}

function priceRun(rows: Rows, tables: Tables, run: u32, curveSums: usize, scratch: usize): void {
  const entry = rows.runs + <usize>run * 12;
  const priceClass = <usize>load<u32>(entry);
  const endRow = <usize>load<u32>(entry, 8);
  const outcomes = <usize>tables.outcomeCount;
  const sums = tables.runSums + <usize>run * (2 * outcomes + 1) * ROW;
  memory.fill(sums, 0, (2 * outcomes + 1) * ROW);
  for (let row = <usize>load<u32>(entry, 4); row < endRow; row += BLOCK) {
    const count = min(BLOCK, endRow - row);
    for (let outcome: usize = 0; outcome < outcomes; outcome++) {
      addOutcome(rows, tables, priceClass, outcome, row, count, sums, scratch);
    }
    finishBlock(rows, tables, priceClass, row, count, sums, curveSums, scratch);
  }
}

/** Adds what one outcome pays to the interim columns of a block: value after costs, cash, costs before the shift, cash × month. */
function addOutcome(rows: Rows, tables: Tables, priceClass: usize, outcome: usize, row: usize, count: usize, sums: usize, scratch: usize): void {
  const at = (priceClass * <usize>tables.outcomeCount + outcome) * ROW;
  const terms = changetype<ClassTerms>(tables.terms + priceClass * offsetof<ClassTerms>());
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
  const costRate = rows.costRate + row * ROW;
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
      v128.store(scratch + offset, net);
      v128.store(scratch + offset, cash, INTERIM);
      if (keepsLoans) {
        v128.store(scratch + offset, cost, 2 * INTERIM);
        v128.store(scratch + offset, f64x2.mul(cash, month), 3 * INTERIM);
      }
    } else {
      v128.store(scratch + offset, f64x2.add(v128.load(scratch + offset), net));
      v128.store(scratch + offset, f64x2.add(v128.load(scratch + offset, INTERIM), cash), INTERIM);
      if (keepsLoans) {
        v128.store(scratch + offset, f64x2.add(v128.load(scratch + offset, 2 * INTERIM), cost), 2 * INTERIM);
        v128.store(scratch + offset, f64x2.add(v128.load(scratch + offset, 3 * INTERIM), f64x2.mul(cash, month)), 3 * INTERIM);
      }
    }
  }
  addLanes(sums + outcome * ROW, cashSum);
  addLanes(sums + (<usize>tables.outcomeCount + outcome) * ROW, costSum);
}

/** Gives the rest of the claim to its curve, takes off fees and file cost, and stores what is kept per loan. */
function finishBlock(rows: Rows, tables: Tables, priceClass: usize, row: usize, count: usize, sums: usize, curveSums: usize, scratch: usize): void {
  const terms = changetype<ClassTerms>(tables.terms + priceClass * offsetof<ClassTerms>());
  const keepsLoans = tables.keepsLoans != 0;
  const hasFees = rows.courtFees != 0;
  const zero = f64x2.splat(0);
  let feeSum = zero;
  const claims = rows.claim + row * ROW;
  const scales = rows.curveScale + row * ROW;
  const fees = rows.courtFees + row * ROW;
  let curveAt = rows.curveClass + (row << 1);
  let loanAt = rows.loan + (row << 2);
  for (let offset: usize = 0, end = count * ROW; offset < end; offset += PAIR) {
    const claim = v128.load(claims + offset);
    const cash = v128.load(scratch + offset, INTERIM);
    const scaled = f64x2.mul(f64x2.pmax(f64x2.sub(claim, cash), zero), v128.load(scales + offset));
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
      feeSum = f64x2.add(feeSum, fee);
    }
    if (keepsLoans) keepPair(rows, tables, terms, curveAt, loanAt, claim, cash, scaled, fee, scratch + offset);
    curveAt += 4;
    loanAt += 8;
  }
  if (hasFees) addLanes(sums + 2 * <usize>tables.outcomeCount * ROW, feeSum);
}

/** Stores the results of two loans: value after costs, cash of the routes, costs, months to cash. */
function keepPair(rows: Rows, tables: Tables, terms: ClassTerms, curveAt: usize, loanAt: usize, claim: v128, interimCash: v128, scaled: v128, fee: v128, interim: usize): void {
  const curve0 = tables.curves + <usize>load<u16>(curveAt) * offsetof<CurveTerms>();
  const curve1 = tables.curves + <usize>load<u16>(curveAt, 2) * offsetof<CurveTerms>();
  // Two terms of one curve in a vector each; shuffled, one term of both.
  const head0 = v128.load(curve0);
  const head1 = v128.load(curve1);
  const tail0 = v128.load(curve0, PAIR);
  const tail1 = v128.load(curve1, PAIR);
  const netValue = v128.shuffle<f64>(head0, head1, 0, 2);
  const cash = f64x2.mul(scaled, v128.shuffle<f64>(head0, head1, 1, 3));
  const cashCost = f64x2.mul(scaled, v128.shuffle<f64>(tail0, tail1, 0, 2));
  const cashMonths = f64x2.mul(scaled, v128.shuffle<f64>(tail0, tail1, 1, 3));
  const collateral = f64x2.pmin(interimCash, claim);
  const costs = f64x2.add(f64x2.mul(v128.load(interim, 2 * INTERIM), f64x2.splat(terms.costFactor)), cashCost);
  const net = f64x2.add(v128.load(interim), f64x2.mul(scaled, netValue));
  const value = f64x2.sub(f64x2.sub(net, f64x2.splat(terms.fileValue)), f64x2.mul(fee, f64x2.splat(terms.courtDiscount)));
  const loan0 = <usize>load<u32>(loanAt) * ROW;
  const loan1 = <usize>load<u32>(loanAt, 4) * ROW;
  storeLanes(tables.presentValue, loan0, loan1, value);
  storeLanes(tables.collateral, loan0, loan1, collateral);
  storeLanes(tables.cash, loan0, loan1, cash);
  storeLanes(tables.costs, loan0, loan1, f64x2.add(f64x2.add(costs, f64x2.splat(terms.fileCost)), fee));
  // Nothing recovered: 0 ÷ 0, not a number of months.
  storeLanes(tables.months, loan0, loan1, f64x2.div(f64x2.add(v128.load(interim, 3 * INTERIM), cashMonths), f64x2.add(collateral, cash)));
}

function storeLanes(column: usize, loan0: usize, loan1: usize, pair: v128): void {
  v128.store64_lane(column + loan0, pair, 0);
  v128.store64_lane(column + loan1, pair, 1);
}

function addLanes(at: usize, pair: v128): void {
  store<f64>(at, load<f64>(at) + f64x2.extract_lane(pair, 0) + f64x2.extract_lane(pair, 1));
}
