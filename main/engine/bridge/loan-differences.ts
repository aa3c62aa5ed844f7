import { editPartBit } from "../../../shared/domain/edited-fields.ts";
import { type ColumnName, columnTable, type EstimateName, estimateNames, type OwnName, ownNames } from "../package-columns.ts";
import type { BridgeSide, BridgeSides } from "./bridge-sides.ts";
import { addedBit, bitOf, causeOfColumn, comparedGuarantorColumns, comparedItemColumns, comparedLoanColumns, droppedBit, editsBit } from "./column-causes.ts";

import { editBitOfColumn } from "./edited-parts.ts";

const timingBit = bitOf("timing");
const otherBit = bitOf("other");
const ownBit = bitOf("own");
const collateralBit = bitOf("collateral");
const guarantorsBit = bitOf("guarantors");

const timingPart = editPartBit("timing");
const otherPart = editPartBit("other");
const collateralPart = editPartBit("collateral");
const guarantorsPart = editPartBit("guarantors");

/** NaN is the same as NaN: not stated in both. */
const isSame = (one: number, other: number): boolean => one === other || (Number.isNaN(one) && Number.isNaN(other));

/** A pair of columns to be compared and the bit of their cause. */
interface Pair {
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  readonly bit: number;
  /** Bit of the part that it is of a loan; 0: the desk has no other word on it. */
  readonly part: number;
}

/** [place] the causes in which a loan differs between the two states, as a set of bits. */
export function loanDifferences(sides: BridgeSides): Uint16Array {
  const { from, to, placeCount } = sides;
  const causes = new Uint16Array(placeCount);
  const pairs = [...loanPairs(from, to), ...ownPairs(from, to)];
  const items = partPairs(from, to, comparedItemColumns, { from: from.assetName, to: to.assetName });
  const guarantors = partPairs(from, to, comparedGuarantorColumns, null);
  // Days and months count from the cut-off, so that another one is another stage of every loan.
  const always = from.columns.cutOffDate === to.columns.cutOffDate ? 0 : timingBit;
  for (let place = 0; place < placeCount; place++) {
    const [one, other] = [from.rowOf[place], to.rowOf[place]];
    let set = always;
    if (other < 0) set |= droppedBit;
    else if (one < 0) set |= addedBit;
    else {
      const edited = sides.edited[place];
      const causeOf = (part: number, bit: number): number => ((edited & part) === 0 ? bit : editsBit);
      for (const { from: before, to: after, bit, part } of pairs) if (!isSame(before[one], after[other])) set |= causeOf(part, bit);
      if (from.courtNumber[from.columns.court[one]] !== to.courtNumber[to.columns.court[other]]) set |= causeOf(timingPart, timingBit);
      if (from.debtorName[one] !== to.debtorName[other]) set |= causeOf(otherPart, otherBit);
      if (!arePartsSame(partsOf(from, "collateral", one), partsOf(to, "collateral", other), items)) set |= causeOf(collateralPart, collateralBit);
      if (!arePartsSame(partsOf(from, "guarantor", one), partsOf(to, "guarantor", other), guarantors)) set |= causeOf(guarantorsPart, guarantorsBit);
    }
    causes[place] = set;
  }
  return causes;
}

function loanPairs({ columns: from }: BridgeSide, { columns: to }: BridgeSide): Pair[] {
  return comparedLoanColumns.flatMap((name) => {
    const cause = causeOfColumn[name];
    return cause === null ? [] : [{ from: from[name], to: to[name], bit: bitOf(cause), part: editBitOfColumn(name) }];
  });
}

/** The desk's own estimates; a state without any has a gap for each loan. */
function ownPairs({ columns: from }: BridgeSide, { columns: to }: BridgeSide): Pair[] {
  const pairs: Pair[] = [];
  const gaps = (length: number): Float64Array => new Float64Array(length).fill(Number.NaN);
  const noFrom = gaps(from.loanCount);
  const noTo = gaps(to.loanCount);
  if (from.estimates !== null || to.estimates !== null) {
    for (const name of estimateNames) pairs.push({ from: from.estimates?.[name] ?? noFrom, to: to.estimates?.[name] ?? noTo, bit: ownBit, part: 0 });
  }
  if (from.ownEstimates !== null || to.ownEstimates !== null) {
    for (const name of ownNames) pairs.push({ from: from.ownEstimates?.[name] ?? noFrom, to: to.ownEstimates?.[name] ?? noTo, bit: ownBit, part: 0 });
  }
  return pairs;
}

type PartPair = Omit<Pair, "bit" | "part">;

function partPairs(from: BridgeSide, to: BridgeSide, names: readonly ColumnName[], named: PartPair | null): PartPair[] {
  const pairs = names.filter((name) => columnTable[name].per !== "loan").map((name) => ({ from: from.columns[name], to: to.columns[name] }));
  return named === null ? pairs : [...pairs, named];
}

/** Items or guarantors of one loan, in the order of what they state. */
function partsOf({ columns, itemOrder, guarantorOrder }: BridgeSide, kind: "collateral" | "guarantor", row: number): Uint32Array {
  const [starts, order] = kind === "collateral" ? [columns.collateralStart, itemOrder] : [columns.guarantorStart, guarantorOrder];
  return order.subarray(starts[row], starts[row + 1]);
}

function arePartsSame(from: Uint32Array, to: Uint32Array, pairs: readonly PartPair[]): boolean {
  if (from.length !== to.length) return false;
  for (let at = 0; at < from.length; at++) {
    for (const pair of pairs) if (!isSame(pair.from[from[at]], pair.to[to[at]])) return false;
  }
  return true;
}

/** An own estimate of a loan as its state has it; NaN where it has none. */
export function estimateOf({ columns: { estimates } }: BridgeSide, name: EstimateName, row: number): number {
  return estimates === null ? Number.NaN : estimates[name][row];
}

/** The same for the estimate of its debtor. */
export function ownOf({ columns: { ownEstimates } }: BridgeSide, name: OwnName, row: number): number {
  return ownEstimates === null ? Number.NaN : ownEstimates[name][row];
}
