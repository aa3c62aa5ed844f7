import type { BridgeSide, BridgeSides } from "./bridge-sides.ts";

/**
 * [place] the causes in which a loan or any loan that it may be worked out with differs. Loans are joined by an asset
 * that secures several of them and, where claims of one debtor net, by their debtor, in either state; all others are
 * priced alone, whatever becomes of their neighbours.
 * @param causes [place] causes in which the loan itself differs
 * @param netsDebtors claims of one debtor net in one of the two states
 */
export function joinedCauses(sides: BridgeSides, causes: Uint16Array, netsDebtors: boolean): Uint16Array {
  const root = new Uint32Array(sides.placeCount).map((_, place) => place);
  for (const side of [sides.from, sides.to]) {
    joinAssets(side, root);
    if (netsDebtors) joinDebtors(side, root);
  }
  const ofRoot = new Uint16Array(sides.placeCount);
  for (let place = 0; place < root.length; place++) ofRoot[rootOf(root, place)] |= causes[place];
  return ofRoot.map((_, place) => ofRoot[rootOf(root, place)]);
}

function joinAssets({ columns: { asset, collateralStart }, rowOf }: BridgeSide, root: Uint32Array): void {
  const first = new Map<number, number>();
  rowOf.forEach((row, place) => {
    if (row < 0) return;
    for (let item = collateralStart[row]; item < collateralStart[row + 1]; item++) meet(first, asset[item], place, root);
  });
}

function joinDebtors({ columns: { debtor }, rowOf }: BridgeSide, root: Uint32Array): void {
  const first = new Map<number, number>();
  rowOf.forEach((row, place) => {
    if (row >= 0) meet(first, debtor[row], place, root);
  });
}

function meet(first: Map<number, number>, number: number, place: number, root: Uint32Array): void {
  const other = first.get(number);
  if (other === undefined) {
    first.set(number, place);
    return;
  }
  const [one, two] = [rootOf(root, other), rootOf(root, place)];
  root[Math.max(one, two)] = Math.min(one, two);
}

function rootOf(root: Uint32Array, place: number): number {
  let at = place;
  while (root[at] !== at) {
    root[at] = root[root[at]];
    at = root[at];
  }
  return at;
}
