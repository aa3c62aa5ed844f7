import { ItemOutcome, ItemRows, ItemRun, ItemRunTerms, ItemTables } from "../generated/kernel-memory.as";
import { closePair } from "./close-pair.as";
import {
  CAP,
  CLAIM,
  EXPECTED,
  EXPECTED_PAID,
  FIRST_ASSET,
  FIRST_OUTCOME,
  Lanes,
  LEFT,
  OUTCOME_BYTES,
  OWED,
  PAIR,
  PRICE,
  PROCEEDS,
  START,
  USE,
} from "./item-pair.as";
import { sellAssets, takeOverAssets } from "./item-sales.as";
import { Floats } from "./memory-access.as";

/** Bits of the first word of a sale, as rows/item-endings.ts writes it: so many assets, taken over, last of its month, which month. */
const COUNT_MASK: u32 = 0xff;
const TAKEN_BIT: u32 = 0x100;
const LAST_BIT: u32 = 0x200;
const MONTH_SHIFT: u32 = 16;

/**
 * Prices the loans of one run, whose assets secure nothing else: two at a time through all endings of their assets, which are the same for
 * all of a run, and then their other routes and costs. What the run's sums are told is compensated.
 * @param pair work space of the calling thread
 */
export function payItems(rows: ItemRows, tables: ItemTables, part: u32, pair: usize): void {
  const run = changetype<ItemRun>(rows.runs + <usize>part * ItemRun.BYTES);
  const terms = changetype<ItemRunTerms>(tables.runTerms + <usize>part * ItemRunTerms.BYTES);
  memory.fill(terms.sums, 0, <usize>terms.sumCount * 2 * PAIR);
  const count = <usize>run.assetCount;
  const bytes = FIRST_OUTCOME + <usize>tables.outcomeCount * OUTCOME_BYTES;
  const months = pair + FIRST_ASSET + count * bytes;
  let asset = <usize>run.firstAsset * PAIR;
  for (let row = <usize>run.firstRow, end = <usize>run.endRow; row < end; row += 2) {
    openPair(rows, tables, terms, row, asset, count, bytes, pair);
    if (run.leavesDebtor != 0) memory.fill(months, 0, <usize>terms.monthCount * PAIR);
    payEndings(tables, terms, run.leavesDebtor, months, pair);
    closePair(rows, tables, run, terms, row, bytes, months, pair);
    asset += count * PAIR;
  }
}

/** Reads a pair of loans and works out what each outcome of their assets leaves creditors. */
function openPair(rows: ItemRows, tables: ItemTables, terms: ItemRunTerms, row: usize, first: usize, count: usize, bytes: usize, pair: usize): void {
  const zero = f64x2.splat(0);
  Lanes.set(pair, CLAIM, v128.load(rows.claim + row * 8));
  Lanes.set(pair, USE, zero);
  Lanes.set(pair, LEFT, zero);
  const outcomes = <usize>tables.outcomeCount;
  for (let number: usize = 0; number < count; number++) {
    const asset = pair + FIRST_ASSET + number * bytes;
    const at = first + number * PAIR;
    const value = v128.load(rows.value + at);
    const ahead = v128.load(rows.ahead + at);
    Lanes.set(asset, START, v128.load(rows.start + at));
    Lanes.set(asset, CAP, v128.load(rows.cap + at));
    Lanes.set(asset, EXPECTED_PAID, zero);
    for (let outcome: usize = 0; outcome < outcomes; outcome++) {
      const line = changetype<ItemOutcome>(terms.outcomes + (number * outcomes + outcome) * ItemOutcome.BYTES);
      const place = asset + FIRST_OUTCOME + outcome * OUTCOME_BYTES;
      const price = f64x2.mul(value, f64x2.splat(line.priceFactor));
      Lanes.set(place, PRICE, price);
      Lanes.set(place, PROCEEDS, f64x2.sub(f64x2.mul(price, f64x2.splat(line.netShare)), ahead));
      Lanes.set(place, EXPECTED, zero);
    }
  }
}

/** Pays out every ending of the assets. The script has, for each, how many words it has, and then its sales. */
function payEndings(tables: ItemTables, terms: ItemRunTerms, leaves: u32, months: usize, pair: usize): void {
  const zero = f64x2.splat(0);
  const claim = Lanes.get(pair, CLAIM);
  const outlay = f64x2.splat(tables.takeOverOutlay);
  const brings = f64x2.splat(tables.takeOverProceeds);
  const least = f64x2.splat(tables.takeOverLeast);
  let at = terms.script;
  for (let ending: usize = 0, endings = <usize>terms.endingCount; ending < endings; ending++) {
    const weight = f64x2.splat(Floats.get(terms.weights, ending));
    const end = at + 4 + <usize>load<u32>(at) * 4;
    at += 4;
    Lanes.set(pair, OWED, claim);
    while (at < end) {
      const sale = load<u32>(at);
      const count = <usize>(sale & COUNT_MASK);
      if (sale & TAKEN_BIT) takeOverAssets(pair, at + 4, count, weight, leaves, outlay, brings, least);
      else sellAssets(pair, at + 4, count, weight, leaves);
      at += 4 + count * 8;
      if (leaves != 0 && sale & LAST_BIT) shareLeft(tables.surplusShare, weight, months + <usize>(sale >> MONTH_SHIFT) * PAIR, pair);
      // Nothing more is owed.
      if (!v128.any_true(f64x2.gt(Lanes.get(pair, OWED), zero))) at = end;
    }
    Lanes.add(pair, USE, f64x2.mul(weight, f64x2.pmax(zero, f64x2.sub(claim, Lanes.get(pair, OWED)))));
    if (leaves != 0) Lanes.set(pair, LEFT, zero);
  }
}

/** Pays of what the sales of a month left the debtor its share to the rest of the claim. */
function shareLeft(share: f64, weight: v128, month: usize, pair: usize): void {
  const zero = f64x2.splat(0);
  const left = Lanes.get(pair, LEFT);
  if (!v128.any_true(f64x2.gt(left, zero))) return;
  Lanes.set(pair, LEFT, zero);
  const owed = Lanes.get(pair, OWED);
  const rest = f64x2.pmin(owed, Lanes.get(pair, CLAIM));
  const pays = v128.and(f64x2.gt(left, zero), f64x2.gt(rest, zero));
  if (!v128.any_true(pays)) return;
  const one = f64x2.splat(1);
  const part = f64x2.pmin(one, f64x2.div(f64x2.mul(f64x2.splat(share), left), rest));
  const yuan = v128.and(f64x2.mul(rest, part), pays);
  const owes = f64x2.sub(owed, yuan);
  Lanes.set(pair, OWED, v128.bitselect(owes, f64x2.pmax(zero, owes), f64x2.eq(part, one)));
  Lanes.add(month, 0, f64x2.mul(weight, yuan));
}
