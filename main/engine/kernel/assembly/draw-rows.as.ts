import { BLOCK_PATHS, DELAY_BITS, DELAY_COUNTERS, DrawnOutcome, DrawnRow, MOST_DELAY_MONTHS, NO_DELAY_AT, TABLE_BYTES } from "../generated/kernel-memory.as";
import { Floats, Pair, Words } from "./memory-access.as";
import { findSurvivors } from "./quick-test.as";
import { Quintic } from "./quintic-tables.as";
import {
  closingMonth,
  commonDelays,
  delayGrowth,
  earlyCost,
  earlyReceipt,
  lastMonth,
  levels,
  lists,
  monthLists,
  normalTable,
  ownDelays,
  spareWords,
  survivors,
  takeOverGap,
  takeOverLeast,
  takeOverOutlay,
  takeOverProceeds,
  words0,
  words1,
  words2,
} from "./simulation-memory.as";
import { drawWords } from "./threefry.as";

/**
 * Draws rows for a block of paths and adds what they pay to the lists. The rows of a path are added in their order, so
 * that its sums are the same however paths are spread over threads.
 */
export function addRows(rows: usize, rowCount: i32, stride: usize, firstPath: u32): void {
  for (let number = 0; number < rowCount; number++) {
    const at = rows + <usize>number * stride;
    const row = changetype<DrawnRow>(at);
    const first = at + DrawnRow.BYTES;
    const last = first + <usize>(row.outcomeCount - 1) * DrawnOutcome.BYTES;
    drawWords(row.counter, firstPath, words0, words1);
    const count = findSurvivors(changetype<DrawnOutcome>(last).limit, lists + <usize>row.latentList);
    // An odd list ends with a path that nobody reads.
    Words.set(survivors, count, <u32>BLOCK_PATHS);
    if (ownDelays != 0) drawWords(row.counter ^ <u32>DELAY_COUNTERS, firstPath, words2, spareWords);
    if (ownDelays != 0 || changetype<DrawnOutcome>(last).takeOverPrice > 0) paySurvivorsSingly(row, first, last, count);
    else paySurvivors(row, first, last, count);
  }
}

class Drawn {
  /** The outcome of a path: the first whose limit the loan's latent number doesn't pass. */
  @inline
  static outcome(path: usize, first: usize, last: usize, latent: usize): DrawnOutcome {
    const own = Quintic.at(Words.get(words0, path), normalTable) - Floats.get(latent, path);
    let at = first;
    while (at < last && own > changetype<DrawnOutcome>(at).limit) at += DrawnOutcome.BYTES;
    return changetype<DrawnOutcome>(at);
  }

  /** Whole months by which the sale of a path comes late. */
  @inline
  static delay(path: usize, shift: f64): i32 {
    let late = Floats.get(ownDelays, <usize>(Words.get(words2, path) >> (32 - <u32>DELAY_BITS))) + shift;
    if (commonDelays != 0) late += Floats.get(commonDelays, path);
    const most = <f64>MOST_DELAY_MONTHS;
    return <i32>Math.floor(Math.min(Math.max(late, -most), most) + 0.5);
  }

  /** A list as rows name it; 0: none. */
  @inline
  static list(offset: u32): usize {
    return offset == 0 ? 0 : lists + <usize>offset;
  }

  /** A table of levels as rows name it; 0: none. */
  @inline
  static table(number: u32): usize {
    return number == 0 ? 0 : levels + <usize>(number - 1) * TABLE_BYTES;
  }
}

/** Adds what a row pays on the paths found, two at a time. */
function paySurvivors(row: DrawnRow, first: usize, last: usize, count: usize): void {
  const zero = f64x2.splat(0);
  const latent = lists + <usize>row.latentList;
  const ahead = f64x2.splat(row.ahead);
  const cap = f64x2.splat(row.cap);
  const table = Drawn.table(row.levelTable);
  const levelList = Drawn.list(row.levelList);
  const claimList = Drawn.list(row.claimList);
  const claimGain = f64x2.splat(row.claimGain);
  const cashList = Drawn.list(row.cashList);
  const cashBound = f64x2.splat(row.cashBound);
  const only = changetype<DrawnOutcome>(first);
  const end = survivors + (count << 2);
  let price = f64x2.splat(only.price);
  let gain = f64x2.splat(only.gain);
  let list0 = lists + <usize>only.list;
  let list1 = list0;
  for (let next = survivors; next < end; next += 8) {
    const path0 = <usize>load<u32>(next);
    const path1 = <usize>load<u32>(next, 4);
    if (last > first) {
      const chosen0 = Drawn.outcome(path0, first, last, latent);
      const chosen1 = Drawn.outcome(path1, first, last, latent);
      price = Pair.of(chosen0.price, chosen1.price);
      gain = Pair.of(chosen0.gain, chosen1.gain);
      list0 = lists + <usize>chosen0.list;
      list1 = lists + <usize>chosen1.list;
    }
    let level = price;
    if (table != 0) level = v128.mul<f64>(level, Quintic.pair(words1, path0, path1, table));
    if (levelList != 0) level = v128.mul<f64>(level, Pair.from(levelList, path0, path1));
    const paid = v128.pmin<f64>(v128.pmax<f64>(v128.sub<f64>(level, ahead), zero), cap);
    const worth = v128.mul<f64>(paid, gain);
    Floats.add(list0, path0, f64x2.extract_lane(worth, 0));
    Floats.add(list1, path1, f64x2.extract_lane(worth, 1));
    if (claimList != 0) {
      let used = v128.mul<f64>(paid, claimGain);
      if (cashList != 0) used = v128.mul<f64>(used, v128.pmin<f64>(Pair.from(cashList, path0, path1), cashBound));
      Floats.add(claimList, path0, f64x2.extract_lane(used, 0));
      Floats.add(claimList, path1, f64x2.extract_lane(used, 1));
    }
  }
}

/**
 * The same path by path, where the month of the cash is drawn too (it moves the price by its growth, and past the last month
 * nothing comes), or where the last outcome is that the asset is taken for the debt.
 */
function paySurvivorsSingly(row: DrawnRow, first: usize, last: usize, count: usize): void {
  const latent = lists + <usize>row.latentList;
  const ahead = row.ahead;
  const cap = row.cap;
  const table = Drawn.table(row.levelTable);
  const levelList = Drawn.list(row.levelList);
  const claimList = Drawn.list(row.claimList);
  const claimGain = row.claimGain;
  const cashList = Drawn.list(row.cashList);
  const cashBound = row.cashBound;
  const end = survivors + (count << 2);
  for (let next = survivors; next < end; next += 4) {
    const path = <usize>load<u32>(next);
    const chosen = last > first ? Drawn.outcome(path, first, last, latent) : changetype<DrawnOutcome>(first);
    const planned = <i32>chosen.plannedMonth;
    const isTaken = chosen.takeOverPrice > 0;
    let month = planned;
    let level: f64 = 1;
    if (ownDelays != 0) {
      const first = isTaken ? takeOverGap : 0;
      const moved = planned + Drawn.delay(path, chosen.delayShift);
      month = moved < first ? first : moved;
      level = Floats.get(delayGrowth, month - planned + <i32>NO_DELAY_AT);
    }
    if (month > lastMonth) continue;
    if (table != 0) level *= Quintic.at(Words.get(words1, path), table);
    if (levelList != 0) level *= Floats.get(levelList, path);
    const left = chosen.price * level - ahead;
    const paid = left <= 0 ? 0 : left < cap ? left : cap;
    if (isTaken) {
      if (!takeOver(chosen, path, month, chosen.takeOverPrice * level, paid)) continue;
    } else {
      const gain = ownDelays != 0 && month < closingMonth ? chosen.earlyGain : chosen.gain;
      Floats.add(lists + <usize>Words.get(monthLists, month), path, paid * gain);
    }
    if (claimList == 0) continue;
    let used = paid * claimGain;
    if (cashList != 0) {
      const factor = Floats.get(cashList, path);
      used *= factor < cashBound ? factor : cashBound;
    }
    Floats.add(claimList, path, used);
  }
}

/**
 * Takes an asset for the debt: pays what its price is not set off against, and brings what a resale does after its costs. Answers
 * whether it was worth while.
 */
function takeOver(chosen: DrawnOutcome, path: usize, month: i32, price: f64, setOff: f64): bool {
  if (!(setOff > price * takeOverLeast)) return false;
  const resale = price * takeOverProceeds;
  const paid = price * takeOverOutlay - setOff;
  const isEarly = month < closingMonth;
  const costs = (resale - paid) * chosen.costRate;
  Floats.add(lists + <usize>Words.get(monthLists, month), path, isEarly ? resale * earlyReceipt - costs * earlyCost : resale - costs);
  const paidMonth = month - takeOverGap;
  Floats.add(lists + <usize>Words.get(monthLists, paidMonth), path, -paid * (paidMonth < closingMonth ? earlyReceipt : 1));
  return true;
}
