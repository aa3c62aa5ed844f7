import { identifierKey } from "../../tapes/cells/parse-cells.ts";
import type { MatchableLoan, PairList } from "../loan-match.ts";
import { debtorsDiffer } from "./same-debtor.ts";

/** Loans of both versions that no pair has yet. */
export interface Unmatched {
  readonly older: readonly MatchableLoan[];
  readonly newer: readonly MatchableLoan[];
}

/**
 * The end that an import gives to rows with one contract number, of the row and where needed the sheet: it says where the row
 * stood, so that it names another loan once the rows are ordered otherwise.
 */
const rowEnd = / #\d+(?: \(.* #\d+\))?$/;

/** The contract number without such an end; null where it has none. */
export function sharedContract(contractNo: string): string | null {
  return rowEnd.test(contractNo) ? identifierKey(contractNo.replace(rowEnd, "")) : null;
}

/** Contract numbers that several loans of a version share, so that they name none of them. */
function sharedContracts(loans: readonly MatchableLoan[]): ReadonlySet<string> {
  const times = new Map<string, number>();
  for (const { contractNo } of loans) {
    const shared = sharedContract(contractNo);
    if (shared !== null) times.set(shared, (times.get(shared) ?? 0) + 1);
  }
  return new Set([...times].flatMap(([key, count]) => (count > 1 ? [key] : [])));
}

type KeyOf = (loan: MatchableLoan) => string | null;
const several = Symbol("several");

/** The loan of each key; a key of several loans names none. */
function byKey(loans: readonly MatchableLoan[], keyOf: KeyOf): Map<string, MatchableLoan | typeof several> {
  const found = new Map<string, MatchableLoan | typeof several>();
  for (const loan of loans) {
    const key = keyOf(loan);
    if (key !== null) found.set(key, found.has(key) ? several : loan);
  }
  return found;
}

function matchByKey({ older, newer }: Unmatched, keyOf: KeyOf, take: (older: MatchableLoan, newer: MatchableLoan) => boolean): Unmatched {
  const [ofOlder, ofNewer] = [byKey(older, keyOf), byKey(newer, keyOf)];
  const taken = new Set<MatchableLoan>();
  for (const [key, loan] of ofOlder) {
    const other = ofNewer.get(key);
    if (loan === several || other === undefined || other === several || !take(loan, other)) continue;
    taken.add(loan).add(other);
  }
  const left = (loans: readonly MatchableLoan[]) => loans.filter((loan) => !taken.has(loan));
  return { older: left(older), newer: left(newer) };
}

/** Fewer letters and digits than these are a row's number rather than a contract's. */
const leastLoose = 4;

/** A contract number without any sign between its letters and digits: "HT-2020/001" as somebody else types it. */
function looseContract(contractNo: string): string | null {
  const key = identifierKey(contractNo).replaceAll(/[^\p{L}\p{N}]/gu, "");
  return key.length < leastLoose ? null : key;
}

/**
 * Pairs loans by contract number: first as spellings of one number compare everywhere in the house (width, case, blanks, kinds
 * of dash), then without signs at all, where the debtor doesn't speak against it. Answers the loans that are left; `beat` is
 * called for each loan and may throw to leave.
 */
export function matchByContract(all: Unmatched, pairs: PairList, beat: () => void): Unmatched {
  const shared = new Set([...sharedContracts(all.older), ...sharedContracts(all.newer)]);
  const exact = ({ contractNo }: MatchableLoan) => {
    beat();
    const base = shared.size === 0 ? null : sharedContract(contractNo);
    return base !== null && shared.has(base) ? null : identifierKey(contractNo);
  };
  const left = matchByKey(all, exact, (older, newer) => {
    pairs.add(older.id, newer.id, "contract");
    return true;
  });
  if (left.older.length === 0 || left.newer.length === 0) return left;
  const loose = (loan: MatchableLoan) => (exact(loan) === null ? null : looseContract(loan.contractNo));
  return matchByKey(left, loose, (older, newer) => {
    if (debtorsDiffer(older, newer)) return false;
    pairs.add(older.id, newer.id, "spelling");
    return true;
  });
}

/** Whether two contract numbers differ by their signs alone, or are the same shared by several loans. */
export function contractsAgree({ contractNo: one }: MatchableLoan, { contractNo: other }: MatchableLoan): boolean {
  const [first, second] = [sharedContract(one), sharedContract(other)];
  if (first !== null && first === second) return true;
  const loose = looseContract(one);
  return loose !== null && loose === looseContract(other);
}
