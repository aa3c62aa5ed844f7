import { type DecidedPair, type LoanMatch, type MatchableLoan, PairList } from "../loan-match.ts";
import { matchByContract, type Unmatched } from "./match-by-contract.ts";
import { type AssetsOf, matchByFacts } from "./match-by-facts.ts";

/** Reads the assets of loans that no contract number tells; the rest needs none. */
export type ReadAssets = (left: Unmatched) => AssetsOf;

/** Pairs that the desk decided to be one, and the loans that are left. */
function takeDecided(all: Unmatched, decided: readonly DecidedPair[], pairs: PairList): Unmatched {
  const same = decided.filter(({ isSame }) => isSame);
  if (same.length === 0) return all;
  const [olderIds, newerIds] = [new Set(all.older.map(({ id }) => id)), new Set(all.newer.map(({ id }) => id))];
  const taken = new Set<number>();
  for (const { olderId, newerId } of same) {
    // What was decided of a row that is gone since counts no more.
    if (!olderIds.has(olderId) || !newerIds.has(newerId) || taken.has(olderId) || taken.has(newerId)) continue;
    pairs.add(olderId, newerId, "decided");
    taken.add(olderId).add(newerId);
  }
  const left = (loans: readonly MatchableLoan[]) => loans.filter(({ id }) => !taken.has(id));
  return { older: left(all.older), newer: left(all.newer) };
}

function idsWithout(loans: readonly MatchableLoan[], paired: Float64Array): Float64Array {
  const known = new Set(paired);
  return Float64Array.from(loans.filter(({ id }) => !known.has(id)).map(({ id }) => id)).sort();
}

/**
 * The loans of two versions of a tape as one another: what the desk decided, then by contract number, then by debtor and facts.
 * Ids of one version are none of the other. The result doesn't hang on the order of rows.
 */
export function matchLoans(all: Unmatched, decided: readonly DecidedPair[], readAssets: ReadAssets, beat: () => void = () => undefined): LoanMatch {
  const list = new PairList();
  const apart = new Set(decided.flatMap(({ olderId, newerId, isSame }) => (isSame ? [] : [`${olderId}/${newerId}`])));
  const left = matchByContract(takeDecided(all, decided, list), list, beat);
  const doubtful = matchByFacts(left, readAssets(left), (olderId, newerId) => apart.has(`${olderId}/${newerId}`), list);
  const pairs = list.sorted();
  return { ...pairs, doubtful, dropped: idsWithout(all.older, pairs.older), added: idsWithout(all.newer, pairs.newer) };
}
