import { CAP, CURSOR, DUE, EXPECTED, EXPECTED_PAID, Lanes, LEFT, LIMIT, OWED, PAID, PAYING, PRICE, PROCEEDS, RATE, START, TURN } from "./item-pair.as";
import { Words } from "./memory-access.as";

/** Work space of asset and outcome that an entry of a sale names: both as bytes from the pair's. */
class Entry {
  @inline
  static asset(pair: usize, list: usize, index: usize): usize {
    return pair + <usize>Words.get(list, 2 * index);
  }

  @inline
  static outcome(pair: usize, list: usize, index: usize): usize {
    return pair + <usize>Words.get(list, 2 * index + 1);
  }
}

/**
 * Sells the assets of one sale and adds what they pay. Where a lane has one asset that pays, it pays alone; where it has several they pay
 * together, as `payLoneTogether` says. Operations are those of groups/lone-loan.ts, so that no bit differs.
 * @param list entries of the sale; @param leaves 1: what is left goes to the debtor's claims
 */
export function sellAssets(pair: usize, list: usize, count: usize, weight: v128, leaves: u32): void {
  if (count == 1) {
    payAlone(pair, Entry.asset(pair, list, 0), Entry.outcome(pair, list, 0), i64x2.splat(-1), weight, leaves);
    return;
  }
  const zero = f64x2.splat(0);
  let paying = i64x2.splat(0);
  for (let index: usize = 0; index < count; index++) paying = i64x2.sub(paying, f64x2.gt(Lanes.get(Entry.outcome(pair, list, index), PROCEEDS), zero));
  const together = i64x2.gt_s(paying, i64x2.splat(1));
  if (!i64x2.all_true(together)) {
    for (let index: usize = 0; index < count; index++) {
      payAlone(pair, Entry.asset(pair, list, index), Entry.outcome(pair, list, index), v128.not(together), weight, leaves);
    }
  }
  if (v128.any_true(together)) payTogether(pair, list, count, together, weight, leaves);
}

/** Yuan that one asset pays of what is owed; nothing outside the mask. */
function paidAlone(owed: v128, due: v128, start: v128, proceeds: v128, mask: v128): v128 {
  const zero = f64x2.splat(0);
  const pays = v128.and(mask, v128.and(f64x2.gt(due, zero), f64x2.gt(proceeds, start)));
  if (!v128.any_true(pays)) return zero;
  const part = f64x2.pmin(f64x2.splat(1), f64x2.div(f64x2.sub(proceeds, start), due));
  return v128.and(f64x2.pmin(owed, f64x2.mul(due, part)), pays);
}

function payAlone(pair: usize, asset: usize, outcome: usize, lanes: v128, weight: v128, leaves: u32): void {
  const zero = f64x2.splat(0);
  const owed = Lanes.get(pair, OWED);
  const proceeds = Lanes.get(outcome, PROCEEDS);
  const start = Lanes.get(asset, START);
  const mask = v128.and(lanes, f64x2.gt(proceeds, zero));
  const due = Lanes.due(owed, Lanes.get(asset, CAP));
  const yuan = paidAlone(owed, due, start, proceeds, mask);
  Lanes.set(pair, OWED, f64x2.sub(owed, yuan));
  Lanes.add(outcome, EXPECTED, f64x2.mul(weight, yuan));
  if (leaves != 0) leave(pair, proceeds, f64x2.add(start, due), f64x2.gt(yuan, zero));
}

/** What a sold asset leaves its debtor: where it paid, and creditors don't reach so far. */
function leave(pair: usize, proceeds: v128, reached: v128, paid: v128): void {
  const rest = v128.and(f64x2.sub(proceeds, reached), v128.and(paid, f64x2.gt(proceeds, reached)));
  Lanes.add(pair, LEFT, rest);
}

/** Takes the assets of a month for the debt, in each lane the cheaper one first. */
export function takeOverAssets(pair: usize, list: usize, count: usize, weight: v128, leaves: u32, outlay: v128, brings: v128, least: v128): void {
  const all = i64x2.splat(-1);
  if (count == 1) {
    takeOver(pair, Entry.asset(pair, list, 0), Entry.outcome(pair, list, 0), all, weight, leaves, outlay, brings, least);
    return;
  }
  for (let index: usize = 0; index < count; index++) {
    const mine = Entry.outcome(pair, list, index);
    let turn = i64x2.splat(0);
    for (let other: usize = 0; other < count; other++) {
      if (other == index) continue;
      const its = Entry.outcome(pair, list, other);
      // Between equals the earlier entry.
      turn = i64x2.sub(turn, other < index ? v128.not(isCheaper(mine, its)) : isCheaper(its, mine));
    }
    Lanes.set(Entry.asset(pair, list, index), TURN, turn);
  }
  for (let turn: usize = 0; turn < count; turn++) {
    for (let index: usize = 0; index < count; index++) {
      const asset = Entry.asset(pair, list, index);
      const lanes = i64x2.eq(Lanes.get(asset, TURN), i64x2.splat(<i64>turn));
      if (v128.any_true(lanes)) takeOver(pair, asset, Entry.outcome(pair, list, index), lanes, weight, leaves, outlay, brings, least);
    }
  }
}

function isCheaper(one: usize, other: usize): v128 {
  const price = Lanes.get(one, PRICE);
  const its = Lanes.get(other, PRICE);
  const isLess = f64x2.lt(Lanes.get(one, PROCEEDS), Lanes.get(other, PROCEEDS));
  return v128.or(f64x2.lt(price, its), v128.and(f64x2.eq(price, its), isLess));
}

function takeOver(pair: usize, asset: usize, outcome: usize, lanes: v128, weight: v128, leaves: u32, outlay: v128, brings: v128, least: v128): void {
  const zero = f64x2.splat(0);
  const owed = Lanes.get(pair, OWED);
  const proceeds = Lanes.get(outcome, PROCEEDS);
  const price = Lanes.get(outcome, PRICE);
  const start = Lanes.get(asset, START);
  const due = Lanes.due(owed, Lanes.get(asset, CAP));
  const offered = paidAlone(owed, due, start, proceeds, v128.and(lanes, f64x2.gt(proceeds, zero)));
  const isTaken = v128.and(f64x2.gt(offered, f64x2.mul(price, least)), f64x2.gt(offered, zero));
  if (!v128.any_true(isTaken)) return;
  const setOff = v128.and(offered, isTaken);
  Lanes.set(pair, OWED, f64x2.sub(owed, setOff));
  const resale = f64x2.div(f64x2.mul(price, brings), setOff);
  const paid = f64x2.div(f64x2.sub(f64x2.mul(price, outlay), setOff), setOff);
  Lanes.add(outcome, EXPECTED, v128.and(f64x2.mul(weight, f64x2.mul(setOff, resale)), isTaken));
  Lanes.add(asset, EXPECTED_PAID, v128.and(f64x2.mul(f64x2.mul(weight, setOff), paid), isTaken));
  if (leaves != 0) leave(pair, proceeds, f64x2.add(start, due), isTaken);
}

/** Assets of one month pay their proceeds out evenly, in the lanes where several pay. */
function payTogether(pair: usize, list: usize, count: usize, together: v128, weight: v128, leaves: u32): void {
  const zero = f64x2.splat(0);
  const before = Lanes.get(pair, OWED);
  for (let index: usize = 0; index < count; index++) {
    const asset = Entry.asset(pair, list, index);
    const due = Lanes.due(before, Lanes.get(asset, CAP));
    Lanes.set(asset, DUE, due);
    Lanes.set(asset, LIMIT, due);
    Lanes.set(asset, CURSOR, zero);
    Lanes.set(asset, PAID, zero);
    const isSold = v128.and(together, f64x2.gt(Lanes.get(Entry.outcome(pair, list, index), PROCEEDS), zero));
    Lanes.set(asset, PAYING, v128.and(isSold, f64x2.gt(due, zero)));
  }
  let left = v128.and(f64x2.splat(1), together);
  while (v128.any_true(left)) left = payStep(pair, list, count, left);
  for (let index: usize = 0; index < count; index++) {
    const asset = Entry.asset(pair, list, index);
    const outcome = Entry.outcome(pair, list, index);
    const paid = Lanes.get(asset, PAID);
    Lanes.add(outcome, EXPECTED, f64x2.mul(weight, paid));
    if (leaves == 0) continue;
    const reached = f64x2.pmax(Lanes.get(asset, START), Lanes.get(asset, CURSOR));
    leave(pair, Lanes.get(outcome, PROCEEDS), reached, v128.and(f64x2.gt(paid, zero), v128.not(Lanes.get(asset, PAYING))));
  }
}

/** Pays to the next point at which a rate changes; answers what is left of all proceeds, 0 in lanes where nobody pays any more. */
function payStep(pair: usize, list: usize, count: usize, left: v128): v128 {
  const zero = f64x2.splat(0);
  const open = f64x2.gt(left, zero);
  let rate = zero;
  let step = left;
  for (let index: usize = 0; index < count; index++) {
    const asset = Entry.asset(pair, list, index);
    const proceeds = Lanes.get(Entry.outcome(pair, list, index), PROCEEDS);
    const paying = v128.and(Lanes.get(asset, PAYING), open);
    const cursor = Lanes.get(asset, CURSOR);
    const start = Lanes.get(asset, START);
    const waits = v128.and(paying, f64x2.lt(cursor, start));
    if (v128.any_true(waits)) step = v128.bitselect(f64x2.pmin(step, f64x2.div(f64x2.sub(start, cursor), proceeds)), step, waits);
    const takes = v128.andnot(paying, waits);
    const due = Lanes.get(asset, DUE);
    const mine = v128.and(f64x2.mul(f64x2.div(proceeds, due), due), takes);
    Lanes.set(asset, RATE, mine);
    rate = f64x2.add(rate, mine);
    step = v128.bitselect(f64x2.pmin(step, f64x2.div(Lanes.get(asset, LIMIT), mine)), step, takes);
  }
  const owed = Lanes.get(pair, OWED);
  const pays = f64x2.gt(rate, zero);
  const untilPaid = f64x2.div(owed, rate);
  step = v128.and(v128.bitselect(f64x2.pmin(step, untilPaid), step, pays), open);
  const rest = f64x2.pmax(zero, f64x2.sub(owed, f64x2.mul(rate, step)));
  const owedNow = v128.bitselect(v128.andnot(rest, f64x2.le(untilPaid, step)), owed, v128.and(pays, open));
  Lanes.set(pair, OWED, owedNow);
  let isPaying = zero;
  for (let index: usize = 0; index < count; index++) {
    const asset = Entry.asset(pair, list, index);
    isPaying = v128.or(isPaying, advance(asset, Lanes.get(Entry.outcome(pair, list, index), PROCEEDS), open, step, f64x2.gt(owedNow, zero)));
  }
  const next = v128.andnot(f64x2.sub(left, step), f64x2.eq(step, left));
  return v128.and(next, v128.and(isPaying, open));
}

/** Pays a share of an asset's proceeds out; answers where it pays on. */
function advance(asset: usize, proceeds: v128, open: v128, step: v128, isOwed: v128): v128 {
  const zero = f64x2.splat(0);
  const before = Lanes.get(asset, PAYING);
  const paying = v128.and(before, open);
  const cursor = Lanes.get(asset, CURSOR);
  const start = Lanes.get(asset, START);
  const waits = v128.and(paying, f64x2.lt(cursor, start));
  let moved = f64x2.add(cursor, f64x2.mul(proceeds, step));
  if (v128.any_true(waits)) {
    const arrives = v128.and(waits, f64x2.le(f64x2.div(f64x2.sub(start, cursor), proceeds), step));
    moved = v128.bitselect(start, moved, arrives);
  }
  Lanes.set(asset, CURSOR, v128.bitselect(moved, cursor, paying));
  const takes = v128.andnot(paying, waits);
  const rate = Lanes.get(asset, RATE);
  const limit = Lanes.get(asset, LIMIT);
  const goes = f64x2.mul(rate, step);
  Lanes.add(asset, PAID, v128.and(f64x2.pmin(goes, limit), takes));
  const isUsedUp = f64x2.le(f64x2.div(limit, rate), step);
  const now = v128.bitselect(v128.andnot(f64x2.pmax(zero, f64x2.sub(limit, goes)), isUsedUp), limit, takes);
  Lanes.set(asset, LIMIT, now);
  // Where nobody is owed anything, or nothing may be paid any more, it is done.
  const isDone = v128.and(open, v128.or(f64x2.eq(now, zero), v128.not(isOwed)));
  const still = v128.andnot(before, isDone);
  Lanes.set(asset, PAYING, still);
  return v128.and(still, open);
}
