import type { LoanPlaces } from "../engine/bridge/bridge-sides.ts";
import type { NamedLoan } from "../runs/loan-names.ts";

/** Loans of two runs side by side, with what each is called. */
export interface PairedLoans extends LoanPlaces {
  readonly names: readonly Pick<NamedLoan, "contractNo" | "debtorName">[];
}

/** Ids of loans of one tape by the ids of the same loans in an earlier one, where the desk matched the two. */
export type KnownMatches = ReadonlyMap<number, number>;

/**
 * Matches the loans of two runs: the same row of one tape, then what the desk matched between two tapes, then the contract
 * number. The order is that of contract numbers, then of ids, and hangs on no row.
 */
export function pairLoans(from: readonly NamedLoan[], to: readonly NamedLoan[], known: KnownMatches = new Map()): PairedLoans {
  const byId = new Map(from.map(({ id }, row) => [id, row]));
  const partner = new Int32Array(to.length).fill(-1);
  const isTaken = new Uint8Array(from.length);
  const pair = (row: number, other: number | undefined): void => {
    if (other === undefined || isTaken[other] === 1 || partner[row] !== -1) return;
    partner[row] = other;
    isTaken[other] = 1;
  };
  to.forEach(({ id }, row) => pair(row, byId.get(id)));
  to.forEach(({ id }, row) => {
    const earlier = known.get(id);
    if (earlier !== undefined) pair(row, byId.get(earlier));
  });
  const byContract = new Map<string, number>();
  from.forEach(({ contractNo }, row) => {
    if (contractNo !== "" && isTaken[row] === 0 && !byContract.has(contractNo)) byContract.set(contractNo, row);
  });
  to.forEach(({ contractNo }, row) => pair(row, byContract.get(contractNo)));
  const places = [
    ...to.map((name, row) => ({ name, from: partner[row] ?? -1, to: row })),
    ...from.flatMap((name, row) => (isTaken[row] === 1 ? [] : [{ name, from: row, to: -1 }])),
  ].sort((one, other) => compareNames(one.name, other.name));
  return {
    from: Int32Array.from(places, (place) => place.from),
    to: Int32Array.from(places, (place) => place.to),
    names: places.map(({ name: { contractNo, debtorName } }) => ({ contractNo, debtorName })),
  };
}

function compareNames(one: NamedLoan, other: NamedLoan): number {
  if (one.contractNo !== other.contractNo) return one.contractNo < other.contractNo ? -1 : 1;
  return one.id - other.id;
}
