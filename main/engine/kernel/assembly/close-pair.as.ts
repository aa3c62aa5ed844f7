import { ItemAsset, ItemCurve, ItemMonth, ItemOutcome, ItemRows, ItemRun, ItemRunTerms, ItemTables } from "../generated/kernel-memory.as";
import { CLAIM, EXPECTED, EXPECTED_PAID, FIRST_ASSET, FIRST_OUTCOME, Lanes, OUTCOME_BYTES, PAIR, USE } from "./item-pair.as";
import { Pair, Words } from "./memory-access.as";

/** What the collateral brings a pair, before it is given to loans; behind the work space of its months. */
const CASH: usize = 0;
const VALUE: usize = 16;
const MONTHS: usize = 32;
const COST: usize = 48;
const COST_VALUE: usize = 64;
const ROUTE_BYTES: usize = 80;

/** Bytes of a sum: two lanes, and what rounding lost of them. */
const SUM: usize = 32;

/** Adds up what all endings brought a pair (`collateralCash` of groups/full-path.ts), tells the sums, and prices the rest of the loans. */
export function closePair(rows: ItemRows, tables: ItemTables, run: ItemRun, terms: ItemRunTerms, row: usize, bytes: usize, months: usize, pair: usize): void {
  const route = months + <usize>terms.monthCount * PAIR;
  memory.fill(route, 0, ROUTE_BYTES);
  const costRate = v128.load(rows.collateralCostRate + row * 8);
  const outcomes = <usize>tables.outcomeCount;
  const count = <usize>run.assetCount;
  const costSums = terms.sums + count * outcomes * SUM;
  const paidSums = costSums + count * outcomes * SUM;
  for (let number: usize = 0; number < count; number++) {
    const asset = pair + FIRST_ASSET + number * bytes;
    const line = changetype<ItemAsset>(terms.assets + number * ItemAsset.BYTES);
    const rate = f64x2.mul(costRate, f64x2.splat(line.costFactor));
    for (let outcome: usize = 0; outcome < outcomes; outcome++) {
      const slot = number * outcomes + outcome;
      const expected = Lanes.get(asset, FIRST_OUTCOME + outcome * OUTCOME_BYTES + EXPECTED);
      if (!v128.any_true(expected)) continue;
      const at = changetype<ItemOutcome>(terms.outcomes + slot * ItemOutcome.BYTES);
      let cash = expected;
      Lanes.addExactly(terms.sums + slot * SUM, expected);
      if (<u32>outcome == line.takenOutcome) {
        const paid = v128.andnot(Lanes.get(asset, EXPECTED_PAID), f64x2.eq(expected, f64x2.splat(0)));
        cash = f64x2.sub(expected, paid);
        receive(route, cash, rate, at.discount, at.month);
        Lanes.add(route, VALUE, f64x2.mul(paid, f64x2.splat(line.takenChange)));
        Lanes.addExactly(paidSums + number * SUM, paid);
      } else receive(route, cash, rate, at.discount, at.month);
      Lanes.addExactly(costSums + slot * SUM, f64x2.mul(cash, costRate));
    }
  }
  if (run.leavesDebtor != 0) addSurplus(terms, costRate, months, paidSums + count * SUM, route);
  priceRest(rows, tables, terms, row, pair, route);
}

function receive(route: usize, cash: v128, rate: v128, discount: f64, month: f64): void {
  const factor = f64x2.splat(discount);
  Lanes.add(route, CASH, cash);
  Lanes.add(route, VALUE, f64x2.mul(cash, factor));
  Lanes.add(route, MONTHS, f64x2.mul(cash, f64x2.splat(month)));
  const cost = f64x2.mul(cash, rate);
  Lanes.add(route, COST, cost);
  Lanes.add(route, COST_VALUE, f64x2.mul(cost, factor));
}

/** What sales leave the debtor, month by month. */
function addSurplus(terms: ItemRunTerms, costRate: v128, months: usize, sums: usize, route: usize): void {
  const rate = f64x2.mul(costRate, f64x2.splat(terms.costFactor));
  for (let slot: usize = 0, count = <usize>terms.monthCount; slot < count; slot++) {
    const yuan = v128.load(months + slot * PAIR);
    if (!v128.any_true(yuan)) continue;
    const line = changetype<ItemMonth>(terms.months + slot * ItemMonth.BYTES);
    receive(route, yuan, rate, line.discount, line.month);
    Lanes.addExactly(sums + slot * 2 * SUM, yuan);
    Lanes.addExactly(sums + (slot * 2 + 1) * SUM, f64x2.mul(yuan, costRate));
  }
}

/** Gives the rest of the claims to guarantors and curves, and stores the loans (`priceLoan` of groups/full-path.ts). */
function priceRest(rows: ItemRows, tables: ItemTables, terms: ItemRunTerms, row: usize, pair: usize, route: usize): void {
  const zero = f64x2.splat(0);
  const claim = Lanes.get(pair, CLAIM);
  const remaining = f64x2.pmax(zero, f64x2.sub(claim, f64x2.pmin(Lanes.get(pair, USE), claim)));
  const scaled = f64x2.mul(remaining, v128.load(rows.curveScale + row * 8));
  v128.store(tables.scaled + row * 8, scaled);
  if (tables.keepsLoans == 0) return;
  const curve0 = changetype<ItemCurve>(tables.curves + <usize>Words.get(rows.curveClass, row) * ItemCurve.BYTES);
  const curve1 = changetype<ItemCurve>(tables.curves + <usize>Words.get(rows.curveClass, row + 1) * ItemCurve.BYTES);
  const cash = f64x2.mul(scaled, Pair.of(curve0.total, curve1.total));
  const guarantor = f64x2.mul(scaled, Pair.of(curve0.guarantorTotal, curve1.guarantorTotal));
  const guarantorValue = f64x2.mul(guarantor, f64x2.splat(terms.guarantorDiscount));
  const cashValue = f64x2.mul(scaled, Pair.of(curve0.discounted, curve1.discounted));
  const fees = v128.load(rows.courtFees + row * 8);
  const collateral = Lanes.get(route, CASH);
  const received = f64x2.add(f64x2.add(collateral, guarantor), cash);
  const ofGuarantor = f64x2.mul(guarantor, f64x2.splat(terms.guarantorMonths));
  const ofCurve = f64x2.mul(scaled, Pair.of(curve0.weightedMonths, curve1.weightedMonths));
  const weighted = f64x2.add(f64x2.add(Lanes.get(route, MONTHS), ofGuarantor), ofCurve);
  const guarantorCost = f64x2.mul(guarantor, f64x2.splat(terms.guarantorRate));
  let costs = f64x2.add(f64x2.add(Lanes.get(route, COST), guarantorCost), f64x2.mul(cash, f64x2.splat(terms.cashRate)));
  costs = f64x2.add(f64x2.add(costs, f64x2.splat(terms.fileCost)), fees);
  let value = f64x2.sub(Lanes.get(route, VALUE), Lanes.get(route, COST_VALUE));
  value = f64x2.add(value, f64x2.mul(guarantorValue, f64x2.splat(1 - terms.guarantorRate)));
  value = f64x2.add(value, f64x2.mul(cashValue, f64x2.splat(1 - terms.cashRate)));
  value = f64x2.sub(value, f64x2.splat(terms.fileValue));
  value = f64x2.sub(value, f64x2.mul(fees, f64x2.splat(terms.courtDiscount)));
  const loan0 = <usize>Words.get(rows.loan, row) * 8;
  const loan1 = <usize>Words.get(rows.loan, row + 1) * 8;
  keep(tables.presentValue, loan0, loan1, value);
  keep(tables.collateral, loan0, loan1, collateral);
  keep(tables.guarantor, loan0, loan1, guarantor);
  keep(tables.cash, loan0, loan1, cash);
  keep(tables.costs, loan0, loan1, costs);
  keep(tables.months, loan0, loan1, v128.bitselect(f64x2.div(weighted, received), f64x2.splat(NaN), f64x2.gt(received, zero)));
}

function keep(column: usize, loan0: usize, loan1: usize, pair: v128): void {
  v128.store64_lane(column + loan0, pair, 0);
  v128.store64_lane(column + loan1, pair, 1);
}
