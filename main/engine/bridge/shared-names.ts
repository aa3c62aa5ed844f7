import type { PackageColumns } from "../engine-types.ts";

/** A state of a package and the row of each place in it. */
interface Rows {
  readonly columns: PackageColumns;
  readonly rowOf: Int32Array;
}

/** Names by item or row of each state; 0: its own. */
interface Names {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/** What is named: an asset or a debtor of one state. */
interface Named {
  readonly number: number;
  /** Places of its loans that both states have, ascending. */
  readonly places: number[];
  kind: number;
  appraisal: number;
}

/**
 * Names assets so that the same asset has the same name in both states, whose numbers have nothing to do with each
 * other: an asset is the same where it secures the same of the loans that stayed and is of the same kind, by equal
 * appraisal first, then by the order of appraisals. Only loans near an asset with several rows are named; all other items
 * are assets of their own in both.
 */
export function nameAssets(from: Rows, to: Rows): Names {
  return nameBoth(from, to, (columns) => columns.asset, eachItem);
}

/** Names debtors likewise: the same debtor has the same of the loans that stayed. */
export function nameDebtors(from: Rows, to: Rows): Names {
  return nameBoth(from, to, (columns) => columns.debtor, eachRow);
}

/** Calls back for each entry of a loan: with its place, its kind and its appraisal. */
type EachEntry = (columns: PackageColumns, row: number, take: (entry: number, kind: number, appraisal: number) => void) => void;

const eachItem: EachEntry = ({ collateralStart, collateralKind, appraisal }, row, take) => {
  for (let item = collateralStart[row]; item < collateralStart[row + 1]; item++) take(item, collateralKind[item], appraisal[item]);
};
const eachRow: EachEntry = (_, row, take) => take(row, 0, 0);

function nameBoth(from: Rows, to: Rows, numbersOf: (columns: PackageColumns) => Uint32Array, each: EachEntry): Names {
  const numbers = { from: numbersOf(from.columns), to: numbersOf(to.columns) };
  const names = { from: new Uint32Array(numbers.from.length), to: new Uint32Array(numbers.to.length) };
  const shared = { from: sharedNumbers(numbers.from), to: sharedNumbers(numbers.to) };
  const near = new Uint8Array(from.rowOf.length);
  markNear(from, numbers.from, shared.from, near, each);
  markNear(to, numbers.to, shared.to, near, each);
  const given = pairUp(namedNear(from, to, numbers.from, near, each), namedNear(to, from, numbers.to, near, each));
  writeNames(numbers.from, given.from, names.from);
  writeNames(numbers.to, given.to, names.to);
  return names;
}

/** Numbers that several entries carry. */
function sharedNumbers(column: Uint32Array): Set<number> {
  const met = new Set<number>();
  const shared = new Set<number>();
  for (const number of column) {
    if (met.has(number)) shared.add(number);
    met.add(number);
  }
  return shared;
}

function markNear({ columns, rowOf }: Rows, numbers: Uint32Array, shared: ReadonlySet<number>, near: Uint8Array, each: EachEntry): void {
  if (shared.size === 0) return;
  rowOf.forEach((row, place) => {
    if (row < 0) return;
    each(columns, row, (entry) => {
      if (shared.has(numbers[entry])) near[place] = 1;
    });
  });
}

function namedNear({ columns, rowOf }: Rows, other: Rows, numbers: Uint32Array, near: Uint8Array, each: EachEntry): Named[] {
  const found = new Map<number, Named>();
  rowOf.forEach((row, place) => {
    if (row < 0 || near[place] === 0) return;
    each(columns, row, (entry, kind, appraisal) => {
      const named = found.get(numbers[entry]) ?? { number: numbers[entry], places: [], kind: Number.POSITIVE_INFINITY, appraisal: 0 };
      found.set(named.number, named);
      // By the loans that stayed alone: what came or went with another says nothing of them.
      if (other.rowOf[place] < 0) return;
      named.kind = Math.min(named.kind, kind);
      named.appraisal = Math.max(named.appraisal, appraisal);
      if (named.places.at(-1) !== place) named.places.push(place);
    });
  });
  return [...found.values()];
}

/** Names by number from 1, the same for two that are one. */
function pairUp(from: readonly Named[], to: readonly Named[]): { readonly from: Map<number, number>; readonly to: Map<number, number> } {
  const given = { from: new Map<number, number>(), to: new Map<number, number>() };
  let name = 0;
  const others = byKey(to);
  for (const [key, ones] of byKey(from)) {
    const rest = key === "" ? [] : (others.get(key) ?? []);
    for (const [one, other] of pairs(ones, rest)) {
      name += 1;
      given.from.set(one.number, name);
      if (other !== null) given.to.set(other.number, name);
    }
  }
  for (const { number } of to) if (!given.to.has(number)) given.to.set(number, ++name);
  return given;
}

function byKey(list: readonly Named[]): Map<string, Named[]> {
  const keyed = new Map<string, Named[]>();
  for (const named of list) {
    const key = named.places.length === 0 ? "" : `${named.kind}:${named.places.join()}`;
    const same = keyed.get(key);
    if (same === undefined) keyed.set(key, [named]);
    else same.push(named);
  }
  for (const same of keyed.values()) same.sort((one, other) => one.appraisal - other.appraisal);
  return keyed;
}

/** Equal appraisals first, the rest by their order. */
function pairs(ones: readonly Named[], others: readonly Named[]): [Named, Named | null][] {
  const left = [...others];
  const takeEqual = ({ appraisal }: Named): Named | null => {
    const at = left.findIndex((other) => other.appraisal === appraisal);
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null);
  };
  const equal = ones.map((one): [Named, Named | null] => [one, takeEqual(one)]);
  return equal.map(([one, other]) => [one, other ?? left.shift() ?? null]);
}

function writeNames(column: Uint32Array, names: ReadonlyMap<number, number>, into: Uint32Array): void {
  for (let entry = 0; entry < column.length; entry++) into[entry] = names.get(column[entry]) ?? 0;
}
