import type { PackageColumns } from "../engine-types.ts";
import { comparedGuarantorColumns, comparedItemColumns } from "./column-causes.ts";
import { nameAssets, nameDebtors } from "./shared-names.ts";

/**
 * The loans of two states of a package side by side, one place for each: `from[place]` and `to[place]` are its rows, −1
 * where the state lacks it. The order of places decides nothing but equal remainders: in one that doesn't hang on rows,
 * such as that of contract numbers, the same loans in other rows give the same bytes.
 */
export interface LoanPlaces {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** One state of a package, with names that mean the same in both and its parts in an order that no row decides, to be compared by. */
export interface BridgeSide {
  readonly columns: PackageColumns;
  /** [place] row of the loan; −1 where this state lacks it. */
  readonly rowOf: Int32Array;
  /** Items and guarantors of each loan, where the loan's own stand, in the order of what they state. */
  readonly itemOrder: Uint32Array;
  readonly guarantorOrder: Uint32Array;
  /** [item] name of its asset, the same in both states for the same asset; 0: an asset of its own. */
  readonly assetName: Uint32Array;
  /** The number that this state gives an asset with a name. */
  readonly assetOfName: ReadonlyMap<number, number>;
  /** [row] name of its debtor, the same in both states for the same debtor; 0: a debtor of its own. */
  readonly debtorName: Uint32Array;
  /** [number of a court] its number among the courts of both states. */
  readonly courtNumber: Uint16Array;
}

/** Two states and their loans. */
export interface BridgeSides {
  readonly from: BridgeSide;
  readonly to: BridgeSide;
  readonly placeCount: number;
  /** [place] parts of the loan on which the desk has its own word in either state (`editPartBit`). */
  readonly edited: Uint8Array;
  /** More than any number of an asset in either state. */
  readonly assetOffset: number;
  /** Courts of both, in the order of their names. */
  readonly courts: readonly string[];
}

/** Parts of each row of the two states on which the desk has its own word; null: on none. */
export type EditedRows = readonly [Uint8Array | null, Uint8Array | null];

export function laySideBySide(from: PackageColumns, to: PackageColumns, match: LoanPlaces, [before, after]: EditedRows = [null, null]): BridgeSides {
  const assets = nameAssets({ columns: from, rowOf: match.from }, { columns: to, rowOf: match.to });
  const debtors = nameDebtors({ columns: from, rowOf: match.from }, { columns: to, rowOf: match.to });
  const courts = [...new Set([...from.courts, ...to.courts])].sort();
  const place = new Map(courts.map((court, index) => [court, index + 1]));
  const sideOf = (columns: PackageColumns, rowOf: Int32Array, assetName: Uint32Array, debtorName: Uint32Array): BridgeSide => ({
    columns,
    rowOf,
    assetName,
    assetOfName: new Map(Array.from(assetName, (name, item): [number, number] => [name, columns.asset[item]]).filter(([name]) => name !== 0)),
    debtorName,
    itemOrder: orderParts(columns.collateralStart, [...comparedItemColumns.map((name) => columns[name]), assetName]),
    guarantorOrder: orderParts(
      columns.guarantorStart,
      comparedGuarantorColumns.map((name) => columns[name]),
    ),
    courtNumber: Uint16Array.from([0, ...columns.courts.map((court) => place.get(court) ?? 0)]),
  });
  return {
    from: sideOf(from, match.from, assets.from, debtors.from),
    to: sideOf(to, match.to, assets.to, debtors.to),
    placeCount: match.from.length,
    edited: Uint8Array.from(match.from, (row, place) => partsAt(before, row) | partsAt(after, match.to[place])),
    assetOffset: 1 + Math.max(mostOf(from.asset), mostOf(to.asset)),
    courts,
  };
}

const partsAt = (edited: Uint8Array | null, row: number): number => (edited === null || row < 0 ? 0 : edited[row]);

const mostOf = (column: Uint32Array): number => column.reduce((most, number) => Math.max(most, number), 0);

/** What is not stated comes first. */
const difference = (one: number, other: number): number => (Number.isNaN(one) ? (Number.isNaN(other) ? 0 : -1) : Number.isNaN(other) ? 1 : one - other);

/** Entries of compressed rows, those of each loan in the order of what their columns say. */
function orderParts(starts: Uint32Array, columns: readonly ArrayLike<number>[]): Uint32Array {
  const order = new Uint32Array(starts[starts.length - 1]).map((_, entry) => entry);
  for (let row = 0; row + 1 < starts.length; row++) {
    if (starts[row + 1] - starts[row] < 2) continue;
    order.subarray(starts[row], starts[row + 1]).sort((one, other) => {
      for (const column of columns) {
        const before = difference(column[one], column[other]);
        if (before !== 0) return before;
      }
      return one - other;
    });
  }
  return order;
}
