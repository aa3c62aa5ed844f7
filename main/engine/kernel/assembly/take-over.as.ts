import { BLOCK_ROWS, CaseTables, ClassTerms, Interim, Rows } from "../generated/kernel-memory.as";

const ROW: usize = 8;
const PAIR: usize = 16;
const VALUE: usize = offsetof<Interim>("value") * BLOCK_ROWS;
const USE: usize = offsetof<Interim>("use") * BLOCK_ROWS;
const TAKEN: usize = offsetof<Interim>("taken") * BLOCK_ROWS;
const COST: usize = offsetof<Interim>("cost") * BLOCK_ROWS;
const CASH_MONTHS: usize = offsetof<Interim>("cashMonths") * BLOCK_ROWS;

/**
 * Adds what assets taken for the debt pay of the claims and bring in cash. What the price is set off against lowers the
 * claim; the rest of it is paid in cash at take-over, and a resale brings its proceeds later. Where less is set off than
 * makes it worth while, the asset is left. Costs are those of the cash that the resale brings beyond what was paid.
 * @param sum bytes from the first of the sums by run and outcome
 * @param paidSum bytes from the first of the sums of cash paid by run
 */
export function addTakeOver(
  rows: Rows,
  tables: CaseTables,
  priceClass: usize,
  outcome: usize,
  row: usize,
  count: usize,
  sum: usize,
  paidSum: usize,
  scratch: usize,
): void {
  const at = (priceClass * <usize>tables.outcomeCount + outcome) * ROW;
  const terms = changetype<ClassTerms>(tables.classTerms + priceClass * ClassTerms.BYTES);
  const factor = v128.load64_splat(tables.factor + at);
  const probability = v128.load64_splat(tables.probability + at);
  const discount = v128.load64_splat(tables.discount + at);
  const month = v128.load64_splat(tables.month + at);
  const priceFactor = f64x2.splat(terms.takeOverFactor);
  const paidDiscount = f64x2.splat(terms.takeOverDiscount);
  const chanceFactor = f64x2.splat(terms.chanceFactor);
  const costFactor = f64x2.splat(terms.costFactor);
  const outlay = f64x2.splat(tables.takeOverOutlay);
  const proceeds = f64x2.splat(tables.takeOverProceeds);
  const least = f64x2.splat(tables.takeOverLeast);
  const zero = f64x2.splat(0);
  const one = f64x2.splat(1);
  const keepsLoans = tables.keepsLoans != 0;
  let resaleSum = zero;
  let costSum = zero;
  let paidTotal = zero;
  const value = rows.value + row * ROW;
  const ahead = rows.ahead + row * ROW;
  const cap = rows.cap + row * ROW;
  const chance = rows.chance + row * ROW;
  const costRate = rows.collateralCostRate + row * ROW;
  for (let offset: usize = 0, end = count * ROW; offset < end; offset += PAIR) {
    const worth = v128.load(value + offset);
    const price = f64x2.mul(priceFactor, worth);
    const left = f64x2.sub(f64x2.mul(factor, worth), v128.load(ahead + offset));
    const setOff = f64x2.pmin(f64x2.pmax(left, zero), v128.load(cap + offset));
    const own = f64x2.pmin(f64x2.mul(chanceFactor, v128.load(chance + offset)), one);
    const weight = v128.and(f64x2.mul(probability, own), f64x2.gt(setOff, f64x2.mul(price, least)));
    const use = f64x2.mul(weight, setOff);
    const weighted = f64x2.mul(weight, price);
    const resale = f64x2.mul(weighted, proceeds);
    const paid = f64x2.sub(f64x2.mul(weighted, outlay), use);
    const cash = f64x2.sub(resale, paid);
    const cost = f64x2.mul(cash, v128.load(costRate + offset));
    resaleSum = f64x2.add(resaleSum, resale);
    costSum = f64x2.add(costSum, cost);
    paidTotal = f64x2.add(paidTotal, paid);
    const net = f64x2.sub(f64x2.mul(f64x2.sub(resale, f64x2.mul(cost, costFactor)), discount), f64x2.mul(paid, paidDiscount));
    v128.store(scratch + offset, f64x2.add(v128.load(scratch + offset, VALUE), net), VALUE);
    v128.store(scratch + offset, f64x2.add(v128.load(scratch + offset, USE), use), USE);
    if (keepsLoans) {
      v128.store(scratch + offset, f64x2.sub(cash, use), TAKEN);
      v128.store(scratch + offset, f64x2.add(v128.load(scratch + offset, COST), cost), COST);
      v128.store(scratch + offset, f64x2.add(v128.load(scratch + offset, CASH_MONTHS), f64x2.mul(cash, month)), CASH_MONTHS);
    }
  }
  addLanes(tables.collateralSums + sum, resaleSum);
  addLanes(tables.costSums + sum, costSum);
  addLanes(tables.takeOverSums + paidSum, paidTotal);
}

/** Adds both lanes to a sum. */
export function addLanes(at: usize, pair: v128): void {
  store<f64>(at, load<f64>(at) + f64x2.extract_lane(pair, 0) + f64x2.extract_lane(pair, 1));
}
