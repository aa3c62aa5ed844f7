import type { BridgeCause } from "../../../shared/domain/bid-bridge.ts";
import { type EditPart, editPartBit } from "../../../shared/domain/edited-fields.ts";
import type { PackageColumns } from "../engine-types.ts";
import { type Columns, columnLengths, columnNames, columnTable, mapColumns, mapEstimates, mapOwn } from "../package-columns.ts";
import type { BridgeSide, BridgeSides } from "./bridge-sides.ts";
import { addedBit, bitOf, causeOfColumn, comparedLoanColumns, droppedBit, editsBit } from "./column-causes.ts";
import { editBitOfColumn } from "./edited-parts.ts";
import { estimateOf, ownOf } from "./loan-differences.ts";

/** Loans of a state in which some causes have come about: `places` in the order of the package's rows. */
export interface MixedPackage {
  readonly columns: PackageColumns;
  readonly places: Uint32Array;
}

const arrays = {
  numbers: (length: number) => new Float64Array(length),
  words: (length: number) => new Uint32Array(length),
  halfWords: (length: number) => new Uint16Array(length),
  codes: (length: number) => new Uint8Array(length),
} as const;

/**
 * The loans of some places as they are once the causes of a set have come about and the others have not: each column of a
 * loan comes from the state that its cause says (what the desk typed over, by its edits), an added loan is there once loans are added, a dropped one until they
 * are dropped. Rows follow the places, so that the order of the tapes' loans decides nothing. Items and guarantors of a
 * loan stay in their own order, and assets in that of their numbers, so that a whole state is priced as it was.
 */
export function mixPackage(sides: BridgeSides, given: Uint32Array, set: number): MixedPackage {
  const { from, to } = sides;
  const places = given.filter((place) => (to.rowOf[place] < 0 ? (set & droppedBit) === 0 : from.rowOf[place] >= 0 || (set & addedBit) !== 0));
  const sideOf = (place: number, bit: number, part: number): BridgeSide => {
    if (from.rowOf[place] < 0) return to;
    const cause = (sides.edited[place] & part) === 0 ? bit : editsBit;
    return to.rowOf[place] < 0 || (set & cause) === 0 ? from : to;
  };
  const parts = { collateral: gather(places, "collateral", sideOf), guarantor: gather(places, "guarantor", sideOf) };
  const lengths = columnLengths({ loans: places.length, items: parts.collateral.entries.length, guarantors: parts.guarantor.entries.length });
  const columns = mapColumns(({ per, array }) => arrays[array](lengths[per]));
  columns.collateralStart.set(parts.collateral.starts);
  columns.guarantorStart.set(parts.guarantor.starts);
  for (const name of comparedLoanColumns) {
    const bit = bitOf(causeOfColumn[name] ?? "other");
    const part = editBitOfColumn(name);
    places.forEach((place, row) => {
      const side = sideOf(place, bit, part);
      columns[name][row] = side.columns[name][side.rowOf[place]];
    });
  }
  const timingBit = bitOf("timing");
  places.forEach((place, row) => {
    const side = sideOf(place, timingBit, editPartBit("timing"));
    columns.court[row] = side.courtNumber[side.columns.court[side.rowOf[place]]];
  });
  const otherBit = bitOf("other");
  const debtors = new Map<number, number>();
  places.forEach((place, row) => {
    const side = sideOf(place, otherBit, editPartBit("other"));
    columns.debtor[row] = numberOf(side.debtorName[side.rowOf[place]], row, debtors);
  });
  writeParts(parts, columns);
  numberAssets(parts.collateral, sides, (set & bitOf("collateral")) === 0 ? from : to, columns.asset);
  const ownBit = bitOf("own");
  const own = (one: (side: BridgeSide, row: number) => number): Float64Array =>
    Float64Array.from(places, (place) => {
      const side = sideOf(place, ownBit, 0);
      return one(side, side.rowOf[place]);
    });
  const hasEstimates = from.columns.estimates !== null || to.columns.estimates !== null;
  const hasOwn = from.columns.ownEstimates !== null || to.columns.ownEstimates !== null;
  return {
    places,
    columns: {
      ...columns,
      loanCount: places.length,
      courts: sides.courts,
      cutOffDate: ((set & timingBit) === 0 ? from : to).columns.cutOffDate,
      estimates: hasEstimates ? mapEstimates((name) => own((side, row) => estimateOf(side, name, row))) : null,
      ownEstimates: hasOwn ? mapOwn((name) => own((side, row) => ownOf(side, name, row))) : null,
    },
  };
}

/** Items or guarantors of a mixed package: where each comes from. */
interface Gathered {
  readonly starts: Uint32Array;
  readonly sides: readonly BridgeSide[];
  readonly entries: Uint32Array;
}

function gather(places: Uint32Array, kind: "collateral" | "guarantor", sideOf: (place: number, bit: number, part: number) => BridgeSide): Gathered {
  const cause: EditPart & BridgeCause = kind === "collateral" ? "collateral" : "guarantors";
  const [bit, part] = [bitOf(cause), editPartBit(cause)];
  const startsOf = ({ columns }: BridgeSide): Uint32Array => (kind === "collateral" ? columns.collateralStart : columns.guarantorStart);
  const starts = new Uint32Array(places.length + 1);
  const entries: number[] = [];
  const sides: BridgeSide[] = [];
  places.forEach((place, row) => {
    const side = sideOf(place, bit, part);
    const [first, end] = startsOf(side).subarray(side.rowOf[place], side.rowOf[place] + 2);
    for (let entry = first; entry < end; entry++) {
      entries.push(entry);
      sides.push(side);
    }
    starts[row + 1] = entries.length;
  });
  return { starts, sides, entries: Uint32Array.from(entries) };
}

function writeParts({ collateral, guarantor }: { readonly collateral: Gathered; readonly guarantor: Gathered }, columns: Columns): void {
  for (const name of columnNames) {
    const { per } = columnTable[name];
    if ((per !== "item" && per !== "guarantor") || name === "asset") continue;
    const { sides, entries } = per === "item" ? collateral : guarantor;
    const column = columns[name];
    for (let at = 0; at < entries.length; at++) column[at] = sides[at].columns[name][entries[at]];
  }
}

/** Assets get the numbers of the state that the loans' collateral comes from; one that only the other state has stands behind them. */
function numberAssets({ sides, entries }: Gathered, { assetOffset }: BridgeSides, main: BridgeSide, asset: Uint32Array): void {
  for (let at = 0; at < entries.length; at++) {
    const side = sides[at];
    const own = side.columns.asset[entries[at]];
    const named = main.assetOfName.get(side.assetName[entries[at]]);
    asset[at] = named ?? (side === main ? own : own + assetOffset);
  }
}

/** A debtor of its own gets the number of its row, and so does the first row of a name. */
function numberOf(name: number, at: number, numbers: Map<number, number>): number {
  if (name === 0) return at;
  const known = numbers.get(name) ?? at;
  numbers.set(name, known);
  return known;
}
